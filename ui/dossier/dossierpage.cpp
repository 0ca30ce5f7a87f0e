#include "ui/dossier/dossierpage.h"

#include "core/base/clock.h"
#include "core/counter/counter.h"
#include "core/dossier/dossierchanges.h"
#include "core/outbox/syncmonitor.h"
#include "ui/dossier/axes.h"
#include "ui/dossier/branchcards.h"
#include "ui/dossier/branchwords.h"
#include "ui/dossier/copyline.h"
#include "ui/dossier/historycard.h"
#include "ui/dossier/paperthumb.h"
#include "ui/dossier/paperview.h"
#include "ui/dossier/statewords.h"
#include "ui/fee/estimatecard.h"
#include "ui/fee/feecard.h"
#include "core/procedure/answertext.h"
#include "ui/shell/navigator.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/scrollbody.h"
#include "ui/widgets/sectiontitle.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int refreshDelay = 150;
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

DossierPage::DossierPage(const UiServices &services, Navigator &navigator, QWidget *parent)
    : Page(parent)
    , m_services(services)
    , m_navigator(navigator)
    , m_refresh(new QTimer(this))
    , m_error(new Banner)
    , m_next(new Banner)
    , m_problem(new Banner)
    , m_axes(new Axes)
    , m_branches(new BranchCards)
{
    QVBoxLayout *body = makeScrollBody(this, 1240);
    buildHead(body);
    body->addWidget(m_error);
    body->addWidget(m_next);
    body->addWidget(m_problem);
    body->addWidget(m_axes);
    body->addWidget(m_branches);
    buildParts(body);
    buildWithdraw(body);
    body->addStretch(1);
    connect(m_problem, &Banner::actionPressed, this, [this] { m_navigator.openForm(m_id); });

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
    connect(m_send, &QPushButton::clicked, this, [this] {
        m_services.sync.requestSync();
        m_navigator.say(Tone::Info, tr("The machine is calling the portal. The state on this page changes by itself."));
    });
    m_main = new PrimaryButton({});
    connect(m_main, &QPushButton::clicked, this, &DossierPage::mainAction);
    m_print = new SecondaryButton(tr("Papers to print"), Icon::Papers);
    connect(m_print, &QPushButton::clicked, this, [this] { m_navigator.openPapers(m_id); });
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
    m_services.counter.dossier(m_id).then(this, [this, asked = m_id](const Result<Dossier> &dossier) {
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
    m_procedure->setText(u"%1 · %2"_s.arg(summary.procedureName, summary.procedureCode));
    m_official->setCode(summary.officialCode);
    m_local->setCode(summary.localCode);
    const BadgeWords badge = overallBadge(summary, now);
    m_next->showMessage(summary.status == DossierStatus::Draft ? Tone::Info : badge.tone, tr("What to do next"),
                        QStringList { nextStep(summary, now), branchesToCallFor(m_dossier.branches) }.join(u'\n').trimmed());
    showProblem();
    m_axes->show(m_dossier, now);
    m_branches->show(m_dossier, now);
    if (!sameAnswers)
        showAnswers();
    if (!samePapers)
        showPapers();
    showFeeAndTime();
    m_history->show(m_dossier, now);
    showActions();
    if (std::exchange(m_fresh, false)) {
        if (auto *area = findChild<QScrollArea *>())
            area->verticalScrollBar()->setValue(0);
        m_main->setFocus();
    }
}

void DossierPage::showProblem()
{
    const std::optional<DeliveryProblem> &problem = m_dossier.problem;
    if (m_dossier.summary.status != DossierStatus::NeedsFix || !problem) {
        m_problem->clear();
        return;
    }
    QString text = problem->reason.isEmpty() ? tr("The portal gave no reason.") : problem->reason;
    const QString field = fieldLabel(problem->field);
    if (!field.isEmpty())
        text = tr("Field: %1").arg(field) + u'\n' + text;
    // One red box, not two: the reason carries the next step with it.
    m_next->clear();
    text += u'\n' + nextStep(m_dossier.summary, m_services.clock.now());
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
        m_main->setText(tr("Mend and send again"));
        m_main->setIconKind(Icon::Draft);
        break;
    default:
        m_main->setText(tr("Print the slip"));
        m_main->setIconKind(Icon::Print);
    }
    m_main->setAccessibleName(m_main->text());
    m_main->updateGeometry();
    m_main->setVisible(summary.status != DossierStatus::Withdrawn);
    m_send->setVisible(summary.status == DossierStatus::Queued);
    m_withdraw->setVisible(mayBecome(summary.status, DossierStatus::Withdrawn) && m_confirm->isHidden());
}

void DossierPage::showAnswers()
{
    const Theme &theme = themeOf(this);
    empty(m_answerLines);
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
        QString title = paper.component;
        if (pack) {
            const auto found = std::find_if(pack->components.cbegin(), pack->components.cend(),
                                            [&](const Component &component) { return component.code == paper.component; });
            if (found != pack->components.cend())
                title = found->title;
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
    m_fee->setVisible(pack != nullptr);
    m_estimate->setVisible(pack && !m_dossier.receipt && summary.status != DossierStatus::Withdrawn);
    if (!pack)
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

void DossierPage::mainAction()
{
    if (mayBeEdited(m_dossier.summary.status))
        m_navigator.openForm(m_id);
    else
        m_navigator.openSlip(m_id);
}

void DossierPage::askWithdraw(bool asking)
{
    m_confirm->setVisible(asking);
    m_withdraw->setVisible(!asking && mayBecome(m_dossier.summary.status, DossierStatus::Withdrawn));
    // The safe answer has the focus.
    if (asking)
        m_keep->setFocus();
    else if (m_withdraw->isVisible() && !m_fresh)
        m_withdraw->setFocus();
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

QString DossierPage::fieldLabel(const QString &pointer) const
{
    if (pointer.isEmpty())
        return {};
    const PackPtr pack = m_services.counter.packOf(m_dossier.summary);
    QString label = pointer;
    const auto visit = [&](const auto &self, const LayoutElement &element) -> void {
        if (element.field && element.field->pointer == pointer)
            label = element.label.isEmpty() ? element.field->title : element.label;
        for (const LayoutElement &child : element.children)
            self(self, child);
    };
    if (pack)
        visit(visit, pack->layout);
    return label;
}

} // namespace motcua
