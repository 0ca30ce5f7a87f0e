#include "ui/dossier/dossierpage.h"

#include "core/base/clock.h"
#include "core/counter/counter.h"
#include "core/counter/peopledesk.h"
#include "core/counter/portaldesk.h"
#include "core/dossier/dossierchanges.h"
#include "core/dossier/nextstep.h"
#include "core/outbox/syncmonitor.h"
#include "ui/dossier/axes.h"
#include "ui/dossier/branchcards.h"
#include "ui/dossier/branchwords.h"
#include "ui/dossier/copyline.h"
#include "ui/dossier/handovercard.h"
#include "ui/dossier/historycard.h"
#include "ui/dossier/portalcard.h"
#include "ui/dossier/problemwords.h"
#include "ui/dossier/requestcard.h"
#include "ui/dossier/statewords.h"
#include "ui/fee/estimatecard.h"
#include "ui/fee/feecard.h"
#include "ui/shell/navigator.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/scrollbody.h"
#include "ui/widgets/sectiontitle.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int refreshDelay = 150;

} // namespace

DossierPage::DossierPage(const UiServices &services, Navigator &navigator, QWidget *parent)
    : Page(parent)
    , m_services(services)
    , m_navigator(navigator)
    , m_refresh(new QTimer(this))
    , m_error(new Banner)
    , m_next(new Banner)
    , m_problem(new Banner)
    , m_requests(new RequestCard)
    , m_portal(new PortalCard)
    , m_axes(new Axes)
    , m_branches(new BranchCards)
    , m_handOver(new HandOverCard(services))
    , m_outline(seesNoPersonalData(services.counter.actor()))
{
    QVBoxLayout *body = makeScrollBody(this, 1240);
    buildHead(body);
    body->addWidget(m_error);
    body->addWidget(m_next);
    body->addWidget(m_problem);
    body->addWidget(m_requests);
    body->addWidget(m_portal);
    body->addWidget(m_axes);
    body->addWidget(m_branches);
    buildParts(body);
    body->addWidget(m_handOver);
    buildWithdraw(body);
    body->addStretch(1);
    connect(m_requests, &RequestCard::mendRequested, this, &DossierPage::mend);
    connect(m_portal, &PortalCard::resultRequested, this,
            [this](const QString &result) { m_navigator.openResult(m_id, result); });
    connect(m_portal, &PortalCard::toldRequested, this, &DossierPage::noteTold);
    connect(&services.monitor, &SyncMonitor::changed, this, &DossierPage::showSend, Qt::QueuedConnection);
    connect(m_next, &Banner::actionPressed, this, &DossierPage::takeOver);
    connect(m_handOver, &HandOverCard::failed, m_error, &Banner::showError);
    connect(m_handOver, &HandOverCard::changed, this, &DossierPage::load);

    m_refresh->setSingleShot(true);
    m_refresh->setInterval(refreshDelay);
    connect(m_refresh, &QTimer::timeout, this, &DossierPage::load);
    connect(
        &services.changes, &DossierChanges::committed, this,
        [this](const QString &id) {
            if (id == m_id && isVisible() && !m_refresh->isActive())
                m_refresh->start();
        },
        Qt::QueuedConnection);
}

void DossierPage::buildHead(QVBoxLayout *body)
{
    const Theme &theme = themeOf(this);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme.px(12));
    auto *words = new QVBoxLayout;
    words->setSpacing(theme.px(2));
    m_person = new TextLabel({}, TextRole::Title);
    m_procedure = new TextLabel({}, TextRole::Body, TextLabel::Ink::Muted);
    words->addWidget(m_person);
    words->addWidget(m_procedure);
    row->addLayout(words, 1);
    m_send = new SecondaryButton(tr("Send now"), Icon::Send);
    m_send->setKeyHint(u"F5"_s);
    connect(m_send, &QPushButton::clicked, this, &DossierPage::sendNow);
    m_main = new PrimaryButton({});
    connect(m_main, &QPushButton::clicked, this, &DossierPage::mainAction);
    m_print = new SecondaryButton(tr("Papers to print"), Icon::Papers);
    connect(m_print, &QPushButton::clicked, this, [this] { m_navigator.openPapers(m_id); });
    if (m_outline)
        m_print->hide();
    row->addWidget(m_print, 0, Qt::AlignTop);
    row->addWidget(m_send, 0, Qt::AlignTop);
    row->addWidget(m_main, 0, Qt::AlignTop);
    body->addLayout(row);

    auto *codes = new QWidget;
    auto *flow = new FlowLayout(codes);
    flow->setSpacing(theme.px(24));
    m_official = new CopyLine(tr("Official code"));
    m_local = new CopyLine(tr("Local code (provisional)"));
    for (CopyLine *line : { m_official, m_local }) {
        flow->addWidget(line);
        connect(line, &CopyLine::copied, this, [this] { m_navigator.say(Tone::Good, tr("The code was copied.")); });
    }
    body->addWidget(codes);
}

void DossierPage::buildParts(QVBoxLayout *body)
{
    const Theme &theme = themeOf(this);
    auto *parts = new QWidget;
    auto *flow = new FlowLayout(parts);
    flow->setSpacing(theme.px(16));
    flow->setItemWidth(theme.px(420));

    m_answers = new Card;
    m_answers->body()->addWidget(new SectionTitle(tr("Answers")));
    m_answerLines = new QVBoxLayout;
    m_answerLines->setSpacing(theme.px(6));
    m_answers->body()->addLayout(m_answerLines);
    m_answers->body()->addStretch(1);
    if (m_outline)
        m_answers->hide();
    flow->addWidget(m_answers);

    auto *right = new QWidget;
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(16));
    m_papers = new Card;
    m_papers->body()->addWidget(new SectionTitle(tr("Papers")));
    m_papers->body()->setContentsMargins(theme.px(20), theme.px(16), theme.px(12), theme.px(12));
    m_paperLines = new QVBoxLayout;
    m_paperLines->setSpacing(theme.px(4));
    m_papers->body()->addLayout(m_paperLines);
    m_fee = new FeeCard;
    m_estimate = new EstimateCard;
    connect(m_fee, &FeeCard::declarationRequested, this, &DossierPage::notePayment);
    column->addWidget(m_fee);
    column->addWidget(m_estimate);
    column->addWidget(m_papers);
    m_history = new HistoryCard;
    column->addWidget(m_history);
    column->addStretch(1);
    flow->addWidget(right);
    body->addWidget(parts);
}

void DossierPage::buildWithdraw(QVBoxLayout *body)
{
    const Theme &theme = themeOf(this);
    m_withdraw = new QuietButton(tr("Withdraw this dossier…"), Icon::Withdrawn);
    connect(m_withdraw, &QPushButton::clicked, this, [this] { askWithdraw(true); });
    body->addWidget(m_withdraw, 0, Qt::AlignLeft);

    m_confirm = new Card;
    m_confirm->body()->addWidget(new TextLabel(tr("Withdraw this dossier?"), TextRole::Heading));
    m_confirm->body()->addWidget(new TextLabel(tr("Do this only when the citizen no longer wishes to go on. The dossier is then "
                                                  "never sent, but it stays on this machine and can still be looked at.")));
    auto *row = new QHBoxLayout;
    row->setSpacing(theme.px(8));
    m_keep = new SecondaryButton(tr("Keep it"));
    m_really = new DangerButton(tr("Withdraw"), Icon::Withdrawn);
    row->addWidget(m_keep);
    row->addWidget(m_really);
    row->addStretch(1);
    m_confirm->body()->addLayout(row);
    m_confirm->hide();
    body->addWidget(m_confirm);
    connect(m_keep, &QPushButton::clicked, this, [this] { askWithdraw(false); });
    connect(m_really, &QPushButton::clicked, this, &DossierPage::withdraw);
}

void DossierPage::open(const QString &id)
{
    m_id = id;
    m_fresh = true;
    askWithdraw(false);
    m_error->clear();
}

QString DossierPage::title() const
{
    return tr("Dossier");
}

void DossierPage::enter()
{
    load();
}

bool DossierPage::stepBack()
{
    if (m_confirm->isHidden())
        return false;
    askWithdraw(false);
    return true;
}

void DossierPage::load()
{
    auto found = m_outline ? m_services.counter.outline(m_id) : m_services.counter.dossier(m_id);
    found.then(this, [this, asked = m_id](const Result<Dossier> &dossier) {
        if (asked != m_id)
            return;
        if (!dossier)
            return m_error->showError(dossier.error());
        show(*dossier);
    });
}

void DossierPage::show(const Dossier &dossier)
{
    const bool samePapers = dossier.attachments == m_dossier.attachments && dossier.summary.id == m_dossier.summary.id;
    const bool sameAnswers = samePapers && dossier.form == m_dossier.form;
    m_dossier = dossier;
    const DossierSummary &summary = m_dossier.summary;
    const QDateTime now = m_services.clock.now();
    m_person->setText(personOf(summary));
    m_procedure->setText(m_outline ? summary.procedureCode : u"%1 · %2"_s.arg(summary.procedureName, summary.procedureCode));
    m_official->setCode(summary.officialCode);
    m_local->setCode(summary.localCode);
    const BadgeWords badge = overallBadge(summary, now);
    m_next->showMessage(summary.status == DossierStatus::Draft ? Tone::Info : badge.tone, tr("What to do next"),
                        QStringList { nextStep(summary, now), branchesToCallFor(m_dossier.branches) }.join(u'\n').trimmed());
    if (summary.purgedAt.isValid())
        m_next->showMessage(
            Tone::Info, tr("Purged from this computer"),
            tr("The portal has this dossier and has finished it. On %1 its content left this computer; receipt, codes "
               "and journal stay.")
                .arg(toLegalTime(summary.purgedAt).toString(u"dd/MM/yyyy"_s)));
    showSeal();
    if (m_outline)
        m_next->showMessage(
            Tone::Info, tr("Without personal data"),
            tr("IT staff see codes, states and sizes here. What the dossier says is seen by those who work on it."));
    showProblem();
    const PackPtr pack = m_services.counter.packOf(summary);
    m_requests->show(m_dossier, pack);
    m_portal->show(m_dossier, now);
    m_axes->show(m_dossier, now);
    m_branches->show(m_dossier, now);
    if (!sameAnswers)
        showAnswers();
    if (!samePapers)
        showPapers();
    showFeeAndTime();
    m_history->show(m_dossier, now);
    if (!m_outline)
        m_handOver->show(m_dossier);
    showActions();
    if (std::exchange(m_fresh, false)) {
        if (auto *area = findChild<QScrollArea *>())
            area->verticalScrollBar()->setValue(0);
        m_main->setFocus();
    }
}

// Nothing of it is changed before somebody answers for it; officers may.
void DossierPage::showSeal()
{
    const bool mayTake = m_dossier.summary.isSealed && reachOf(m_services.counter.actor(), Deed::TakeOver) != Reach::None;
    m_next->setAction(mayTake ? tr("Take this dossier over") : QString());
    if (m_dossier.summary.isSealed)
        m_next->showMessage(Tone::Waiting, tr("Sealed"),
                            tr("%1, who began it, may no longer sign in. Everything is kept as it was; an officer can take the "
                               "dossier over and go on with it.")
                                .arg(m_dossier.summary.createdBy));
}

void DossierPage::takeOver()
{
    m_services.counter.people().takeOver(m_id).then(this, [this](const Result<void> &taken) {
        if (!taken)
            return m_error->showError(taken.error());
        m_navigator.openForm(m_id);
    });
}

void DossierPage::showProblem()
{
    const std::optional<DeliveryProblem> &problem = m_dossier.problem;
    const bool refused =
        m_dossier.summary.status == DossierStatus::NeedsFix && m_dossier.summary.delivery == DeliveryState::Refused;
    if (!problem || (!refused && !m_dossier.summary.asks.testFlag(Ask::Trouble))) {
        m_problem->clear();
        return;
    }
    const PackPtr pack = m_services.counter.packOf(m_dossier.summary);
    // One red box, not two: the reason carries the next step with it.
    m_next->clear();
    const QString text =
        (pack ? problemWords(*pack, *problem) : problem->reason) + u'\n' + nextStep(m_dossier.summary, m_services.clock.now());
    m_problem->showMessage(Tone::Error, tr("The portal's reason (%1)").arg(problem->errorId), text);
}

void DossierPage::showActions()
{
    const DossierSummary &summary = m_dossier.summary;
    switch (summary.status) {
    case DossierStatus::Draft:
        m_main->setText(tr("Go on"));
        m_main->setIconKind(Icon::Draft);
        break;
    case DossierStatus::NeedsFix:
        m_main->setText(summary.delivery == DeliveryState::Received ? tr("Go on with the supplement")
                                                                    : tr("Mend and send again"));
        m_main->setIconKind(Icon::Draft);
        break;
    default:
        m_main->setText(tr("Print the slip"));
        m_main->setIconKind(Icon::Print);
    }
    m_main->setAccessibleName(m_main->text());
    m_main->updateGeometry();
    m_main->setVisible(summary.status != DossierStatus::Withdrawn && !summary.isSealed && !m_outline);
    showSend();
    m_withdraw->setVisible(mayBeWithdrawn() && m_confirm->isHidden());
}

void DossierPage::mainAction()
{
    if (mayBeEdited(m_dossier.summary.status))
        m_navigator.openForm(m_id);
    else
        m_navigator.openSlip(m_id);
}

// The portal holds it, so that it must be opened for mending first; a supplement that was begun goes on.
void DossierPage::mend(const QString &place)
{
    if (mayBeEdited(m_dossier.summary.status))
        return m_navigator.openForm(m_id, place);
    m_services.counter.portal().mend(m_id).then(this, [this, place](const Result<void> &opened) {
        if (!opened)
            return m_error->showError(opened.error());
        m_navigator.openForm(m_id, place);
    });
}

void DossierPage::noteTold()
{
    m_portal->told()->setBusy(true);
    m_services.counter.portal().noteTold(m_id).then(this, [this](const Result<void> &done) {
        m_portal->told()->setBusy(false);
        if (!done)
            return m_error->showError(done.error());
        m_navigator.say(Tone::Good, tr("Noted: the citizen was told."));
        load();
    });
}

// When papers are held back by a setting, the button is the order for this one dossier.
void DossierPage::showSend()
{
    const HeldBack held = m_services.monitor.snapshot().heldBack;
    m_ordersPapers = (held == HeldBack::Budget || held == HeldBack::Metered) && !m_dossier.now;
    m_send->setVisible(m_dossier.summary.status == DossierStatus::Queued && m_dossier.summary.otherDoor == OtherDoor::No);
    m_send->setText(m_ordersPapers ? tr("Send its papers now") : tr("Send now"));
    m_send->setAccessibleName(m_send->text());
    m_send->updateGeometry();
}

void DossierPage::sendNow()
{
    if (!m_ordersPapers) {
        m_services.sync.requestSync();
        m_navigator.say(Tone::Info, tr("The machine is calling the portal. The state on this page changes by itself."));
        return;
    }
    m_services.counter.portal().sendNow(m_id).then(this, [this](const Result<void> &ordered) {
        if (!ordered)
            return m_error->showError(ordered.error());
        m_services.sync.requestSync();
        m_navigator.say(Tone::Info, tr("Its papers go now, whatever the settings say. The order is in the journal."));
        load();
    });
}

void DossierPage::askWithdraw(bool asking)
{
    m_confirm->setVisible(asking);
    m_withdraw->setVisible(!asking && mayBeWithdrawn());
    // The safe answer has the focus.
    if (asking)
        m_keep->setFocus();
    else if (m_withdraw->isVisible() && !m_fresh)
        m_withdraw->setFocus();
}

// What the portal holds is its own to end.
bool DossierPage::mayBeWithdrawn() const
{
    return !m_outline && mayBecome(m_dossier.summary.status, DossierStatus::Withdrawn)
           && m_dossier.summary.officialCode.isEmpty();
}

void DossierPage::withdraw()
{
    m_really->setBusy(true);
    m_services.counter.withdraw(m_id).then(this, [this](const Result<void> &done) {
        m_really->setBusy(false);
        askWithdraw(false);
        if (!done)
            return m_error->showError(done.error());
        m_navigator.say(Tone::Good, tr("The dossier was withdrawn. It is kept on this machine."));
        load();
    });
}

} // namespace motcua
