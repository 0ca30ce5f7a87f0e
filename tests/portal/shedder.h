#pragma once

#include <atomic>
#include <chrono>
#include <mutex>
#include <optional>
#include <random>

namespace portal {

// Keeps a portal from being buried when all its kiosks come back at once: at most `places` calls at a time, each held at least
// `holding`; who finds no place is told to come back after U(0, backlog x seconds per call / places). A fixed number would bring
// them all back together.
class Shedder
{
public:
    using Clock = std::chrono::steady_clock;

    Shedder(int places, std::chrono::milliseconds holding); // 0 places: nobody is ever sent away

    // Seconds to come back after, or nothing: the call has a place until leave().
    std::optional<int> refused(Clock::time_point now);
    void leave();
    std::chrono::milliseconds holding() const { return m_holding; }

private:
    const int m_places;
    const std::chrono::milliseconds m_holding;
    std::mutex m_mutex;
    int m_taken = 0;
    double m_backlog = 0; // calls that were sent away and will come back
    Clock::time_point m_since {};
    std::mt19937_64 m_random;
};

} // namespace portal
