#include "core/base/clock.h"
#include "sync/linkdiagnosis.h"
#include "sync/plainprobe.h"
#include "sync/syncservice.h"
#include "tests/support/memoryoutbox.h"
#include "tests/sync/support/certificates.h"
#include "tests/sync/support/scriptedportal.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(motcua::CertificateFault)
Q_DECLARE_METATYPE(motcua::Verdict)

// A captive network, a wrong certificate and a wrong clock look alike to TLS: each is named for what it is, and nothing is sent.
class TestSyncDiagnosis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void names_data();
    void names();
    void states_data();
    void states();
    void anAuthorityPlantedIntoTheMachineIsNotBelieved();
    void aClockThatIsADayAheadDelivers();

private:
    QTemporaryDir m_folder;
    TestCertificates m_certificates;
};

namespace {

const QDateTime present(QDate(2026, 11, 22), QTime(7, 0), Qt::UTC);

// The plain side of a network: one answer to whoever asks.
class PlainServer
{
public:
    explicit PlainServer(QByteArray answer)
        : m_answer(std::move(answer))
    {
        m_thread = std::thread([this] {
            QTcpServer server;
            server.listen(QHostAddress::LocalHost);
            m_port = server.serverPort();
            while (!m_stop) {
                if (!server.waitForNewConnection(50))
                    continue;
                const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
                while (socket->waitForReadyRead(1000) && !m_asked.contains("\r\n\r\n"))
                    m_asked += socket->readAll();
                m_asked += socket->readAll();
                socket->write(m_answer);
                socket->waitForBytesWritten(1000);
                socket->disconnectFromHost();
            }
        });
        while (m_port == 0)
            std::this_thread::sleep_for(1ms);
    }
    ~PlainServer()
    {
        m_stop = true;
        m_thread.join();
    }
    int port() const { return m_port; }

private:
    QByteArray m_answer;
    QByteArray m_asked;
    std::atomic<int> m_port = 0;
    std::atomic<bool> m_stop = false;
    std::thread m_thread;
};

class SetClock final : public Clock
{
public:
    explicit SetClock(QDateTime now)
        : m_now(std::move(now))
    {
    }
    QDateTime now() const override { return m_now; }

private:
    QDateTime m_now;
};

} // namespace

void TestSyncDiagnosis::initTestCase()
{
    m_certificates = TestCertificates::make(m_folder.path());
}

void TestSyncDiagnosis::names_data()
{
    QTest::addColumn<CertificateFault>("fault");
    QTest::addColumn<QDateTime>("deviceNow");
    QTest::addColumn<QDateTime>("portalTime");
    QTest::addColumn<int>("secondsSince"); // negative: not known
    QTest::addColumn<int>("status");       // 0: nothing answered plainly
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QByteArray>("mediaType");
    QTest::addColumn<Verdict>("verdict");
    const auto dates = [](const char *name, CertificateFault fault, const QDateTime &device, const QDateTime &portal, int since,
                          Verdict verdict) {
        QTest::newRow(name) << fault << device << portal << since << 0 << QByteArray() << QByteArray() << verdict;
    };
    constexpr int hour = 3600;
    const QDateTime never;
    dates("clock two years back, never heard of the portal", CertificateFault::NotYetValid, present.addYears(-2), never, -1,
          Verdict::WrongClock);
    dates("1970", CertificateFault::NotYetValid, QDateTime(QDate(1970, 1, 1), QTime(0, 0), Qt::UTC), never, -1,
          Verdict::WrongClock);
    dates("the clock jumped back an hour ago", CertificateFault::NotYetValid, present.addDays(-30), present.addSecs(-hour), hour,
          Verdict::WrongClock);
    dates("the clock is right: the certificate is of tomorrow", CertificateFault::NotYetValid, present, present.addSecs(-hour),
          hour, Verdict::WrongCertificate);
    dates("the clock jumped two years ahead", CertificateFault::Expired, present.addYears(2), present.addSecs(-hour), hour,
          Verdict::WrongClock);
    dates("the clock is right: the certificate has ended", CertificateFault::Expired, present, present.addSecs(-hour), hour,
          Verdict::WrongCertificate);
    dates("has ended, and nobody told us the time", CertificateFault::Expired, present, never, -1, Verdict::WrongCertificate);
    dates("has ended by a clock that is before this program", CertificateFault::Expired, present.addYears(-3), never, -1,
          Verdict::WrongClock);

    const auto plain = [](const char *name, int status, const char *location, const char *type, Verdict verdict) {
        QTest::newRow(name) << CertificateFault::NotVouchedFor << present << QDateTime() << -1 << status << QByteArray(location)
                            << QByteArray(type) << verdict;
    };
    plain("nothing on port 80", 0, "", "", Verdict::WrongCertificate);
    plain("a redirect to a sign-in page", 302, "http://login.hotel.example/?next=x", "", Verdict::CaptivePortal);
    plain("a redirect to the same name over TLS", 301, "https://portal.test/generate_204", "", Verdict::WrongCertificate);
    plain("a redirect to nowhere", 302, "", "", Verdict::WrongCertificate);
    plain("a page for everything", 200, "", "text/html", Verdict::CaptivePortal);
    plain("network authentication required", 511, "", "text/html", Verdict::CaptivePortal);
    plain("not found, as a server says", 404, "", "text/html", Verdict::WrongCertificate);
    plain("no content", 204, "", "", Verdict::WrongCertificate);
    plain("an answer for machines", 200, "", "application/json", Verdict::WrongCertificate);
    QTest::newRow("a page does not excuse dates") << CertificateFault::Expired << present << QDateTime() << -1 << 200
                                                  << QByteArray() << QByteArray("text/html") << Verdict::WrongCertificate;
}

void TestSyncDiagnosis::names()
{
    QFETCH(CertificateFault, fault);
    QFETCH(QDateTime, deviceNow);
    QFETCH(QDateTime, portalTime);
    QFETCH(int, secondsSince);
    QFETCH(int, status);
    QFETCH(QByteArray, location);
    QFETCH(QByteArray, mediaType);
    QFETCH(Verdict, verdict);
    ClockEvidence clock { deviceNow, portalTime };
    if (secondsSince >= 0)
        clock.since = std::chrono::seconds(secondsSince);
    std::optional<PlainAnswer> plain;
    if (status > 0)
        plain = PlainAnswer { status, location, mediaType };
    QCOMPARE(whyNotOurs(fault, clock, plain, u"portal.test"_s), verdict);
}

void TestSyncDiagnosis::states_data()
{
    QTest::addColumn<QString>("chain");
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<int>("state");
    const QByteArray redirect = "HTTP/1.1 302 Found\r\nLocation: http://login.hotel.example/\r\nContent-Length: 0\r\n\r\n";
    const QByteArray page = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 3\r\n\r\nhey";
    const QByteArray missing = "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: 0\r\n\r\n";
    const QByteArray noise = "\x16\x03\x01";
    QTest::newRow("another authority, a sign-in page behind")
        << m_certificates.foreignChain << redirect << int(LinkState::CaptivePortal);
    QTest::newRow("another name, a page for everything") << m_certificates.wrongHost << page << int(LinkState::CaptivePortal);
    QTest::newRow("another authority, an honest server")
        << m_certificates.foreignChain << missing << int(LinkState::WrongCertificate);
    QTest::newRow("another authority, no HTTP") << m_certificates.foreignChain << noise << int(LinkState::WrongCertificate);
    QTest::newRow("ended, a page behind") << m_certificates.expiredChain << page << int(LinkState::WrongCertificate);
}

void TestSyncDiagnosis::states()
{
    QFETCH(QString, chain);
    QFETCH(QByteArray, plain);
    QFETCH(int, state);
    ScriptedPortal portal(chain, m_certificates.key, [](const auto &) { return ScriptedPortal::json(200, "{}"); });
    const PlainServer network(plain);
    MemoryOutbox outbox;
    const OutboundDossier dossier = addDossier(outbox, { 1000 }, 1);
    SyncMonitor monitor;
    const SystemClock clock;
    PortalAccess access { portal.url(), m_certificates.ca, u"secret-token-of-the-kiosk"_s,
                          QUuid::createUuid().toString(QUuid::WithoutBraces), u"25231"_s };
    access.plainPort = network.port();
    const SyncOutcome outcome = runSyncPass(outbox, access, clock, monitor, [] { return false; });
    QVERIFY(!outcome.idle && outcome.error);
    QCOMPARE(int(monitor.snapshot().link), state);
    QCOMPARE(portal.requests().size(), 0); // not a byte of ours
    QCOMPARE(outbox.row(dossier.id).history, QList<DeliveryState> { DeliveryState::Waiting });
}

// Whoever may install authorities on this machine still is not the portal: only the province's own file counts.
void TestSyncDiagnosis::anAuthorityPlantedIntoTheMachineIsNotBelieved()
{
    qputenv("SSL_CERT_FILE", m_certificates.otherCa.toLocal8Bit());
    qputenv("CURL_CA_BUNDLE", m_certificates.otherCa.toLocal8Bit());
    ScriptedPortal portal(m_certificates.foreignChain, m_certificates.key,
                          [](const auto &) { return ScriptedPortal::json(200, "{}"); });
    MemoryOutbox outbox;
    SyncMonitor monitor;
    const SystemClock clock;
    const PortalAccess access {
        portal.url(), m_certificates.ca, {}, QUuid::createUuid().toString(QUuid::WithoutBraces), u"25231"_s
    };
    runSyncPass(outbox, access, clock, monitor, [] { return false; });
    QCOMPARE(int(monitor.snapshot().link), int(LinkState::WrongCertificate));
    QCOMPARE(portal.requests().size(), 0);
    // The plant itself is good: told to believe it, we would.
    const PortalAccess planted { portal.url(), m_certificates.otherCa, {}, access.kioskId, u"25231"_s };
    runSyncPass(outbox, planted, clock, monitor, [] { return false; });
    QVERIFY(!portal.requests().isEmpty());
    qunsetenv("SSL_CERT_FILE");
    qunsetenv("CURL_CA_BUNDLE");
}

// The clock of a kiosk is often wrong by a little: that hinders nothing.
void TestSyncDiagnosis::aClockThatIsADayAheadDelivers()
{
    ScriptedPortal portal(m_certificates.chain, m_certificates.key, [](const auto &) {
        return ScriptedPortal::json(200, R"({"serverTime":"2026-11-22T14:05:09+07:00","results":[],"receipts":[],"changes":[],)"
                                         R"("cursor":"e.1","more":false})");
    });
    for (const int days : { 1, -1 }) {
        MemoryOutbox outbox;
        SyncMonitor monitor;
        const SetClock clock(QDateTime::currentDateTimeUtc().addDays(days));
        const PortalAccess access {
            portal.url(), m_certificates.ca, {}, QUuid::createUuid().toString(QUuid::WithoutBraces), u"25231"_s
        };
        const SyncOutcome outcome = runSyncPass(outbox, access, clock, monitor, [] { return false; });
        QVERIFY(outcome.idle && !outcome.error);
        QCOMPARE(int(monitor.snapshot().link), int(LinkState::Online));
    }
}

QTEST_GUILESS_MAIN(TestSyncDiagnosis)
#include "tst_sync_diagnosis.moc"
