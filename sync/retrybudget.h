#pragma once

#include <chrono>

namespace motcua {

// How many attempts in vain are allowed: 100 at once and one more every ten seconds. The back-off on a dead link stays under it; it is
// the most that a flapping link may cost, where each bit of progress starts the back-off again. What got through is given back.
class RetryBudget
{
public:
    using Instant = std::chrono::steady_clock::time_point;

    static constexpr double capacity = 100;
    static constexpr std::chrono::seconds perAttempt { 10 };

    Instant readyAt(Instant now) const; // when one attempt can be paid; `now` when it can be already
    void spend(Instant now, double attempts = 1);
    void giveBack(double attempts = 1);

private:
    double at(Instant now) const;

    double m_left = capacity;
    Instant m_counted;
};

} // namespace motcua
