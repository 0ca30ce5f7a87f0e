#include "ui/slip/paperpage.h"

#include "core/counter/counter.h"
#include "core/counter/paperdesk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/textlabel.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QRadioButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QString kindWords(OfferedPaper::Kind kind)
{
    using Kind = OfferedPaper::Kind;
    switch (kind) {
    case Kind::Declaration:
        return PaperPage::tr(
            "From the answers as they are now. Read it through with the citizen; dotted lines are filled in by hand; "
            "then the citizen signs.");
    case Kind::Guidance:
        return PaperPage::tr(
            "Lists everything at once for the citizen to take home. It is guidance only and has no legal effect.");
    case Kind::Receipt:
        return PaperPage::tr("A receipt: check every line, sign it and hand it over.");
    case Kind::Information:
        return PaperPage::tr("A copy to read of what the portal announced. The signed paper is on the portal.");
    case Kind::Office:
        return PaperPage::tr("For the office's own files.");
    }
    return {};
}

} // namespace

PaperPage::PaperPage(const UiServices &services, ChooseFile choose, QWidget *parent)
    : PdfPage(services, std::move(choose),
              { tr("Print this paper"), tr("Back"), tr("The paper is saved as PDF."), tr("Preview of the paper") }, parent)
    , m_group(new QButtonGroup(this))
{
    fillSide();
    connect(m_group, &QButtonGroup::idClicked, this, &PaperPage::choose);
}

void PaperPage::fillSide()
{
    const Theme &theme = themeOf(this);
    m_column->addWidget(new TextLabel(tr("Papers to print"), TextRole::Title));
    m_person = new TextLabel({}, TextRole::Body, TextLabel::Ink::Muted);
    m_column->addWidget(m_person);

    auto *card = new Card;
    m_list = new QVBoxLayout;
    m_list->setSpacing(theme.px(6));
    card->body()->addLayout(m_list);
    m_note = new TextLabel;
    m_source = new TextLabel({}, TextRole::Small, TextLabel::Ink::Muted);
    card->body()->addWidget(m_note);
    card->body()->addWidget(m_source);
    m_column->addWidget(card);
    m_column->addWidget(m_banner);
    for (ActionButton *button : { m_print, m_save, m_done })
        m_column->addWidget(button);
    m_column->addStretch(1);
}

QString PaperPage::fileName() const
{
    return m_localCode + u'-' + m_paper;
}

QString PaperPage::title() const
{
    return tr("Papers to print");
}

void PaperPage::open(const QString &dossierId, const QString &paperId)
{
    m_id = dossierId;
    m_paper.clear();
    m_banner->clear();
    m_sheets->showPdf({});
    m_print->setEnabled(false);
    m_save->setEnabled(false);
    m_services.counter.dossier(dossierId).then(this, [this, paperId, dossierId](const Result<Dossier> &dossier) {
        if (dossierId != m_id)
            return;
        if (dossier)
            showOffered(*dossier, paperId);
        else
            m_banner->showError(dossier.error());
    });
}

void PaperPage::showOffered(const Dossier &dossier, const QString &wanted)
{
    while (QLayoutItem *item = m_list->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_localCode = dossier.summary.localCode;
    m_person->setText(dossier.summary.applicantName.isEmpty() ? m_localCode
                                                              : u"%1 · %2"_s.arg(dossier.summary.applicantName, m_localCode));
    m_offered = m_services.counter.papers().offered(dossier);
    int first = 0;
    for (int i = 0; i < m_offered.size(); ++i) {
        auto *button = new QRadioButton(m_offered[i].title);
        button->setAccessibleDescription(kindWords(m_offered[i].kind));
        m_group->addButton(button, i);
        m_list->addWidget(button);
        if (m_offered[i].id == wanted)
            first = i;
    }
    if (m_offered.isEmpty()) {
        m_note->setText(tr("There is no paper to print for this dossier now."));
        m_source->setText({});
        return;
    }
    m_group->button(first)->setChecked(true);
    choose(first);
}

void PaperPage::choose(int index)
{
    const OfferedPaper &paper = m_offered.at(index);
    m_paper = paper.id;
    m_banner->clear();
    m_note->setText(kindWords(paper.kind));
    m_source->setText(paper.source.text.isEmpty() ? QString() : tr("Source: %1").arg(paper.source.text));
    m_services.counter.papers().paper(m_id, paper.id).then(this, [this, id = paper.id](const Result<QByteArray> &pdf) {
        if (id == m_paper)
            showSheets(pdf);
    });
}

QStringList PaperPage::offeredIds() const
{
    QStringList ids;
    for (const OfferedPaper &paper : m_offered)
        ids.append(paper.id);
    return ids;
}

} // namespace motcua
