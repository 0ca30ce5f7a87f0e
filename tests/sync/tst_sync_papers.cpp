#include "core/base/errorcatalog.h"
#include "core/base/ids.h"
#include "sync/curltransport.h"
#include "sync/uploadid.h"
#include "tests/sync/support/scriptedanswers.h"

#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace std::chrono_literals;

using Answer = ScriptedPortal::Answer;
using Request = ScriptedPortal::Request;

// Papers against a portal that takes them in wrong ways, and the order in which they travel.
class TestSyncPapers : public QObject, private ScriptedSite
{
    Q_OBJECT

private Q_SLOTS:
    void brokenUploadsDoNotHoldOthers();
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
};

namespace {

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

// Two of them, so that they cannot take turns at being first.
void TestSyncPapers::brokenUploadsDoNotHoldOthers()
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

void TestSyncPapers::offsetOfThePortalIsTaken()
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

void TestSyncPapers::forgottenUploadIsToldAgain()
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

void TestSyncPapers::wrongDigestTwiceIsSetAside()
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

void TestSyncPapers::damagedCopyIsRefusedHere()
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

void TestSyncPapers::unreadableStoreIsNotADamagedCopy()
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

void TestSyncPapers::tooLargeHalvesTheChunk()
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

void TestSyncPapers::oneDossierAfterTheOther()
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
void TestSyncPapers::newFormOvertakesPapers()
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
void TestSyncPapers::sameContentTravelsOnce()
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

// The link dies without a word in the middle of a paper: another connection asks how much arrived and goes on from there, in the same
// pass; what the dead connection still delivers afterwards is refused by its offset.
void TestSyncPapers::silentConnectionIsOvertaken()
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

// Forms go, papers stay, except those of the dossier that the officer sends all the same; the day's bytes are counted.
void TestSyncPapers::papersStayOnAMeteredLink()
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

QTEST_GUILESS_MAIN(TestSyncPapers)
#include "tst_sync_papers.moc"
