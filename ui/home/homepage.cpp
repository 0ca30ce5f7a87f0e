#include "ui/home/homepage.h"

#include "core/base/clock.h"
#include "core/counter/counter.h"
#include "core/counter/housekeeping.h"
#include "core/counter/spacewatch.h"
#include "core/dossier/dossierchanges.h"
#include "ui/dossier/statewords.h"
#include "ui/home/countcard.h"
#include "ui/home/linkpanel.h"
#include "ui/shell/navigator.h"
#include "ui/shell/timewords.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/rowbutton.h"
#include "ui/widgets/scrollbody.h"
#include "ui/widgets/sectiontitle.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QResizeEvent>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int listLength = 5;
constexpr int columnsFrom = 960;
constexpr int refreshDelay = 120; // many commits in a row are one refresh

void empty(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
}

} // namespace

HomePage::HomePage(const UiServices &services, Navigator &navigator, QWidget *parent)
    : Page(parent)
    , m_services(services)
    , m_navigator(navigator)
    , m_refresh(new QTimer(this))
    , m_error(new Banner)
    , m_space(new Banner)
{
    QVBoxLayout *body = makeScrollBody(this, 1240);
    buildTop(body);
    body->addWidget(m_error);
    body->addWidget(m_space);
    buildCounts(body);
    buildLists(body);
    body->addStretch(1);

    if (services.housekeeping)
        connect(services.housekeeping, &Housekeeping::changed, this, &HomePage::showSpace, Qt::QueuedConnection);
    m_refresh->setSingleShot(true);
    m_refresh->setInterval(refreshDelay);
    connect(m_refresh, &QTimer::timeout, this, &HomePage::refresh);
    connect(
        &services.changes, &DossierChanges::committed, this,
        [this] {
            if (isVisible() && !m_refresh->isActive())
                m_refresh->start();
        },
        Qt::QueuedConnection);
}

QString HomePage::title() const
{
    return tr("Home");
}

void HomePage::buildTop(QVBoxLayout *body)
{
    const Theme &theme = themeOf(this);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme.px(16));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    const Account &actor = m_services.counter.actor();
    const QString name = actor.displayName.isEmpty() ? actor.login : actor.displayName;
    words->addWidget(new TextLabel(tr("Welcome, %1").arg(name), TextRole::Title));
    words->addWidget(new TextLabel(longDateWords(m_services.clock.now()), TextRole::Body, TextLabel::Ink::Muted));
    row->addLayout(words, 1);
    m_new = new PrimaryButton(tr("New dossier"), Icon::NewDossier);
    m_new->setKeyHint(u"F2"_s);
    m_new->setMinimumSize(theme.px(220), theme.px(56));
    m_new->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Minimum);
    connect(m_new, &QPushButton::clicked, this, [this] { m_navigator.chooseProcedure(); });
    row->addWidget(m_new);
    if (reachOf(actor, Deed::Begin) == Reach::None)
        m_new->hide();
    body->addLayout(row);
}

CountCard *HomePage::addCount(QLayout *row, Icon icon, Tone tone, const QString &label, DossierQuery::Filter filter)
{
    auto *card = new CountCard(icon, tone, label);
    card->setAccessibleDescription(tr("Opens these dossiers in the queue"));
    connect(card, &CountCard::clicked, this, [this, filter] { m_navigator.goQueue(filter); });
    row->addWidget(card);
    return card;
}

void HomePage::buildCounts(QVBoxLayout *body)
{
    const Theme &theme = themeOf(this);
    auto *counts = new QWidget;
    auto *row = new FlowLayout(counts);
    row->setSpacing(theme.px(12));
    row->setItemWidth(theme.px(168));
    using enum DossierQuery::Filter;
    m_unsent = addCount(row, Icon::Clock, Tone::Waiting, tr("Not sent yet"), Unsent);
    m_inDoubt = addCount(row, Icon::Doubt, Tone::Doubt, tr("Not known yet"), InDoubt);
    m_action = addCount(row, Icon::Warning, Tone::Error, tr("To be handled"), NeedsAction);
    m_late = addCount(row, Icon::Late, Tone::Error, tr("Late"), Late);
    m_drafts = addCount(row, Icon::Draft, Tone::Neutral, tr("Drafts"), Drafts);
    m_inDoubt->setToolTip(tr("Sent, but no answer came back: the machine asks the portal again by itself"));
    body->addWidget(counts);
}

void HomePage::buildLists(QVBoxLayout *body)
{
    const Theme &theme = themeOf(this);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(theme.px(16));
    auto *left = new QVBoxLayout;
    left->setSpacing(theme.px(16));

    const auto listCard = [&](const QString &title, DossierQuery::Filter filter) {
        auto *card = new Card;
        auto *heading = new SectionTitle(title);
        ActionButton *all = heading->addAction(tr("See all"), Icon::List);
        connect(all, &QPushButton::clicked, this, [this, filter] { m_navigator.goQueue(filter); });
        card->body()->addWidget(heading);
        card->body()->setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(12));
        heading->setContentsMargins(theme.px(8), 0, 0, 0);
        auto *list = new QVBoxLayout;
        list->setSpacing(0);
        card->body()->addLayout(list);
        left->addWidget(card);
        return list;
    };
    m_now = listCard(tr("Needs you now"), DossierQuery::Filter::NeedsAction);
    m_recent = listCard(tr("Drafts to go on with"), DossierQuery::Filter::Drafts);
    left->addStretch(1);
    m_columns->addLayout(left, 3);

    auto *right = new QVBoxLayout;
    m_link = new LinkPanel(m_services);
    right->addWidget(m_link);
    right->addStretch(1);
    m_columns->addLayout(right, 2);
    body->addLayout(m_columns);
}

void HomePage::enter()
{
    m_new->setFocus();
    refresh();
}

// Told while there is still time to make room; what stops work before what only endangers a copy.
void HomePage::showSpace()
{
    const Housekeeping::Condition condition =
        m_services.housekeeping ? m_services.housekeeping->condition() : Housekeeping::Condition();
    const SpaceWatch *space = m_services.counter.space();
    const SpaceLevel level = space ? space->state().level : SpaceLevel::Good;
    const auto left = [space] {
        return QLocale(QLocale::Vietnamese, QLocale::Vietnam).formattedDataSize(space->state().freeBytes.value_or(0));
    };
    if (condition.damage)
        return m_space->showError(*condition.damage);
    if (level == SpaceLevel::TooLow)
        return m_space->showMessage(
            Tone::Error, tr("The disk is almost full: %1 left. New dossiers cannot be begun.").arg(left()),
            tr("What is here is safe and is still sent. Free space on this disk, or call IT staff and say MC-270."));
    if (condition.backupProblem)
        return m_space->showError(*condition.backupProblem);
    if (level == SpaceLevel::Low)
        return m_space->showMessage(Tone::Waiting, tr("The disk is getting full: %1 left.").arg(left()),
                                    tr("Work can go on. Free space on this disk, or tell IT staff soon."));
    m_space->clear();
}

void HomePage::refresh()
{
    showSpace();
    m_services.counter.counts().then(this, [this](const Result<DossierCounts> &counts) {
        if (!counts)
            return m_error->showError(counts.error());
        m_error->clear();
        show(*counts);
    });
    ask(DossierQuery::Filter::NeedsAction, &Lists::needsAction);
    ask(DossierQuery::Filter::Late, &Lists::late);
    ask(DossierQuery::Filter::Drafts, &Lists::drafts);
}

void HomePage::ask(DossierQuery::Filter filter, QList<DossierSummary> Lists::*place)
{
    DossierQuery query;
    query.filter = filter;
    query.limit = listLength;
    m_services.counter.list(query).then(this, [this, place](const Result<QList<DossierSummary>> &found) {
        if (!found)
            return m_error->showError(found.error());
        m_lists.*place = *found;
        showLists();
    });
}

void HomePage::show(const DossierCounts &counts)
{
    m_unsent->setCount(counts.unsent);
    m_inDoubt->setCount(counts.inDoubt);
    m_action->setCount(counts.needsAction);
    m_late->setCount(counts.late);
    m_drafts->setCount(counts.drafts);
    m_link->setOldestUnsent(counts.oldestUnsent);
}

void HomePage::showLists()
{
    QList<DossierSummary> now = m_lists.needsAction;
    for (const DossierSummary &late : std::as_const(m_lists.late)) {
        const bool known =
            std::any_of(now.cbegin(), now.cend(), [&](const DossierSummary &other) { return other.id == late.id; });
        if (!known && now.size() < listLength)
            now.append(late);
    }
    fill(m_now, now, tr("Nothing needs you now. Refused dossiers, requests for papers and late ones would stand here."));
    fill(m_recent, m_lists.drafts, tr("No draft is waiting. Whatever you type is saved by itself and would stand here."));
}

void HomePage::fill(QVBoxLayout *list, const QList<DossierSummary> &dossiers, const QString &emptyWords)
{
    const Theme &theme = themeOf(this);
    // Keep the keyboard where it was when the list is drawn anew.
    const QWidget *focus = focusWidget();
    const QString focused = focus && focus->parentWidget() == list->parentWidget() ? focus->objectName() : QString();
    empty(list);
    if (dossiers.isEmpty()) {
        auto *words = new TextLabel(emptyWords, TextRole::Body, TextLabel::Ink::Muted);
        words->setContentsMargins(theme.px(8), theme.px(4), theme.px(8), theme.px(4));
        list->addWidget(words);
        return;
    }
    const QDateTime now = m_services.clock.now();
    for (const DossierSummary &dossier : dossiers) {
        const bool draft = dossier.status == DossierStatus::Draft;
        const BadgeWords badge = draft ? BadgeWords {} : overallBadge(dossier, now);
        const QString when = draft ? tr("last worked on %1").arg(clockWords(dossier.updatedAt, now)) : codeOf(dossier);
        auto *row = new RowButton(draft ? Icon::Draft : badge.icon, personOf(dossier),
                                  u"%1 · %2"_s.arg(when, dossier.procedureName), badge);
        row->setObjectName(dossier.id);
        connect(row, &RowButton::clicked, this, [this, id = dossier.id, draft] {
            if (draft)
                m_navigator.openForm(id);
            else
                m_navigator.openDossier(id);
        });
        list->addWidget(row);
        if (row->objectName() == focused)
            row->setFocus();
    }
}

void HomePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool wide = event->size().width() >= themeOf(this).px(columnsFrom);
    m_columns->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace motcua
