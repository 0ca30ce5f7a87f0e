#include "sync/syncservice.h"

#include "core/base/clock.h"
#include "core/base/log.h"
#include "sync/curltransport.h"
#include "sync/linkdiagnosis.h"
#include "sync/networkwatch.h"
#include "sync/procedurefetch.h"
#include "sync/resultfetch.h"
#include "sync/sendpolicy.h"
#include "sync/syncpass.h"

#include <QMutex>
#include <QObject>
#include <QRandomGenerator>
#include <QScopeGuard>
#include <QThread>
#include <QWaitCondition>

#include <openssl/crypto.h>

#include <algorithm>
#include <atomic>
#include <ctime>

namespace motcua {

namespace {

using namespace std::chrono_literals;

using Instant = SyncSchedule::Instant;

// Counts while the machine sleeps too, where the system can tell: a laptop that was shut over night was silent all night.
Instant nowAwakeOrNot()
{
#ifdef CLOCK_BOOTTIME
    timespec time {};
    if (clock_gettime(CLOCK_BOOTTIME, &time) == 0)
        return Instant(std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec));
#endif
    return std::chrono::steady_clock::now();
}

constexpr Instant::duration longestWait = 30s;

CurlOptions optionsOf(const PortalAccess &portal)
{
    CurlOptions options;
    options.caFile = portal.caFile;
    options.token = portal.token;
    options.tokenOrigin = portal.url;
    return options;
}

} // namespace

SyncOutcome runSyncPass(Outbox &outbox, const PortalAccess &portal, const Clock &clock, SyncMonitor &monitor,
                        const std::function<bool()> &stop, SyncMemory *memory, ProcedureInbox *procedures)
{
    CurlTransport transport(optionsOf(portal));
    SyncMemory none;
    const SyncOutcome outcome = SyncPass(outbox, transport, portal, clock, monitor, memory ? *memory : none, stop).run();
    if (outcome.idle) {
        PortalClient client(transport, portal, stop);
        const QDate day = toLegalTime(clock.now()).date();
        fetchResults(client, outbox, day, stop);
        if (procedures && mayFetch(outbox, day))
            fetchProcedures(client, *procedures, outbox, day);
    }
    return outcome;
}

AttemptEnd endOf(const SyncOutcome &outcome)
{
    AttemptEnd end;
    end.progress = outcome.progress;
    end.retryAfter = outcome.retryAfter;
    end.next = outcome.hintNext;
    end.spread = outcome.hintSpread;
    if (outcome.idle || outcome.papersLeft) {
        end.kind = outcome.idle ? AttemptEnd::Kind::Done : AttemptEnd::Kind::PapersLeft;
        return end;
    }
    if (!outcome.error) {
        end.kind = AttemptEnd::Kind::Stopped;
        return end;
    }
    switch (outcome.error->code) {
    case ErrorCode::PortalUnreachable:
        end.kind = AttemptEnd::Kind::LinkFault;
        break;
    case ErrorCode::PortalBusy:
        end.kind = AttemptEnd::Kind::PortalBusy;
        break;
    case ErrorCode::PortalUnauthorized:
    case ErrorCode::KioskCloned:
        end.kind = AttemptEnd::Kind::NotAccepted;
        break;
    case ErrorCode::PortalCertificateWrong:
    case ErrorCode::CaptivePortal:
    case ErrorCode::ClockWrong:
        end.kind = AttemptEnd::Kind::NotOurs;
        break;
    case ErrorCode::PortalFault:
    case ErrorCode::PortalManifestDiffers:
    case ErrorCode::ReceiptSignatureWrong:
        end.kind = AttemptEnd::Kind::PortalFault;
        break;
    default:
        end.kind = AttemptEnd::Kind::OwnFault;
        break;
    }
    return end;
}

Result<QDateTime> checkPortal(const PortalAccess &portal, const std::function<bool()> &stop)
{
    CurlTransport transport(optionsOf(portal));
    const Reply<QDateTime> reply = PortalClient(transport, portal, stop).ping();
    const Judgement judgement = diagnosed(reply.judgement, { QDateTime::currentDateTimeUtc(), {} }, portal.url, portal.plainPort);
    if (const std::optional<Error> error = errorOf(judgement))
        return tl::unexpected(*error);
    return reply.value;
}

class SyncService::Worker final : public QThread
{
public:
    Worker(Outbox &outbox, PortalAccess portal, const Clock &clock, SyncMonitor &monitor, ProcedureInbox *procedures, Door door)
        : m_outbox(outbox)
        , m_portal(std::move(portal))
        , m_clock(clock)
        , m_monitor(monitor)
        , m_procedures(procedures)
        , m_door(std::move(door))
        , m_schedule([] { return QRandomGenerator::global()->generateDouble(); }, m_portal.place)
    {
        setObjectName(QStringLiteral("sync"));
    }

    ~Worker() override
    {
        {
            const QMutexLocker locker(&m_mutex);
            m_stop = true;
            m_wake.wakeAll();
        }
        wait();
    }

    // Tells the schedule something, from any thread.
    template <typename Fact>
    void tell(Fact fact)
    {
        const QMutexLocker locker(&m_mutex);
        fact(m_schedule, nowAwakeOrNot());
        m_wake.wakeAll();
    }

    void listenToNetwork()
    {
        watchNetwork(&m_context, [this](bool reachable) {
            tell([&](SyncSchedule &schedule, Instant at) { reachable ? schedule.networkCame(at) : schedule.networkWent(); });
        });
    }

protected:
    void run() override
    {
        // wait() returns before thread-local data are destroyed; OpenSSL's would race with its own end at exit().
        const auto endOfOpenSsl = qScopeGuard([] { OPENSSL_thread_stop(); });
        CurlTransport transport(optionsOf(m_portal));
        SyncMemory memory;
        while (const std::optional<SyncScope> scope = sleepUntilDue()) {
            memory.formsOnly = *scope == SyncScope::Forms;
            const auto stop = [this] { return m_stop.load(); };
            const SyncOutcome outcome =
                m_door ? m_door(stop) : SyncPass(m_outbox, transport, m_portal, m_clock, m_monitor, memory, stop).run();
            if (m_stop)
                return;
            if (outcome.idle && !m_door) {
                PortalClient client(transport, m_portal, [this] { return m_stop || isDue(); });
                fetchResults(client, m_outbox, toLegalTime(m_clock.now()).date(), [this] { return m_stop || isDue(); });
            }
            const QDate day = toLegalTime(m_clock.now()).date();
            if (outcome.idle && m_procedures && !m_door && catalogDue(m_catalogAsked, m_clock.now(), m_portal.commune)
                && mayFetch(m_outbox, day)) {
                m_catalogAsked = m_clock.now();
                PortalClient client(transport, m_portal, [this] { return m_stop || isDue(); });
                fetchProcedures(client, *m_procedures, m_outbox, day);
            }
            plan(outcome);
        }
    }

private:
    // Nothing: the program ends.
    std::optional<SyncScope> sleepUntilDue()
    {
        const QMutexLocker locker(&m_mutex);
        while (!m_stop) {
            const SyncSchedule::Attempt next = m_schedule.next();
            const Instant now = nowAwakeOrNot();
            if (next.at <= now) {
                m_schedule.began(now);
                return next.scope;
            }
            // Waits do not count while the machine sleeps, so it looks at the clock now and then.
            const Instant::duration wait = next.at == SyncSchedule::never ? longestWait : std::min(next.at - now, longestWait);
            m_wake.wait(&m_mutex, QDeadlineTimer(std::chrono::ceil<std::chrono::milliseconds>(wait)));
        }
        return std::nullopt;
    }

    bool isDue()
    {
        const QMutexLocker locker(&m_mutex);
        return m_schedule.somebodyWaits();
    }

    void plan(const SyncOutcome &outcome)
    {
        const Result<int> unsent = m_outbox.unsentCount();
        SyncSnapshot snapshot = m_monitor.snapshot();
        {
            const QMutexLocker locker(&m_mutex);
            const Instant now = nowAwakeOrNot();
            m_schedule.formsWaiting(!unsent || *unsent > 0);
            m_schedule.ended(now, endOf(outcome));
            const Instant next = m_schedule.next().at;
            const auto wait = std::chrono::duration_cast<std::chrono::milliseconds>(next - now);
            snapshot.nextAttempt = next == SyncSchedule::never ? QDateTime() : m_clock.now().addMSecs(wait.count());
        }
        m_monitor.publish(snapshot);
    }

    Outbox &m_outbox;
    const PortalAccess m_portal;
    const Clock &m_clock;
    SyncMonitor &m_monitor;
    ProcedureInbox *m_procedures;
    const Door m_door;
    QDateTime m_catalogAsked;
    QObject m_context; // lives where the service was made; ends the connection above

    QMutex m_mutex; // of what follows
    SyncSchedule m_schedule;
    QWaitCondition m_wake;
    std::atomic<bool> m_stop = false;
};

SyncService::SyncService(Outbox &outbox, PortalAccess portal, const Clock &clock, SyncMonitor &monitor,
                         ProcedureInbox *procedures, Door door)
    : m_worker(std::make_unique<Worker>(outbox, std::move(portal), clock, monitor, procedures, std::move(door)))
{
}

SyncService::~SyncService() = default;

void SyncService::start()
{
    m_worker->tell([](SyncSchedule &schedule, Instant now) { schedule.started(now); });
    m_worker->listenToNetwork();
    m_worker->start();
}

void SyncService::requestSync()
{
    m_worker->tell([](SyncSchedule &schedule, Instant now) { schedule.asked(now); });
}

void SyncService::submitted()
{
    m_worker->tell([](SyncSchedule &schedule, Instant now) { schedule.submitted(now); });
}

} // namespace motcua
