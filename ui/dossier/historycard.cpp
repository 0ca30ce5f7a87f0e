#include "ui/dossier/historycard.h"

#include "core/dossier/portalstatus.h"
#include "ui/dossier/statewords.h"
#include "ui/shell/timewords.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/sectiontitle.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int shortLength = 8;

// "residence 5": which branch and its new status.
QString branchDetail(const QString &detail, const QList<DossierBranch> &branches)
{
    const QString id = detail.section(u' ', 0, 0);
    QString title = id;
    for (const DossierBranch &branch : branches) {
        if (branch.id == id)
            title = branch.title;
    }
    return u"%1: %2"_s.arg(title, portalStatusText(detail.section(u' ', 1).toInt()));
}

QString detailWords(const HistoryEntry &entry, const QList<DossierBranch> &branches)
{
    if (entry.action == "branch.changed"_L1)
        return branchDetail(entry.detail, branches);
    bool isNumber = false;
    const int status = entry.detail.toInt(&isNumber);
    return isNumber && entry.actor == "portal"_L1 ? portalStatusText(status) : entry.detail;
}

} // namespace

HistoryCard::HistoryCard(QWidget *parent)
    : Card(parent)
    , m_grid(new QGridLayout)
    , m_more(new QuietButton({}, Icon::ChevronDown))
{
    const Theme &theme = themeOf(this);
    body()->addWidget(new SectionTitle(tr("History")));
    m_grid->setHorizontalSpacing(theme.px(16));
    m_grid->setVerticalSpacing(theme.px(8));
    m_grid->setColumnStretch(1, 1);
    body()->addLayout(m_grid);
    body()->addWidget(m_more, 0, Qt::AlignLeft);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_all = true;
        draw();
    });
}

void HistoryCard::show(const Dossier &dossier, const QDateTime &now)
{
    m_history = dossier.history;
    m_branches = dossier.branches;
    m_now = now;
    draw();
}

void HistoryCard::draw()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const qsizetype shown = m_all ? m_history.size() : qMin<qsizetype>(m_history.size(), shortLength);
    for (qsizetype index = 0; index < shown; ++index) {
        const HistoryEntry &entry = m_history[m_history.size() - 1 - index];
        auto *when = new TextLabel(clockWords(entry.at, m_now), TextRole::Small, TextLabel::Ink::Muted);
        when->setWordWrap(false);
        const QString detail = detailWords(entry, m_branches);
        const QString who = actorWords(entry.actor);
        auto *what = new TextLabel(journalWords(entry));
        auto *more =
            new TextLabel(detail.isEmpty() ? who : u"%1 · %2"_s.arg(who, detail), TextRole::Small, TextLabel::Ink::Muted);
        auto *cell = new QWidget;
        auto *column = new QVBoxLayout(cell);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(what);
        column->addWidget(more);
        m_grid->addWidget(when, int(index), 0, Qt::AlignTop);
        m_grid->addWidget(cell, int(index), 1);
    }
    m_more->setVisible(shown < m_history.size());
    m_more->setText(tr("Show all %n entries", nullptr, int(m_history.size())));
}

} // namespace motcua
