// Branches of linked dossiers: frozen at submission, moved one by one, and a database of the program before them.
#include "storefixture.h"

#include "core/store/cipherhandle.h"
#include "core/store/schema.h"
#include "core/store/storethread.h"

#include <QSignalSpy>

#include <sqlite3.h>

using namespace motcua;
using namespace Qt::StringLiterals;

namespace {

QList<DossierBranch> fourBranches()
{
    QList<DossierBranch> branches;
    for (const QString &id : { u"birth"_s, u"residence"_s, u"insurance"_s, u"card"_s }) {
        DossierBranch branch;
        branch.id = id;
        branch.title = u"Việc "_s + id;
        branch.agency = u"Cơ quan "_s + id;
        branch.deadlineText = u"02 ngày làm việc"_s;
        branch.resultText = u"Giấy "_s + id;
        branches.append(branch);
    }
    branches[0].procedureCode = u"1.001193"_s;
    branches[0].components = { u"000.00.00.G15-KQ004389"_s, u"MC-3.000722-QUOCTICH"_s };
    return branches;
}

struct Kiosk
{
    explicit Kiosk(const QString &path)
    {
        const auto opened = store.open(path, testKey(), true).result();
        if (!opened)
            qFatal("open: %s", qPrintable(testErrorText(opened.error())));
        outbox = makeStoreOutbox(store, clock, changes);
    }

    template <typename Work>
    Result<void> write(Work work)
    {
        return store.run([&](Database &database) { return database.write([&] { return work(database); }); }).result();
    }

    Dossier find(const QString &id)
    {
        return *store.run([&](Database &database) { return DossierRepository(database).find(id); }).result();
    }

    QString queued(int serial, const QList<DossierBranch> &branches)
    {
        const Dossier draft = testDraft(clock, serial);
        const auto done = write([&](Database &database) -> Result<void> {
            if (const auto inserted = DossierRepository(database).insert(draft); !inserted)
                return inserted;
            return DossierRepository(database).enqueue(draft.summary.id, "{}", clock.now(), branches);
        });
        if (!done)
            qFatal("queued: %s", qPrintable(testErrorText(done.error())));
        return draft.summary.id;
    }

    QString received(int serial, const QList<DossierBranch> &branches)
    {
        const QString id = queued(serial, branches);
        const Receipt receipt { id,
                                1,
                                u"H19.231-261122-%1"_s.arg(serial, 4, 10, QLatin1Char('0')),
                                clock.now(),
                                clock.now().addDays(3),
                                serial,
                                QString(64, u'a'),
                                {} };
        if (const auto kept = outbox->storeReceipt(receipt); !kept)
            qFatal("received: %s", qPrintable(testErrorText(kept.error())));
        return id;
    }

    StatusChange change(qint64 sequence, const QString &id, const QString &branch, int status, const QString &note = {})
    {
        StatusChange one { sequence, id, status, clock.now().addSecs(sequence), note, branch, {}, {} };
        return one;
    }

    QStringList needingAction()
    {
        QStringList ids;
        const Result<QList<DossierSummary>> listed =
            store
                .run([&](Database &database) {
                    return DossierRepository(database).list({ DossierQuery::Filter::NeedsAction, {} }, clock.now());
                })
                .result();
        for (const DossierSummary &one : listed.value())
            ids.append(one.id);
        return ids;
    }

    DossierCounts counts()
    {
        return *store.run([&](Database &database) { return DossierRepository(database).counts(clock.now()); }).result();
    }

    TestClock clock;
    DossierChanges changes;
    StoreThread store;
    std::unique_ptr<Outbox> outbox;
};

int statusOf(const Dossier &dossier, const QString &branch)
{
    for (const DossierBranch &one : dossier.branches) {
        if (one.id == branch)
            return one.portalStatus;
    }
    return -1;
}

} // namespace

class TestStoreBranches : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path() const { return m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())); }

private Q_SLOTS:
    void frozenWithTheSubmission()
    {
        Kiosk kiosk(path());
        const QString linked = kiosk.queued(1, fourBranches());
        const QString plain = kiosk.queued(2, {});
        QCOMPARE(kiosk.find(linked).branches, fourBranches());
        QVERIFY(kiosk.find(plain).branches.isEmpty());
        const auto pending = kiosk.outbox->pending(10);
        VERIFY_OK(pending);
        QCOMPARE(pending->at(0).branches.size(), 4);
        QCOMPARE(pending->at(0).branches.at(0).procedureCode, u"1.001193"_s);
        QCOMPARE(pending->at(0).branches.at(0).components, fourBranches().at(0).components);
        QVERIFY(pending->at(0).branches.at(3).components.isEmpty());
        QVERIFY(pending->at(1).branches.isEmpty());
    }

    void eachMovesAloneInAnyOrder()
    {
        Kiosk kiosk(path());
        const QString id = kiosk.received(1, fourBranches());
        QSignalSpy spy(&kiosk.changes, &DossierChanges::committed);
        StatusChange due = kiosk.change(20, id, u"birth"_s, 2);
        due.dueAt = kiosk.clock.now().addDays(1);
        due.officialCode = u"H19.231-261122-0009"_s;
        VERIFY_OK(kiosk.outbox->applyChanges(
            { kiosk.change(11, id, {}, 2), kiosk.change(12, id, u"residence"_s, 1), kiosk.change(22, id, u"birth"_s, 10), due,
              kiosk.change(23, id, u"residence"_s, 5, u"Thiếu ý kiến của chủ hộ"_s), kiosk.change(21, id, u"birth"_s, 9) },
            u"c23"_s));
        const Dossier dossier = kiosk.find(id);
        QCOMPARE(statusOf(dossier, u"birth"_s), 10);
        QCOMPARE(statusOf(dossier, u"residence"_s), 5);
        QCOMPARE(statusOf(dossier, u"insurance"_s), 0);
        QCOMPARE(dossier.branches.at(1).note, u"Thiếu ý kiến của chủ hộ"_s);
        QCOMPARE(dossier.branches.at(1).updatedAt, kiosk.clock.now().addSecs(23));
        QCOMPARE(dossier.summary.status, DossierStatus::Submitted);
        QCOMPARE(dossier.summary.portalStatus, 2);
        QCOMPARE(dossier.summary.branchesAsking, 1);
        QCOMPARE(branchesAsking(dossier.branches), 1);
        QCOMPARE(branchesFinished(dossier.branches), 1);
        QCOMPARE(kiosk.needingAction(), QStringList { id });
        QCOMPARE(kiosk.counts().needsAction, 1);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(*kiosk.outbox->cursor(), u"c23"_s);
        for (const HistoryEntry &entry : dossier.history)
            QVERIFY(!entry.detail.contains(u"chủ hộ"_s)); // the portal's words may name people
        QCOMPARE(dossier.history.constLast().action, u"branch.changed"_s);

        // Seen before: nothing moves, nothing is told.
        VERIFY_OK(kiosk.outbox->applyChanges({ kiosk.change(23, id, u"residence"_s, 5), kiosk.change(12, id, u"residence"_s, 1) },
                                             u"c23"_s));
        QCOMPARE(spy.count(), 1);
        VERIFY_OK(kiosk.outbox->applyChanges({ kiosk.change(24, id, u"residence"_s, 4) }, u"c24"_s));
        QCOMPARE(kiosk.find(id).summary.branchesAsking, 0);
        QVERIFY(kiosk.needingAction().isEmpty());
        QCOMPARE(kiosk.counts().needsAction, 0);
    }

    void whatTheChangeLeavesOutStays()
    {
        Kiosk kiosk(path());
        const QString id = kiosk.received(1, fourBranches());
        StatusChange first = kiosk.change(5, id, u"card"_s, 2, u"Đã nhận"_s);
        first.dueAt = kiosk.clock.now().addDays(5);
        first.officialCode = u"H19.231-261122-0009"_s;
        VERIFY_OK(kiosk.outbox->applyChanges({ first }, u"a"_s));
        VERIFY_OK(kiosk.outbox->applyChanges({ kiosk.change(6, id, u"card"_s, 4) }, u"b"_s));
        const DossierBranch card = kiosk.find(id).branches.at(3);
        QCOMPARE(card.portalStatus, 4);
        QCOMPARE(card.dueAt, kiosk.clock.now().addDays(5));
        QCOMPARE(card.officialCode, u"H19.231-261122-0009"_s);
        QVERIFY(card.note.isEmpty()); // the note belongs to its change
        QVERIFY(card.isLate(kiosk.clock.now().addDays(6)) && !card.isLate(kiosk.clock.now()));
    }

    void unknownBranchesAreHarmless()
    {
        Kiosk kiosk(path());
        const QString plain = kiosk.received(1, {});
        const QString linked = kiosk.received(2, fourBranches());
        const Dossier before = kiosk.find(linked);
        VERIFY_OK(kiosk.outbox->applyChanges({ kiosk.change(11, plain, u"birth"_s, 5), kiosk.change(12, linked, u"funeral"_s, 5),
                                               kiosk.change(13, u"0191e7a0-0000-7000-8000-000000000000"_s, u"birth"_s, 5),
                                               kiosk.change(14, linked, u"card"_s, 4) },
                                             u"c14"_s));
        QCOMPARE(*kiosk.outbox->cursor(), u"c14"_s);
        QCOMPARE(kiosk.find(plain).summary.portalStatus, 0);
        QVERIFY(kiosk.find(plain).branches.isEmpty());
        QVERIFY(kiosk.needingAction().isEmpty());
        QCOMPARE(statusOf(kiosk.find(linked), u"card"_s), 4);
        QCOMPARE(statusOf(kiosk.find(linked), u"birth"_s), 0);
        QCOMPARE(kiosk.find(linked).history.size(), before.history.size() + 1);
    }

    void mendedAndSentAgainWithOtherBranches()
    {
        Kiosk kiosk(path());
        const QString id = kiosk.queued(1, fourBranches());
        VERIFY_OK(
            kiosk.outbox->refuse({ id, 1 }, { u"MC-507"_s, u"Thiếu ngày sinh"_s, u"/child/birthDate"_s, kiosk.clock.now() }));
        QCOMPARE(kiosk.find(id).branches.size(), 4);
        VERIFY_OK(kiosk.write([&](Database &database) {
            return DossierRepository(database).enqueue(id, "{\"a\":1}", kiosk.clock.now(), fourBranches().mid(0, 3));
        }));
        QCOMPARE(kiosk.find(id).branches, fourBranches().mid(0, 3));
        const auto pending = kiosk.outbox->pending(10);
        QCOMPARE(pending->size(), 1);
        QCOMPARE(pending->constFirst().branches.size(), 3);
    }

    void aDatabaseOfTheProgramBeforeGoesOn()
    {
        const QString id = u"0191e7a0-0000-7000-8000-000000000001"_s;
        {
            auto handle = openEncrypted(path(), testKey(), true);
            VERIFY_OK(handle);
            VERIFY_OK(migrate(handle->get(), allMigrations().first(1)));
            QCOMPARE(*schemaVersionOf(handle->get()), 1);
            VERIFY_OK(
                runScript(handle->get(),
                          "INSERT INTO dossier (id, revision, local_code, procedure_code, pack_version, procedure_name, "
                          "applicant_name, search, status, "
                          "delivery, official_code, portal_status, portal_sequence, created_by, created_at, updated_at, "
                          "submitted_at) VALUES "
                          "('0191e7a0-0000-7000-8000-000000000001', 1, 'TAM-1', '1.004873', '1', 'XNTTHN', 'K'' Brốp', ' k'' "
                          "brop', 'submitted', "
                          "'received', 'H19.231-261122-0001', 5, 3, 'mai', '2026-11-22T07:00:00.000+07:00', "
                          "'2026-11-22T07:00:00.000+07:00', "
                          "'2026-11-22T07:00:00.000+07:00');"
                          "INSERT INTO dossier_form (dossier, form, focus) VALUES (1, '{}', '');"
                          "INSERT INTO outbox (dossier, revision, state, submitted_at, form_sha256) VALUES (1, 1, 'received', "
                          "'2026-11-22T07:00:00.000+07:00', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa');"
                          "INSERT INTO portal_change (dossier, sequence, status, at, note) VALUES (1, 3, 5, "
                          "'2026-11-22T08:00:00.000+07:00', 'x');"));
        }
        Kiosk kiosk(path());
        const Dossier dossier = kiosk.find(id);
        QCOMPARE(dossier.summary.applicantName, u"K' Brốp"_s);
        QCOMPARE(dossier.summary.portalStatus, 5);
        QVERIFY(dossier.branches.isEmpty());
        QCOMPARE(kiosk.needingAction(), QStringList { id });
        QCOMPARE(dossier.summary.asks, Asks(Ask::Supplement));
        QCOMPARE(dossier.requests.size(), 1);
        QCOMPARE(dossier.requests.first().note, u"x"_s);
        // What it had seen before it does not take for new.
        QSignalSpy spy(&kiosk.changes, &DossierChanges::committed);
        VERIFY_OK(kiosk.outbox->applyChanges({ kiosk.change(3, id, {}, 5) }, u"c3"_s));
        QCOMPARE(spy.count(), 0);
        QCOMPARE(kiosk.find(kiosk.received(7, fourBranches())).branches.size(), 4);
        // The program before must not: it would show and send papers that were removed since.
        kiosk.store.close().waitForFinished();
        auto handle = openEncrypted(path(), testKey(), false);
        QCOMPARE(requireKnownSchema(handle->get(), allMigrations().first(3)).error().code, ErrorCode::DatabaseNewer);
        VERIFY_OK(requireKnownSchema(handle->get(), allMigrations()));
    }
};

QTEST_GUILESS_MAIN(TestStoreBranches)
#include "tst_branches_store.moc"
