#include "ui/shell/header.h"

#include "core/base/clock.h"
#include "core/counter/counter.h"
#include "core/dossier/dossierchanges.h"
#include "core/identity/administrativeunits.h"
#include "core/identity/kioskprofile.h"
#include "core/outbox/syncmonitor.h"
#include "ui/shell/linkwords.h"
#include "ui/signin/accountcard.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/statebadge.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int minute = 60 * 1000;
constexpr int countDelay = 300; // many commits in a row are one count

} // namespace

Header::Header(const UiServices &services, const Account &account, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_link(new StateBadge)
    , m_unsent(new TextLabel({}, TextRole::Small))
    , m_last(new TextLabel({}, TextRole::Small, TextLabel::Ink::Muted))
    , m_count(new QTimer(this))
    , m_role(new TextLabel(roleWords(account.role), TextRole::Small, TextLabel::Ink::Muted))
{
    const Theme &theme = themeOf(this);
    const QString code = services.profile.communeCode;
    const AdministrativeUnit *commune = services.units.find(code);
    const AdministrativeUnit *province = commune ? services.units.find(commune->parent) : nullptr;
    m_commune = new TextLabel(commune ? commune->fullName() : code, TextRole::Heading);
    m_province = new TextLabel(province ? province->fullName() : QString(), TextRole::Small, TextLabel::Ink::Muted);
    m_person = new TextLabel(account.displayName.isEmpty() ? account.login : account.displayName, TextRole::Strong);
    for (TextLabel *label : { m_commune, m_province, m_unsent, m_last, m_person, m_role })
        label->setWordWrap(false);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(24), theme.px(6), theme.px(12), theme.px(6));
    row->setSpacing(theme.px(12));
    const auto pair = [&](QWidget *upper, QWidget *lower, Qt::Alignment side) {
        auto *column = new QVBoxLayout;
        column->setSpacing(0);
        column->addStretch(1);
        column->addWidget(upper, 0, side);
        column->addWidget(lower, 0, side);
        column->addStretch(1);
        row->addLayout(column);
    };
    pair(m_commune, m_province, Qt::AlignLeft);
    row->addStretch(1);
    pair(m_unsent, m_last, Qt::AlignRight);
    row->addWidget(m_link, 0, Qt::AlignVCenter);
    row->addSpacing(theme.px(12));
    pair(m_person, m_role, Qt::AlignRight);
    auto *lock = new IconButton(Icon::Lock, tr("Lock and sign out (Ctrl+L)"));
    row->addWidget(lock);
    connect(lock, &QPushButton::clicked, this, &Header::signOut);

    connect(&services.monitor, &SyncMonitor::changed, this, &Header::refresh, Qt::QueuedConnection);
    auto *tick = new QTimer(this);
    tick->setInterval(minute);
    connect(tick, &QTimer::timeout, this, &Header::countAgain);
    tick->start();
    m_count->setSingleShot(true);
    m_count->setInterval(countDelay);
    connect(m_count, &QTimer::timeout, this, &Header::countAgain);
    const auto later = [this] {
        if (!m_count->isActive())
            m_count->start();
    };
    connect(&services.changes, &DossierChanges::committed, this, later, Qt::QueuedConnection);
    connect(&services.changes, &DossierChanges::enqueued, this, later, Qt::QueuedConnection);
    countAgain();
}

void Header::countAgain()
{
    m_services.counter.counts().then(this, [this](const Result<DossierCounts> &counts) {
        if (counts)
            m_counts = *counts;
        refresh();
    });
    refresh();
}

void Header::refresh()
{
    const SyncSnapshot snapshot = m_services.monitor.snapshot();
    m_link->setWords(linkBadge(snapshot));
    m_link->setToolTip(linkSentence(snapshot));
    const QDateTime now = m_services.clock.now();
    m_unsent->setText(unsentWords(m_counts, now));
    m_last->setText(lastSuccessWords(snapshot, now));
    m_link->setAccessibleDescription(u"%1. %2. %3"_s.arg(linkSentence(snapshot), m_unsent->text(), m_last->text()));
}

void Header::setNarrow(bool narrow)
{
    m_last->setVisible(!narrow);
    m_province->setVisible(!narrow);
    m_role->setVisible(!narrow);
}

void Header::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.colors().surface);
    painter.fillRect(0, height() - theme.border(), width(), theme.border(), theme.colors().line);
}

} // namespace motcua
