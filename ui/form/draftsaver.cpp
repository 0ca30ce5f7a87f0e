#include "ui/form/draftsaver.h"

#include "core/base/clock.h"

#include <algorithm>

namespace motcua {

namespace {

constexpr int quietMs = 800;
constexpr int latestMs = 1500;
constexpr int focusMs = 2000;
constexpr int firstRetryMs = 1000;
constexpr int slowestRetryMs = 15'000;

} // namespace

DraftSaver::DraftSaver(Read read, Save save, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_read(std::move(read))
    , m_save(std::move(save))
    , m_clock(clock)
{
    for (QTimer *timer : { &m_quiet, &m_latest, &m_retry }) {
        timer->setSingleShot(true);
        timer->setTimerType(Qt::PreciseTimer);
        connect(timer, &QTimer::timeout, this, &DraftSaver::save);
    }
    m_latest.setInterval(latestMs);
}

void DraftSaver::touch()
{
    m_unsaved = true;
    m_quiet.start(quietMs);
    if (!m_latest.isActive())
        m_latest.start();
    if (m_state != State::Saving && m_state != State::Failed)
        setState(State::Unsaved);
}

void DraftSaver::touchFocus()
{
    if (m_unsaved)
        return;
    m_unsaved = true;
    m_quiet.start(focusMs);
}

void DraftSaver::flush(const std::function<void(bool)> &then)
{
    if (!m_unsaved && !m_saving)
        return then(true);
    m_waiting.append(then);
    if (!m_saving)
        save();
}

void DraftSaver::save()
{
    m_quiet.stop();
    m_latest.stop();
    m_retry.stop();
    // An edit during a save is saved right after it.
    if (m_saving || !m_unsaved)
        return;
    m_unsaved = false;
    m_saving = true;
    setState(State::Saving);
    using Answer = std::optional<Result<void>>;
    m_save(m_read())
        .then([](const Result<void> &result) { return Answer(result); })
        .onCanceled([] { return Answer(); })
        .then(this, [this](const Answer &result) { answered(result); });
}

void DraftSaver::answered(const std::optional<Result<void>> &result)
{
    m_saving = false;
    const bool safe = result && *result;
    if (safe) {
        m_failures = 0;
        m_error.reset();
        m_savedAt = m_clock.now();
        setState(m_unsaved ? State::Unsaved : State::Saved);
        if (m_unsaved && (!m_waiting.isEmpty() || !m_quiet.isActive()))
            return save();
    } else {
        m_unsaved = true;
        m_error = result ? std::optional(result->error()) : std::nullopt;
        m_quiet.stop();
        m_latest.stop();
        m_retry.start(std::min(slowestRetryMs, firstRetryMs << std::min(m_failures++, 4)));
        setState(State::Failed);
    }
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &then : waiting)
        then(safe);
}

void DraftSaver::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace motcua
