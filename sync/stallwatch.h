#pragma once

#include <QtGlobal>

#include <chrono>

namespace motcua {

struct StallLimits
{
    std::chrono::milliseconds silence = std::chrono::seconds(30);     // not one byte moved in either direction
    std::chrono::milliseconds answerGrace = std::chrono::seconds(30); // time for the portal to think
    qint64 answerBytesPerSecond = 128;                                // slower than this after the grace is no link
};

// Tells a slow link, which is waited for as long as it moves, from a dead one and from an answer that drips for ever.
class StallWatch
{
public:
    using Instant = std::chrono::steady_clock::time_point;

    StallWatch(StallLimits limits, Instant start);

    // `moved`: any count that grows while bytes arrive at either side. `sent`: the request has left whole. `received`: of the answer.
    bool isDead(Instant now, qint64 moved, bool sent, qint64 received);

private:
    StallLimits m_limits;
    Instant m_lastMove;
    Instant m_answerSince;
    qint64 m_moved = -1;
    bool m_waiting = false;
};

} // namespace motcua
