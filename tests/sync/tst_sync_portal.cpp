#include "core/base/clock.h"
#include "core/base/errorcatalog.h"
#include "core/base/ids.h"
#include "sync/curltransport.h"
#include "sync/syncpass.h"
#include "tests/support/memoryoutbox.h"
#include "tests/sync/support/demoportal.h"
#include "tests/sync/support/scriptedportal.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace std::chrono_literals;

// Against the real portal over real TLS; judged by what lies on its disk.
class TestSyncPortal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void delivers();
    void resumesInsideAFile();
    void tokenIsNeeded();
    void answersLostAfterTheEffect();
    void portalKilledAtRandom();

private:
    SyncOutcome pass(
        const QUrl &url, const StopAsked &stop = [] { return false; });
    void judgeAll(const DemoPortal &portal, const QList<OutboundDossier> &dossiers);

    std::unique_ptr<QTemporaryDir> m_folder;
    TestCertificates m_certificates;
    std::unique_ptr<MemoryOutbox> m_outbox;
    SyncMonitor m_monitor;
    SystemClock m_clock;
    QString m_kioskId;
    QString m_token;
};

void TestSyncPortal::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_certificates = TestCertificates::make(m_folder->path());
    m_outbox = std::make_unique<MemoryOutbox>();
    m_kioskId = newUuid7(m_clock);
    m_token.clear();
}

SyncOutcome TestSyncPortal::pass(const QUrl &url, const StopAsked &stop)
{
    const PortalAccess portal { url, m_certificates.ca, m_token, m_kioskId, u"25231"_s };
    return runSyncPass(*m_outbox, portal, m_clock, m_monitor, stop);
}

void TestSyncPortal::judgeAll(const DemoPortal &portal, const QList<OutboundDossier> &dossiers)
{
    QSet<QString> codes;
    for (const OutboundDossier &dossier : dossiers) {
        QCOMPARE(portal.judge(dossier), QString());
        const MemoryOutbox::Row row = m_outbox->row(dossier.id);
        QCOMPARE(row.dossier.delivery, DeliveryState::Received);
        QVERIFY(row.acknowledged);
        codes.insert(row.receipt->officialCode);
    }
    QCOMPARE(codes.size(), dossiers.size()); // one official code each
    QCOMPARE(portal.dossiersOnDisk(), dossiers.size());
    QCOMPARE(m_outbox->violations(), QStringList());
}

void TestSyncPortal::delivers()
{
    DemoPortal portal(m_folder->filePath(u"store"_s), m_certificates);
    QVERIFY(portal.start());
    QList<OutboundDossier> dossiers;
    for (quint32 i = 0; i < 60; ++i) // more than two calls of 25
        dossiers.append(addDossier(*m_outbox, i % 3 == 0 ? QList<qint64> { 700'000, 1, 30'000 } : QList<qint64> {}, i));
    const SyncOutcome outcome = pass(portal.url());
    QVERIFY2(outcome.idle && !outcome.error, qPrintable(outcome.error ? explainInOneLine(*outcome.error) : QString()));
    QCOMPARE(outcome.received, 60);
    judgeAll(portal, dossiers);
    // The portal's first status came by cursor.
    QVERIFY(pass(portal.url()).idle);
    QCOMPARE(m_outbox->changes().size(), 60);
    const SyncSnapshot snapshot = m_monitor.snapshot();
    QCOMPARE(snapshot.link, LinkState::Online);
    QVERIFY(snapshot.lastSuccess.isValid());
    QVERIFY(checkPortal({ portal.url(), m_certificates.ca, {}, m_kioskId, u"25231"_s }, {}).has_value());
}

void TestSyncPortal::resumesInsideAFile()
{
    DemoPortal portal(m_folder->filePath(u"store"_s), m_certificates);
    QVERIFY(portal.start());
    const OutboundDossier dossier = addDossier(*m_outbox, { 4'000'000 }, 1);
    const auto confirmed = [&] { return m_monitor.snapshot().bytesConfirmed; };
    const SyncOutcome cut = pass(portal.url(), [&] { return confirmed() > 1'000'000; });
    QVERIFY(!cut.idle);
    QCOMPARE(m_outbox->row(dossier.id).dossier.delivery, DeliveryState::InDoubt);
    const qint64 before = confirmed();
    QVERIFY(before < 4'000'000);

    qint64 first = -1; // what the portal says it holds when we come back
    const auto connection = connect(&m_monitor, &SyncMonitor::changed, this, [&] {
        if (first <= 0 && m_monitor.snapshot().link == LinkState::Online)
            first = confirmed();
    });
    QVERIFY(pass(portal.url()).idle);
    disconnect(connection);
    QVERIFY2(first >= before, "the second pass begins where the first one ended");
    judgeAll(portal, { dossier });
}

void TestSyncPortal::tokenIsNeeded()
{
    QFile token(m_folder->filePath(u"token"_s));
    QVERIFY(token.open(QIODevice::WriteOnly));
    token.write("0123456789abcdef0123\n");
    token.close();
    DemoPortal portal(m_folder->filePath(u"store"_s), m_certificates, { u"--token-file"_s, token.fileName() });
    QVERIFY(portal.start());
    const OutboundDossier dossier = addDossier(*m_outbox, { 100 }, 1);
    m_token = u"wrong"_s;
    const SyncOutcome held = pass(portal.url());
    QCOMPARE(errorId(held.error->code), u"MC-506"_s);
    QCOMPARE(m_monitor.snapshot().link, LinkState::Unauthorized);
    QCOMPARE(m_outbox->row(dossier.id).dossier.delivery, DeliveryState::Waiting);
    m_token = u"0123456789abcdef0123"_s;
    QVERIFY(pass(portal.url()).idle);
    judgeAll(portal, { dossier });
}

// A proxy hands every request to the real portal and cuts every third time before the answer.
void TestSyncPortal::answersLostAfterTheEffect()
{
    DemoPortal portal(m_folder->filePath(u"store"_s), m_certificates);
    QVERIFY(portal.start());
    CurlTransport behind({ m_certificates.ca, portal.url(), {}, 2s, {} });
    int count = 0;
    int lost = 0;
    ScriptedPortal proxy(m_certificates.chain, m_certificates.key, [&](const ScriptedPortal::Request &request) {
        HttpRequest forward;
        forward.method = request.method;
        forward.url = portal.url();
        forward.url.setPath(QString::fromLatin1(request.path));
        forward.body = request.body;
        forward.answerLimit = 1 << 24;
        for (const char *name : { "content-type", "tus-resumable", "upload-offset" }) {
            if (request.headers.contains(name))
                forward.headers.append(
                    { QByteArray(name) == "content-type" ? "Content-Type" : name, request.headers.value(name) });
        }
        const Transmission answer = behind.send(forward, {});
        if (!answer || ++count % 3 != 0) {
            if (!answer)
                return ScriptedPortal::cut();
            const QByteArray offset = answer->header("upload-offset");
            return ScriptedPortal::plain(answer->status, answer->header("content-type"), answer->body,
                                         offset.isEmpty() ? QByteArray() : "Upload-Offset: " + offset + "\r\n");
        }
        ++lost;
        return ScriptedPortal::cut();
    });
    QList<OutboundDossier> dossiers;
    for (quint32 i = 0; i < 6; ++i)
        dossiers.append(addDossier(*m_outbox, { 40'000, 700'000 }, i));
    int passes = 0;
    while (!pass(proxy.url()).idle && ++passes < 100)
        QVERIFY(m_outbox->count(DeliveryState::Sending) == 0);
    QVERIFY2(lost >= 6, qPrintable(QString::number(lost)));
    judgeAll(portal, dossiers);
}

void TestSyncPortal::portalKilledAtRandom()
{
    constexpr int kills = 50;
    DemoPortal portal(m_folder->filePath(u"store"_s), m_certificates);
    QVERIFY(portal.start());
    QRandomGenerator random(20261122);
    QList<OutboundDossier> dossiers;
    std::atomic<bool> quit = false;
    std::atomic<int> passes = 0;
    std::thread kiosk([&] {
        while (!quit) {
            pass(portal.url(), [&] { return quit.load(); });
            ++passes;
            std::this_thread::sleep_for(5ms);
        }
    });
    int unsentAtKill = 0;
    for (int i = 0; i < kills; ++i) {
        const auto seed = quint32(i);
        dossiers.append(addDossier(*m_outbox, { 2'000'000 + random.bounded(4'000'000), 20'000, 5'000 }, seed));
        QTest::qSleep(1 + random.bounded(25));
        unsentAtKill += m_outbox->count(DeliveryState::Received) < dossiers.size() ? 1 : 0;
        portal.kill();
        QVERIFY(portal.start());
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_outbox->count(DeliveryState::Received), dossiers.size(), 120'000);
    quit = true;
    kiosk.join();
    QVERIFY(pass(portal.url()).idle);
    qInfo("%d kills, %d of them with a dossier under way, %d passes", kills, unsentAtKill, passes.load());
    QVERIFY(unsentAtKill > kills / 2); // else the kills prove nothing: this machine is too fast for the moments chosen
    judgeAll(portal, dossiers);
}

QTEST_GUILESS_MAIN(TestSyncPortal)
#include "tst_sync_portal.moc"
