#include "core/base/errorcatalog.h"
#include "core/base/ids.h"
#include "sync/curltransport.h"
#include "sync/syncpass.h"
#include "tests/sync/support/scriptedanswers.h"
#include "tests/sync/support/tlsserver.h"

#include <QElapsedTimer>
#include <QSslSocket>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTest>

#include <atomic>
#include <cstring>
#include <memory>
#include <thread>

#ifdef Q_OS_LINUX
#    include <dlfcn.h>
#    include <netdb.h>
#endif

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace std::chrono_literals;

using Answer = ScriptedPortal::Answer;
using Request = ScriptedPortal::Request;

namespace {
constexpr qint64 longBeforeTimeouts = 6000; // ms; on a slow machine too, and far from the 20 s that silence lasts at most
} // namespace

#ifdef Q_OS_LINUX
namespace {
const char *const silentName = "silent.motcua.invalid";
std::atomic<bool> lookedUp = false;
} // namespace

// Stands before libc's, so that a name server can be silent without one; its names of parameters are reserved.
// NOLINTNEXTLINE(readability-inconsistent-declaration-parameter-name)
extern "C" Q_DECL_EXPORT int getaddrinfo(const char *name, const char *service, const addrinfo *hints, addrinfo **found)
{
    if (name && std::strcmp(name, silentName) == 0) {
        lookedUp = true;
        std::this_thread::sleep_for(12s);
        return EAI_AGAIN;
    }
    static const auto real = reinterpret_cast<decltype(&getaddrinfo)>(dlsym(RTLD_NEXT, "getaddrinfo"));
    return real(name, service, hints, found);
}
#endif

// Every way in which a link or a portal can answer wrongly (papers: tst_sync_papers): nothing is lost, nothing is called received, and the state is told as it is.
class TestSyncFaults : public QObject, private ScriptedSite
{
    Q_OBJECT

private Q_SLOTS:
    void nothingListens();
    void libcurlIsMissing();
    void wrongCertificates_data();
    void wrongCertificates();
    void plainHttpIsNotSpoken();
    void tokenGoesOnlyToThePortal();
    void faultyAnswers_data();
    void faultyAnswers();
    void refusedItemDoesNotHoldOthers();
    void poisonCallIsTakenApart();
    void onlyThePortalRefuses_data();
    void onlyThePortalRefuses();
    void wrongManifestIsNotReceived();
    void receiptForADossierInDoubt();
    void resetWarmConnectionLosesNothing();
    void stopsLongBeforeTimeouts();
    void stopsWhileANameIsLookedUp();
    void serviceRetriesAndEndsQuickly();
    void moreNewsForEver();
};

void TestSyncFaults::nothingListens()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    const QUrl url(u"https://127.0.0.1:%1"_s.arg(taken.serverPort()));
    taken.close();
    Kiosk kiosk;
    const OutboundDossier dossier = addDossier(kiosk.outbox, { 10 }, 1);
    const SyncOutcome outcome = pass(kiosk, url);
    QVERIFY(!outcome.idle);
    QCOMPARE(errorId(outcome.error->code), u"MC-501"_s);
    QCOMPARE(kiosk.monitor.snapshot().link, LinkState::Offline);
    QCOMPARE(kiosk.outbox.row(dossier.id).history, (QList { DeliveryState::Waiting })); // no byte left: nothing is in doubt
}

void TestSyncFaults::libcurlIsMissing()
{
    Kiosk kiosk;
    const OutboundDossier dossier = addDossier(kiosk.outbox, { 10 }, 1);
    const PortalAccess portal { QUrl(u"https://127.0.0.1:9"_s), m_certificates.ca, kiosk.token, newUuid7(kiosk.clock),
                                u"25231"_s };
    CurlOptions options { portal.caFile, portal.url, kiosk.token, 2s, {} };
    options.curl = u"libnosuchcurl.so.4"_s;
    CurlTransport transport(options);
    const SyncOutcome outcome =
        SyncPass(kiosk.outbox, transport, portal, kiosk.clock, kiosk.monitor, kiosk.memory, [] { return false; }).run();
    QVERIFY(!outcome.idle);
    QCOMPARE(errorId(outcome.error->code), u"MC-534"_s);
    QCOMPARE(outcome.error->detail, options.curl);
    QCOMPARE(kiosk.monitor.snapshot().link, LinkState::Offline);
    QCOMPARE(kiosk.outbox.row(dossier.id).history, (QList { DeliveryState::Waiting }));
}

void TestSyncFaults::wrongCertificates_data()
{
    QTest::addColumn<QString>("chain");
    QTest::addColumn<QString>("ca");
    QTest::addColumn<QString>("code");
    QTest::newRow("another authority") << m_certificates.foreignChain << m_certificates.ca << u"MC-502"_s;
    QTest::newRow("expired") << m_certificates.expiredChain << m_certificates.ca << u"MC-502"_s;
    QTest::newRow("another host") << m_certificates.wrongHost << m_certificates.ca << u"MC-502"_s;
    QTest::newRow("our file is another") << m_certificates.chain << m_certificates.otherCa << u"MC-502"_s;
    QTest::newRow("our file is missing") << m_certificates.chain << m_folder.filePath(u"none.pem"_s) << u"MC-503"_s;
}

void TestSyncFaults::wrongCertificates()
{
    QFETCH(QString, chain);
    QFETCH(QString, ca);
    QFETCH(QString, code);
    ScriptedPortal portal(chain, m_certificates.key, [](const Request &) { return Answer {}; });
    Kiosk kiosk;
    kiosk.token = u"a-secret-token"_s;
    const OutboundDossier dossier = addDossier(kiosk.outbox, {}, 1);
    const SyncOutcome outcome = pass(kiosk, portal.url(), ca);
    QCOMPARE(errorId(outcome.error->code), code);
    QCOMPARE(kiosk.monitor.snapshot().link, LinkState::WrongCertificate);
    QVERIFY(portal.requests().isEmpty());
    QCOMPARE(kiosk.outbox.row(dossier.id).history, (QList { DeliveryState::Waiting }));
}

void TestSyncFaults::plainHttpIsNotSpoken()
{
    Kiosk kiosk;
    const SyncOutcome outcome = pass(kiosk, QUrl(u"http://127.0.0.1:9"_s));
    QCOMPARE(errorId(outcome.error->code), u"MC-503"_s);
}

void TestSyncFaults::tokenGoesOnlyToThePortal()
{
    ScriptedPortal portal(m_certificates.chain, m_certificates.key,
                          [](const Request &) { return ScriptedPortal::json(200, "{}"); });
    ScriptedPortal stranger(m_certificates.chain, m_certificates.key,
                            [](const Request &) { return ScriptedPortal::json(200, "{}"); });
    CurlTransport transport({ m_certificates.ca, portal.url(), u"a-secret-token"_s, 2s, {} });
    for (const QUrl &url : { portal.url(), stranger.url() }) {
        HttpRequest request;
        request.method = "GET";
        request.url = url;
        request.url.setPath(u"/x"_s);
        QVERIFY(transport.send(request, {}).has_value());
    }
    QCOMPARE(portal.requests().first().headers.value("authorization"), QByteArray("Bearer a-secret-token"));
    QVERIFY(!stranger.requests().first().headers.contains("authorization"));
    QVERIFY(portal.requests().first().headers.value("user-agent").startsWith("motcua/"));
    QVERIFY(!portal.requests().first().headers.value("x-request-id").isEmpty());
}

void TestSyncFaults::faultyAnswers_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<QString>("code");
    QTest::addColumn<LinkState>("link");
    QTest::addColumn<DeliveryState>("state");
    const auto row = [](const char *name, const Answer &answer, const QString &code, LinkState link, DeliveryState state) {
        QTest::newRow(name) << answer << code << link << state;
    };
    const auto plain = ScriptedPortal::plain;
    const auto inDoubt = DeliveryState::InDoubt;
    row("html 200", plain(200, "text/html", "<html>Bảo trì</html>", {}), u"MC-505"_s, LinkState::PortalFault, inDoubt);
    row("html 500", plain(500, "text/html", "<html>", {}), u"MC-505"_s, LinkState::PortalFault, inDoubt);
    row("500", ScriptedPortal::problem(500, "internal"), u"MC-505"_s, LinkState::PortalFault, inDoubt);
    row("redirect", plain(302, "text/html", "", "Location: https://portal.invalid/\r\n"), u"MC-505"_s, LinkState::PortalFault,
        inDoubt);
    row("401", ScriptedPortal::problem(401, "unauthorized"), u"MC-506"_s, LinkState::Unauthorized, DeliveryState::Waiting);
    row("busy", ScriptedPortal::problem(503, "busy", {}, "Retry-After: 7\r\n"), u"MC-504"_s, LinkState::PortalBusy,
        DeliveryState::Waiting);
    row("truncated json", ScriptedPortal::json(200, R"({"serverTime":"2026-11-22T14:05:09+07:00","results)"), u"MC-505"_s,
        LinkState::PortalFault, inDoubt);
    row("empty object", ScriptedPortal::json(200, "{}"), u"MC-505"_s, LinkState::PortalFault, inDoubt);
    row("deep json", ScriptedPortal::json(200, QByteArray(100'000, '[')), u"MC-505"_s, LinkState::PortalFault, inDoubt);
    row("no results", ScriptedPortal::json(200, answerJson({})), u"MC-505"_s, LinkState::PortalFault, inDoubt);
    row("answer lost", ScriptedPortal::cut(), u"MC-501"_s, LinkState::Offline, inDoubt);
    row("half an answer",
        { "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"ser", ScriptedPortal::Then::Close },
        u"MC-501"_s, LinkState::Offline, inDoubt);
    row("silence", { {}, ScriptedPortal::Then::Hang }, u"MC-501"_s, LinkState::Offline, inDoubt);
    row("not http", { "SSH-2.0-OpenSSH_9.2\r\n\r\n", ScriptedPortal::Then::Close }, u"MC-505"_s, LinkState::PortalFault, inDoubt);
    row("slow loris",
        { "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 50000\r\n\r\n" + QByteArray(50'000, ' '),
          ScriptedPortal::Then::Close, 100 },
        u"MC-501"_s, LinkState::Offline, inDoubt);
    row("slow headers", { "HTTP/1.1 200 OK\r\nX-Long: " + QByteArray(50'000, 'x'), ScriptedPortal::Then::Close, 100 },
        u"MC-501"_s, LinkState::Offline, inDoubt);
    row("never-ending",
        { "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" + QByteArray(40 * 1024 * 1024, ' '),
          ScriptedPortal::Then::Hang },
        u"MC-505"_s, LinkState::PortalFault, inDoubt);
}

void TestSyncFaults::faultyAnswers()
{
    QFETCH(Answer, answer);
    QFETCH(QString, code);
    QFETCH(LinkState, link);
    QFETCH(DeliveryState, state);
    bool healthy = false;
    ScriptedPortal portal(m_certificates.chain, m_certificates.key,
                          [&](const Request &request) { return healthy ? goodSync(request, received) : answer; });
    Kiosk kiosk;
    const OutboundDossier dossier = addDossier(kiosk.outbox, { 10 }, 1);
    QElapsedTimer took;
    took.start();
    const SyncOutcome outcome = pass(kiosk, portal.url());
    QVERIFY2(took.elapsed() < 15'000, "must not wait for ever");
    QVERIFY(!outcome.idle);
    QCOMPARE(outcome.received, 0);
    QVERIFY(outcome.error);
    QCOMPARE(errorId(outcome.error->code), code);
    QCOMPARE(kiosk.monitor.snapshot().link, link);
    QCOMPARE(kiosk.outbox.row(dossier.id).dossier.delivery, state);
    QVERIFY(!kiosk.monitor.snapshot().sending);
    if (link == LinkState::PortalBusy)
        QCOMPARE(outcome.retryAfter, std::optional(7s));

    healthy = true; // and afterwards it simply goes on
    QVERIFY(pass(kiosk, portal.url()).idle);
    QCOMPARE(kiosk.outbox.row(dossier.id).dossier.delivery, DeliveryState::Received);
    QCOMPARE(kiosk.outbox.violations(), QStringList());
}

void TestSyncFaults::refusedItemDoesNotHoldOthers()
{
    Kiosk kiosk;
    const OutboundDossier rejected = addDossier(kiosk.outbox, { 10 }, 1);
    const OutboundDossier conflict = addDossier(kiosk.outbox, {}, 2);
    const OutboundDossier busy = addDossier(kiosk.outbox, {}, 3);
    const OutboundDossier later = addDossier(kiosk.outbox, {}, 5);
    const OutboundDossier fine = addDossier(kiosk.outbox, { 10 }, 4);
    const auto problem = [](const QString &slug, int status = 422) {
        return QJsonObject { { u"type"_s, u"urn:motcua:problem:"_s + slug },
                             { u"status"_s, status },
                             { u"field"_s, u"/nguoiYeuCau/cccd"_s },
                             { u"reason"_s, u"Số định danh không có trong dữ liệu dân cư."_s } };
    };
    ScriptedPortal portal(m_certificates.chain, m_certificates.key, [&](const Request &request) {
        return goodSync(request, [&](const QJsonObject &dossier) {
            const QString id = dossier.value("id"_L1).toString();
            if (id == rejected.id)
                return item(dossier, u"rejected"_s, u"problem"_s, problem(u"rejected"_s));
            if (id == conflict.id)
                return item(dossier, u"rejected"_s, u"problem"_s, problem(u"revision-conflict"_s));
            if (id == busy.id)
                return item(dossier, u"rejected"_s, u"problem"_s, problem(u"busy"_s));
            if (id == later.id)
                return item(dossier, u"rejected"_s, u"problem"_s, problem(u"maintenance"_s, 503));
            return received(dossier);
        });
    });
    const SyncOutcome outcome = pass(kiosk, portal.url());
    QVERIFY(outcome.idle);
    QCOMPARE(outcome.received, 1);
    QCOMPARE(outcome.refused, 2);
    QCOMPARE(errorId(outcome.error->code), u"MC-504"_s);
    QCOMPARE(kiosk.outbox.row(fine.id).dossier.delivery, DeliveryState::Received);
    QCOMPARE(kiosk.outbox.row(busy.id).dossier.delivery, DeliveryState::Waiting);
    QCOMPARE(kiosk.outbox.row(later.id).dossier.delivery, DeliveryState::Waiting);
    const MemoryOutbox::Row row = kiosk.outbox.row(rejected.id);
    QCOMPARE(row.dossier.delivery, DeliveryState::Refused);
    QCOMPARE(row.problem->errorId, u"MC-507"_s);
    QCOMPARE(row.problem->field, u"/nguoiYeuCau/cccd"_s);
    QCOMPARE(row.problem->reason, u"Số định danh không có trong dữ liệu dân cư."_s);
    QCOMPARE(kiosk.outbox.row(conflict.id).problem->errorId, u"MC-508"_s);
    QCOMPARE(kiosk.outbox.violations(), QStringList());
}

void TestSyncFaults::poisonCallIsTakenApart()
{
    Kiosk kiosk;
    QList<OutboundDossier> dossiers;
    for (quint32 i = 0; i < 11; ++i)
        dossiers.append(addDossier(kiosk.outbox, {}, i));
    const QString poison = dossiers.at(6).id;
    ScriptedPortal portal(m_certificates.chain, m_certificates.key, [&](const Request &request) {
        return request.body.contains(poison.toLatin1()) ? ScriptedPortal::problem(400, "malformed") : goodSync(request, received);
    });
    const SyncOutcome outcome = pass(kiosk, portal.url());
    QVERIFY(outcome.idle);
    QCOMPARE(outcome.received, 10);
    QCOMPARE(outcome.refused, 1);
    QCOMPARE(kiosk.outbox.row(poison).dossier.delivery, DeliveryState::Refused);

    // A portal that refuses even an empty call is at fault itself: no dossier is blamed.
    Kiosk blameless;
    const OutboundDossier dossier = addDossier(blameless.outbox, {}, 1);
    ScriptedPortal broken(m_certificates.chain, m_certificates.key,
                          [&](const Request &) { return ScriptedPortal::problem(400, "malformed"); });
    QCOMPARE(errorId(pass(blameless, broken.url()).error->code), u"MC-505"_s);
    QCOMPARE(blameless.outbox.row(dossier.id).dossier.delivery, DeliveryState::Waiting);
}

void TestSyncFaults::onlyThePortalRefuses_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::newRow("too large for a proxy") << ScriptedPortal::plain(413, "text/html", "<html>nginx</html>");
    QTest::newRow("forbidden by a proxy") << ScriptedPortal::plain(403, "text/plain", "no");
    QTest::newRow("not understood by a proxy") << ScriptedPortal::plain(415, "text/plain", "no");
}

void TestSyncFaults::onlyThePortalRefuses()
{
    QFETCH(Answer, answer);
    Kiosk kiosk;
    const OutboundDossier held = addDossier(kiosk.outbox, {}, 1);
    const OutboundDossier fine = addDossier(kiosk.outbox, {}, 2);
    ScriptedPortal portal(m_certificates.chain, m_certificates.key, [&](const Request &request) {
        return request.body.contains(held.id.toLatin1()) ? answer : goodSync(request, received);
    });
    const SyncOutcome outcome = pass(kiosk, portal.url());
    QCOMPARE(outcome.refused, 0);
    QCOMPARE(errorId(outcome.error->code), u"MC-505"_s);
    QCOMPARE(kiosk.outbox.row(held.id).dossier.delivery, DeliveryState::InDoubt);
    QCOMPARE(kiosk.outbox.row(fine.id).dossier.delivery, DeliveryState::Received);
    QCOMPARE(kiosk.outbox.violations(), QStringList());
}

void TestSyncFaults::wrongManifestIsNotReceived()
{
    Kiosk kiosk;
    const OutboundDossier wrong = addDossier(kiosk.outbox, { 10 }, 1);
    const OutboundDossier fine = addDossier(kiosk.outbox, { 10 }, 2);
    ScriptedPortal portal(m_certificates.chain, m_certificates.key, [&](const Request &request) {
        return goodSync(request, [&](QJsonObject dossier) {
            if (dossier.value("id"_L1).toString() == wrong.id)
                dossier.insert(u"attachments"_s, QJsonArray {}); // 200, but the portal lost the paper
            return received(dossier);
        });
    });
    const SyncOutcome outcome = pass(kiosk, portal.url());
    QCOMPARE(errorId(outcome.error->code), u"MC-509"_s);
    QCOMPARE(outcome.received, 1);
    QCOMPARE(kiosk.outbox.row(wrong.id).dossier.delivery, DeliveryState::InDoubt);
    QVERIFY(!kiosk.outbox.row(wrong.id).receipt);
    QCOMPARE(kiosk.outbox.row(fine.id).dossier.delivery, DeliveryState::Received);
    for (const Request &request : portal.requests()) {
        const QByteArray acknowledged = QJsonDocument(callOf(request).value("acknowledge"_L1).toArray()).toJson();
        QVERIFY2(!acknowledged.contains(wrong.id.toLatin1()), "a receipt that was not stored must not be acknowledged");
    }
}

void TestSyncFaults::receiptForADossierInDoubt()
{
    Kiosk kiosk;
    const OutboundDossier dossier = addDossier(kiosk.outbox, { 10 }, 1);
    QJsonObject sent;
    ScriptedPortal lossy(m_certificates.chain, m_certificates.key, [&](const Request &request) {
        sent = callOf(request).value("dossiers"_L1).toArray().first().toObject();
        return ScriptedPortal::cut();
    });
    pass(kiosk, lossy.url());
    QCOMPARE(kiosk.outbox.row(dossier.id).dossier.delivery, DeliveryState::InDoubt);

    QStringList order;
    ScriptedPortal portal(m_certificates.chain, m_certificates.key, [&](const Request &request) {
        const bool acknowledges = !callOf(request).value("acknowledge"_L1).toArray().isEmpty();
        order.append(kiosk.outbox.row(dossier.id).receipt ? u"stored"_s : u"not stored"_s);
        order.append(acknowledges ? u"acknowledged"_s : u"not acknowledged"_s);
        return acknowledges ? goodSync(request, received)
                            : ScriptedPortal::json(200, answerJson({ received(sent) }, { receiptFor(sent) }));
    });
    QVERIFY(pass(kiosk, portal.url()).idle);
    QCOMPARE(order, (QStringList { u"not stored"_s, u"not acknowledged"_s, u"stored"_s, u"acknowledged"_s }));
    QVERIFY(kiosk.outbox.row(dossier.id).acknowledged);
    QCOMPARE(kiosk.outbox.violations(), QStringList());
}

// A warm connection dies under a body of which a part was read and not yet written: the new one must carry it from the first byte.
void TestSyncFaults::resetWarmConnectionLosesNothing()
{
    constexpr int smallWindow = 2048;
    constexpr auto enough = 20s;
    std::atomic<int> connections = 0;
    QByteArray arrived;
    std::atomic<bool> whole = false;
    const QByteArray body(200'000, 'x');
    {
        std::unique_ptr<TlsServer> server;
        server = std::make_unique<TlsServer>(
            m_certificates.chain, m_certificates.key,
            [&](QSslSocket &socket) {
                const bool first = connections++ == 0;
                QByteArray buffer;
                while (!buffer.contains("\r\n\r\n") && server->receive(socket, buffer)) {
                }
                if (first) {
                    server->send(socket, "HTTP/1.1 204 X\r\n\r\n");
                    buffer.clear();
                    while (!buffer.contains("\r\n\r\n") && server->receive(socket, buffer)) {
                    }
                    return; // with bytes unread: a reset
                }
                const qsizetype head = buffer.indexOf("\r\n\r\n") + 4;
                while (buffer.size() < head + body.size() && server->receive(socket, buffer)) {
                }
                arrived = buffer.mid(head);
                whole = true;
                server->send(socket, "HTTP/1.1 204 X\r\n\r\n");
                while (server->receive(socket, buffer)) {
                }
            },
            smallWindow);
        CurlTransport transport({ m_certificates.ca, server->url(), {}, 2s, { 3s, 3s, 128 } });
        HttpRequest request;
        request.method = "GET";
        request.url = server->url();
        QVERIFY(transport.send(request, [] { return false; }).has_value());
        transport.wait(300ms); // the send buffer is fitted to the link
        request.method = "PATCH";
        request.body = body;
        QElapsedTimer took;
        took.start();
        const Transmission answer =
            transport.send(request, [&] { return took.elapsed() > std::chrono::milliseconds(enough).count(); });
        QVERIFY2(whole || !answer, "answered before the body was there");
        QVERIFY2(answer || answer.error().detail != "stalled"_L1, "the portal waits for bytes that nobody sends");
    }
    QVERIFY(!whole || arrived == body); // curl may also give up: then the offset is asked
}

void TestSyncFaults::stopsLongBeforeTimeouts()
{
    Kiosk kiosk;
    const OutboundDossier dossier = addDossier(kiosk.outbox, { 10 }, 1);
    ScriptedPortal portal(m_certificates.chain, m_certificates.key, [](const Request &) {
        return Answer { {}, ScriptedPortal::Then::Hang };
    });
    QElapsedTimer took;
    took.start();
    const SyncOutcome outcome = pass(kiosk, portal.url(), {}, [&] { return took.elapsed() > 500; });
    QVERIFY2(took.elapsed() < longBeforeTimeouts, qPrintable(QString::number(took.elapsed())));
    QVERIFY(!outcome.idle && !outcome.error);
    QCOMPARE(kiosk.outbox.row(dossier.id).dossier.delivery, DeliveryState::InDoubt);
}

void TestSyncFaults::stopsWhileANameIsLookedUp()
{
#ifdef Q_OS_LINUX
    Kiosk kiosk;
    const OutboundDossier dossier = addDossier(kiosk.outbox, { 10 }, 1);
    QElapsedTimer took;
    took.start();
    pass(kiosk, QUrl(u"https://%1:9"_s.arg(QLatin1StringView(silentName))), {}, [&] { return took.elapsed() > 300; });
    QVERIFY(lookedUp);
    QVERIFY2(took.elapsed() < longBeforeTimeouts, qPrintable(QString::number(took.elapsed())));
    QCOMPARE(kiosk.outbox.row(dossier.id).history, (QList { DeliveryState::Waiting }));
#else
    QSKIP("only where this program can stand in for the machine's resolver");
#endif
}

void TestSyncFaults::serviceRetriesAndEndsQuickly()
{
    Kiosk kiosk;
    addDossier(kiosk.outbox, { 10 }, 1);
    std::atomic<int> calls = 0;
    ScriptedPortal portal(m_certificates.chain, m_certificates.key, [&](const Request &request) {
        return ++calls < 3 ? ScriptedPortal::problem(500, "internal") : goodSync(request, received);
    });
    const PortalAccess access { portal.url(), m_certificates.ca, {}, newUuid7(kiosk.clock), u"25231"_s };
    QElapsedTimer took;
    {
        SyncService service(kiosk.outbox, access, kiosk.clock, kiosk.monitor);
        service.start();
        QTRY_COMPARE_WITH_TIMEOUT(kiosk.outbox.count(DeliveryState::Received), 1, 10'000); // by back-off alone
        QTRY_VERIFY(kiosk.monitor.snapshot().nextAttempt.isValid() && kiosk.monitor.snapshot().link == LinkState::Online);
        addDossier(kiosk.outbox, {}, 2);
        service.requestSync();
        QTRY_COMPARE_WITH_TIMEOUT(kiosk.outbox.count(DeliveryState::Received), 2, 5000);
        took.start();
    }
    QVERIFY2(took.elapsed() < longBeforeTimeouts, qPrintable(QString::number(took.elapsed())));
}

void TestSyncFaults::moreNewsForEver()
{
    Kiosk kiosk;
    int page = 0;
    ScriptedPortal portal(m_certificates.chain, m_certificates.key, [&](const Request &) {
        return ScriptedPortal::json(200, answerJson({}, {}, u"c%1"_s.arg(++page), true));
    });
    const SyncOutcome outcome = pass(kiosk, portal.url());
    QVERIFY(!outcome.idle);
    QCOMPARE(errorId(outcome.error->code), u"MC-505"_s);
}

QTEST_GUILESS_MAIN(TestSyncFaults)
#include "tst_sync_faults.moc"
