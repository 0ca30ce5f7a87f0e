#include "ui/slip/resultpage.h"

#include "core/counter/counter.h"
#include "core/counter/portaldesk.h"
#include "core/outbox/linktext.h"
#include "core/paper/readerprogram.h"
#include "ui/slip/picturepdf.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/textlabel.h"

#include <QFileInfo>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

ResultPage::ResultPage(const UiServices &services, ChooseFile choose, QWidget *parent)
    : PdfPage(services, std::move(choose),
              { tr("Print this result"), tr("Back"), tr("The result is saved as PDF."), tr("Preview of the result") }, parent)
{
    m_column->addWidget(new TextLabel(tr("Result from the portal"), TextRole::Title));
    m_person = new TextLabel({}, TextRole::Body, TextLabel::Ink::Muted);
    m_file = new TextLabel({}, TextRole::Strong);
    m_column->addWidget(m_person);
    m_column->addWidget(m_file);
    m_column->addWidget(
        new TextLabel(tr("This is a copy to read. What the agency signed electronically is the file itself: saved "
                         "unchanged, it can be checked by anybody."),
                      TextRole::Small, TextLabel::Ink::Muted));
    m_column->addWidget(m_banner);
    for (ActionButton *button : { m_print, m_save, m_done })
        m_column->addWidget(button);
    m_column->addStretch(1);
}

QString ResultPage::title() const
{
    return tr("Result from the portal");
}

QString ResultPage::fileName() const
{
    return m_localCode + u'-' + QFileInfo(m_name).completeBaseName();
}

void ResultPage::open(const QString &dossierId, const QString &resultId)
{
    m_id = dossierId;
    m_result = resultId;
    m_banner->clear();
    m_sheets->showPdf({});
    m_print->setEnabled(false);
    m_save->setEnabled(false);
    m_services.counter.dossier(dossierId).then(this, [=, this](const Result<Dossier> &dossier) {
        if (dossierId != m_id || resultId != m_result)
            return;
        if (!dossier)
            return m_banner->showError(dossier.error());
        m_localCode = dossier->summary.localCode;
        m_person->setText(u"%1 · %2"_s.arg(dossier->summary.applicantName, m_localCode));
        for (const PortalResult &result : dossier->results) {
            if (result.file.id != m_result)
                continue;
            m_name = result.file.name;
            m_file->setText(u"%1 · %2"_s.arg(m_name, bytesText(result.file.size)));
            showContent(result.file.mediaType);
        }
    });
}

void ResultPage::showContent(const QString &mediaType)
{
    m_services.counter.portal().result(m_result).then(this, [=, this, id = m_result](const Result<QByteArray> &content) {
        if (id != m_result)
            return;
        if (!content)
            return showSheets(content);
        if (mediaType == "application/pdf"_L1)
            showSheets(*content);
        else
            showPicture(*content, mediaType);
        m_services.counter.portal().noteResult(m_id, m_result, u"viewed"_s);
    });
}

void ResultPage::showPicture(const QByteArray &content, const QString &mediaType)
{
    constexpr QSize sharpOnA4(3508, 3508); // 300 dpi, upright or lying
    m_services.reader.render(content, mediaType, 0, sharpOnA4).then(this, [this, id = m_result](const Result<QImage> &picture) {
        if (id == m_result)
            showSheets(picture ? Result<QByteArray>(pictureAsPdf(*picture)) : passOn(picture));
    });
}

QFuture<Result<void>> ResultPage::noteTaken()
{
    return m_services.counter.portal().noteResult(m_id, m_result, u"printed"_s);
}

} // namespace motcua
