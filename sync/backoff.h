#pragma once

#include <chrono>
#include <functional>

namespace motcua {

// Full jitter (AWS, "Exponential backoff and jitter"): U(0, min(cap, 0.5 s * 2^n)), so that 3,321 communes that lost the portal
// together do not come back together. The cap grows with the time without success: 15 s, after ten minutes 2 min, after an hour
// 15 min; never under 2 min while the machine itself says that it has no link (sync.md 5.4).
class Backoff
{
public:
    using Instant = std::chrono::steady_clock::time_point;
    using Delay = std::chrono::milliseconds;

    // `random` gives numbers in [0, 1).
    explicit Backoff(std::function<double()> random);

    Delay afterFailure(Instant now, bool linkUp = true);
    void reset();                 // something got through, or the network changed: from the beginning
    Delay upTo(Delay most) const; // U(0, most)

private:
    std::function<double()> m_random;
    Instant m_firstFailure;
    int m_failures = 0;
};

} // namespace motcua
