#include "ui/slip/slippage.h"

#include "core/base/clock.h"
#include "core/counter/counter.h"
#include "core/counter/paperdesk.h"
#include "core/dossier/nextstep.h"
#include "ui/theme/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/textlabel.h"

#include <QBoxLayout>
#include <QScrollArea>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace motcua {

SlipPage::SlipPage(const UiServices &services, ChooseFile choose, QWidget *parent)
    : PdfPage(services, std::move(choose),
              { tr("Print the slip"), tr("Done, back to home"), tr("The slip is saved as PDF."),
                tr("Preview of the provisional slip") },
              parent)
{
    fillSide();
}

SlipPage::~SlipPage() = default;

void SlipPage::fillSide()
{
    m_headline = new TextLabel(tr("The dossier is saved on this machine"), TextRole::Title);
    m_state = new TextLabel;
    m_column->addWidget(m_headline);
    m_column->addWidget(m_state);

    auto *codeCard = new Card;
    codeCard->body()->addWidget(new TextLabel(tr("Provisional code of this kiosk"), TextRole::Small, TextLabel::Ink::Muted));
    m_code = new TextLabel({}, TextRole::Title, TextLabel::Ink::Primary);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_code->setWordWrap(true);
    codeCard->body()->addWidget(m_code);
    codeCard->body()->addWidget(
        new TextLabel(tr("Not an official dossier code. The portal gives that one after it has received the dossier."),
                      TextRole::Small, TextLabel::Ink::Muted));
    m_column->addWidget(codeCard);

    auto *papers = new SecondaryButton(tr("Other papers to print"), Icon::Papers);
    connect(papers, &QPushButton::clicked, this, [this] { Q_EMIT papersRequested(m_id); });
    m_column->addWidget(m_banner);
    m_column->addWidget(m_print);
    m_column->addWidget(m_save);
    m_column->addWidget(papers);
    m_done->setIconKind(Icon::Home);
    m_column->addWidget(m_done);

    auto *next = new Card;
    next->body()->addWidget(new TextLabel(tr("What happens next"), TextRole::Heading));
    m_steps = new TextLabel;
    next->body()->addWidget(m_steps);
    m_column->addWidget(next);
    m_column->addStretch(1);
}

QString SlipPage::title() const
{
    return tr("Provisional slip");
}

QString SlipPage::paperId() const
{
    return provisionalSlipId.toString();
}

void SlipPage::open(const QString &dossierId)
{
    m_id = dossierId;
    m_banner->clear();
    m_services.counter.dossier(dossierId).then(this, [this](const Result<Dossier> &dossier) {
        if (dossier)
            showDossier(*dossier);
        else
            m_banner->showError(dossier.error());
    });
    m_services.counter.slip(dossierId).then(this, [this](const Result<QByteArray> &pdf) { showSheets(pdf); });
}

// Says only what is known: saved here is not sent, sent is not received.
void SlipPage::showDossier(const Dossier &dossier)
{
    m_localCode = dossier.summary.localCode;
    m_code->setText(m_localCode);
    setAccessibleDescription(m_localCode);
    if (dossier.summary.delivery == DeliveryState::Received) {
        m_headline->setText(tr("The portal has received the dossier"));
        m_state->setText(tr("Official code: %1. Give the citizen the official receipt.").arg(dossier.summary.officialCode));
    } else {
        m_headline->setText(tr("The dossier is saved on this machine"));
        const bool elsewhere = dossier.summary.otherDoor != OtherDoor::No;
        m_state->setText(elsewhere ? nextStep(dossier.summary, m_services.clock.now())
                                   : tr("Saved, waiting to be sent to the portal. The portal does not have it yet."));
    }
    m_steps->setText(QStringList {
        tr("1. Give the originals back, and the printed slip with them."),
        tr("2. As soon as there is a connection, the machine sends the dossier by itself. There is nothing to press."),
        tr("3. The time limit counts from the portal's receipt; the official code and the due date then appear in the queue."),
        tr("4. Tell the citizen how you will pass on the official receipt: by phone or at the next visit."),
    }
                         .join(u'\n'));
    // The code does not wrap, and nothing may be cut off beside the scroll bar.
    const Theme &theme = themeOf(this);
    const int codeWidth = QFontMetrics(theme.font(TextRole::Title)).horizontalAdvance(m_localCode);
    m_side->setMinimumWidth(codeWidth + theme.px(60) + m_side->verticalScrollBar()->sizeHint().width());
}

} // namespace motcua
