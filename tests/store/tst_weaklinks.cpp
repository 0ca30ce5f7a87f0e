// What the queue remembers for weak links: what people order, what the portal gives back and asks for, what proves a receipt, a portal
// that lost something, and papers that are damaged here.
#include "../support/pastguard.h"
#include "storefixture.h"

#include "core/outbox/receiptkey.h"
#include "core/store/outboxrows.h"
#include "core/store/papercheck.h"
#include "core/store/portalrows.h"
#include "core/store/queuesettings.h"
#include "core/store/storethread.h"

#include <QJsonArray>
#include <QSignalSpy>

using namespace motcua;
using namespace Qt::StringLiterals;

namespace {

using enum DeliveryState;

const QByteArray keyA = R"({"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"})";
const QByteArray keyASpelledOtherwise =
    "{ \"use\": \"sig\", \"x\": \"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\", \"crv\": \"Ed25519\", \"kty\": \"OKP\" }";
const QByteArray keyB = R"({"kty":"OKP","crv":"Ed25519","x":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})";

struct Kiosk
{
    Kiosk()
    {
        const auto opened = store.open(folder.filePath(u"motcua.db"_s), testKey(), true).result();
        if (!opened)
            qFatal("open: %s", qPrintable(testErrorText(opened.error())));
        outbox = makeStoreOutbox(store, clock, changes);
    }

    template <typename Work>
    Result<void> write(Work work)
    {
        return store.run([&](Database &database) { return database.write([&] { return work(database); }); }).result();
    }

    template <typename Work>
    auto read(Work work)
    {
        return store.run([&](Database &database) { return work(database); }).result();
    }

    Dossier find(const QString &id)
    {
        return *read([&](Database &database) { return DossierRepository(database).find(id); });
    }

    QString queued(int serial, const QList<DossierBranch> &branches = {}, const QDate &presses = {})
    {
        const Dossier draft = testDraft(clock, serial);
        const QByteArray paper = "giấy " + QByteArray::number(serial);
        const auto done = write([&](Database &database) -> Result<void> {
            DossierRepository dossiers(database);
            if (const auto inserted = dossiers.insert(draft); !inserted)
                return inserted;
            if (const auto added = dossiers.insertAttachment(draft.summary.id, testPaper(clock, paper, serial), paper); !added)
                return added;
            return dossiers.enqueue(draft.summary.id, "{\"so\":" + QByteArray::number(serial) + "}", clock.now(), branches,
                                    presses);
        });
        if (!done)
            qFatal("queued: %s", qPrintable(testErrorText(done.error())));
        return draft.summary.id;
    }

    Receipt receiptFor(const QString &id, qint64 sequence, int revision = 1, const QString &code = u"H19.231-261122-0007"_s)
    {
        return { id,
                 revision,
                 code,
                 clock.now().addSecs(5),
                 clock.now().addDays(3),
                 sequence,
                 QString(64, u'a'),
                 {},
                 "proof-" + QByteArray::number(sequence) };
    }

    QString received(int serial, qint64 sequence, const QList<DossierBranch> &branches = {})
    {
        const QString id = queued(serial, branches);
        if (const auto kept = outbox->storeReceipt(receiptFor(id, sequence)); !kept)
            qFatal("received: %s", qPrintable(testErrorText(kept.error())));
        return id;
    }

    StatusChange supplement(qint64 sequence, const QString &id, const QString &branch = {})
    {
        StatusChange change { sequence, id, 5, clock.now(), u"Ảnh bị mờ"_s, branch };
        change.request =
            SupplementRequest { QDate(2026, 11, 30),
                                { { u"KQ003453"_s, {}, u"Xin chụp lại"_s }, { {}, u"/hoTen"_s, u"Thiếu tên đệm"_s } } };
        return change;
    }

    int needing()
    {
        DossierQuery query;
        query.filter = DossierQuery::Filter::NeedsAction;
        return int(read([&](Database &database) { return DossierRepository(database).list(query, clock.now()); })->size());
    }

    int following()
    {
        return read([&](Database &database) { return DossierRepository(database).counts(clock.now(), {}); })->following;
    }

    QTemporaryDir folder;
    TestClock clock;
    DossierChanges changes;
    StoreThread store;
    std::unique_ptr<Outbox> outbox;
};

QList<DossierBranch> twoBranches()
{
    DossierBranch birth;
    birth.id = u"birth"_s;
    DossierBranch residence;
    residence.id = u"residence"_s;
    return { birth, residence };
}

ResultFile resultFile(const QString &id, const QByteArray &content)
{
    return { id, u"ket-qua.pdf"_s, u"application/pdf"_s, content.size(), sha256Hex(content) };
}

} // namespace

class TestWeakLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatPressesIsFrozen()
    {
        Kiosk kiosk;
        const QString plain = kiosk.queued(1);
        const QString pressed = kiosk.queued(2, {}, QDate(2026, 11, 25));
        const auto pending = kiosk.outbox->pending(10);
        QCOMPARE(pending->size(), 2);
        QCOMPARE(pending->at(0).id, plain);
        QVERIFY(!pending->at(0).nearestDate.isValid());
        QCOMPARE(pending->at(1).id, pressed);
        QCOMPARE(pending->at(1).nearestDate, QDate(2026, 11, 25));
        QVERIFY(!pending->at(1).now);
        QCOMPARE(kiosk.outbox->pending(1)->first().id, pressed); // of more than fit, what presses most
    }

    void anOutlineIsPendingWithoutForms()
    {
        Kiosk kiosk;
        const QString id = kiosk.queued(7, twoBranches());
        const QList<OutboundDossier> whole = *kiosk.outbox->pending(10);
        QList<OutboundDossier> outline = *kiosk.outbox->outline(10);
        QCOMPARE(outline.size(), 1);
        QVERIFY(outline.first().form.isEmpty());
        QCOMPARE(outline.first().formSize, whole.first().form.size());
        QCOMPARE(*kiosk.outbox->form({ id, 1 }), whole.first().form);
        QCOMPARE(outline.first().files.size(), 1);
        QCOMPARE(outline.first().branches.size(), 2);
        QCOMPARE(kiosk.outbox->form({ id, 9 }).error().code, ErrorCode::DossierUnknown);
    }

    void anOrderIsForWhatWaits()
    {
        Kiosk kiosk;
        const QString id = kiosk.queued(1);
        const auto order = [&](bool now) {
            return kiosk.write([&](Database &database) -> Result<void> {
                const auto done = orderNow(database, id, now);
                return done ? Result<void>() : passOn(done);
            });
        };
        VERIFY_OK(order(true));
        QVERIFY(kiosk.outbox->pending(10)->first().now);
        QVERIFY(kiosk.find(id).now);
        VERIFY_OK(order(false));
        QVERIFY(!kiosk.outbox->pending(10)->first().now);
        VERIFY_OK(kiosk.outbox->storeReceipt(kiosk.receiptFor(id, 1)));
        QCOMPARE(order(true).error().code, ErrorCode::NotInQueue);
    }

    void policyBudgetAndMarksStay()
    {
        Kiosk kiosk;
        QCOMPARE(*kiosk.outbox->policy(), SyncPolicy());
        VERIFY_OK(kiosk.write([](Database &database) { return writePolicy(database, { 20'000'000, true }); }));
        QCOMPARE(*kiosk.outbox->policy(), (SyncPolicy { 20'000'000, true }));
        const QDate day(2026, 11, 22);
        VERIFY_OK(kiosk.outbox->addBytes(day, 1000));
        VERIFY_OK(kiosk.outbox->addBytes(day, 234));
        VERIFY_OK(kiosk.outbox->addBytes(day.addDays(1), 5));
        QCOMPARE(*kiosk.outbox->bytesToday(day), 1234);
        QCOMPARE(*kiosk.outbox->bytesToday(day.addDays(2)), 0);
        VERIFY_OK(kiosk.outbox->addBytes(day.addDays(200), 1));
        QCOMPARE(*kiosk.outbox->bytesToday(day), 0); // nobody asks any more
        QCOMPARE(*kiosk.outbox->lineage(), Lineage());
        VERIFY_OK(kiosk.outbox->storeLineage({ "K", "N" }));
        QCOMPARE(*kiosk.outbox->lineage(), (Lineage { "K", "N" }));
    }

    void aReceiptKeyIsPinnedOnce()
    {
        Kiosk kiosk;
        QCOMPARE(*kiosk.outbox->receiptKey(), QByteArray());
        QCOMPARE(kiosk.outbox->pinReceiptKey("{}").error().code, ErrorCode::ReceiptKeyUnusable);
        QByteArray secret = keyA;
        secret.replace("\"kty\"", "\"d\":\"AA\",\"kty\"");
        QCOMPARE(kiosk.outbox->pinReceiptKey(secret).error().code, ErrorCode::ReceiptKeyUnusable);
        VERIFY_OK(kiosk.outbox->pinReceiptKey(keyA));
        VERIFY_OK(kiosk.outbox->pinReceiptKey(keyASpelledOtherwise));
        QCOMPARE(*kiosk.outbox->receiptKey(), canonicalReceiptKey(keyA));
        QCOMPARE(kiosk.outbox->pinReceiptKey(keyB).error().code, ErrorCode::ReceiptKeyDiffers);
        QCOMPARE(*kiosk.outbox->receiptKey(), canonicalReceiptKey(keyA));
        const auto journal = kiosk.read([](Database &database) { return JournalRepository(database).all(); });
        QCOMPARE(journal->size(), 1); // pinned once, written down once
        QCOMPARE(journal->first().detail, receiptKeyFingerprint(keyA));
        VERIFY_OK(kiosk.write([](Database &database) { return writeReceiptKey(database, keyB, true); }));
        QCOMPARE(*kiosk.outbox->receiptKey(), canonicalReceiptKey(keyB));
    }

    void aSupplementIsAnsweredByTheNextRevision()
    {
        Kiosk kiosk;
        const QString id = kiosk.received(1, 7);
        const auto open = [&] {
            return kiosk.write(
                [&](Database &database) { return DossierRepository(database).openForMending(id, kiosk.clock.now()); });
        };
        QCOMPARE(open().error().code, ErrorCode::MendNotAsked);
        VERIFY_OK(kiosk.outbox->applyChanges({ kiosk.supplement(8, id) }, u"c8"_s));
        Dossier dossier = kiosk.find(id);
        QCOMPARE(dossier.summary.asks, Asks(Ask::Supplement));
        QCOMPARE(dossier.requests.size(), 1);
        QCOMPARE(dossier.requests.first().request.until, QDate(2026, 11, 30));
        QCOMPARE(dossier.requests.first().request.items.size(), 2);
        QCOMPARE(dossier.requests.first().request.items.at(1).field, u"/hoTen"_s);
        QCOMPARE(kiosk.needing(), 1);

        VERIFY_OK(open());
        QCOMPARE(kiosk.find(id).summary.status, DossierStatus::NeedsFix);
        // What the portal holds is not the kiosk's to withdraw.
        QVERIFY(!kiosk.write([&](Database &database) {
            return DossierRepository(database).setStatus(id, DossierStatus::Withdrawn, kiosk.clock.now());
        }));
        // The paper that was sent gives way to a better one; the old one stays for the former revision.
        const Attachment former = dossier.attachments.first();
        const QByteArray better = "giấy rõ hơn";
        VERIFY_OK(kiosk.write([&](Database &database) -> Result<void> {
            DossierRepository dossiers(database);
            if (const auto removed = dossiers.removeAttachment(former.id); !removed)
                return removed;
            if (const auto added = dossiers.insertAttachment(id, testPaper(kiosk.clock, better, 2), better); !added)
                return added;
            return dossiers.enqueue(id, "{\"so\":\"mới\"}", kiosk.clock.now());
        }));
        dossier = kiosk.find(id);
        QCOMPARE(dossier.summary.revision, 2);
        QCOMPARE(dossier.summary.papers, 1);
        QCOMPARE(dossier.attachments.size(), 1);
        QCOMPARE(dossier.attachments.first().sha256, sha256Hex(better));
        QCOMPARE(dossier.summary.asks, Asks());
        QCOMPARE(dossier.requests.first().answeredBy, 2);
        QCOMPARE(kiosk.needing(), 0);
        QCOMPARE(dossier.receipt->revision, 1); // readable all the while
        QCOMPARE(*kiosk.outbox->readFile(former.id, 0, 100), QByteArray("giấy 1"));
        const OutboundDossier sent = kiosk.outbox->pending(10)->first();
        QCOMPARE(sent.revision, 2);
        QCOMPARE(sent.files.size(), 1);
        QCOMPARE(sent.files.first().sha256, sha256Hex(better));

        VERIFY_OK(kiosk.outbox->storeReceipt(kiosk.receiptFor(id, 9, 2)));
        dossier = kiosk.find(id);
        QCOMPARE(dossier.receipt->revision, 2);
        QCOMPARE(dossier.formerReceipts.size(), 1);
        QCOMPARE(dossier.formerReceipts.first().proof, QByteArray("proof-7"));
        QCOMPARE(kiosk.needing(), 0); // the portal has not moved its status, and nobody is called twice
        VERIFY_OK(kiosk.outbox->applyChanges({ kiosk.supplement(10, id) }, u"c10"_s));
        QCOMPARE(kiosk.find(id).summary.asks, Asks(Ask::Supplement));
    }

    void aTurnedPaperLeavesTheSubmittedOneWhole()
    {
        Kiosk kiosk;
        const QString id = kiosk.queued(1);
        VERIFY_OK(kiosk.outbox->refuse({ id, 1 }, { u"MC-507"_s, {}, {}, kiosk.clock.now() }));
        Attachment paper = kiosk.find(id).attachments.first();
        for (const QByteArray &content : { QByteArray("xoay 90"), QByteArray("xoay 180") }) {
            VERIFY_OK(
                kiosk.write([&](Database &database) { return DossierRepository(database).replaceAttachment(paper, content); }));
            paper = kiosk.find(id).attachments.first();
            QCOMPARE(paper.sha256, sha256Hex(content));
        }
        const QString submitted =
            kiosk.read([](Database &database) { return database.value(u"SELECT attachment_id FROM outbox_file"_s); })->toString();
        QCOMPARE(*kiosk.outbox->readFile(submitted, 0, 100), QByteArray("giấy 1"));
        QCOMPARE(kiosk.find(id).attachments.size(), 1);
    }

    void aReturnedBranchBlocksNoOther()
    {
        Kiosk kiosk;
        const QString id = kiosk.received(1, 7, twoBranches());
        StatusChange done { 9, id, 9, kiosk.clock.now(), {}, u"residence"_s };
        done.officialCode = u"R-1"_s;
        VERIFY_OK(kiosk.outbox->applyChanges({ kiosk.supplement(8, id, u"birth"_s), done }, u"c9"_s));
        Dossier dossier = kiosk.find(id);
        QCOMPARE(dossier.summary.branchesAsking, 1);
        QCOMPARE(dossier.summary.asks, Asks(Ask::Supplement));
        VERIFY_OK(kiosk.write([&](Database &database) -> Result<void> {
            DossierRepository dossiers(database);
            if (const auto opened = dossiers.openForMending(id, kiosk.clock.now()); !opened)
                return opened;
            return dossiers.enqueue(id, "{}", kiosk.clock.now(), twoBranches());
        }));
        dossier = kiosk.find(id);
        QCOMPARE(dossier.branches.at(0).portalStatus, 5);
        QVERIFY(dossier.branches.at(0).answered);
        QVERIFY(!dossier.branches.at(0).asks());
        QCOMPARE(dossier.branches.at(1).portalStatus, 9); // what was said of the other stays
        QCOMPARE(dossier.branches.at(1).officialCode, u"R-1"_s);
        QCOMPARE(dossier.summary.branchesAsking, 0);
        // Word of the other branch comes while the supplement still waits here.
        VERIFY_OK(kiosk.outbox->applyChanges({ { 10, id, 10, kiosk.clock.now(), {}, u"residence"_s } }, u"c10"_s));
        QCOMPARE(kiosk.find(id).branches.at(1).portalStatus, 10);
    }

    void resultsComeInPiecesAndAreToldOnce()
    {
        Kiosk kiosk;
        const QString id = kiosk.received(1, 7);
        const QByteArray content(300'000, 'k');
        StatusChange change { 8, id, 9, kiosk.clock.now(), {} };
        change.results = { resultFile(u"r1"_s, content) };
        change.message = u"Mời công dân đến nhận"_s;
        VERIFY_OK(kiosk.outbox->applyChanges({ change }, u"c8"_s));
        QCOMPARE(kiosk.find(id).summary.asks, Asks(Ask::Message)); // the result is announced, not here
        const auto wanted = kiosk.outbox->resultsWanted();
        QCOMPARE(wanted->size(), 1);
        QCOMPARE(wanted->first().dossierId, id);

        VERIFY_OK(kiosk.outbox->storeResultPiece(u"r1"_s, 0, content.left(100'000)));
        QCOMPARE(kiosk.outbox->resultsWanted()->first().held, 100'000);
        QCOMPARE(kiosk.outbox->storeResultPiece(u"r1"_s, 50'000, content.left(10)).error().code, ErrorCode::ResultPieceWrong);
        QCOMPARE(kiosk.outbox->storeResultPiece(u"r1"_s, 100'000, content).error().code, ErrorCode::ResultPieceWrong);
        QCOMPARE(kiosk.outbox->storeResultPiece(u"r9"_s, 0, "x").error().code, ErrorCode::ResultUnknown);
        // Not whole, or another content: dropped and fetched anew, never shown.
        QCOMPARE(kiosk.outbox->completeResult(u"r1"_s).error().code, ErrorCode::ResultDamaged);
        QCOMPARE(kiosk.outbox->resultsWanted()->first().held, 0);
        VERIFY_OK(kiosk.outbox->storeResultPiece(u"r1"_s, 0, QByteArray(300'000, 'x')));
        QCOMPARE(kiosk.outbox->completeResult(u"r1"_s).error().code, ErrorCode::ResultDamaged);
        QCOMPARE(kiosk.read([](Database &database) { return resultContent(database, u"r1"_s); }).error().code,
                 ErrorCode::ResultDamaged);

        VERIFY_OK(kiosk.outbox->storeResultPiece(u"r1"_s, 0, content.left(7)));
        VERIFY_OK(kiosk.outbox->storeResultPiece(u"r1"_s, 0, content.left(200'000))); // began again
        VERIFY_OK(kiosk.outbox->storeResultPiece(u"r1"_s, 200'000, content.mid(200'000)));
        QSignalSpy spy(&kiosk.changes, &DossierChanges::committed);
        VERIFY_OK(kiosk.outbox->completeResult(u"r1"_s));
        QCOMPARE(spy.count(), 1);
        VERIFY_OK(kiosk.outbox->completeResult(u"r1"_s)); // its answer may have been lost
        QVERIFY(kiosk.outbox->resultsWanted()->isEmpty());
        QCOMPARE(*kiosk.read([](Database &database) { return resultContent(database, u"r1"_s); }), content);
        Dossier dossier = kiosk.find(id);
        QVERIFY(dossier.results.first().complete);
        QCOMPARE(dossier.messages.first().text, u"Mời công dân đến nhận"_s);
        QCOMPARE(dossier.summary.asks, Asks(Ask::Result) | Ask::Message);
        QCOMPARE(kiosk.needing(), 1);
        VERIFY_OK(kiosk.write([&](Database &database) { return noteTold(database, id, kiosk.clock.now()); }));
        QCOMPARE(kiosk.find(id).summary.asks, Asks());
        QCOMPARE(kiosk.needing(), 0);
        for (const HistoryEntry &entry : kiosk.find(id).history)
            QVERIFY(!entry.detail.contains(u"công dân"_s)); // the portal's words may name people
    }

    void aRestoredPortalGetsEverythingAgain()
    {
        Kiosk kiosk;
        const QString old = kiosk.received(1, 3);
        const QString lost = kiosk.received(2, 7);
        const QString queued = kiosk.queued(3);
        VERIFY_OK(kiosk.outbox->markAcknowledged({ { old, 1 }, { lost, 1 } }));
        VERIFY_OK(kiosk.outbox->applyChanges({ { 8, lost, 4, kiosk.clock.now(), {} } }, u"c8"_s));
        VERIFY_OK(kiosk.outbox->offerAgainAfter(5));
        VERIFY_OK(kiosk.outbox->offerAgainAfter(5)); // its answer may have been lost

        const auto pending = kiosk.outbox->pending(10);
        QCOMPARE(pending->size(), 2);
        QCOMPARE(pending->at(0).id, lost);
        QCOMPARE(pending->at(0).formerReceipt, QByteArray("proof-7"));
        QCOMPARE(pending->at(0).delivery, Received);
        QCOMPARE(pending->at(1).id, queued);
        QVERIFY(pending->at(1).formerReceipt.isEmpty());
        QCOMPARE(*kiosk.outbox->unsentCount(), 1);

        // On the screen it stays received, whatever happens on the way.
        VERIFY_OK(kiosk.outbox->markSending({ { lost, 1 } }));
        VERIFY_OK(kiosk.outbox->markInDoubt({ { lost, 1 } }, u"MC-501"_s));
        VERIFY_OK(kiosk.outbox->markWaiting({ { lost, 1 } }));
        QCOMPARE(kiosk.find(lost).summary.delivery, Received);
        QCOMPARE(kiosk.find(lost).summary.status, DossierStatus::Submitted);
        QCOMPARE(kiosk.outbox->pending(10)->size(), 2);

        VERIFY_OK(kiosk.outbox->storeReceipt(kiosk.receiptFor(lost, 6)));
        QCOMPARE(kiosk.outbox->pending(10)->size(), 1);
        Dossier dossier = kiosk.find(lost);
        QCOMPARE(dossier.receipt->sequence, 6);
        QCOMPARE(dossier.receipt->proof, QByteArray("proof-6"));
        QCOMPARE(dossier.summary.asks, Asks());
        QCOMPARE(*kiosk.outbox->unacknowledgedReceipts(), (QList<DeliveryKey> { { lost, 1 } }));
        // The restored portal counts on from where it is: number 8 is new although there was one before.
        VERIFY_OK(kiosk.outbox->applyChanges({ { 8, lost, 9, kiosk.clock.now(), {} } }, u"c8b"_s));
        QCOMPARE(kiosk.find(lost).summary.portalStatus, 9);
        QCOMPARE(kiosk.find(old).receipt->sequence, 3);
    }

    void anotherCodeIsNeverTakenInSilence()
    {
        Kiosk kiosk;
        const QString lost = kiosk.received(2, 7);
        VERIFY_OK(kiosk.outbox->offerAgainAfter(5));
        VERIFY_OK(kiosk.outbox->storeReceipt(kiosk.receiptFor(lost, 6, 1, u"H19.231-261122-9999"_s)));
        const Dossier dossier = kiosk.find(lost);
        QCOMPARE(dossier.summary.officialCode, u"H19.231-261122-0007"_s); // what the citizen holds on paper
        QVERIFY(dossier.summary.asks.testFlag(Ask::Trouble));
        QCOMPARE(dossier.problem->errorId, u"MC-532"_s);
        QCOMPARE(kiosk.needing(), 1);
        QVERIFY(kiosk.outbox->pending(10)->isEmpty());
    }

    // A restored portal refuses what it had received: the receipt stays, somebody is told once, and it is offered again until it is taken.
    void aRefusalAfterTheReceiptIsTold()
    {
        Kiosk kiosk;
        const QString lost = kiosk.received(2, 7);
        VERIFY_OK(kiosk.outbox->offerAgainAfter(5));
        for (int times = 0; times < 2; ++times)
            VERIFY_OK(
                kiosk.outbox->refuse({ lost, 1 }, { u"MC-508"_s, u"Thủ tục đã dừng."_s, u"/procedure"_s, kiosk.clock.now() }));
        Dossier dossier = kiosk.find(lost);
        QCOMPARE(dossier.summary.delivery, Received);
        QCOMPARE(dossier.summary.status, DossierStatus::Submitted);
        QCOMPARE(dossier.summary.officialCode, u"H19.231-261122-0007"_s);
        QVERIFY(dossier.summary.asks.testFlag(Ask::Trouble));
        QCOMPARE(dossier.problem->errorId, u"MC-532"_s);
        QCOMPARE(dossier.problem->reason, u"Thủ tục đã dừng."_s);
        QCOMPARE(kiosk.needing(), 1);
        QCOMPARE(kiosk.following(), 1);
        QCOMPARE(std::count_if(dossier.history.cbegin(), dossier.history.cend(),
                               [](const HistoryEntry &entry) { return entry.action == u"receipt.contradicts"_s; }),
                 1);
        QCOMPARE(kiosk.outbox->pending(10)->size(), 1);

        VERIFY_OK(kiosk.outbox->storeReceipt(kiosk.receiptFor(lost, 7)));
        dossier = kiosk.find(lost);
        QVERIFY(!dossier.problem);
        QCOMPARE(dossier.summary.asks, Asks());
        QCOMPARE(kiosk.needing(), 0);
        QCOMPARE(kiosk.following(), 0);
        QVERIFY(kiosk.outbox->pending(10)->isEmpty());
    }

    void aDamagedPaperIsNamedAndTheOthersGoOn()
    {
        Kiosk kiosk;
        const QString damaged = kiosk.queued(1);
        const QString sound = kiosk.queued(2);
        VERIFY_OK(kiosk.write([&](Database &database) -> Result<void> {
            const PastTheGuard dyingDisk(database);
            const auto hit = database.change(u"DELETE FROM attachment_part WHERE attachment = (SELECT a.seq FROM attachment a "
                                             "JOIN dossier d ON d.seq = a.dossier WHERE d.id = ?)"_s,
                                             { damaged });
            return hit ? Result<void>() : passOn(hit);
        }));
        QCOMPARE(kiosk.outbox->pending(10)->size(), 2);
        VERIFY_OK(kiosk.outbox->refuse({ damaged, 1 }, { u"MC-511"_s, {}, {}, kiosk.clock.now() }));
        Dossier dossier = kiosk.find(damaged);
        QCOMPARE(dossier.problem->papers, QStringList { u"KQ003453-1.jpg"_s });
        QCOMPARE(dossier.summary.status, DossierStatus::NeedsFix);
        QCOMPARE(kiosk.read([&](Database &database) { return requireWholePapers(database, dossier); }).error().code,
                 ErrorCode::AttachmentDamaged);
        QCOMPARE(kiosk.outbox->pending(10)->size(), 1);
        VERIFY_OK(kiosk.outbox->storeReceipt(kiosk.receiptFor(sound, 1)));
        // The officer scans it again: the damaged one does not stand in the way.
        const QByteArray again = "giấy chụp lại";
        VERIFY_OK(kiosk.write([&](Database &database) -> Result<void> {
            DossierRepository dossiers(database);
            if (const auto removed = dossiers.removeAttachment(dossier.attachments.first().id); !removed)
                return removed;
            if (const auto added = dossiers.insertAttachment(damaged, testPaper(kiosk.clock, again, 1), again); !added)
                return added;
            return dossiers.enqueue(damaged, "{}", kiosk.clock.now());
        }));
        dossier = kiosk.find(damaged);
        QVERIFY(!dossier.problem);
        VERIFY_OK(kiosk.read([&](Database &database) { return requireWholePapers(database, dossier); }));
    }

    void peopleAreFoundByTheirNumber()
    {
        Kiosk kiosk;
        const QString id = kiosk.queued(1);
        const auto found = [&](const QString &key, const QString &by = {}) {
            return kiosk.read([&](Database &database) { return DossierRepository(database).formsHolding(key, by, 5); })->size();
        };
        QCOMPARE(found(u"070195000123"_s), 1);
        QCOMPARE(found(u"07019500012"_s), 0);
        QCOMPARE(found(u"070195000123"_s, u"ai-khac"_s), 0);
        VERIFY_OK(kiosk.outbox->refuse({ id, 1 }, { u"MC-507"_s, {}, {}, kiosk.clock.now() }));
        VERIFY_OK(kiosk.write([&](Database &database) {
            return DossierRepository(database).saveForm(
                id,
                { { u"soDinhDanh"_s, u"070195000999"_s },
                  { u"con"_s, QJsonArray { QJsonObject { { u"sinh"_s, u"2020-01-02"_s } } } } },
                {}, {}, kiosk.clock.now());
        }));
        QCOMPARE(found(u"070195000123"_s), 0);
        QCOMPARE(found(u"070195000999"_s), 1);
        QCOMPARE(found(u"2020-01-02"_s), 1);
    }
};

QTEST_GUILESS_MAIN(TestWeakLinks)
#include "tst_weaklinks.moc"
