// CapturePage: what its head, steps, advice and foot say.
#include "core/base/clock.h"
#include "core/base/errorcatalog.h"
#include "core/counter/counter.h"
#include "core/procedure/people.h"
#include "ui/form/advicepanel.h"
#include "ui/form/capturepage.h"
#include "ui/form/formview.h"
#include "ui/form/steplist.h"
#include "ui/papers/paperspage.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/textlabel.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// Pointers of the answers that a schema looks at.
QStringList askedBy(const QJsonObject &schema, const QString &pointer)
{
    QStringList asked;
    const QJsonObject properties = schema.value("properties"_L1).toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it)
        asked += askedBy(it.value().toObject(), pointer + u'/' + it.key());
    for (const QLatin1StringView combined : { "allOf"_L1, "anyOf"_L1, "oneOf"_L1 }) {
        const QJsonArray parts = schema.value(combined).toArray();
        for (const auto &part : parts)
            asked += askedBy(part.toObject(), pointer);
    }
    if (asked.isEmpty() && !pointer.isEmpty())
        asked.append(pointer);
    return asked;
}

} // namespace

void CapturePage::evaluated()
{
    showHead();
    m_papers->setComponents(m_form->state().components);
    showSteps();
    showAdvice();
    showFoot();
}

void CapturePage::showHead()
{
    const QString person = applicantName(*m_pack, m_form->state().answers);
    m_procedure->setText(m_wide ? m_pack->name : m_pack->shortName);
    m_person->setText(person.isEmpty() ? tr("Provisional code %1").arg(m_summary.localCode)
                                       : u"%1 · %2"_s.arg(person, m_summary.localCode));
}

void CapturePage::showSteps()
{
    const FormState &state = m_form->state();
    QList<StepWords> words;
    const QList<FormStep> steps = m_form->steps();
    for (int i = 0; i < steps.size(); ++i) {
        const FormStep &step = steps[i];
        StepWords each { step.title, {}, Tone::Neutral, Icon::None, step.visible };
        if (step.errors > 0) {
            each.state = tr("%n to correct", nullptr, step.errors);
            each.tone = Tone::Error;
            each.icon = Icon::Error;
        } else if (step.visited && step.missing > 0) {
            each.state = tr("%n missing", nullptr, step.missing);
            each.tone = Tone::Waiting;
            each.icon = i == m_step ? Icon::None : Icon::Warning;
        } else if (step.visited && step.missing == 0) {
            each.state = step.doubts > 0 ? tr("done, %n note(s)", nullptr, step.doubts) : tr("done");
            each.tone = Tone::Good;
            each.icon = Icon::Check;
        }
        words.append(each);
    }
    const auto missingPapers = std::count_if(state.components.cbegin(), state.components.cend(), [](const ComponentState &each) {
        return each.applies && each.required && each.papers == 0;
    });
    StepWords papers { tr("Papers"), {} };
    if (m_papersSeen && missingPapers > 0) {
        papers.state = tr("%n missing", nullptr, int(missingPapers));
        papers.tone = Tone::Waiting;
        papers.icon = Icon::Warning;
    } else if (m_papersSeen) {
        papers.state = m_papers->papers().isEmpty() ? tr("done") : tr("%n file(s)", nullptr, int(m_papers->papers().size()));
        papers.tone = Tone::Good;
        papers.icon = Icon::Check;
    }
    words.append(papers);
    StepWords review { tr("Review and submit"), {} };
    if (state.complete()) {
        review.state = tr("complete");
        review.tone = Tone::Good;
    }
    words.append(review);
    m_steps->setSteps(words, m_step);
}

// A notice stands where its answer is given; what ends the dossier stands on every step.
// A condition over several answers ("#" as scope) belongs to the last step it asks about: there it becomes true.
int CapturePage::stepOfAdvice(const Advice &advice) const
{
    if (!advice.condition.pointer.isEmpty())
        return m_form->stepOf(advice.condition.pointer);
    int last = -1;
    const QStringList asked = askedBy(advice.condition.schema, {});
    for (const QString &pointer : asked)
        last = std::max(last, m_form->stepOf(pointer));
    return last;
}

void CapturePage::showAdvice()
{
    QList<Advice> shown;
    const FormState &state = m_form->state();
    for (const Advice &advice : state.advice) {
        const int step = stepOfAdvice(advice);
        if (advice.kind != Advice::Kind::Notice || step == m_step || step < 0)
            shown.append(advice);
    }
    m_advice->setAdvice(onForm() ? shown : QList<Advice> {});
}

// On small pages advice scrolls with the form; a decision must be seen all the same. Queued: it has no place in the layout yet.
void CapturePage::bringAdviceIntoView()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!m_wide && onForm() && m_advice->needsDecision())
                m_form->scrollToTop();
        },
        Qt::QueuedConnection);
}

void CapturePage::showSaving()
{
    using State = DraftSaver::State;
    const QString at = toLegalTime(m_saver->savedAt()).toString(u"HH:mm:ss"_s);
    switch (m_saver->state()) {
    case State::Idle:
        m_saving->setText(tr("Everything you type is saved by itself"));
        break;
    case State::Unsaved:
    case State::Saving:
        m_saving->setText(tr("Saving…"));
        break;
    case State::Saved:
        m_saving->setText(tr("Saved at %1").arg(at));
        break;
    case State::Failed:
        m_saving->setText(tr("Not saved yet, trying again…"));
        break;
    }
    const bool failed = m_saver->state() == State::Failed;
    m_saving->setTone(failed ? Tone::Error : m_saver->state() == State::Saved ? Tone::Good : Tone::Neutral);
    if (failed && m_saver->error()) {
        m_banner->showError(*m_saver->error());
        m_banner->setProperty("saving", true);
    } else if (m_saver->state() == State::Saved && m_banner->property("saving").toBool()) {
        m_banner->clear();
        m_banner->setProperty("saving", false);
    }
}

int CapturePage::blocking() const
{
    const QList<Finding> &findings = m_form->state().findings;
    return int(std::count_if(findings.cbegin(), findings.cend(), [](const Finding &finding) { return finding.blocks(); }));
}

void CapturePage::showFoot()
{
    const FormState &state = m_form->state();
    m_back->setVisible(neighbour(m_step, -1) >= 0);
    m_next->setVisible(!onReview());
    m_submit->setVisible(onReview());
    m_handOver->setVisible(onReview() && reachOf(m_services.counter.actor(), Deed::HandOver) != Reach::None);
    m_handOver->setEnabled(!m_closed && isSettled());
    m_submit->setEnabled(state.complete() && !m_closed && isSettled());
    m_hint->setVisible(m_wide || m_papers->isReading());
    if (m_papers->isReading()) {
        m_hint->setText(tr("Adding papers…"));
    } else if (onReview()) {
        const int missing = blocking();
        m_hint->setText(missing == 0 ? tr("After submitting, the dossier can no longer be changed here.")
                                     : tr("%n thing(s) to complete before submitting", nullptr, missing));
    } else if (onForm()) {
        m_hint->setText(tr("Enter: next field · 1 to 9 or arrow keys: choose · Shift+Tab: back · Ctrl+Enter: next step"));
    } else {
        m_hint->setText(tr("Drag files onto a paper, or press Ctrl+V to paste."));
    }
}

} // namespace motcua
