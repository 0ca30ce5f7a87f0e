#pragma once

#include "sync/schedule.h"

#include <chrono>
#include <functional>

namespace motcua {

// A province-sized reconnection, event by event, without a clock: every kiosk decides by the SyncSchedule that ships, and a portal
// sheds as the contract says. Same seed, same run.
struct Fleet
{
    using Delay = SyncSchedule::Delay;

    enum class ComesBack {
        LinkEvent, // every machine is told of its link in the same moment, after an hour of silence
        PortalUp,  // the links stood, the portal was away: every kiosk is in the middle of its back-off
    };

    int kiosks = 3321;
    quint32 seed = 1;
    ComesBack how = ComesBack::LinkEvent;
    Delay away { std::chrono::hours(1) };
    int formsPercent = 0;                            // of the kiosks have a new form beside their papers
    bool random = true;                              // false: the dice of every kiosk always show one half (jitter taken out)
    bool evenly = true;                              // false: no kiosk knows its place in the list of communes
    std::optional<std::chrono::seconds> knownSpread; // what the portal's Sync-Hint said before the silence

    int sessions = 200;                        // the portal: at the same time
    Delay session { std::chrono::seconds(8) }; // of one kiosk with its papers
    Delay formsSession { std::chrono::milliseconds(1500) };
    int handshakesPerSecond = 150;
    std::function<Delay(int backlog, double dice)> retryAfter; // empty: U(0, backlog * S / C), as sync.md 5.7 and the demo portal
};

struct FleetResult
{
    double attemptsPerKiosk = 0;
    int peakPerSecond = 0;   // attempts begun
    int timeouts = 0;        // handshakes that came too late
    double formsSeconds = 0; // until every new form was in
    double meanFormSeconds = 0;
    double servedSeconds = 0; // until every kiosk was served
    double idealSeconds = 0;  // kiosks * S / C

    double ratio() const { return servedSeconds / idealSeconds; }
};

FleetResult run(const Fleet &fleet);

} // namespace motcua
