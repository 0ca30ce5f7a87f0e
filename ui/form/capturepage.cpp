#include "ui/form/capturepage.h"

#include "core/base/clock.h"
#include "core/base/errorcatalog.h"
#include "core/catalog/packworkshop.h"
#include "core/counter/counter.h"
#include "core/counter/peopledesk.h"
#include "core/identity/kioskprofile.h"
#include "core/procedure/people.h"
#include "ui/dossier/problemwords.h"
#include "ui/form/advicepanel.h"
#include "ui/form/capturemarks.h"
#include "ui/form/formoffers.h"
#include "ui/form/formview.h"
#include "ui/form/handoversheet.h"
#include "ui/form/steplist.h"
#include "ui/form/versionpanel.h"
#include "ui/papers/paperspage.h"
#include "ui/review/assistancecard.h"
#include "ui/review/reviewpage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/textlabel.h"

#include <QBoxLayout>
#include <QResizeEvent>
#include <QShortcut>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int sideListFrom = 860; // narrower or lower pages show the steps above the form
constexpr int tallFrom = 540;

} // namespace

CapturePage::CapturePage(const UiServices &services, ChoosePapers choosePapers, QWidget *parent)
    : Page(parent)
    , m_services(services)
    , m_banner(new Banner)
    , m_version(new VersionPanel(services.units))
    , m_steps(new StepList)
    , m_advice(new AdvicePanel)
    , m_stack(new QStackedWidget)
    , m_papers(new PapersPage(services.counter, services.profile.maxPaperBytes, std::move(choosePapers)))
    , m_review(new ReviewPage(services.units, services.counter))
    , m_middle(new QBoxLayout(QBoxLayout::LeftToRight))
{
    const Theme &theme = themeOf(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(24), theme.px(14), theme.px(16), theme.px(10));
    column->setSpacing(theme.px(10));
    buildHead(column);
    column->addWidget(m_banner);
    column->addWidget(m_version);
    m_middle->setSpacing(theme.px(20));
    m_middle->addWidget(m_steps);
    m_content = new QVBoxLayout;
    m_content->setSpacing(theme.px(10));
    m_content->addWidget(m_advice);
    m_content->addWidget(m_stack, 1);
    m_middle->addLayout(m_content, 1);
    column->addLayout(m_middle, 1);
    buildFoot(column);
    m_stack->addWidget(m_papers);
    m_stack->addWidget(m_review);
    m_stack->setMinimumSize(theme.px(280), theme.px(120)); // its pages scroll; advice above them must not be squeezed
    bindKeys();

    connect(m_steps, &StepList::stepChosen, this, &CapturePage::goToStep);
    connect(m_advice, &AdvicePanel::endRequested, this, &CapturePage::withdraw);
    connect(m_advice, &AdvicePanel::appeared, this, &CapturePage::bringAdviceIntoView);
    connect(m_advice, &AdvicePanel::decided, this, [this] { m_form->focusFirst(); });
    connect(m_papers, &PapersPage::papersChanged, this, [this] { m_form->setPapers(papersPerComponent(m_papers->papers())); });
    connect(m_papers, &PapersPage::readingChanged, this, &CapturePage::readingChanged);
    connect(m_papers, &PapersPage::paperRefused, this, [this](const QString &component) {
        if (std::exchange(m_leaving, {}))
            jumpToPaper(component);
    });
    connect(m_version, &VersionPanel::moveRequested, this, &CapturePage::moveTo);
    connect(m_version, &VersionPanel::declined, this, [this](const QString &version) {
        m_services.counter.declineMove(m_summary.id, version).then(this, [this](const Result<void> &) { askStanding(); });
    });
    connect(m_version, &VersionPanel::leftSeen, this, [this] {
        m_services.counter.leftAnswersSeen(m_summary.id).then(this, [this](const Result<void> &) { askStanding(); });
    });
    if (services.workshop)
        connect(services.workshop, &PackWorkshop::changed, this, &CapturePage::followWriter);
    connect(m_review, &ReviewPage::fieldRequested, this, &CapturePage::jumpToField);
    connect(m_review, &ReviewPage::paperRequested, this, &CapturePage::jumpToPaper);
    connect(m_review->assistance(), &AssistanceCard::confirmed, this, &CapturePage::recordAssistance);
    connect(m_review, &ReviewPage::printRequested, this,
            [this](const QString &paper) { Q_EMIT papersRequested(m_summary.id, paper); });
}

CapturePage::~CapturePage() = default;

void CapturePage::buildHead(QBoxLayout *column)
{
    const Theme &theme = themeOf(this);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme.px(16));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    m_procedure = new TextLabel({}, TextRole::Heading);
    m_person = new TextLabel({}, TextRole::Body, TextLabel::Ink::Muted);
    words->addWidget(m_procedure);
    words->addWidget(m_person);
    row->addLayout(words, 1);
    m_saving = new TextLabel({}, TextRole::Body, TextLabel::Ink::Muted);
    m_saving->setWordWrap(false);
    m_saving->setObjectName(u"savingState"_s);
    row->addWidget(m_saving, 0, Qt::AlignVCenter);
    column->addLayout(row);
}

void CapturePage::buildFoot(QBoxLayout *column)
{
    const Theme &theme = themeOf(this);
    m_foot = new QWidget;
    auto *row = new QHBoxLayout(m_foot);
    row->setContentsMargins(0, 0, theme.px(12), 0);
    row->setSpacing(theme.px(12));
    m_hint = new TextLabel({}, TextRole::Small, TextLabel::Ink::Muted);
    row->addWidget(m_hint, 1);
    row->addStretch(0); // on small pages, in place of the hint
    m_back = new SecondaryButton(tr("Back"), Icon::Back);
    m_next = new PrimaryButton(tr("Go on"), Icon::Forward);
    m_next->setKeyHint(u"Ctrl+Enter"_s);
    m_submit = new PrimaryButton(tr("Submit the dossier"), Icon::Send);
    row->addWidget(m_back);
    row->addWidget(m_next);
    m_handOver = new SecondaryButton(tr("Hand over to the officers"));
    m_handOver->setObjectName(u"handOver"_s);
    row->addWidget(m_handOver);
    row->addWidget(m_submit);
    column->addWidget(m_foot);
    connect(m_handOver, &QPushButton::clicked, this, &CapturePage::askHandOver);
    connect(m_back, &QPushButton::clicked, this, [this] { goToStep(neighbour(m_step, -1)); });
    connect(m_next, &QPushButton::clicked, this, &CapturePage::nextStep);
    connect(m_submit, &QPushButton::clicked, this, &CapturePage::submit);
}

void CapturePage::bindKeys()
{
    const auto bind = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    // Submitting is an act of its own: Ctrl+Enter only leads up to its button.
    const auto onwards = [this] {
        if (onReview())
            return m_submit->isEnabled() ? m_submit->setFocus(Qt::ShortcutFocusReason) : m_review->focusFirst();
        nextStep();
    };
    bind(QKeySequence(Qt::CTRL | Qt::Key_Return), onwards);
    bind(QKeySequence(Qt::CTRL | Qt::Key_Enter), onwards);
    bind(QKeySequence(Qt::CTRL | Qt::Key_PageDown), onwards);
    bind(QKeySequence(Qt::Key_F8), [this] {
        if (onForm())
            m_form->offers().takeFirst();
    });
    bind(QKeySequence(Qt::SHIFT | Qt::Key_F8), [this] {
        if (onForm())
            m_form->offers().skipFirst();
    });
    bind(QKeySequence(Qt::CTRL | Qt::Key_PageUp), [this] { goToStep(neighbour(m_step, -1)); });
}

void CapturePage::open(const Dossier &dossier, const QString &place)
{
    m_summary = dossier.summary;
    m_pack = m_services.counter.packOf(dossier.summary);
    m_focus = dossier.focus;
    m_closed = false;
    m_leaving = {};
    m_papersSeen = !dossier.attachments.isEmpty();

    if (m_form) {
        m_form->setTopWidget(nullptr);
        m_advice->setParent(this); // it outlives the form it may stand in
        m_stack->removeWidget(m_form);
        m_form->deleteLater();
    }
    FormContext context { &m_services.units, m_services.profile.communeCode, countriesOf(*m_pack),
                          toLegalTime(m_services.clock.now()).date() };
    m_form = new FormView(m_pack, std::move(context));
    m_stack->insertWidget(0, m_form);
    arrange();
    m_papers->open(m_pack, m_summary.id, dossier.attachments);
    m_saver = std::make_unique<DraftSaver>(
        [this] {
            return DraftSaver::Draft { m_form->answers(), m_focus };
        },
        [counter = &m_services.counter, id = m_summary.id](const DraftSaver::Draft &draft) {
            return counter->saveDraft(id, draft.form, draft.focus);
        },
        m_services.clock);
    connect(m_saver.get(), &DraftSaver::changed, this, &CapturePage::showSaving);

    m_form->setAnswers(dossier.form);
    m_form->setPapers(papersPerComponent(dossier.attachments));
    connect(m_form, &FormView::edited, m_saver.get(), &DraftSaver::touch);
    m_review->assistance()->show(dossier.assistance);
    connect(m_form, &FormView::edited, m_review->assistance(), [card = m_review->assistance()] { card->show({}); });
    connect(m_form, &FormView::stateChanged, this, &CapturePage::evaluated);
    connect(&m_form->offers(), &FormOffers::personNamed, this, &CapturePage::askForEarlier);
    connect(m_form, &FormView::stepFinished, this, [this] { m_next->setFocus(Qt::TabFocusReason); });
    connect(m_form, &FormView::focusedPointerChanged, this, [this](const QString &pointer) {
        if (!onForm() || m_focus == pointer)
            return;
        m_focus = pointer;
        m_saver->touchFocus();
    });
    m_services.counter.rememberOpenDraft(m_summary.id).then(this, [this](const Result<void> &kept) {
        if (!kept)
            m_banner->showError(kept.error());
    });
    showPortalProblem(dossier);
    if (!place.isEmpty())
        m_focus = place;
    m_version->clear();
    askStanding();
    evaluated();
    showSaving();
    Q_EMIT titleChanged();
}

// What an earlier dossier knows of a person is offered while it is typed; no answer is no news.
void CapturePage::askForEarlier(const QString &person, PersonQuestion question)
{
    question.exceptDossier = m_summary.id;
    m_services.counter.earlierPerson(question).then(
        m_form, [form = m_form, person, question](const Result<std::optional<EarlierPerson>> &found) {
            if (found && *found)
                form->offers().showEarlier(person, question, **found);
        });
}

// Only when a dossier is opened: what is installed meanwhile never changes the form somebody works on.
void CapturePage::askStanding()
{
    m_services.counter.packStanding(m_summary.id).then(this, [this, id = m_summary.id](const Result<PackStanding> &standing) {
        if (standing && id == m_summary.id && !m_closed)
            m_version->show(*standing);
    });
}

// What was typed last is saved under the old version first, so that nothing is lost if moving fails.
void CapturePage::moveTo(const QString &version)
{
    if (m_closed || !isSettled())
        return;
    m_saver->flush([this, version](bool safe) {
        if (!safe)
            return showSaving();
        const QString focus = m_focus;
        m_services.counter.moveDraft(m_summary.id, version).then(this, [this, focus](const Result<Dossier> &moved) {
            if (!moved)
                return m_banner->showError(moved.error());
            open(*moved);
            m_focus = focus;
            resume();
        });
    });
}

// While a pack is written, each save of the file shows at once in the form that is open.
void CapturePage::followWriter()
{
    const PackPtr written =
        m_closed || !m_pack || !isDraftVersion(m_pack->version) ? nullptr : m_services.workshop->pack(m_pack->code);
    if (written && written->version != m_pack->version)
        moveTo(written->version);
}

// Why it came back stands above everything until it is sent again.
void CapturePage::showPortalProblem(const Dossier &dossier)
{
    m_banner->clear();
    if (dossier.summary.status != DossierStatus::NeedsFix)
        return;
    if (dossier.summary.delivery == DeliveryState::Received) {
        QStringList asked;
        for (const PortalRequest &request : dossier.requests) {
            if (request.isOpen())
                asked += askedWords(*m_pack, request);
        }
        return m_banner->showMessage(Tone::Waiting, tr("The portal asks for a supplement"),
                                     asked.isEmpty() ? dossier.summary.portalNote : asked.join(u'\n'));
    }
    if (!dossier.problem)
        return;
    m_banner->showMessage(Tone::Error, tr("The portal sent this dossier back"), problemWords(*m_pack, *dossier.problem));
    if (!dossier.problem->field.isEmpty())
        m_focus = dossier.problem->field;
    else if (!dossier.problem->papers.isEmpty())
        m_focus = papersMark;
}

QString CapturePage::title() const
{
    return m_pack ? m_pack->shortName : QString();
}

void CapturePage::enter()
{
    if (m_form)
        resume();
}

// Back to the field last worked on; a new draft starts at its first question.
void CapturePage::resume()
{
    const QString focus = m_focus;
    if (focus.startsWith(papersMark + u'/'))
        return jumpToPaper(focus.mid(papersMark.size() + 1));
    if (focus == papersMark)
        return goToStep(formSteps());
    if (focus == reviewMark)
        return goToStep(formSteps() + 1);
    const int step = focus.isEmpty() ? -1 : m_form->stepOf(focus);
    goToStep(std::max(step, 0));
    if (step >= 0)
        m_form->focusField(focus);
}

void CapturePage::leave(const std::function<void()> &proceed)
{
    putAway([this, proceed] {
        if (!m_closed)
            closeDraft();
        proceed();
    });
}

// The draft stays the one that is open: the next sign-in finds it again at the same field.
void CapturePage::putAway(const std::function<void()> &proceed)
{
    if (m_closed)
        return proceed();
    if (!isSettled()) {
        m_leaving = proceed;
        return;
    }
    m_saver->flush([this, proceed](bool safe) {
        // Staying is the only honest thing while something typed is not safe yet; the next attempt is on its way.
        if (!safe)
            return showSaving();
        if (!isSettled())
            return putAway(proceed);
        proceed();
    });
}

bool CapturePage::isSettled() const
{
    return !m_papers->isReading() && !m_submitting;
}

void CapturePage::leaveWhenSettled()
{
    if (m_leaving && isSettled())
        putAway(std::exchange(m_leaving, {}));
}

void CapturePage::readingChanged()
{
    if (onReview() && !m_papers->isReading())
        m_review->show(*m_pack, m_form->state(), m_papers->papers());
    showFoot();
    leaveWhenSettled();
}

void CapturePage::closeDraft()
{
    m_closed = true;
    m_services.counter.rememberOpenDraft({});
}

bool CapturePage::stepBack()
{
    const int before = m_form ? neighbour(m_step, -1) : -1;
    if (before >= 0)
        goToStep(before);
    return before >= 0;
}

int CapturePage::formSteps() const
{
    return m_form ? int(m_form->steps().size()) : 0;
}

int CapturePage::neighbour(int from, int direction) const
{
    const QList<FormStep> steps = m_form->steps();
    for (int step = from + direction; step >= 0 && step <= formSteps() + 1; step += direction) {
        if (step >= formSteps() || steps[step].visible)
            return step;
    }
    return -1;
}

void CapturePage::goToStep(int step)
{
    if (step < 0 || !m_form)
        return;
    m_step = step;
    const FormState &state = m_form->state();
    if (onForm()) {
        m_stack->setCurrentWidget(m_form);
        m_form->showStep(step);
        m_focus = m_form->focusedPointer();
    } else if (onPapers()) {
        m_papersSeen = true;
        m_focus = papersMark;
        m_papers->setComponents(state.components);
        m_stack->setCurrentWidget(m_papers);
        m_papers->focusFirst();
    } else {
        m_papersSeen = true;
        m_focus = reviewMark;
        for (int each = 0; each < formSteps(); ++each)
            m_form->reveal(each);
        m_review->show(*m_pack, state, m_papers->papers());
        m_stack->setCurrentWidget(m_review);
    }
    if (!m_closed)
        m_saver->touchFocus();
    showSteps();
    showAdvice();
    bringAdviceIntoView();
    showFoot();
    if (onReview()) {
        if (m_submit->isEnabled())
            m_submit->setFocus(Qt::TabFocusReason);
        else
            m_review->focusFirst();
    }
}

void CapturePage::nextStep()
{
    m_form->state(); // settle what was typed last
    if (onForm() && m_advice->needsDecision())
        return m_advice->askForDecision();
    if (onForm())
        m_form->reveal(m_step);
    goToStep(neighbour(m_step, +1));
}

void CapturePage::jumpToField(const QString &pointer)
{
    const int step = m_form->stepOf(pointer);
    if (step < 0)
        return;
    goToStep(step);
    m_form->focusField(pointer);
}

void CapturePage::jumpToPaper(const QString &component)
{
    goToStep(formSteps());
    m_papers->focusComponent(component);
}

void CapturePage::submit()
{
    if (!isSettled() || m_closed)
        return;
    m_submitting = true;
    m_submit->setBusy(true);
    m_saver->flush([this](bool safe) {
        if (!safe) {
            stopSubmitting();
            return showSaving();
        }
        m_services.counter.submit(m_summary.id).then(this, [this](const Result<DossierSummary> &answer) { submitted(answer); });
    });
}

// What was typed last is saved first: the citizen confirms what the store holds.
void CapturePage::recordAssistance(Assistance::Confirmation how, const QString &language)
{
    if (!isSettled() || m_closed)
        return;
    m_saver->flush([=, this](bool safe) {
        if (!safe)
            return showSaving();
        m_services.counter.people()
            .recordAssistance(m_summary.id, how, language)
            .then(this, [this, id = m_summary.id](const Result<Assistance> &given) {
                if (id != m_summary.id)
                    return;
                m_review->assistance()->show(given ? std::optional(*given) : std::nullopt);
                if (!given)
                    return m_review->showError(given.error());
                m_review->clearError();
                if (m_submit->isEnabled())
                    m_submit->setFocus(Qt::TabFocusReason);
            });
    });
}

void CapturePage::askHandOver()
{
    auto *sheet = new HandOverSheet(m_summary.localCode, blocking(), this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &QDialog::accepted, this, &CapturePage::handOver);
    sheet->open();
}

// From then on the officers answer for it, and this person sees it no more.
void CapturePage::handOver()
{
    if (!isSettled() || m_closed)
        return;
    m_handOver->setBusy(true);
    m_saver->flush([this](bool safe) {
        m_handOver->setBusy(safe);
        if (!safe)
            return showSaving();
        m_services.counter.people().handOver(m_summary.id).then(this, [this](const Result<void> &given) {
            m_handOver->setBusy(false);
            if (!given)
                return m_review->showError(given.error());
            closeDraft();
            Q_EMIT handedOver(m_summary.localCode);
        });
    });
}

// Who wanted to leave stays when it was not submitted, or nobody would see why.
void CapturePage::stopSubmitting()
{
    m_submitting = false;
    m_leaving = {};
    m_submit->setBusy(false);
    showFoot();
}

void CapturePage::submitted(const Result<DossierSummary> &answer)
{
    if (!answer) {
        stopSubmitting();
        m_review->showError(answer.error());
        if (answer.error().code == ErrorCode::AssistanceMissing)
            m_review->assistance()->ask();
        return;
    }
    m_submitting = false;
    m_submit->setBusy(false);
    closeDraft();
    m_summary = *answer;
    Q_EMIT finished(m_summary.id);
    leaveWhenSettled();
}

void CapturePage::withdraw()
{
    m_saver->flush([this](bool safe) {
        if (!safe)
            return showSaving();
        m_services.counter.withdraw(m_summary.id).then(this, [this](const Result<void> &withdrawn) {
            if (!withdrawn)
                return m_banner->showError(withdrawn.error());
            closeDraft();
            Q_EMIT left();
        });
    });
}

void CapturePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const Theme &theme = themeOf(this);
    m_wide = event->size().width() >= theme.px(sideListFrom) && event->size().height() >= theme.px(tallFrom);
    arrange();
}

// On small pages the steps lie above the form, and advice scrolls with the fields, so that neither is squeezed.
void CapturePage::arrange()
{
    m_middle->setDirection(m_wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_steps->setCompact(!m_wide);
    m_hint->setVisible(m_wide || m_papers->isReading());
    if (!m_form)
        return;
    if (m_wide) {
        m_form->setTopWidget(nullptr);
        if (m_content->indexOf(m_advice) < 0)
            m_content->insertWidget(0, m_advice);
    } else {
        m_content->removeWidget(m_advice);
        m_form->setTopWidget(m_advice);
    }
    showHead();
}

} // namespace motcua
