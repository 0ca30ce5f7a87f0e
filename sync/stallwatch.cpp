#include "sync/stallwatch.h"

namespace motcua {

StallWatch::StallWatch(StallLimits limits, Instant start)
    : m_limits(limits)
    , m_lastMove(start)
    , m_answerSince(start)
{
}

bool StallWatch::isDead(Instant now, qint64 moved, bool sent, qint64 received)
{
    if (moved != m_moved) {
        m_moved = moved;
        m_lastMove = now;
        // Bytes that are still being acknowledged belong to the request, though the socket has taken them all.
        if (received == 0)
            m_waiting = false;
    }
    if (now - m_lastMove > m_limits.silence)
        return true;
    if (!sent)
        return false;
    if (!m_waiting) {
        m_waiting = true;
        m_answerSince = now;
    }
    const auto allowed = m_limits.answerGrace + std::chrono::milliseconds(received * 1000 / m_limits.answerBytesPerSecond);
    return now - m_answerSince > allowed;
}

} // namespace motcua
