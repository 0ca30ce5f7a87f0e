#include "core/base/clock.h"
#include "core/base/errorcatalog.h"
#include "core/base/ids.h"
#include "sync/curltransport.h"
#include "sync/syncpass.h"
#include "sync/uploadid.h"
#include "tests/support/memoryoutbox.h"
#include "tests/sync/support/certificates.h"
#include "tests/sync/support/scriptedportal.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <cstring>
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

// Stands before libc's, so that a name server can be silent without one.
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

// Every way in which a portal can misbehave: nothing is lost, nothing is called received, and the state is told as it is.
class TestSyncFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
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
    void brokenUploadsDoNotHoldOthers();
    void wrongManifestIsNotReceived();
    void receiptForADossierInDoubt();
    void offsetOfThePortalIsTaken();
    void forgottenUploadIsToldAgain();
    void wrongDigestTwiceIsSetAside();
    void damagedCopyIsRefusedHere();
    void unreadableStoreIsNotADamagedCopy();
    void tooLargeHalvesTheChunk();
    void oneDossierAfterTheOther();
    void newFormOvertakesPapers();
    void sameContentTravelsOnce();
    void silentConnectionIsOvertaken();
    void papersStayOnAMeteredLink();
    void stopsLongBeforeTimeouts();
    void stopsWhileANameIsLookedUp();
    void serviceRetriesAndEndsQuickly();
    void moreNewsForEver();

private:
    struct Kiosk
    {
        MemoryOutbox outbox;
        SyncMonitor monitor;
        SystemClock clock;
        SyncMemory memory;
        QString token;
    };
    SyncOutcome pass(
        Kiosk &kiosk, const QUrl &url, const QString &ca = {}, const StopAsked &stop = [] { return false; });

    QTemporaryDir m_folder;
    TestCertificates m_certificates;
};

namespace {

QJsonObject callOf(const Request &request)
{
    return QJsonDocument::fromJson(request.body).object();
}

QJsonObject receiptFor(const QJsonObject &dossier)
{
    QJsonArray files;
    for (const QJsonValue &each : dossier.value("attachments"_L1).toArray()) {
        const QJsonObject file = each.toObject();
        files.append(QJsonObject { { u"name"_s, file.value("name"_L1) },
                                   { u"size"_s, file.value("size"_L1) },
                                   { u"sha256"_s, file.value("sha256"_L1) } });
    }
    return { { u"id"_s, dossier.value("id"_L1) },
             { u"revision"_s, dossier.value("revision"_L1) },
             { u"officialCode"_s, u"H19.231-261122-0001"_s },
             { u"receivedAt"_s, u"2026-11-22T14:05:09+07:00"_s },
             { u"dueAt"_s, u"2026-11-25T17:00:00+07:00"_s },
             { u"sequence"_s, 1 },
             { u"formSha256"_s, dossier.value("form"_L1).toObject().value("sha256"_L1) },
             { u"attachments"_s, files } };
}

QJsonObject item(const QJsonObject &dossier, const QString &outcome, const QString &member, const QJsonValue &value)
{
    return { { u"id"_s, dossier.value("id"_L1) },
             { u"revision"_s, dossier.value("revision"_L1) },
             { u"outcome"_s, outcome },
             { member, value } };
}

QJsonObject received(const QJsonObject &dossier)
{
    return item(dossier, u"received"_s, u"receipt"_s, receiptFor(dossier));
}

QJsonObject wanted(const QJsonObject &dossier, const QHash<QString, qint64> &held)
{
    QJsonArray uploads;
    for (const QJsonValue &each : dossier.value("attachments"_L1).toArray()) {
        const QString id = each.toObject().value("uploadId"_L1).toString();
        const qint64 size = each.toObject().value("size"_L1).toInteger();
        if (held.value(id) < size)
            uploads.append(QJsonObject { { u"uploadId"_s, id }, { u"offset"_s, held.value(id) }, { u"length"_s, size } });
    }
    return uploads.isEmpty() ? received(dossier) : item(dossier, u"wanted"_s, u"wanted"_s, uploads);
}

QByteArray answerJson(const QJsonArray &results, const QJsonArray &receipts = {}, const QString &cursor = u"c"_s,
                      bool more = false)
{
    return QJsonDocument(QJsonObject { { u"serverTime"_s, u"2026-11-22T14:05:09+07:00"_s },
                                       { u"results"_s, results },
                                       { u"receipts"_s, receipts },
                                       { u"changes"_s, QJsonArray {} },
                                       { u"cursor"_s, cursor },
                                       { u"more"_s, more } })
        .toJson(QJsonDocument::Compact);
}

// The least that a good portal does; `each` may answer for one item instead.
using ForItem = std::function<QJsonObject(const QJsonObject &dossier)>;

Answer goodSync(const Request &request, const ForItem &each)
{
    QJsonArray results;
    for (const QJsonValue &dossier : callOf(request).value("dossiers"_L1).toArray())
        results.append(each(dossier.toObject()));
    return ScriptedPortal::json(200, answerJson(results));
}

Answer patched(qint64 offset)
{
    return ScriptedPortal::plain(204, {}, {}, "Upload-Offset: " + QByteArray::number(offset) + "\r\n");
}

QString uploadOf(const Request &request)
{
    return QString::fromLatin1(request.path.mid(request.path.lastIndexOf('/') + 1));
}

// The least that a good portal does with an upload. Where the machine is slow a piece falls silent, and HEAD asks for its offset.
Answer goodUpload(const Request &request, QHash<QString, qint64> &held)
{
    qint64 &have = held[uploadOf(request)];
    const QByteArray offset = QByteArray::number(have);
    if (request.method == "HEAD")
        return ScriptedPortal::plain(200, {}, {}, "Upload-Offset: " + offset + "\r\n");
    if (request.headers.value("upload-offset").toLongLong() != have)
        return ScriptedPortal::problem(409, "offset-mismatch", "\"offset\":" + offset);
    have += request.body.size();
    return patched(have);
}

// A store whose papers cannot be read from some moment on.
class UnreadableOutbox final : public Outbox
{
public:
    explicit UnreadableOutbox(Outbox &outbox)
        : m_outbox(outbox)
    {
    }

    std::atomic<bool> unreadable = false;

    Result<QList<OutboundDossier>> pending(int limit) override { return m_outbox.pending(limit); }
    Result<void> markSending(const QList<DeliveryKey> &keys) override { return m_outbox.markSending(keys); }
    Result<void> markWaiting(const QList<DeliveryKey> &keys) override { return m_outbox.markWaiting(keys); }
    Result<void> markWanted(const QList<DeliveryKey> &keys) override { return m_outbox.markWanted(keys); }
    Result<void> noteFound(const DeliveryKey &key, const QString &code) override { return m_outbox.noteFound(key, code); }
    Result<void> markInDoubt(const QList<DeliveryKey> &keys, const QString &id) override
    {
        return m_outbox.markInDoubt(keys, id);
    }
    Result<void> storeReceipt(const Receipt &receipt) override { return m_outbox.storeReceipt(receipt); }
    Result<void> refuse(const DeliveryKey &key, const DeliveryProblem &why) override { return m_outbox.refuse(key, why); }
    Result<QByteArray> readFile(const QString &id, qint64 offset, qint64 length) override
    {
        return unreadable ? tl::unexpected(Error { ErrorCode::StoreFailed, {}, {} }) : m_outbox.readFile(id, offset, length);
    }
    Result<QList<DeliveryKey>> unacknowledgedReceipts() override { return m_outbox.unacknowledgedReceipts(); }
    Result<void> markAcknowledged(const QList<DeliveryKey> &keys) override { return m_outbox.markAcknowledged(keys); }
    Result<QString> cursor() override { return m_outbox.cursor(); }
    Result<void> applyChanges(const QList<StatusChange> &all, const QString &to) override
    {
        return m_outbox.applyChanges(all, to);
    }
    Result<int> unsentCount() override { return m_outbox.unsentCount(); }
    Result<QList<OutboundDossier>> outline(int limit) override { return m_outbox.outline(limit); }
    Result<QByteArray> form(const DeliveryKey &key) override { return m_outbox.form(key); }
    Result<void> offerAgainAfter(qint64 sequence) override { return m_outbox.offerAgainAfter(sequence); }
    Result<SyncPolicy> policy() override { return m_outbox.policy(); }
    Result<qint64> bytesToday(const QDate &day) override { return m_outbox.bytesToday(day); }
    Result<void> addBytes(const QDate &day, qint64 bytes) override { return m_outbox.addBytes(day, bytes); }
    Result<Lineage> lineage() override { return m_outbox.lineage(); }
    Result<void> storeLineage(const Lineage &lineage) override { return m_outbox.storeLineage(lineage); }
    Result<QByteArray> receiptKey() override { return m_outbox.receiptKey(); }
    Result<void> pinReceiptKey(const QByteArray &jwk) override { return m_outbox.pinReceiptKey(jwk); }
    Result<QList<WantedResult>> resultsWanted() override { return m_outbox.resultsWanted(); }
    Result<void> storeResultPiece(const QString &id, qint64 offset, const QByteArray &bytes) override
    {
        return m_outbox.storeResultPiece(id, offset, bytes);
    }
    Result<void> completeResult(const QString &id) override { return m_outbox.completeResult(id); }

private:
    Outbox &m_outbox;
};

} // namespace

void TestSyncFaults::initTestCase()
{
    m_certificates = TestCertificates::make(m_folder.path());
}

SyncOutcome TestSyncFaults::pass(Kiosk &kiosk, const QUrl &url, const QString &ca, const StopAsked &stop)
{
    const PortalAccess portal { url, ca.isEmpty() ? m_certificates.ca : ca, kiosk.token, newUuid7(kiosk.clock), u"25231"_s };
    CurlTransport transport({ portal.caFile, url, kiosk.token, 2s, { 1500ms, 1500ms, 128 } });
    return SyncPass(kiosk.outbox, transport, portal, kiosk.clock, kiosk.monitor, kiosk.memory, stop).run();
}

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

// Two of them, so that they cannot take turns at being first.
void TestSyncFaults::brokenUploadsDoNotHoldOthers()
{
    Kiosk kiosk;
    QList<OutboundDossier> dossiers;
    for (quint32 i = 0; i < 4; ++i)
        dossiers.append(addDossier(kiosk.outbox, { 3000 }, i));
    const auto uploadIdIn = [&](qsizetype at) {
        const OutboundDossier &dossier = dossiers.at(at);
        return uploadIdOf(dossier.id, dossier.files.first().name, dossier.files.first().sha256);
    };
    const QString failing = uploadIdIn(0);
    const QString cut = uploadIdIn(1);
    std::atomic<bool> broken = true;
    QHash<QString, qint64> held;
    ScriptedPortal portal(m_certificates.chain, m_certificates.key, [&](const Request &request) {
        if (request.method == "POST")
            return goodSync(request, [&](const QJsonObject &each) { return wanted(each, held); });
        if (broken && uploadOf(request) == failing)
            return ScriptedPortal::problem(500, "internal");
        if (broken && uploadOf(request) == cut)
            return ScriptedPortal::cut();
        return goodUpload(request, held);
    });
    constexpr int passesAtMost = 6; // an answer may come after the failing paper has ended its pass
    for (int i = 0; i < passesAtMost && kiosk.outbox.count(DeliveryState::Received) < 2; ++i)
        QVERIFY(!pass(kiosk, portal.url()).idle);
    QCOMPARE(kiosk.outbox.row(dossiers.at(2).id).dossier.delivery, DeliveryState::Received);
    QCOMPARE(kiosk.outbox.row(dossiers.at(3).id).dossier.delivery, DeliveryState::Received);
    QVERIFY(!kiosk.memory.fruitless.isEmpty());

    broken = false;
    QVERIFY(pass(kiosk, portal.url()).idle);
    QCOMPARE(kiosk.outbox.count(DeliveryState::Received), 4);
    QVERIFY(kiosk.memory.fruitless.isEmpty());
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

void TestSyncFaults::offsetOfThePortalIsTaken()
{
    Kiosk kiosk;
    const OutboundDossier dossier = addDossier(kiosk.outbox, { 5000 }, 1);
    QHash<QString, qint64> held;
    bool lied = false;
    ScriptedPortal portal(m_certificates.chain, m_certificates.key, [&](const Request &request) {
        if (request.method == "POST")
            return goodSync(request, [&](const QJsonObject &each) { return wanted(each, held); });
        if (!lied && request.method == "PATCH") { // bytes of an earlier connection arrived meanwhile
            lied = true;
            held[uploadOf(request)] = 3000;
        }
        return goodUpload(request, held);
    });
    const SyncOutcome outcome = pass(kiosk, portal.url());
    QVERIFY(outcome.idle && !outcome.error);
    QCOMPARE(kiosk.outbox.row(dossier.id).dossier.delivery, DeliveryState::Received);
    QCOMPARE(held.values(), QList<qint64> { 5000 });
    qint64 sent = 0;
    for (const Request &request : portal.requests())
        sent += request.method == "PATCH" ? request.body.size() : 0;
    QCOMPARE(sent, 5000 + 2000);
    const SyncSnapshot snapshot = kiosk.monitor.snapshot();
    QCOMPARE(snapshot.bytesConfirmed, snapshot.bytesTotal);
    QCOMPARE(snapshot.bytesTotal, 5000 + dossier.form.size());
}

void TestSyncFaults::forgottenUploadIsToldAgain()
{
    Kiosk kiosk;
    const OutboundDossier dossier = addDossier(kiosk.outbox, { 5000 }, 1);
    QHash<QString, qint64> held;
    int manifests = 0;
    ScriptedPortal portal(m_certificates.chain, m_certificates.key, [&](const Request &request) {
        if (request.method == "POST") {
            return goodSync(request, [&](const QJsonObject &each) {
                ++manifests;
                return wanted(each, held);
            });
        }
        if (manifests == 1)
            return ScriptedPortal::problem(404, "unknown-upload");
        return goodUpload(request, held);
    });
    QVERIFY(pass(kiosk, portal.url()).idle);
    QCOMPARE(kiosk.outbox.row(dossier.id).dossier.delivery, DeliveryState::Received);
    QCOMPARE(kiosk.outbox.violations(), QStringList());
}

void TestSyncFaults::wrongDigestTwiceIsSetAside()
{
    Kiosk kiosk;
    const OutboundDossier dossier = addDossier(kiosk.outbox, { 5000 }, 1);
    const OutboundDossier fine = addDossier(kiosk.outbox, {}, 2);
    int patches = 0;
    ScriptedPortal portal(m_certificates.chain, m_certificates.key, [&](const Request &request) {
        if (request.method == "POST")
            return goodSync(request, [&](const QJsonObject &each) { return wanted(each, {}); });
        if (request.method == "HEAD")
            return patched(0);
        ++patches;
        return ScriptedPortal::problem(422, "digest-mismatch", "\"expected\":\"a\",\"actual\":\"b\"");
    });
    const SyncOutcome outcome = pass(kiosk, portal.url());
    QCOMPARE(patches, 2);
    QCOMPARE(errorId(outcome.error->code), u"MC-510"_s);
    QCOMPARE(kiosk.outbox.row(dossier.id).dossier.delivery, DeliveryState::Waiting);
    QCOMPARE(kiosk.outbox.row(fine.id).dossier.delivery, DeliveryState::Received);
    QCOMPARE(kiosk.outbox.violations(), QStringList());
}

void TestSyncFaults::damagedCopyIsRefusedHere()
{
    Kiosk kiosk;
    const OutboundDossier dossier = addDossier(kiosk.outbox, { 5000 }, 1);
    const OutboundDossier shorter = addDossier(kiosk.outbox, { 5000 }, 2);
    kiosk.outbox.damage(dossier.files.first().attachmentId, QByteArray(5000, 'x'));
    kiosk.outbox.damage(shorter.files.first().attachmentId, QByteArray(100, 'x'));
    QHash<QString, QByteArray> held;
    ScriptedPortal portal(m_certificates.chain, m_certificates.key, [&](const Request &request) {
        if (request.method == "POST")
            return goodSync(request, [&](const QJsonObject &each) { return wanted(each, {}); });
        QByteArray &have = held[uploadOf(request)];
        if (request.method == "HEAD")
            return patched(have.size());
        have += request.body;
        if (have.size() == 5000)
            return ScriptedPortal::problem(422, "digest-mismatch");
        return patched(have.size());
    });
    const SyncOutcome outcome = pass(kiosk, portal.url());
    QCOMPARE(outcome.refused, 2);
    for (const OutboundDossier &each : { dossier, shorter }) {
        QCOMPARE(kiosk.outbox.row(each.id).dossier.delivery, DeliveryState::Refused);
        QCOMPARE(kiosk.outbox.row(each.id).problem->errorId, u"MC-511"_s);
    }
    QCOMPARE(kiosk.outbox.violations(), QStringList());
}

void TestSyncFaults::unreadableStoreIsNotADamagedCopy()
{
    Kiosk kiosk;
    const OutboundDossier dossier = addDossier(kiosk.outbox, { 5000 }, 1);
    UnreadableOutbox outbox(kiosk.outbox);
    ScriptedPortal portal(m_certificates.chain, m_certificates.key, [&](const Request &request) {
        if (request.method == "POST")
            return goodSync(request, [&](const QJsonObject &each) { return wanted(each, {}); });
        outbox.unreadable = true;
        return ScriptedPortal::problem(422, "digest-mismatch");
    });
    const PortalAccess access { portal.url(), m_certificates.ca, {}, newUuid7(kiosk.clock), u"25231"_s };
    const SyncOutcome outcome = runSyncPass(outbox, access, kiosk.clock, kiosk.monitor, [] { return false; });
    QVERIFY(!outcome.idle);
    QCOMPARE(outcome.refused, 0);
    QCOMPARE(outcome.error->code, ErrorCode::StoreFailed);
    QCOMPARE(kiosk.outbox.row(dossier.id).dossier.delivery, DeliveryState::InDoubt);
    QCOMPARE(kiosk.outbox.violations(), QStringList());
}

void TestSyncFaults::tooLargeHalvesTheChunk()
{
    Kiosk kiosk;
    addDossier(kiosk.outbox, { 600'000, 100'000 }, 1);
    QHash<QString, qint64> held;
    QList<qsizetype> accepted;
    ScriptedPortal portal(m_certificates.chain, m_certificates.key, [&](const Request &request) {
        if (request.method == "POST")
            return goodSync(request, [&](const QJsonObject &each) { return wanted(each, held); });
        if (request.body.size() > 64 * 1024)
            return ScriptedPortal::plain(413, "text/html", "<html>nginx</html>");
        accepted.append(request.body.size());
        return goodUpload(request, held);
    });
    QVERIFY(pass(kiosk, portal.url()).idle);
    QCOMPARE(kiosk.outbox.count(DeliveryState::Received), 1);
    QVERIFY(accepted.size() > 10);
    const QStringList order = held.keys();
    QCOMPARE(order.size(), 2);
}

void TestSyncFaults::oneDossierAfterTheOther()
{
    Kiosk kiosk;
    QHash<QString, qsizetype> dossierOf;
    constexpr qsizetype count = 40;
    for (qsizetype i = 0; i < count; ++i) {
        const OutboundDossier dossier = addDossier(kiosk.outbox, { 3000, 2000 }, quint32(i));
        for (const OutboundFile &file : dossier.files)
            dossierOf.insert(uploadIdOf(dossier.id, file.name, file.sha256), i);
    }
    QHash<QString, qint64> held;
    QList<qint64> sizes;
    QHash<qsizetype, int> papersOf; // dossier -> papers that arrived
    qsizetype halfDone = 0;
    qsizetype mostHalfDone = 0;
    ScriptedPortal portal(m_certificates.chain, m_certificates.key, [&](const Request &request) {
        if (request.method == "POST")
            return goodSync(request, [&](const QJsonObject &each) { return wanted(each, held); });
        const QString upload = uploadOf(request);
        const qint64 before = held.value(upload);
        const Answer answer = goodUpload(request, held);
        if (held.value(upload) > before) {
            sizes.append(request.body.size());
            halfDone += ++papersOf[dossierOf.value(upload)] == 1 ? 1 : -1;
            mostHalfDone = std::max(mostHalfDone, halfDone);
        }
        return answer;
    });
    QVERIFY(pass(kiosk, portal.url()).idle);
    QCOMPARE(kiosk.outbox.count(DeliveryState::Received), int(count));
    QCOMPARE(sizes.size(), 2 * count);
    QCOMPARE(sizes.first(), 2000); // the smaller paper first
    // Lanes overtake one another, some more where a slow machine lets one fall silent; all small papers first would be 40.
    QVERIFY2(mostHalfDone <= 12, qPrintable(QString::number(mostHalfDone)));
}

// A form that is submitted while papers are on their way does not wait for them.
void TestSyncFaults::newFormOvertakesPapers()
{
    Kiosk kiosk;
    addDossier(kiosk.outbox, QList<qint64>(12, 40'000), 1);
    QString urgent;
    QHash<QString, qint64> held;
    int papersBefore = 0;
    ScriptedPortal portal(m_certificates.chain, m_certificates.key, [&](const Request &request) {
        if (request.method == "POST") {
            const bool told = !urgent.isEmpty() && request.body.contains(urgent.toLatin1());
            papersBefore = told && papersBefore == 0 ? int(held.size()) : papersBefore;
            return goodSync(request, [&](const QJsonObject &each) { return wanted(each, held); });
        }
        if (urgent.isEmpty())
            urgent = addDossier(kiosk.outbox, {}, 2).id;
        QThread::msleep(300); // a slow link: the pass looks for new forms every second
        return goodUpload(request, held);
    });
    QVERIFY(pass(kiosk, portal.url()).idle);
    QCOMPARE(kiosk.outbox.count(DeliveryState::Received), 2);
    QVERIFY2(papersBefore > 0 && papersBefore < 12, qPrintable(QString::number(papersBefore)));
}

// The same scan in three dossiers: its bytes go once, if the portal knows them by their digest.
void TestSyncFaults::sameContentTravelsOnce()
{
    Kiosk kiosk;
    QSet<QString> digests;
    for (int i = 0; i < 3; ++i)
        digests.insert(addDossier(kiosk.outbox, { 50'000 }, 7).files.first().sha256); // the same seed gives the same bytes
    QCOMPARE(digests.size(), 1);
    bool there = false;
    qint64 bytes = 0;
    ScriptedPortal portal(m_certificates.chain, m_certificates.key, [&](const Request &request) {
        if (request.method == "POST") {
            return goodSync(request, [&](const QJsonObject &each) {
                QHash<QString, qint64> held;
                if (there)
                    held.insert(each.value("attachments"_L1).toArray().first().toObject().value("uploadId"_L1).toString(),
                                50'000);
                return wanted(each, held);
            });
        }
        if (request.method == "HEAD")
            return ScriptedPortal::plain(200, {}, {}, "Upload-Offset: " + QByteArray(there ? "50000" : "0") + "\r\n");
        bytes += request.body.size();
        there = true;
        return patched(50'000);
    });
    QVERIFY(pass(kiosk, portal.url()).idle);
    QCOMPARE(bytes, 50'000);
    QCOMPARE(kiosk.outbox.count(DeliveryState::Received), 3);
}

// Forms go, papers stay, except those of the dossier that the officer sends all the same; the day's bytes are counted.
void TestSyncFaults::papersStayOnAMeteredLink()
{
    Kiosk kiosk;
    const OutboundDossier stays = addDossier(kiosk.outbox, { 30'000 }, 1);
    const OutboundDossier goes = addDossier(kiosk.outbox, { 30'000 }, 2);
    kiosk.outbox.orderNow(goes.id);
    kiosk.outbox.setPolicy({ 0, true });
    QHash<QString, qint64> held;
    int forms = 0;
    ScriptedPortal portal(m_certificates.chain, m_certificates.key, [&](const Request &request) {
        if (request.method == "POST") {
            return goodSync(request, [&](const QJsonObject &each) {
                ++forms;
                return wanted(each, held);
            });
        }
        return goodUpload(request, held);
    });
    QVERIFY(pass(kiosk, portal.url()).idle); // nothing that may go is left
    QVERIFY(forms >= 2);
    QCOMPARE(kiosk.outbox.row(goes.id).dossier.delivery, DeliveryState::Received);
    QCOMPARE(kiosk.outbox.row(stays.id).dossier.delivery, DeliveryState::Waiting);
    QCOMPARE(kiosk.monitor.snapshot().heldBack, HeldBack::Metered);

    kiosk.outbox.setPolicy({ 1, false }); // a budget that this day has used up
    QVERIFY(pass(kiosk, portal.url()).idle);
    QCOMPARE(kiosk.outbox.row(stays.id).dossier.delivery, DeliveryState::Waiting);
    QCOMPARE(kiosk.monitor.snapshot().heldBack, HeldBack::Budget);
#ifdef Q_OS_LINUX
    const qint64 spent = *kiosk.outbox.bytesToday(toLegalTime(kiosk.clock.now()).date());
    QVERIFY2(spent > 30'000 && spent < 60'000, qPrintable(QString::number(spent)));
#endif

    kiosk.outbox.setPolicy({});
    QVERIFY(pass(kiosk, portal.url()).idle);
    QCOMPARE(kiosk.outbox.count(DeliveryState::Received), 2);
    QCOMPARE(kiosk.monitor.snapshot().heldBack, HeldBack::Nothing);
    QCOMPARE(kiosk.outbox.violations(), QStringList());
}

// The link dies without a word in the middle of a paper: another connection asks how much arrived and goes on from there, in the same
// pass; what the dead connection still delivers afterwards is refused by its offset.
void TestSyncFaults::silentConnectionIsOvertaken()
{
    Kiosk kiosk;
    const OutboundDossier dossier = addDossier(kiosk.outbox, { 300'000 }, 1);
    QHash<QString, qint64> held;
    std::atomic<int> heads = 0;
    bool died = false;
    ScriptedPortal portal(m_certificates.chain, m_certificates.key, [&](const Request &request) {
        if (request.method == "POST")
            return goodSync(request, [&](const QJsonObject &each) { return wanted(each, held); });
        qint64 &have = held[uploadOf(request)];
        if (request.method == "HEAD") {
            ++heads;
            return ScriptedPortal::plain(200, {}, {}, "Upload-Offset: " + QByteArray::number(have) + "\r\n");
        }
        if (!died) {
            died = true;
            have = 120'000;
            return Answer { {}, ScriptedPortal::Then::Hang };
        }
        return goodUpload(request, held);
    });
    const PortalAccess access { portal.url(), m_certificates.ca, {}, newUuid7(kiosk.clock), u"25231"_s };
    CurlTransport transport({ access.caFile, access.url, {}, 2s, { 20s, 20s, 128 } });
    const SyncOutcome outcome =
        SyncPass(kiosk.outbox, transport, access, kiosk.clock, kiosk.monitor, kiosk.memory, [] { return false; }).run();
    QVERIFY(outcome.idle && !outcome.error);
    QVERIFY(heads >= 1);
    QCOMPARE(held.values(), QList<qint64> { 300'000 });
    QCOMPARE(kiosk.outbox.row(dossier.id).dossier.delivery, DeliveryState::Received);
    QCOMPARE(kiosk.outbox.violations(), QStringList());
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
