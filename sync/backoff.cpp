#include "sync/backoff.h"

#include <algorithm>

namespace motcua {

namespace {

using namespace std::chrono_literals;

constexpr Backoff::Delay base = 500ms;
constexpr Backoff::Delay earlyCap = 15s;
constexpr Backoff::Delay lateCap = 2min;
constexpr Backoff::Delay early = 10min;
constexpr int mostDoublings = 10;

} // namespace

Backoff::Backoff(std::function<double()> random)
    : m_random(std::move(random))
{
}

Backoff::Delay Backoff::afterFailure(Instant now)
{
    if (m_failures == 0)
        m_firstFailure = now;
    m_failures = std::min(m_failures + 1, mostDoublings);
    const Delay cap = now - m_firstFailure < early ? earlyCap : lateCap;
    return upTo(std::min(cap, base * (1 << m_failures)));
}

void Backoff::afterSuccess()
{
    m_failures = 0;
}

Backoff::Delay Backoff::upTo(Delay most) const
{
    return Delay(Delay::rep(m_random() * double(most.count())));
}

} // namespace motcua
