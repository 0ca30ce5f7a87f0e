#include "sync/retrybudget.h"

#include <algorithm>
#include <cmath>

namespace motcua {

double RetryBudget::at(Instant now) const
{
    const std::chrono::duration<double> passed = now - m_counted;
    return std::min(capacity, m_left + passed / perAttempt);
}

RetryBudget::Instant RetryBudget::readyAt(Instant now) const
{
    const double left = at(now);
    if (left >= 1)
        return now;
    const auto wait = std::chrono::milliseconds(std::llround(std::ceil((1 - left) * 1000 * double(perAttempt.count()))));
    return now + wait;
}

void RetryBudget::spend(Instant now, double attempts)
{
    // A person's attempt is never refused, so the account may be empty; it does not go into debt for it.
    m_left = std::max(0.0, at(now) - attempts);
    m_counted = now;
}

void RetryBudget::giveBack(double attempts)
{
    m_left = std::min(capacity, m_left + attempts);
}

} // namespace motcua
