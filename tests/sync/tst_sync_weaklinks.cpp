#include "core/base/clock.h"
#include "core/base/errorcatalog.h"
#include "core/base/ids.h"
#include "sync/syncservice.h"
#include "tests/support/memoryoutbox.h"
#include "tests/sync/support/demoportal.h"
#include "tests/sync/support/scriptedportal.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;

// What version 1.1 of the contract brought, with the real portal over real TLS: signed receipts, a portal restored from a backup, a
// cloned kiosk, one content sent once, results that come back.
class TestSyncWeaklinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void receiptsArePinnedAndProven();
    void anotherKeyIsNotBelieved();
    void aReceiptWithoutSignatureIsNotBelieved();
    void aRestoredPortalGetsEverythingAgain();
    void aClonedKioskIsDetectedAndNothingMerged();
    void oneContentTravelsOnce();
    void resultsComeBack();

private:
    SyncOutcome pass(MemoryOutbox &outbox, const QUrl &url, const QString &kioskId = {});
    static bool copy(const QString &from, const QString &to);

    std::unique_ptr<QTemporaryDir> m_folder;
    TestCertificates m_certificates;
    SyncMonitor m_monitor;
    SystemClock m_clock;
    QString m_kioskId;
};

namespace {

QByteArray why(const SyncOutcome &outcome)
{
    return (outcome.error ? explainInOneLine(*outcome.error) : u"no error"_s).toUtf8();
}

} // namespace

void TestSyncWeaklinks::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_certificates = TestCertificates::make(m_folder->path());
    m_kioskId = newUuid7(m_clock);
}

SyncOutcome TestSyncWeaklinks::pass(MemoryOutbox &outbox, const QUrl &url, const QString &kioskId)
{
    const PortalAccess portal { url, m_certificates.ca, {}, kioskId.isEmpty() ? m_kioskId : kioskId, u"25231"_s };
    return runSyncPass(outbox, portal, m_clock, m_monitor, [] { return false; });
}

bool TestSyncWeaklinks::copy(const QString &from, const QString &to)
{
    return QProcess::execute(u"cp"_s, { u"-a"_s, from, to }) == 0;
}

void TestSyncWeaklinks::receiptsArePinnedAndProven()
{
    DemoPortal portal(m_folder->filePath(u"store"_s), m_certificates);
    QVERIFY(portal.start());
    MemoryOutbox outbox;
    const OutboundDossier dossier = addDossier(outbox, { 50'000 }, 1);
    const SyncOutcome outcome = pass(outbox, portal.url());
    QVERIFY2(outcome.idle && !outcome.error, why(outcome).constData());
    QVERIFY(!outbox.receiptKey()->isEmpty());
    QCOMPARE(outbox.row(dossier.id).receipt->proof.count('.'), 2);
    QCOMPARE(portal.judge(dossier), QString());
}

// A portal that was set up anew (or somebody in its place): what it confirms is not counted, and nothing is lost.
void TestSyncWeaklinks::anotherKeyIsNotBelieved()
{
    MemoryOutbox outbox;
    const OutboundDossier earlier = addDossier(outbox, {}, 1);
    {
        DemoPortal portal(m_folder->filePath(u"first"_s), m_certificates);
        QVERIFY(portal.start());
        QVERIFY(pass(outbox, portal.url()).idle);
    }
    DemoPortal portal(m_folder->filePath(u"second"_s), m_certificates);
    QVERIFY(portal.start());
    const OutboundDossier later = addDossier(outbox, { 100 }, 2);
    QVERIFY(pass(outbox, portal.url()).error);
    QCOMPARE(outbox.row(later.id).dossier.delivery, DeliveryState::InDoubt);
    QVERIFY(!outbox.row(later.id).receipt);
    // That portal does not know its own signature on the earlier receipt, and refuses; the screen keeps what was true.
    QCOMPARE(outbox.row(earlier.id).dossier.delivery, DeliveryState::Received);
    QCOMPARE(outbox.violations(), QStringList());
}

void TestSyncWeaklinks::aReceiptWithoutSignatureIsNotBelieved()
{
    MemoryOutbox outbox;
    {
        DemoPortal portal(m_folder->filePath(u"store"_s), m_certificates);
        QVERIFY(portal.start());
        addDossier(outbox, {}, 1);
        QVERIFY(pass(outbox, portal.url()).idle);
    }
    // The same answers as a portal before 1.1 gives.
    ScriptedPortal older(m_certificates.chain, m_certificates.key, [](const ScriptedPortal::Request &request) {
        const QJsonObject call = QJsonDocument::fromJson(request.body).object();
        QJsonArray results;
        for (const auto &each : call.value("dossiers"_L1).toArray()) {
            const QJsonObject dossier = each.toObject();
            const QJsonObject receipt { { u"id"_s, dossier.value("id"_L1) },
                                        { u"revision"_s, 1 },
                                        { u"officialCode"_s, u"H19.231-261122-0007"_s },
                                        { u"receivedAt"_s, u"2026-11-22T14:05:09+07:00"_s },
                                        { u"dueAt"_s, u"2026-11-25T17:00:00+07:00"_s },
                                        { u"sequence"_s, 7 },
                                        { u"formSha256"_s, dossier.value("form"_L1).toObject().value("sha256"_L1) },
                                        { u"attachments"_s, QJsonArray {} } };
            results.append(QJsonObject { { u"id"_s, dossier.value("id"_L1) },
                                         { u"revision"_s, 1 },
                                         { u"outcome"_s, u"received"_s },
                                         { u"receipt"_s, receipt } });
        }
        return ScriptedPortal::json(200, QJsonDocument(QJsonObject { { u"serverTime"_s, u"2026-11-22T14:05:09+07:00"_s },
                                                                     { u"results"_s, results },
                                                                     { u"receipts"_s, QJsonArray {} },
                                                                     { u"changes"_s, QJsonArray {} },
                                                                     { u"cursor"_s, call.value("cursor"_L1) },
                                                                     { u"more"_s, false } })
                                             .toJson());
    });
    const OutboundDossier dossier = addDossier(outbox, {}, 2);
    const SyncOutcome outcome = pass(outbox, older.url());
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->code, ErrorCode::ReceiptSignatureWrong);
    QCOMPARE(outbox.row(dossier.id).dossier.delivery, DeliveryState::InDoubt);

    MemoryOutbox fresh; // that never saw a key believes such a portal, as before
    addDossier(fresh, {}, 3);
    QVERIFY(pass(fresh, older.url()).received == 1);
}

void TestSyncWeaklinks::aRestoredPortalGetsEverythingAgain()
{
    const QString store = m_folder->filePath(u"store"_s);
    DemoPortal portal(store, m_certificates);
    MemoryOutbox outbox;
    QVERIFY(portal.start());
    QList<OutboundDossier> dossiers { addDossier(outbox, { 2'000 }, 1000) };
    QVERIFY(pass(outbox, portal.url()).idle);
    portal.kill();
    QVERIFY(copy(store, m_folder->filePath(u"backup"_s)));
    QVERIFY(portal.start());
    for (quint32 i = 0; i < 50; ++i)
        dossiers.append(addDossier(outbox, i % 5 == 0 ? QList<qint64> { 20'000, 3'000 } : QList<qint64> { 500 }, i));
    QVERIFY(pass(outbox, portal.url()).idle);
    QHash<QString, Receipt> given;
    for (const OutboundDossier &dossier : std::as_const(dossiers))
        given.insert(dossier.id, *outbox.row(dossier.id).receipt);

    portal.kill();
    QVERIFY(QDir(store).removeRecursively());
    QVERIFY(copy(m_folder->filePath(u"backup"_s), store));
    QVERIFY(portal.start());
    QCOMPARE(portal.dossiersOnDisk(), 1);
    const SyncOutcome outcome = pass(outbox, portal.url());
    QVERIFY2(outcome.idle && !outcome.error, why(outcome).constData());
    QCOMPARE(portal.dossiersOnDisk(), 51);
    for (const OutboundDossier &dossier : std::as_const(dossiers)) {
        QCOMPARE(portal.judge(dossier), QString());
        const MemoryOutbox::Row row = outbox.row(dossier.id);
        QCOMPARE(row.receipt->officialCode, given.value(dossier.id).officialCode);
        QCOMPARE(row.receipt->dueAt, given.value(dossier.id).dueAt);
        QCOMPARE(row.dossier.delivery, DeliveryState::Received);
        QCOMPARE(row.history.last(), DeliveryState::Received);
        QCOMPARE(row.history.count(DeliveryState::Received), 1); // the screen never said anything else
    }
    QVERIFY(outbox.pending(100)->isEmpty());
    QVERIFY(outbox.unacknowledgedReceipts()->isEmpty());
    QCOMPARE(outbox.violations(), QStringList());
    // And it goes on as if nothing had been.
    dossiers.append(addDossier(outbox, { 700 }, 2000));
    QCOMPARE(pass(outbox, portal.url()).received, 1);
    QCOMPARE(portal.dossiersOnDisk(), 52);
}

void TestSyncWeaklinks::aClonedKioskIsDetectedAndNothingMerged()
{
    DemoPortal portal(m_folder->filePath(u"store"_s), m_certificates);
    QVERIFY(portal.start());
    MemoryOutbox original;
    const OutboundDossier earliest = addDossier(original, {}, 1);
    QVERIFY(pass(original, portal.url()).idle);
    MemoryOutbox clone; // a copy of the profile and what it remembers
    QVERIFY(clone.storeLineage(*original.lineage()));
    QVERIFY(clone.pinReceiptKey(*original.receiptKey()));

    // Both have the same next mark, so the first call of each passes; the second of one cannot.
    QList<SyncOutcome> outcomes;
    QList<OutboundDossier> ofClone;
    for (quint32 round = 0; round < 3; ++round) {
        addDossier(original, {}, 10 + round);
        outcomes.append(pass(original, portal.url()));
        ofClone.append(addDossier(clone, { 300 }, 20 + round));
        outcomes.append(pass(clone, portal.url()));
    }
    const auto cloned = [](const SyncOutcome &outcome) { return outcome.error && outcome.error->code == ErrorCode::KioskCloned; };
    QVERIFY(std::any_of(outcomes.begin(), outcomes.end(), cloned));
    QVERIFY(cloned(outcomes.at(4)) != cloned(outcomes.at(5))); // one of the two stands still, the other works
    QCOMPARE(int(m_monitor.snapshot().link), int(cloned(outcomes.at(5)) ? LinkState::ClonedKiosk : LinkState::Online));
    MemoryOutbox &refused = cloned(outcomes.at(5)) ? clone : original;
    QVERIFY(refused.count(DeliveryState::Waiting) > 0);
    QCOMPARE(refused.count(DeliveryState::Refused), 0);
    const int before = portal.dossiersOnDisk();

    // With an identity of its own everything goes out, under the same ids.
    QVERIFY(refused.storeLineage({}));
    const QString newId = newUuid7(m_clock);
    const SyncOutcome renewed = pass(refused, portal.url(), newId);
    QVERIFY2(renewed.idle && !renewed.error, why(renewed).constData());
    QVERIFY(portal.dossiersOnDisk() > before);
    QCOMPARE(refused.count(DeliveryState::Waiting), 0);
    QCOMPARE(portal.dossiersOnDisk(), 1 + 3 + 3);

    // News of what came before the copy reaches both: the one that kept the old identity, and the one that names it as its former.
    QCOMPARE(portal.move(earliest.id, 2, u"Đã tiếp nhận"_s), 303);
    MemoryOutbox &kept = cloned(outcomes.at(5)) ? original : clone;
    const PortalAccess access { portal.url(), m_certificates.ca, {}, newId, u"25231"_s, {}, 80, { m_kioskId } };
    QVERIFY(pass(kept, portal.url()).idle);
    QVERIFY(runSyncPass(refused, access, m_clock, m_monitor, [] { return false; }).idle);
    for (const MemoryOutbox *each : { &kept, &refused }) {
        const QList<StatusChange> changes = each->changes();
        QVERIFY(std::any_of(changes.begin(), changes.end(),
                            [&](const StatusChange &one) { return one.dossierId == earliest.id && one.status == 2; }));
    }
}

void TestSyncWeaklinks::oneContentTravelsOnce()
{
    DemoPortal portal(m_folder->filePath(u"store"_s), m_certificates);
    QVERIFY(portal.start());
    MemoryOutbox outbox;
    QList<OutboundDossier> dossiers;
    for (int i = 0; i < 5; ++i)
        dossiers.append(addDossier(outbox, { 400'000 }, 7)); // the same random paper
    const SyncOutcome outcome = pass(outbox, portal.url());
    QVERIFY2(outcome.idle && !outcome.error, why(outcome).constData());
    QSet<QString> contents;
    for (const OutboundDossier &dossier : std::as_const(dossiers)) {
        QCOMPARE(portal.judge(dossier), QString());
        contents.insert(dossier.files.first().sha256);
    }
    QCOMPARE(contents.size(), 1);
    QCOMPARE(portal.dossiersOnDisk(), 5);
}

void TestSyncWeaklinks::resultsComeBack()
{
    const QString folder = m_folder->filePath(u"given"_s);
    QVERIFY(QDir().mkpath(folder));
    QByteArray content(700'001, '\0');
    for (qsizetype i = 0; i < content.size(); ++i)
        content[i] = char((i * 7919) >> 3);
    QFile file(folder + u"/giay-xac-nhan.pdf"_s);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    DemoPortal portal(m_folder->filePath(u"store"_s), m_certificates, { u"--results"_s, folder });
    QVERIFY(portal.start());
    MemoryOutbox outbox;
    const OutboundDossier dossier = addDossier(outbox, {}, 1);
    QVERIFY(pass(outbox, portal.url()).idle);
    QCOMPARE(portal.move(dossier.id, 2, {}, {}, { { u"result"_s, u"giay-xac-nhan.pdf"_s }, { u"message"_s, u"Mời đến nhận"_s } }),
             303);
    QVERIFY(pass(outbox, portal.url()).idle);
    const StatusChange change = outbox.changes().last();
    QCOMPARE(change.message, u"Mời đến nhận"_s);
    QCOMPARE(change.results.size(), 1);
    QVERIFY(outbox.result(change.results.first().id) == content);
    QVERIFY(outbox.resultsWanted()->isEmpty());
}

QTEST_GUILESS_MAIN(TestSyncWeaklinks)
#include "tst_sync_weaklinks.moc"
