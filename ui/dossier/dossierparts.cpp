// DossierPage, its parts: answers, papers, fee and time.
#include "core/base/clock.h"
#include "core/counter/counter.h"
#include "core/procedure/answertext.h"
#include "core/procedure/fieldlabel.h"
#include "ui/dossier/dossierpage.h"
#include "ui/dossier/paperthumb.h"
#include "ui/dossier/paperview.h"
#include "ui/fee/estimatecard.h"
#include "ui/fee/feecard.h"
#include "ui/shell/navigator.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int labelWidth = 210;

void empty(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->layout())
            empty(item->layout());
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
}

} // namespace

void DossierPage::showAnswers()
{
    const Theme &theme = themeOf(this);
    empty(m_answerLines);
    if (m_outline)
        return;
    const PackPtr pack = m_services.counter.packOf(m_dossier.summary);
    if (!pack)
        return;
    const FormState state = m_services.counter.stateOf(m_dossier, *pack);
    const QList<AnswerSection> sections = answerSections(*pack, state, m_services.units);
    if (sections.isEmpty())
        m_answerLines->addWidget(new TextLabel(tr("Nothing has been entered yet."), TextRole::Body, TextLabel::Ink::Muted));
    for (const AnswerSection &section : sections) {
        auto *heading = new TextLabel(section.title, TextRole::Strong, TextLabel::Ink::Primary);
        heading->setContentsMargins(0, theme.px(8), 0, 0);
        m_answerLines->addWidget(heading);
        auto *grid = new QGridLayout;
        grid->setHorizontalSpacing(theme.px(16));
        grid->setVerticalSpacing(theme.px(6));
        grid->setColumnMinimumWidth(0, theme.px(labelWidth) * 3 / 4);
        grid->setColumnStretch(0, 2);
        grid->setColumnStretch(1, 3);
        int line = 0;
        for (const AnswerLine &answer : section.lines) {
            auto *label = new TextLabel(answer.label, TextRole::Small, TextLabel::Ink::Muted);
            auto *text = new TextLabel(answer.text);
            text->setTextInteractionFlags(Qt::TextSelectableByMouse);
            text->setAccessibleName(u"%1: %2"_s.arg(answer.label, answer.text));
            grid->addWidget(label, line, 0, Qt::AlignTop);
            grid->addWidget(text, line, 1, Qt::AlignTop);
            ++line;
        }
        m_answerLines->addLayout(grid);
    }
}

void DossierPage::showPapers()
{
    empty(m_paperLines);
    if (m_dossier.attachments.isEmpty()) {
        m_paperLines->addWidget(new TextLabel(tr("No paper is attached."), TextRole::Body, TextLabel::Ink::Muted));
        return;
    }
    const PackPtr pack = m_services.counter.packOf(m_dossier.summary);
    for (const Attachment &paper : std::as_const(m_dossier.attachments)) {
        const QString title = pack ? componentTitle(*pack, paper.component) : paper.component;
        if (m_outline) {
            m_paperLines->addWidget(new TextLabel(
                u"%1 · %2"_s.arg(title, QLocale(QLocale::Vietnamese, QLocale::Vietnam).formattedDataSize(paper.size))));
            continue;
        }
        auto *thumb = new PaperThumb(paper, title);
        m_paperLines->addWidget(thumb);
        m_services.counter.paperPreview(paper, 0, thumb->pictureSize() * devicePixelRatioF())
            .then(thumb, [thumb](const Result<QImage> &picture) {
                if (picture)
                    thumb->setPicture(*picture);
            });
        connect(thumb, &PaperThumb::clicked, this, [this, paper, title] {
            auto *view = new PaperView(m_services.counter, paper, title, this);
            view->setAttribute(Qt::WA_DeleteOnClose);
            view->open();
        });
    }
}

// After the portal's receipt its due date stands above, and no estimate beside it.
void DossierPage::showFeeAndTime()
{
    const DossierSummary &summary = m_dossier.summary;
    const PackPtr pack = m_services.counter.packOf(summary);
    m_fee->setVisible(pack && !m_outline);
    m_estimate->setVisible(pack && !m_outline && !m_dossier.receipt && summary.status != DossierStatus::Withdrawn);
    if (!pack || m_outline)
        return;
    const QJsonObject answers = m_services.counter.stateOf(m_dossier, *pack).answers;
    const QDate day = summary.submittedAt.isValid() ? toLegalTime(summary.submittedAt).date() : QDate();
    m_fee->show(m_services.counter.feeSheet(*pack, answers, day), m_dossier.payment);
    m_estimate->show(m_services.counter.estimate(*pack, answers), deadlineOf(*pack, answers));
}

void DossierPage::notePayment(bool declared)
{
    m_fee->action()->setBusy(true);
    auto said = declared ? m_services.counter.declarePayment(m_id) : m_services.counter.retractPayment(m_id);
    said.then(this, [this, declared](const Result<void> &done) {
        if (!done)
            m_error->showError(done.error());
        else
            m_navigator.say(Tone::Info,
                            declared ? tr("Noted as declared. It counts as paid only when the portal or the office confirms it.")
                                     : tr("The note was taken back."));
        load();
    });
}

} // namespace motcua
