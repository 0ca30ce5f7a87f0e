#include "sync/backoff.h"

#include <algorithm>

namespace motcua {

namespace {

using namespace std::chrono_literals;

constexpr Backoff::Delay base = 500ms;
constexpr Backoff::Delay earlyCap = 15s;
constexpr Backoff::Delay middleCap = 2min;
constexpr Backoff::Delay lateCap = 15min;
constexpr Backoff::Delay early = 10min;
constexpr Backoff::Delay late = 1h;
constexpr int mostDoublings = 12; // 0.5 s * 2^12 is beyond every cap

Backoff::Delay capAfter(Backoff::Instant::duration failing, bool linkUp)
{
    if (failing >= late)
        return lateCap;
    return failing >= early || !linkUp ? middleCap : earlyCap;
}

} // namespace

Backoff::Backoff(std::function<double()> random)
    : m_random(std::move(random))
{
}

Backoff::Delay Backoff::afterFailure(Instant now, bool linkUp)
{
    if (m_failures == 0)
        m_firstFailure = now;
    const Delay most = std::min(capAfter(now - m_firstFailure, linkUp), base * (1 << m_failures));
    m_failures = std::min(m_failures + 1, mostDoublings);
    return upTo(most);
}

void Backoff::reset()
{
    m_failures = 0;
}

Backoff::Delay Backoff::upTo(Delay most) const
{
    return Delay(Delay::rep(m_random() * double(most.count())));
}

} // namespace motcua
