// Dossiers that reach a portal by another way than our contract: sync must not touch them, and nothing may call them received.
#include "storefixture.h"

#include "core/store/otherdoorrows.h"
#include "core/store/storethread.h"

using namespace motcua;
using namespace Qt::StringLiterals;

namespace {

struct Kiosk
{
    Kiosk()
    {
        const auto opened = store.open(folder.filePath(u"motcua.db"_s), testKey(), true).result();
        if (!opened)
            qFatal("open: %s", qPrintable(opened.error().detail));
        outbox = makeStoreOutbox(store, clock, changes);
    }

    template <typename Work>
    Result<void> write(Work work)
    {
        return store.run([&](Database &database) { return database.write([&] { return work(database); }); }).result();
    }

    QString queued(int serial)
    {
        const Dossier draft = testDraft(clock, serial);
        const auto done = write([&](Database &database) -> Result<void> {
            if (const auto inserted = DossierRepository(database).insert(draft); !inserted)
                return inserted;
            return DossierRepository(database).enqueue(draft.summary.id, "{\"a\":1}", clock.now());
        });
        if (!done)
            qFatal("queued: %s", qPrintable(done.error().detail));
        return draft.summary.id;
    }

    Dossier dossier(const QString &id)
    {
        return *store.run([&](Database &database) { return DossierRepository(database).find(id); }).result();
    }
    DossierSummary summary(const QString &id) { return dossier(id).summary; }

    DossierCounts counts()
    {
        return *store.run([&](Database &database) { return DossierRepository(database).counts(clock.now()); }).result();
    }

    Result<void> take(const QString &id)
    {
        return write([&](Database &database) { return takeByHand(database, id); });
    }
    Result<void> giveBack(const QString &id)
    {
        return write([&](Database &database) { return giveBackToSync(database, id); });
    }
    Result<void> enter(const QString &id, const QString &code)
    {
        return write([&](Database &database) { return enterOfficialCode(database, id, code, clock.now()); });
    }

    QTemporaryDir folder;
    TestClock clock;
    StoreThread store;
    DossierChanges changes;
    std::unique_ptr<Outbox> outbox;
};

} // namespace

class TestOtherDoor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void syncLeavesItAlone();
    void theCodeIsNoReceipt();
    void onlyWhatWaitsIsTaken();
    void whatThePortalKnowsIsNotTaken();
    void foundIsNotReceived();
    void aDecisionBringsItBack();
};

void TestOtherDoor::syncLeavesItAlone()
{
    Kiosk kiosk;
    const QString byHand = kiosk.queued(1);
    const QString other = kiosk.queued(2);
    QVERIFY(kiosk.take(byHand));
    QVERIFY(kiosk.take(byHand)); // the pack may be made again
    const auto pending = kiosk.outbox->pending(10);
    QVERIFY(pending);
    QCOMPARE(pending->size(), 1);
    QCOMPARE(pending->first().id, other);
    QCOMPARE(kiosk.outbox->outline(10)->size(), 1);
    QCOMPARE(*kiosk.outbox->unsentCount(), 1);
    QCOMPARE(kiosk.counts().unsent, 1);
    QCOMPARE(kiosk.counts().needsAction, 1); // somebody has to enter it
    // A pass that had read the queue before is stopped at the door.
    const Result<void> sending = kiosk.outbox->markSending({ { byHand, 1 } });
    QVERIFY(!sending);
    QCOMPARE(sending.error().code, ErrorCode::DeliveryStepForbidden);
}

void TestOtherDoor::theCodeIsNoReceipt()
{
    Kiosk kiosk;
    const QString id = kiosk.queued(1);
    QVERIFY(!kiosk.enter(id, u"H19.231-261122-0001"_s)); // never taken
    QVERIFY(kiosk.take(id));
    QVERIFY(kiosk.enter(id, u"H19.231-261122-0001"_s));
    QVERIFY(kiosk.enter(id, u"H19.231-261122-0001"_s));
    QVERIFY(!kiosk.enter(id, u"H19.231-261122-0002"_s)); // people hold the first one on paper
    const DossierSummary summary = kiosk.summary(id);
    QVERIFY(summary.otherDoor == OtherDoor::Entered);
    QVERIFY(summary.delivery != DeliveryState::Received);
    QVERIFY(summary.status == DossierStatus::Submitted);
    QCOMPARE(summary.officialCode, u"H19.231-261122-0001"_s);
    QVERIFY(kiosk.outbox->pending(10)->isEmpty());
    QVERIFY(kiosk.outbox->unacknowledgedReceipts()->isEmpty());
    QCOMPARE(kiosk.counts().unsent, 0);
    QVERIFY(!kiosk.giveBack(id)); // it would be sent a second time
}

void TestOtherDoor::onlyWhatWaitsIsTaken()
{
    Kiosk kiosk;
    const QString sending = kiosk.queued(1);
    QVERIFY(kiosk.outbox->markSending({ { sending, 1 } }));
    const Result<void> taken = kiosk.take(sending);
    QVERIFY(!taken);
    QCOMPARE(taken.error().code, ErrorCode::HandOverForbidden);
    QVERIFY(kiosk.outbox->markInDoubt({ { sending, 1 } }, u"MC-501"_s));
    QVERIFY(!kiosk.take(sending)); // the portal may have it

    const Dossier draft = testDraft(kiosk.clock, 2);
    QVERIFY(kiosk.write([&](Database &database) { return DossierRepository(database).insert(draft); }));
    QVERIFY(!kiosk.take(draft.summary.id));
}

// It waits for its papers, but the portal has its form: entered by hand it would be there twice.
void TestOtherDoor::whatThePortalKnowsIsNotTaken()
{
    Kiosk kiosk;
    const QString id = kiosk.queued(1);
    QVERIFY(kiosk.outbox->markSending({ { id, 1 } }));
    QVERIFY(kiosk.outbox->markWaiting({ { id, 1 } })); // the portal took nothing: 503
    QVERIFY(kiosk.take(id));
    QVERIFY(kiosk.giveBack(id));
    QVERIFY(!kiosk.dossier(id).knownAtPortal);
    QVERIFY(kiosk.outbox->markSending({ { id, 1 } }));
    QVERIFY(kiosk.outbox->markWanted({ { id, 1 } }));
    QVERIFY(kiosk.summary(id).delivery == DeliveryState::Waiting);
    QVERIFY(kiosk.dossier(id).knownAtPortal);
    const Result<void> taken = kiosk.take(id);
    QVERIFY(!taken);
    QCOMPARE(taken.error().code, ErrorCode::HandOverForbidden);
    QVERIFY(kiosk.outbox->markSending({ { id, 1 } })); // sync goes on
    QVERIFY(kiosk.outbox->markWaiting({ { id, 1 } }));
    QVERIFY(!kiosk.take(id)); // what it knows it does not forget
}

void TestOtherDoor::foundIsNotReceived()
{
    Kiosk kiosk;
    const QString id = kiosk.queued(1);
    const QString code = u"000.00.12.H19-261122-2523101001"_s;
    QVERIFY(kiosk.outbox->markSending({ { id, 1 } }));
    QVERIFY(kiosk.outbox->markInDoubt({ { id, 1 } }, u"MC-501"_s));
    QVERIFY(kiosk.outbox->noteFound({ id, 1 }, code));
    QVERIFY(kiosk.outbox->noteFound({ id, 1 }, code));
    QVERIFY(!kiosk.outbox->noteFound({ id, 1 }, code + u'9'));
    const Dossier dossier = kiosk.dossier(id);
    QVERIFY(dossier.summary.otherDoor == OtherDoor::Found);
    QVERIFY(dossier.summary.delivery != DeliveryState::Received && !dossier.receipt);
    QVERIFY(dossier.summary.status == DossierStatus::Submitted);
    QCOMPARE(dossier.summary.officialCode, code);
    QCOMPARE(dossier.history.last().action, u"delivery.found"_s);
    QVERIFY(kiosk.outbox->pending(10)->isEmpty());
    QVERIFY(kiosk.outbox->unacknowledgedReceipts()->isEmpty());
    QCOMPARE(kiosk.counts().unsent, 0);
    QVERIFY(!kiosk.outbox->markSending({ { id, 1 } })); // never sent again
    QVERIFY(!kiosk.take(id));
}

void TestOtherDoor::aDecisionBringsItBack()
{
    Kiosk kiosk;
    const QString id = kiosk.queued(1);
    QVERIFY(!kiosk.giveBack(id));
    QVERIFY(kiosk.take(id));
    QVERIFY(kiosk.giveBack(id));
    QCOMPARE(kiosk.outbox->pending(10)->size(), 1);
    QVERIFY(kiosk.outbox->markSending({ { id, 1 } }));
    QVERIFY(kiosk.summary(id).otherDoor == OtherDoor::No);
}

QTEST_GUILESS_MAIN(TestOtherDoor)
#include "tst_otherdoor.moc"
