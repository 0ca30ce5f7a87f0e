#pragma once

#include "sync/backoff.h"
#include "sync/retrybudget.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>

namespace motcua {

// What an attempt may carry.
enum class SyncScope {
    Forms,      // forms, acknowledgements and news: one call
    Everything, // papers too
};

// How an attempt ended, as far as the next one depends on it.
struct AttemptEnd
{
    enum class Kind {
        Done,        // everything that could be exchanged was
        PapersLeft,  // the same, without the papers: it was for the forms only
        LinkFault,   // no answer came
        PortalBusy,  // the portal said: later
        PortalFault, // something answered, but not as a healthy portal does
        NotAccepted, // the portal does not accept this kiosk
        NotOurs,     // another certificate, a page of a hotel
        OwnFault,    // our own store
        Stopped,     // by ourselves
    };

    Kind kind = Kind::Done;
    bool progress = false;                          // the portal confirmed something before the end
    std::optional<std::chrono::seconds> retryAfter; // the portal's wish
    std::optional<std::chrono::seconds> next;       // Sync-Hint: when to come again when all is done
    std::optional<std::chrono::seconds> spread;     // Sync-Hint: over how long this portal's kiosks should spread
};

// When the next attempt is due and what for (sync.md 5.4 and 5.7). Pure: it is told what happened and when, and owns neither clock
// nor thread. A person's wish is never made to wait; everything else keeps to the portal's Retry-After, the circuit breaker and the
// budget. Not thread-safe.
class SyncSchedule
{
public:
    using Instant = std::chrono::steady_clock::time_point;
    using Delay = std::chrono::milliseconds;

    static constexpr Instant never = Instant::max();

    struct Attempt
    {
        Instant at = never;
        SyncScope scope = SyncScope::Everything;
    };

    // `random` gives numbers in [0, 1). `place`: see fleetPlace(); without one, where this kiosk comes among all is left to chance.
    explicit SyncSchedule(std::function<double()> random, std::optional<double> place = {});

    Attempt next() const;
    bool somebodyWaits() const { return m_wished.has_value(); } // for the end of the attempt that runs

    void started(Instant now);       // somebody signed in: a moment that no other kiosk shares
    void asked(Instant now);         // the button: at once, whatever was planned
    void submitted(Instant now);     // a new dossier: at once, unless the portal asked to wait
    void networkCame(Instant now);   // the machine says that it has a link
    void networkWent();              // ... that it has none
    void formsWaiting(bool waiting); // whether a first try has forms to hurry for
    void began(Instant now);         // the attempt that was due begins
    void ended(Instant now, const AttemptEnd &end);

private:
    struct Plan
    {
        Instant at = never;
        bool byPerson = false;
    };
    void wish(const Plan &plan);    // now, or when the running attempt has ended
    void plan(Instant at);          // by ourselves: not before the portal's wish
    void planFirstTry(Instant now); // after a long silence that may have been everybody's
    void backOff(Instant now);
    void afterBusy(Instant now, const AttemptEnd &end);
    void afterPortalFault(Instant now, const AttemptEnd &end);
    void afterNotAccepted(Instant now);
    void heard(Instant now);
    void takeWishes(Instant now, const AttemptEnd &end);

    const std::function<double()> m_random;
    Backoff m_backoff;
    RetryBudget m_budget;
    const std::optional<double> m_place;
    Plan m_next;
    bool m_running = false;
    bool m_runsForPerson = false;
    std::optional<Plan> m_wished; // while an attempt ran
    bool m_cameMeanwhile = false;
    bool m_linkUp = true; // where nothing tells, it is believed
    bool m_formsWaiting = false;
    Instant m_lastHeard;
    Instant m_notBefore = Instant::min();
    Instant m_papersAt = Instant::min();
    std::optional<Delay> m_spread;
    int m_portalFaults = 0; // in a row
    int m_notAccepted = 0;  // in a row
};

// Where in [0, 1) the commune of this rank in the list of all communes comes back after a silence of all. Golden ratio: neighbours in
// the list come far apart, and those of a province, who share a portal, are as evenly spread as all together.
double fleetPlace(qsizetype rank);

// When of a night this commune looks for newer lists and procedures: a moment of its own between 00:30 and 04:30 legal time.
QTime catalogTime(const QString &commune);
// True when that moment passed since `lastAsked` (invalid = not yet asked since the start).
bool catalogDue(const QDateTime &lastAsked, const QDateTime &now, const QString &commune);

} // namespace motcua
