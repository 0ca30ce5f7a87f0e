// What the kiosk does for its store unasked: nothing is begun on a full disk, a backup each day, a purge after the retention, and damage
// is told.
#include "../store/storelife.h"

#include "core/counter/housekeeping.h"
#include "core/counter/spacewatch.h"
#include "core/dossier/dossierchanges.h"
#include "core/identity/kioskprofile.h"
#include "core/store/purge.h"
#include "core/store/storethread.h"

#include <QFile>
#include <QSignalSpy>

using namespace motcua;
using namespace Qt::StringLiterals;

namespace {

class SetSpace final : public DiskSpace
{
public:
    std::optional<qint64> freeBytes(const QString &) const override { return free; }
    std::optional<qint64> free = 100LL << 30;
};

struct Kiosk
{
    Kiosk()
    {
        profile.ballastMiB = 1;
        profile.spaceFloorMiB = 1;
        if (!store.open(files.database(), testKey(), true).result())
            qFatal("open");
    }

    QString captured(int number, LifeStage stage)
    {
        return store
            .run([&](Database &database) -> Result<QString> {
                const LifeOf life = lifeOf(database, clock, number);
                const auto done = life.upTo(stage);
                return done ? Result<QString>(life.id()) : passOn(done);
            })
            .result()
            .value_or(QString());
    }

    QTemporaryDir folder;
    ProfileFiles files { folder.path() };
    KioskProfile profile;
    TestClock clock;
    SetSpace disk;
    DossierChanges changes;
    StoreThread store;
};

} // namespace

class TestHousekeeping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void due_data()
    {
        QTest::addColumn<QDateTime>("last");
        QTest::addColumn<bool>("due");
        const QDateTime now(QDate(2026, 11, 22), QTime(8, 0), Qt::UTC);
        QTest::addRow("never") << QDateTime() << true;
        QTest::addRow("just now") << now << false;
        QTest::addRow("almost a day ago") << now.addDays(-1).addSecs(1) << false;
        QTest::addRow("a day ago") << now.addDays(-1) << true;
        QTest::addRow("in the future, by a clock that was wrong") << now.addSecs(60) << true;
    }

    void due()
    {
        QFETCH(QDateTime, last);
        QFETCH(bool, due);
        QCOMPARE(isDue(last, QDateTime(QDate(2026, 11, 22), QTime(8, 0), Qt::UTC), 1), due);
    }

    void nothingIsBegunOnAFullDisk()
    {
        Kiosk kiosk;
        const SpaceWatch space(kiosk.profile, kiosk.folder.path(), kiosk.disk);
        VERIFY_OK(space.mayBegin());
        QCOMPARE(space.state().level, SpaceLevel::Good);
        kiosk.disk.free = (1 << 20) - 1;
        QCOMPARE(space.mayBegin().error().code, ErrorCode::SpaceTooLow);
        QCOMPARE(space.state().level, SpaceLevel::TooLow);
        space.layBallast();
        QVERIFY(!space.state().hasBallast);
        kiosk.disk.free = 2 << 20;
        space.layBallast();
        QVERIFY(space.state().hasBallast);
        QCOMPARE(space.state().level, SpaceLevel::Low);
    }

    void aDayOfWork()
    {
        Kiosk kiosk;
        const QString finished = kiosk.captured(1, LifeStage::Settled);
        const QString waiting = kiosk.captured(2, LifeStage::Queued);
        QVERIFY(!finished.isEmpty() && !waiting.isEmpty());
        const SpaceWatch space(kiosk.profile, kiosk.folder.path(), kiosk.disk);
        Housekeeping housekeeping(kiosk.files, kiosk.store, kiosk.clock, space, kiosk.changes);
        QStringList told;
        QObject::connect(&kiosk.changes, &DossierChanges::committed, &kiosk.changes, [&](const QString &id) { told.append(id); });

        housekeeping.work();
        QVERIFY(space.state().hasBallast);
        QCOMPARE(backupsIn(kiosk.files.backups()).size(), 1);
        QCOMPARE(housekeeping.condition().lastBackup, kiosk.clock.time);
        QVERIFY(!housekeeping.condition().damage && !housekeeping.condition().backupProblem);
        QVERIFY(told.isEmpty());

        kiosk.clock.time = kiosk.clock.time.addSecs(3600); // an hour later there is nothing to do
        housekeeping.work();
        QCOMPARE(backupsIn(kiosk.files.backups()).size(), 1);

        kiosk.clock.time = kiosk.clock.time.addDays(usualRetentionDays);
        QCOMPARE(housekeeping.due(10)->size(), 1);
        housekeeping.work();
        QCOMPARE(backupsIn(kiosk.files.backups()).size(), 2);
        QCOMPARE(told, QStringList { finished });
        const auto left =
            kiosk.store.run([&](Database &database) { return DossierRepository(database).find(finished); }).result();
        QVERIFY(left->summary.purgedAt.isValid());
        QVERIFY(!kiosk.store.run([&](Database &database) { return DossierRepository(database).find(waiting); })
                     .result()
                     ->summary.purgedAt.isValid());
    }

    // Neither a damaged page nor a disk without room is passed over in silence, and a good backup is not replaced by a damaged one.
    void whatIsWrongIsTold()
    {
        Kiosk kiosk;
        for (int number = 1; number <= 30; ++number)
            QVERIFY(!kiosk.captured(number, LifeStage::Queued).isEmpty());
        const SpaceWatch space(kiosk.profile, kiosk.folder.path(), kiosk.disk);
        Housekeeping housekeeping(kiosk.files, kiosk.store, kiosk.clock, space, kiosk.changes);
        VERIFY_OK(housekeeping.check());
        VERIFY_OK(housekeeping.backUp());
        QVERIFY(kiosk.store.run([](Database &database) { return database.checkpoint(); }).result().value_or(false));
        QFile file(kiosk.files.database());
        QVERIFY(file.open(QIODevice::ReadWrite));
        for (qint64 page = 60; page < file.size() / 4096; page += 5) {
            QVERIFY(file.seek(page * 4096 + 100));
            QVERIFY(file.putChar('x'));
        }
        file.close();
        QSignalSpy changed(&housekeeping, &Housekeeping::changed);
        QCOMPARE(housekeeping.check().error().code, ErrorCode::DatabaseDamaged);
        QCOMPARE(housekeeping.condition().damage->code, ErrorCode::DatabaseDamaged);
        QVERIFY(!changed.isEmpty());
        kiosk.clock.time = kiosk.clock.time.addDays(2);
        QVERIFY(!housekeeping.backUp());
        QVERIFY(housekeeping.condition().backupProblem.has_value());
        QCOMPARE(backupsIn(kiosk.files.backups()).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestHousekeeping)
#include "tst_housekeeping.moc"
