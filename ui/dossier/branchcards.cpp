#include "ui/dossier/branchcards.h"

#include "ui/dossier/branchwords.h"
#include "ui/shell/timewords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/sectiontitle.h"
#include "ui/widgets/statebadge.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

BranchCards::BranchCards(QWidget *parent)
    : QWidget(parent)
    , m_numbers(new TextLabel({}, TextRole::Small, TextLabel::Ink::Muted))
    , m_cards(new QWidget)
    , m_flow(new FlowLayout(m_cards))
{
    const Theme &theme = themeOf(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(8));
    column->addWidget(new SectionTitle(tr("Branches of this linked dossier")));
    column->addWidget(m_numbers);
    m_flow->setSpacing(theme.px(16));
    m_flow->setItemWidth(theme.px(260));
    column->addWidget(m_cards);
    hide();
}

void BranchCards::show(const Dossier &dossier, const QDateTime &now)
{
    setVisible(!dossier.branches.isEmpty());
    while (QLayoutItem *item = m_flow->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    m_numbers->setText(branchNumbers(dossier.branches));
    for (const DossierBranch &branch : dossier.branches)
        m_flow->addWidget(makeCard(branch, dossier.summary, now));
}

QWidget *BranchCards::makeCard(const DossierBranch &branch, const DossierSummary &dossier, const QDateTime &now) const
{
    const Theme &theme = themeOf(this);
    auto *card = new Card;
    QVBoxLayout *body = card->body();
    body->setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16));
    body->setSpacing(theme.px(8));
    const BadgeWords state = branchBadge(branch, dossier, now);
    const QString time = branchTime(branch);
    const QString next = branchNextStep(branch, dossier, now);
    card->setAccessibleName(u"%1, %2: %3. %4. %5"_s.arg(branch.title, branch.agency, state.text, time, next));

    auto *head = new QVBoxLayout;
    head->setSpacing(theme.px(2));
    head->addWidget(new TextLabel(branch.title, TextRole::Strong));
    head->addWidget(new TextLabel(branch.agency, TextRole::Small, TextLabel::Ink::Muted));
    body->addLayout(head);
    body->addWidget(new StateBadge(state));
    if (!branch.note.isEmpty()) {
        auto *note = new TextLabel(tr("“%1”").arg(branch.note));
        note->setTextInteractionFlags(Qt::TextSelectableByMouse);
        body->addWidget(note);
    }
    body->addWidget(new TextLabel(next));
    body->addStretch(1);
    body->addWidget(new TextLabel(time, TextRole::Small, TextLabel::Ink::Muted));
    if (!branch.officialCode.isEmpty()) {
        auto *code = new TextLabel(tr("Code: %1").arg(branch.officialCode), TextRole::Small, TextLabel::Ink::Muted);
        code->setTextInteractionFlags(Qt::TextSelectableByMouse);
        body->addWidget(code);
    }
    return card;
}

} // namespace motcua
