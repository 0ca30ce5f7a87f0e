// After the retention nothing of a finished dossier's content is left: not in its rows, not on any page of the file, not in the log, not
// in the search. What proves it stays. Whatever is not finished stays whole.
#include "clearpages.h"
#include "storelife.h"

#include "core/store/peoplerows.h"
#include "core/store/portalrows.h"
#include "core/store/purge.h"
#include "core/store/search.h"

#include <QFileInfo>

using namespace motcua;
using namespace Qt::StringLiterals;

namespace {

const QString markedName = u"Giàng Đánhdấu Páo"_s;
const QByteArray paperMark = "MARKPAPERMARK";
const QList<QByteArray> marks { "Đánhdấu",     "danhdau",    paperMark,      "MARKANSWER", "MARKNOTE",
                                "MARKMESSAGE", "MARKRESULT", "070195999888", "MARKHELPER", "MARKFORWHOM" };

LifeOf marked(TestStore &store, int number)
{
    LifeOf life = lifeOf(*store.database, store.clock, number, paperMark.repeated(20'000));
    life.draft.summary.applicantName = markedName;
    life.draft.form = { { u"hoTen"_s, markedName }, { u"lyDo"_s, u"MARKANSWER"_s }, { u"soDinhDanh"_s, u"070195999888"_s } };
    return life;
}

// Everything the portal may say about a dossier, with something of a person in it.
Result<void> fromPortal(TestStore &store, const QString &id)
{
    Database &database = *store.database;
    return database.write([&]() -> Result<void> {
        const QDateTime now = store.clock.now();
        StatusChange change { 900, id, 4, now, u"MARKNOTE"_s };
        change.message = u"MARKMESSAGE"_s;
        const QByteArray content = QByteArray("MARKRESULT").repeated(3000);
        change.results = { { u"r1"_s, u"Ketqua.pdf"_s, u"application/pdf"_s, content.size(), sha256Hex(content) } };
        if (const auto kept = acceptChanges(database, { change }, u"900"_s, now); !kept)
            return passOn(kept);
        if (const auto piece = keepResultPiece(database, u"r1"_s, 0, content); !piece)
            return piece;
        QString dossier;
        const auto whole = finishResult(database, u"r1"_s, &dossier);
        return whole ? Result<void>() : passOn(whole);
    });
}

int countOf(const Database &database, const QString &sql)
{
    return database.value(sql).value_or(QVariant(-1)).toInt();
}

} // namespace

class TestPurge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLeftOnAnyPage()
    {
        TestStore store;
        Database &database = *store.database;
        for (int number = 2; number < 40; ++number) // neighbours on the same pages
            VERIFY_OK(lifeOf(database, store.clock, number).upTo(LifeStage::Queued));
        const LifeOf life = marked(store, 1);
        VERIFY_OK(life.step(LifeStage::Draft));
        VERIFY_OK(database.write([&] {
            Assistance given;
            given.helper = u"tocongnghe1"_s;
            given.helperName = u"MARKHELPER"_s;
            given.forWhom = u"MARKFORWHOM"_s;
            given.at = store.clock.now();
            return writeAssistance(database, life.id(), given);
        }));
        for (const LifeStage stage : { LifeStage::Queued, LifeStage::Sending, LifeStage::Received, LifeStage::Acknowledged })
            VERIFY_OK(life.step(stage));
        QCOMPARE(countOf(database, u"SELECT count(*) FROM outbox WHERE assistance LIKE '%MARKHELPER%'"_s), 1);
        VERIFY_OK(fromPortal(store, life.id()));
        VERIFY_OK(database.write([&]() -> Result<void> {
            const auto told = database.change(u"UPDATE portal_message SET told_at = 'x'"_s);
            if (!told)
                return passOn(told);
            const auto seen = database.change(u"UPDATE portal_result SET told_at = 'x'"_s);
            return seen ? SettingsRepository(database).setValue(u"left-answers/"_s + life.id(), u"MARKANSWER"_s) : passOn(seen);
        }));
        VERIFY_OK(life.step(LifeStage::Settled));
        QVERIFY(database.checkpoint().value_or(false));
        const QByteArray before = allPages(store.path());
        for (const QByteArray &mark : marks)
            QVERIFY2(before.contains(mark), mark.constData());
        QCOMPARE(DossierRepository(database).list({ .text = u"danhdau"_s }, store.clock.now())->size(), 1);

        const auto due = purgeable(database, store.clock.now().addDays(1), 10);
        VERIFY_OK(due);
        QCOMPARE(due->size(), 1);
        QVERIFY(due->constFirst().bytes > 260'000);
        VERIFY_OK(purge(database, due->constFirst(), store.clock.now()));
        VERIFY_OK(sweep(database));

        const QByteArray after = allPages(store.path());
        QVERIFY(after.size() + 270'000 < before.size());
        for (const QByteArray &mark : marks)
            QVERIFY2(!after.contains(mark), mark.constData());
        QCOMPARE(QFileInfo(store.path() + u"-wal"_s).size(), 0);
        QVERIFY(DossierRepository(database).list({ .text = u"danhdau"_s }, store.clock.now())->isEmpty());

        // What proves it is there.
        const auto found = DossierRepository(database).find(life.id());
        VERIFY_OK(found);
        QVERIFY(found->summary.purgedAt.isValid());
        QCOMPARE(found->summary.applicantName, QString());
        QCOMPARE(found->receipt->officialCode, u"H19.231-261122-0001"_s);
        QCOMPARE(found->receipt->files.constFirst().sha256, sha256Hex(life.paper));
        QVERIFY(!found->submittedFormSha256.isEmpty());
        QCOMPARE(found->history.constLast().action, u"dossier.purged"_s);
        QCOMPARE(DossierRepository(database).list({ .text = u"H19.231-261122-0001"_s }, store.clock.now())->size(), 1);
        QVERIFY(purgeable(database, store.clock.now().addDays(1), 10)->isEmpty());
        VERIFY_OK(database.checkIntegrity());
        // Its neighbours are whole.
        QCOMPARE(countOf(database, u"SELECT count(*) FROM outbox_form"_s), 38);
        QCOMPARE(countOf(database, u"SELECT count(*) FROM attachment_part"_s), 38);
    }

    void whatIsNotFinishedStays_data()
    {
        QTest::addColumn<int>("stage");
        for (int stage = 0; stage < int(LifeStage::Settled); ++stage)
            QTest::addRow("%d", stage) << stage;
    }

    void whatIsNotFinishedStays()
    {
        QFETCH(int, stage);
        TestStore store;
        const LifeOf life = marked(store, 1);
        VERIFY_OK(life.upTo(LifeStage(stage)));
        QVERIFY(purgeable(*store.database, store.clock.now().addYears(50), 10)->isEmpty());
        // Even when somebody asks for it by name, the guard refuses and not one row is gone.
        const int entries = countOf(*store.database, u"SELECT count(*) FROM journal"_s);
        QCOMPARE(purge(*store.database, { life.id(), {}, {}, {}, 0 }, store.clock.now()).error().code,
                 ErrorCode::DestructionRefused);
        QCOMPARE(countOf(*store.database, u"SELECT count(*) FROM journal"_s), entries);
        const auto found = DossierRepository(*store.database).find(life.id());
        QCOMPARE(found->summary.applicantName, markedName);
        QCOMPARE(DossierRepository(*store.database).attachmentContent(found->attachments.constFirst().id), life.paper);
    }

    void theRetentionIsCounted()
    {
        TestStore store;
        VERIFY_OK(lifeOf(*store.database, store.clock, 1).upTo(LifeStage::Settled));
        QCOMPARE(retentionDays(*store.database).value(), 90);
        QVERIFY(purgeable(*store.database, store.clock.now(), 10)->isEmpty());
        QCOMPARE(purgeable(*store.database, store.clock.now().addMSecs(1), 10)->size(), 1);
        VERIFY_OK(store.database->write([&] { return setRetentionDays(*store.database, 0); }));
        QCOMPARE(retentionDays(*store.database).value(), 0);
    }

    // A portal that was restored asks again for what it lost: what is no longer here cannot be offered, and nothing pretends it could.
    void whatIsGoneIsNotOfferedAgain()
    {
        TestStore store;
        const LifeOf gone = lifeOf(*store.database, store.clock, 1);
        const LifeOf here = lifeOf(*store.database, store.clock, 2);
        VERIFY_OK(gone.upTo(LifeStage::Settled));
        VERIFY_OK(here.upTo(LifeStage::Settled));
        VERIFY_OK(purge(*store.database, { gone.id(), {}, {}, {}, 0 }, store.clock.now()));
        VERIFY_OK(store.database->write([&]() -> Result<void> {
            const auto offered = offerAgain(*store.database, 0, store.clock.now());
            return offered ? Result<void>() : passOn(offered);
        }));
        const auto pending = pendingDossiers(*store.database, 10, true);
        VERIFY_OK(pending);
        QCOMPARE(pending->size(), 1);
        QCOMPARE(pending->constFirst().id, here.id());
    }
};

QTEST_GUILESS_MAIN(TestPurge)
#include "tst_purge.moc"
