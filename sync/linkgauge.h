#pragma once

#include "sync/socketprogress.h"

#include <QList>

#include <chrono>

namespace motcua {

// What is known of the link as a whole, from what the sockets of all lanes tell.
class LinkGauge
{
public:
    using Instant = std::chrono::steady_clock::time_point;

    // What one lane did since it was looked at last.
    struct Step
    {
        qint64 delivered = 0;
        qint64 sent = 0;
        qint64 retransmitted = 0;
    };

    explicit LinkGauge(Instant now);

    // One look: begin(), then each lane's step, then end().
    void begin();
    void add(const SocketFigures &figures, const Step &step, bool hasMore);
    void end(Instant now);

    std::chrono::milliseconds rtt() const;
    std::chrono::milliseconds rttVariation() const;
    qint64 goodput() const { return qint64(m_goodput); } // bytes/s, while there was something to send
    double retransmitShare() const;
    bool losesOnAir() const { return m_losesOnAir; }
    // Bytes that fill the path once; 0: not known.
    qint64 path() const;
    int lanes() const { return m_lanes; } // that it takes to fill it

private:
    void closeWindow(double seconds);

    std::chrono::microseconds m_rtt {};
    std::chrono::microseconds m_rttVariation {};
    std::chrono::microseconds m_leastRtt {};
    double m_rttRatio = 0;
    double m_goodput = 0;
    QList<qint64> m_rates; // of the last windows
    qint64 m_kernelsRate = 0;
    double m_sent = 0; // both fade, so that the share is that of the last while
    double m_retransmitted = 0;
    bool m_losesOnAir = false;
    int m_lanes;
    int m_starvedWindows = 0; // one after the other
    int m_fullWindows = 0;

    // Of this look.
    qint64 m_onTheWay = 0;
    bool m_busy = false;
    bool m_hasMore = false;
    Instant m_lookedAt;

    // Of this window.
    Instant m_windowStart;
    qint64 m_windowBytes = 0;
    std::chrono::duration<double> m_windowBusy {};
    std::chrono::duration<double> m_windowStarved {}; // more was waiting, and the path was not full
};

} // namespace motcua
