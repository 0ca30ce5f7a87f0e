#pragma once

#include <chrono>
#include <functional>

namespace motcua {

// Full jitter (AWS, "Exponential backoff and jitter"): U(0, min(cap, base * 2^n)), so that 3,321 communes that lost the portal
// together do not come back together. The cap is 15 s for the first ten minutes and 2 min after that.
class Backoff
{
public:
    using Instant = std::chrono::steady_clock::time_point;
    using Delay = std::chrono::milliseconds;

    // `random` gives numbers in [0, 1).
    explicit Backoff(std::function<double()> random);

    Delay afterFailure(Instant now);
    void afterSuccess();
    Delay upTo(Delay most) const; // U(0, most)

private:
    std::function<double()> m_random;
    Instant m_firstFailure;
    int m_failures = 0;
};

} // namespace motcua
