#pragma once

#include "core/outbox/outbox.h"
#include "core/outbox/syncmonitor.h"
#include "sync/bufferedway.h"
#include "sync/schedule.h"

#include <QHash>
#include <QString>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace motcua {

class Clock;

struct PortalAccess
{
    QUrl url;       // https://host:port, without path
    QString caFile; // PEM: the only authority that is believed
    QString token;  // bearer token of this kiosk; may be empty
    QString kioskId;
    QString commune;
    std::optional<double> place = {}; // among all kiosks: see fleetPlace()
    int plainPort = 80;               // where a network that wants a sign-in shows its page
    QStringList formerIds = {};       // of this kiosk, at most five: news of what it sent under them is its own
};

// How a pass ended.
struct SyncOutcome
{
    bool idle = false; // went through to the end: nothing is left that could be sent now
    int received = 0;  // dossiers whose receipt came in this pass
    int found = 0;     // of which a portal without receipts says that it has a record
    int refused = 0;
    std::optional<Error> error; // what stopped the pass; with `idle`, why a dossier was set aside until the next one
    std::optional<std::chrono::seconds> retryAfter; // the portal's wish
    bool progress = false;                          // the portal confirmed something: an answer, bytes of a paper
    bool papersLeft = false;                        // all but the papers is done, as SyncMemory::formsOnly asked
    std::optional<std::chrono::seconds> hintNext;   // Sync-Hint of the last answer that had one
    std::optional<std::chrono::seconds> hintSpread; //
};

// What one pass tells the next. Lives as long as its owner, on one thread; nothing is lost with it.
struct SyncMemory
{
    // How often the papers of a dossier ended a pass without a byte confirmed: the others go first.
    QHash<DeliveryKey, int> fruitless;
    bool formsOnly = false; // the next pass leaves the papers for later
    // The portal's time as it said it last, and when that was by a clock that nobody can set.
    QDateTime portalTime = {};
    std::chrono::steady_clock::time_point portalTimeAt = {};
    BufferedWay way = {}; // a proxy on the network that was used last
};

class ProcedureInbox;

// One pass, blocking, on the calling thread: everything that can be exchanged with the portal now. Used by SyncService and by
// `motcuactl sync`. `stop` is asked often; true ends the pass at the next safe point. Who
// calls again and again keeps a `memory`, so that one dossier that the portal cannot take does not hold up the others. When nothing is left to
// send, the portal is asked for newer `procedures`.
SyncOutcome runSyncPass(Outbox &outbox, const PortalAccess &portal, const Clock &clock, SyncMonitor &monitor,
                        const std::function<bool()> &stop, SyncMemory *memory = nullptr, ProcedureInbox *procedures = nullptr);

// What a pass means for the next one.
AttemptEnd endOf(const SyncOutcome &outcome);

// Does the portal answer, is it ours, and what time has it (invalid when it does not say)? Blocking; for `motcuactl doctor`. The 5xx
// errors that concern the link.
Result<QDateTime> checkPortal(const PortalAccess &portal, const std::function<bool()> &stop);

// Passes on a thread of its own, at the moments that SyncSchedule chooses. Ends within a second when destroyed.
class SyncService final : public SyncControl
{
public:
    // Another door than our portal: what a pass is then.
    using Door = std::function<SyncOutcome(const std::function<bool()> &stop)>;

    // `procedures` may be null: then the portal is not asked for any. `door` empty: our portal.
    SyncService(Outbox &outbox, PortalAccess portal, const Clock &clock, SyncMonitor &monitor,
                ProcedureInbox *procedures = nullptr, Door door = {});
    ~SyncService() override;

    void start();
    void requestSync() override;
    void submitted(); // a new dossier waits. Thread-safe, returns at once

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace motcua
