#include "sync/syncservice.h"

#include "core/base/clock.h"
#include "core/base/log.h"
#include "sync/backoff.h"
#include "sync/curltransport.h"
#include "sync/procedurefetch.h"
#include "sync/syncpass.h"

#include <QMutex>
#include <QNetworkInformation>
#include <QObject>
#include <QRandomGenerator>
#include <QScopeGuard>
#include <QThread>
#include <QWaitCondition>

#include <openssl/crypto.h>

#include <algorithm>
#include <atomic>

namespace motcua {

namespace {

using namespace std::chrono_literals;

constexpr Backoff::Delay newsInterval = 5min;  // how often statuses are asked for when there is nothing to send
constexpr Backoff::Delay heldInterval = 10min; // when the portal does not accept this kiosk or is not ours: nothing changes soon
constexpr Backoff::Delay networkSpread = 2s;   // so that a commune's kiosks do not all call in the same moment

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
    if (outcome.idle && procedures) {
        PortalClient client(transport, portal, stop);
        fetchProcedures(client, *procedures);
    }
    return outcome;
}

Result<QDateTime> checkPortal(const PortalAccess &portal, const std::function<bool()> &stop)
{
    CurlTransport transport(optionsOf(portal));
    const Reply<QDateTime> reply = PortalClient(transport, portal, stop).ping();
    if (const std::optional<Error> error = errorOf(reply.judgement))
        return tl::unexpected(*error);
    return reply.value;
}

class SyncService::Worker final : public QThread
{
public:
    Worker(Outbox &outbox, PortalAccess portal, const Clock &clock, SyncMonitor &monitor, ProcedureInbox *procedures)
        : m_outbox(outbox)
        , m_portal(std::move(portal))
        , m_clock(clock)
        , m_monitor(monitor)
        , m_procedures(procedures)
        , m_backoff([] { return QRandomGenerator::global()->generateDouble(); })
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

    void wakeWithin(Backoff::Delay delay)
    {
        const QMutexLocker locker(&m_mutex);
        const QDeadlineTimer wanted(delay);
        if (wanted < m_next)
            m_next = wanted;
        m_wake.wakeAll();
    }

    // The network came back: a hint, so it waits its random moment.
    void hint() { wakeWithin(Backoff::Delay(QRandomGenerator::global()->bounded(int(networkSpread.count())))); }

    void listenToNetwork()
    {
        if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
            return; // then only the timer tells
        QObject::connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, &m_context,
                         [this](QNetworkInformation::Reachability now) {
                             if (now != QNetworkInformation::Reachability::Disconnected)
                                 hint();
                         });
    }

protected:
    void run() override
    {
        // wait() returns before thread-local data are destroyed; OpenSSL's would race with its own end at exit().
        const auto endOfOpenSsl = qScopeGuard([] { OPENSSL_thread_stop(); });
        CurlTransport transport(optionsOf(m_portal));
        SyncMemory memory;
        while (sleepUntilDue()) {
            const SyncOutcome outcome =
                SyncPass(m_outbox, transport, m_portal, m_clock, m_monitor, memory, [this] { return m_stop.load(); }).run();
            if (m_stop)
                return;
            if (outcome.idle && m_procedures) {
                PortalClient client(transport, m_portal, [this] { return m_stop || isDue(); });
                fetchProcedures(client, *m_procedures);
            }
            plan(delayAfter(outcome));
        }
    }

private:
    bool sleepUntilDue()
    {
        const QMutexLocker locker(&m_mutex);
        while (!m_stop && !m_next.hasExpired())
            m_wake.wait(&m_mutex, m_next);
        m_next = QDeadlineTimer(QDeadlineTimer::Forever);
        return !m_stop;
    }

    bool isDue()
    {
        const QMutexLocker locker(&m_mutex);
        return m_next.hasExpired();
    }

    Backoff::Delay delayAfter(const SyncOutcome &outcome)
    {
        if (outcome.idle) {
            m_backoff.afterSuccess();
            return newsInterval;
        }
        Backoff::Delay delay = m_backoff.afterFailure(std::chrono::steady_clock::now());
        if (outcome.error && outcome.error->code == ErrorCode::PortalUnauthorized)
            delay = heldInterval;
        if (outcome.retryAfter)
            delay = std::max<Backoff::Delay>(*outcome.retryAfter, delay);
        return delay;
    }

    void plan(Backoff::Delay delay)
    {
        {
            const QMutexLocker locker(&m_mutex);
            if (m_next.isForever()) // nobody asked for an earlier pass meanwhile
                m_next = QDeadlineTimer(delay);
        }
        SyncSnapshot snapshot = m_monitor.snapshot();
        snapshot.nextAttempt = m_clock.now().addMSecs(delay.count());
        m_monitor.publish(snapshot);
    }

    Outbox &m_outbox;
    const PortalAccess m_portal;
    const Clock &m_clock;
    SyncMonitor &m_monitor;
    ProcedureInbox *m_procedures;
    Backoff m_backoff;
    QObject m_context; // lives where the service was made; ends the connection above

    QMutex m_mutex;
    QWaitCondition m_wake;
    QDeadlineTimer m_next { 0 };
    std::atomic<bool> m_stop = false;
};

SyncService::SyncService(Outbox &outbox, PortalAccess portal, const Clock &clock, SyncMonitor &monitor,
                         ProcedureInbox *procedures)
    : m_worker(std::make_unique<Worker>(outbox, std::move(portal), clock, monitor, procedures))
{
}

SyncService::~SyncService() = default;

void SyncService::start()
{
    m_worker->listenToNetwork();
    m_worker->start();
}

void SyncService::requestSync()
{
    m_worker->wakeWithin(Backoff::Delay(0));
}

} // namespace motcua
