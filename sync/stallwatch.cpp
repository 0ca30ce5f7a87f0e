#include "sync/stallwatch.h"

namespace motcua {

StallWatch::StallWatch(StallLimits limits, Instant start)
    : m_limits(limits)
    , m_lastMove(start)
    , m_answerSince(start)
{
}

bool StallWatch::isDead(Instant now, const Counts &counts)
{
    // While bytes are being acknowledged the request is still on its way, though the socket has taken it all.
    if (counts.up != m_last.up)
        m_waiting = false;
    if (counts.up != m_last.up || counts.down != m_last.down)
        m_lastMove = now;
    m_last = counts;
    if (now - m_lastMove > m_limits.silence)
        return true;
    if (!counts.sent)
        return false;
    if (!m_waiting) {
        m_waiting = true;
        m_answerSince = now;
    }
    const auto allowed = m_limits.answerGrace + std::chrono::milliseconds(counts.received * 1000 / m_limits.answerBytesPerSecond);
    return now - m_answerSince > allowed;
}

} // namespace motcua
