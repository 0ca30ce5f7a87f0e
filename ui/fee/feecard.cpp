#include "ui/fee/feecard.h"

#include "core/fee/feewords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/sectiontitle.h"
#include "ui/widgets/statebadge.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

BadgeWords moneyBadge(const Payment &payment)
{
    switch (payment.state) {
    case MoneyState::None:
        return { Tone::Neutral, Icon::None, FeeCard::tr("Nothing is noted as owed") };
    case MoneyState::Owed:
        return { Tone::Waiting, Icon::Clock, FeeCard::tr("Owed: %1").arg(groupedMoney(payment.amount)) };
    case MoneyState::Declared:
        return { Tone::Doubt, Icon::Doubt, FeeCard::tr("Declared, waiting for reconciliation") };
    case MoneyState::Confirmed:
        return { Tone::Good, Icon::Received, FeeCard::tr("The portal confirmed the payment") };
    }
    return {};
}

} // namespace

FeeCard::FeeCard(QWidget *parent)
    : Card(parent)
{
    body()->addWidget(new SectionTitle(tr("Fees")));
    body()->addStretch(1);
}

void FeeCard::show(const FeeSheet &sheet, const std::optional<Payment> &payment)
{
    if (m_content) {
        m_content->hide();
        m_content->deleteLater();
    }
    m_action = nullptr;
    m_content = new QWidget;
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(themeOf(this).px(8));
    body()->insertWidget(1, m_content);
    addTotal(sheet);
    addLines(sheet);
    if (payment && payment->state != MoneyState::None)
        addPayment(*payment);
}

void FeeCard::addTotal(const FeeSheet &sheet)
{
    QLayout *column = m_content->layout();
    if (!sheet.total) {
        column->addWidget(new TextLabel(sheet.text, TextRole::Strong));
        column->addWidget(new TextLabel(totalWords(sheet), TextRole::Small, TextLabel::Ink::Muted));
        return;
    }
    if (sheet.isFree()) {
        column->addWidget(new TextLabel(totalWords(sheet), TextRole::Heading));
        return;
    }
    column->addWidget(new TextLabel(groupedMoney(*sheet.total), TextRole::Heading));
    column->addWidget(new TextLabel(moneyInWords(*sheet.total)));
}

void FeeCard::addLines(const FeeSheet &sheet)
{
    const Theme &theme = themeOf(this);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(theme.px(16));
    grid->setVerticalSpacing(theme.px(4));
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    for (const FeeLine &line : sheet.lines) {
        const int at = grid->rowCount();
        grid->addWidget(new TextLabel(line.title, TextRole::Small, TextLabel::Ink::Muted), at, 0, Qt::AlignTop);
        grid->addWidget(new TextLabel(lineWords(line), TextRole::Small), at, 1, Qt::AlignTop);
    }
    static_cast<QVBoxLayout *>(m_content->layout())->addLayout(grid);
    for (const FeeWaiver &waiver : sheet.waivers) {
        m_content->layout()->addWidget(new TextLabel(tr("Waived: %1").arg(waiverWords(waiver))));
        m_content->layout()->addWidget(
            new TextLabel(tr("Source: %1").arg(waiver.source.text), TextRole::Small, TextLabel::Ink::Muted));
    }
    if (!sheet.source.text.isEmpty() && sheet.waivers.isEmpty())
        m_content->layout()->addWidget(
            new TextLabel(tr("Source: %1").arg(sheet.source.text), TextRole::Small, TextLabel::Ink::Muted));
}

void FeeCard::addPayment(const Payment &payment)
{
    auto *column = static_cast<QVBoxLayout *>(m_content->layout());
    column->addSpacing(themeOf(this).px(4));
    column->addWidget(new StateBadge(moneyBadge(payment)), 0, Qt::AlignLeft);
    if (payment.state == MoneyState::Confirmed)
        return;
    const bool owed = payment.state == MoneyState::Owed;
    column->addWidget(
        new TextLabel(owed ? tr("A transfer is only noted as the citizen's word; the portal or the office confirms it.")
                           : tr("The citizen says it was transferred. Only the portal or the office confirms it."),
                      TextRole::Small, TextLabel::Ink::Muted));
    if (owed)
        m_action = new SecondaryButton(tr("The citizen says it was transferred"), Icon::Check);
    else
        m_action = new QuietButton(tr("Noted by mistake"));
    column->addWidget(m_action, 0, Qt::AlignLeft);
    connect(m_action, &QPushButton::clicked, this, [this, owed] { Q_EMIT declarationRequested(owed); });
}

} // namespace motcua
