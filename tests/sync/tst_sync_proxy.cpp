// A proxy between kiosk and portal that takes each request whole before it hands it on. TCP then acknowledges bytes that the portal
// has never seen. Real portal, real TLS on both sides of the proxy.
#include "core/base/clock.h"
#include "core/base/errorcatalog.h"
#include "core/base/ids.h"
#include "sync/syncservice.h"
#include "tests/support/memoryoutbox.h"
#include "tests/sync/support/bufferingproxy.h"
#include "tests/sync/support/demoportal.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace motcua;

class TestSyncProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void swallowedBytesAreNotProgress();
    void whatLiesAtTheProxyIsWaitedFor();

private:
    SyncOutcome pass(const BufferingProxy &proxy);
    void judge(const QList<OutboundDossier> &dossiers);

    std::unique_ptr<QTemporaryDir> m_folder;
    TestCertificates m_certificates;
    std::unique_ptr<DemoPortal> m_portal;
    std::unique_ptr<MemoryOutbox> m_outbox;
    SyncMonitor m_monitor;
    SyncMemory m_memory;
    SystemClock m_clock;
    QString m_kioskId;
    std::atomic<qint64> m_formBytes = 0;
    std::atomic<bool> m_lied = false; // the screen counted bytes that the portal did not have
};

void TestSyncProxy::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_certificates = TestCertificates::make(m_folder->path());
    m_portal = std::make_unique<DemoPortal>(m_folder->filePath(u"store"_s), m_certificates);
    QVERIFY(m_portal->start());
    m_outbox = std::make_unique<MemoryOutbox>();
    m_memory = {};
    m_lied = false;
    m_kioskId = newUuid7(m_clock);
}

SyncOutcome TestSyncProxy::pass(const BufferingProxy &proxy)
{
    qint64 forms = 0;
    const QList<OutboundDossier> queue = *m_outbox->pending(100);
    for (const OutboundDossier &dossier : queue)
        forms += dossier.form.size();
    const qint64 before = proxy.keptByPortal();
    const auto watch = connect(
        &m_monitor, &SyncMonitor::changed, this,
        [&] {
            if (m_monitor.snapshot().bytesConfirmed > forms + proxy.keptByPortal() - before)
                m_lied = true;
        },
        Qt::DirectConnection);
    const PortalAccess portal { proxy.url(), m_certificates.ca, {}, m_kioskId, u"25231"_s };
    const SyncOutcome outcome = runSyncPass(
        *m_outbox, portal, m_clock, m_monitor, [] { return false; }, &m_memory);
    disconnect(watch);
    return outcome;
}

void TestSyncProxy::judge(const QList<OutboundDossier> &dossiers)
{
    for (const OutboundDossier &dossier : dossiers) {
        QCOMPARE(m_portal->judge(dossier), QString());
        QCOMPARE(m_outbox->row(dossier.id).dossier.delivery, DeliveryState::Received);
    }
    QCOMPARE(m_portal->dossiersOnDisk(), dossiers.size());
    QCOMPARE(m_outbox->violations(), QStringList());
    QVERIFY(!m_lied);
}

// The connection breaks after 300 KiB of every request that is larger. None of them reaches the portal, so only smaller ones help.
void TestSyncProxy::swallowedBytesAreNotProgress()
{
    constexpr qint64 largest = 300 * 1024;
    const BufferingProxy proxy(m_certificates, m_portal->url(), [](const QByteArray &method, qint64 length) {
        return BufferingProxy::Treatment { method == "PATCH" && length > largest ? largest : -1, false };
    });
    const OutboundDossier first = addDossier(*m_outbox, { 2'000'000 }, 1);
    const SyncOutcome outcome = pass(proxy);
    QVERIFY2(outcome.idle && !outcome.error, qPrintable(outcome.error ? explainInOneLine(*outcome.error) : QString()));
    QVERIFY(proxy.patches().first() > largest);
#ifdef Q_OS_LINUX
    QVERIFY(m_memory.way.chunk > 0 && m_memory.way.chunk <= largest);
#endif

    // The next pass remembers it: not one piece is lost.
    const qsizetype before = proxy.patches().size();
    const OutboundDossier second = addDossier(*m_outbox, { 600'000 }, 2);
    QVERIFY(pass(proxy).idle);
    const QList<qint64> later = proxy.patches().mid(before);
    QVERIFY(later.size() > 1);
    QVERIFY(*std::max_element(later.begin(), later.end()) <= largest);
    judge({ first, second });
}

// The proxy holds the first piece of each lane until another connection has said that the portal has nothing of it. To send them again would
// double the bytes: they are waited for.
void TestSyncProxy::whatLiesAtTheProxyIsWaitedFor()
{
    std::atomic<int> held = 0;
    const BufferingProxy proxy(m_certificates, m_portal->url(), [&](const QByteArray &method, qint64) {
        return BufferingProxy::Treatment { -1, method == "PATCH" && held++ < 2 };
    });
    const OutboundDossier dossier = addDossier(*m_outbox, { 1'000'000, 900'000 }, 1);
    const SyncOutcome outcome = pass(proxy);
    QVERIFY2(outcome.idle && !outcome.error, qPrintable(outcome.error ? explainInOneLine(*outcome.error) : QString()));
    judge({ dossier });
#ifdef Q_OS_LINUX
    const QList<qint64> patches = proxy.patches();
    const qint64 all = std::accumulate(patches.begin(), patches.end(), qint64(0));
    QVERIFY2(all < 1'900'000 + 2 * patches.first(),
             qPrintable(QString::number(all))); // one that is sent again is bad luck, not two
#endif
}

QTEST_GUILESS_MAIN(TestSyncProxy)
#include "tst_sync_proxy.moc"
