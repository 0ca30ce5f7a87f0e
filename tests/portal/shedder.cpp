#include "tests/portal/shedder.h"

#include <algorithm>
#include <cmath>

namespace portal {

Shedder::Shedder(int places, std::chrono::milliseconds holding)
    : m_places(places)
    , m_holding(holding)
    , m_random(std::random_device {}())
{
}

std::optional<int> Shedder::refused(Clock::time_point now)
{
    if (m_places == 0)
        return std::nullopt;
    const std::lock_guard lock(m_mutex);
    const double perSecond = m_places / std::max(0.001, std::chrono::duration<double>(m_holding).count());
    if (m_since != Clock::time_point {})
        m_backlog = std::max(0.0, m_backlog - std::chrono::duration<double>(now - m_since).count() * perSecond);
    m_since = now;
    if (m_taken < m_places) {
        ++m_taken;
        return std::nullopt;
    }
    m_backlog += 1;
    const double span = m_backlog / perSecond;
    return std::max(1, int(std::ceil(std::uniform_real_distribution<double>(0, span)(m_random))));
}

void Shedder::leave()
{
    const std::lock_guard lock(m_mutex);
    if (m_places > 0)
        --m_taken;
}

} // namespace portal
