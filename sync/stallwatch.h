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

    struct Counts
    {
        qint64 up = 0;       // grows while the portal acknowledges bytes
        qint64 down = 0;     // grows while bytes come from the portal
        bool sent = false;   // we have handed the whole request to the socket
        qint64 received = 0; // of the answer itself
    };
    bool isDead(Instant now, const Counts &counts);

private:
    StallLimits m_limits;
    Instant m_lastMove;
    Instant m_answerSince;
    Counts m_last;
    bool m_waiting = false;
};

} // namespace motcua
