// Backups that count only when they were read back whole; a restore that overwrites nothing and makes nobody send twice; and the power
// failing after every step of putting another file in the database's place.
#include "storelife.h"

#include "core/store/backup.h"
#include "core/store/guard.h"
#include "core/store/replacement.h"

#include <QDir>
#include <QFile>

#include <filesystem>

using namespace motcua;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

void flip(const QString &path, qint64 at)
{
    QByteArray bytes = bytesOf(path);
    bytes[at] = char(bytes[at] ^ 0x55);
    put(path, bytes);
}

struct Office
{
    TestStore store;
    QString folder = store.folder.filePath(u"backups"_s);

    Result<BackupFile> backUp()
    {
        store.clock.time = store.clock.time.addSecs(3600);
        return makeBackup(store.path(), testKey(), folder, store.clock.now(), 0);
    }
    Result<Restored> restore(const QString &file, bool setAside = false)
    {
        store.clock.time = store.clock.time.addSecs(3600);
        store.database.reset();
        return restoreBackup(file, store.path(), testKey(), u"cntt"_s, store.clock.now(), setAside);
    }
};

} // namespace

class TestBackup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBackupHoldsWhatWasThere()
    {
        Office office;
        for (int number = 1; number <= 5; ++number)
            VERIFY_OK(
                lifeOf(*office.store.database, office.store.clock, number, QByteArray(50'000, 'p')).upTo(LifeStage(number)));
        const auto made = office.backUp();
        VERIFY_OK(made);
        QVERIFY(!bytesOf(made->path).contains("SQLite format 3"));
        const auto content = examineBackup(made->path, testKey());
        VERIFY_OK(content);
        QCOMPARE(content->dossiers, 5);
        QCOMPARE(content->unsent, 2);
        QVERIFY(content->journalHead > 5);
        QCOMPARE(examineBackup(made->path, testKey(8)).error().code, ErrorCode::BackupUnusable);
        // It was made beside the open database, which goes on.
        VERIFY_OK(lifeOf(*office.store.database, office.store.clock, 6).upTo(LifeStage::Queued));
        QCOMPARE(QDir(office.folder).entryList(QDir::Files).size(), 1); // no log, nothing unfinished
        QVERIFY(!(QFileInfo(made->path).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void theKeyIsTheOneTheConnectionWorksWith()
    {
        Office office;
        QVERIFY(office.store.database->key().equals(testKey()));
        VERIFY_OK(office.store.database->rekey(testKey(8)));
        QVERIFY(office.store.database->key().equals(testKey(8)));
        const auto made =
            makeBackup(office.store.database->path(), office.store.database->key(), office.folder, office.store.clock.now(), 0);
        VERIFY_OK(made);
        VERIFY_OK(examineBackup(made->path, testKey(8)));
    }

    void twoUsableOnesStay()
    {
        Office office;
        QStringList made;
        for (int number = 1; number <= 4; ++number) {
            VERIFY_OK(lifeOf(*office.store.database, office.store.clock, number).upTo(LifeStage::Queued));
            const auto one = office.backUp();
            VERIFY_OK(one);
            made.append(one->path);
            QCOMPARE(backupsIn(office.folder).size(), std::min(number, 2));
        }
        QCOMPARE(backupsIn(office.folder).constFirst().path, made.at(3));
        // One that rotted does not count, so the older one that is whole stays until there are two.
        flip(made.at(3), 9000);
        const auto fifth = office.backUp();
        VERIFY_OK(fifth);
        QVERIFY(QFile::exists(made.at(2)) && QFile::exists(fifth->path));
        const auto sixth = office.backUp();
        VERIFY_OK(sixth);
        QVERIFY(!QFile::exists(made.at(2)));
    }

    void aDamagedDatabaseIsNoBackup()
    {
        Office office;
        for (int number = 1; number <= 10; ++number)
            VERIFY_OK(
                lifeOf(*office.store.database, office.store.clock, number, QByteArray(60'000, 'p')).upTo(LifeStage::Queued));
        VERIFY_OK(office.backUp());
        QVERIFY(office.store.database->checkpoint().value_or(false));
        office.store.database.reset();
        flip(office.store.path(), QFileInfo(office.store.path()).size() / 2);
        const auto failed = makeBackup(office.store.path(), testKey(), office.folder, office.store.clock.now().addDays(1), 0);
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, ErrorCode::BackupNotMade);
        QCOMPARE(QDir(office.folder).entryList(QDir::Files).size(), 1);
    }

    void spaceIsAskedFirst()
    {
        Office office;
        const auto refused = makeBackup(office.store.path(), testKey(), office.folder, office.store.clock.now(),
                                        std::numeric_limits<qint64>::max() / 2);
        QCOMPARE(refused.error().code, ErrorCode::CopyNeedsSpace);
        QVERIFY(QDir(office.folder).isEmpty());
    }

    void whatTheBackupHoldsIsRestored()
    {
        Office office;
        const LifeOf life = lifeOf(*office.store.database, office.store.clock, 1, QByteArray(50'000, 'p'));
        VERIFY_OK(life.upTo(LifeStage::Queued));
        const auto made = office.backUp();
        VERIFY_OK(made);
        const auto restored = office.restore(made->path);
        VERIFY_OK(restored);
        QCOMPARE(restored->missing, 0);
        QVERIFY(QFile::exists(restored->keptFolder + u"/motcua.db"_s));
        office.store.open();
        const auto found = DossierRepository(*office.store.database).find(life.id());
        VERIFY_OK(found);
        QCOMPARE(DossierRepository(*office.store.database).attachmentContent(found->attachments.constFirst().id), life.paper);
        QCOMPARE(found->summary.delivery, DeliveryState::InDoubt); // nobody knows what was sent since
        const auto pending = pendingDossiers(*office.store.database, 10, true);
        QCOMPARE(pending->size(), 1);
        QCOMPARE(pending->constFirst().id, life.id()); // the same number, so that the portal knows it again
        const auto journal = JournalRepository(*office.store.database).all();
        QCOMPARE(journal->constLast().action, u"store.restored"_s);
        QVERIFY(!firstBrokenLink(*journal));
    }

    // Everything that the backup lacks refuses, each in its way.
    void whatWouldBeLostRefuses_data()
    {
        QTest::addColumn<int>("act");
        QTest::addRow("a new dossier") << 0;
        QTest::addRow("a changed draft") << 1;
        QTest::addRow("another paper") << 2;
        QTest::addRow("a submission") << 3;
    }

    void whatWouldBeLostRefuses()
    {
        QFETCH(int, act);
        Office office;
        Database &database = *office.store.database;
        const LifeOf life = lifeOf(database, office.store.clock, 1);
        VERIFY_OK(life.upTo(LifeStage::Draft));
        const auto made = office.backUp();
        VERIFY_OK(made);
        if (act == 0)
            VERIFY_OK(lifeOf(database, office.store.clock, 2).upTo(LifeStage::Draft));
        if (act == 1)
            VERIFY_OK(database.write([&] {
                return DossierRepository(database).saveForm(life.id(), { { u"x"_s, 1 } }, {}, {}, life.draft.summary.updatedAt);
            }));
        if (act == 2)
            VERIFY_OK(database.write([&] {
                return DossierRepository(database).insertAttachment(life.id(), testPaper(office.store.clock, "new"), "new");
            }));
        if (act == 3)
            VERIFY_OK(life.step(LifeStage::Queued));
        QVERIFY(database.checkpoint().value_or(false));
        office.store.database.reset();
        const QByteArray before = bytesOf(office.store.path());
        const auto refused = office.restore(made->path);
        QCOMPARE(refused.error().code, ErrorCode::RestoreWouldLose);
        QCOMPARE(refused.error().subject, u"1"_s);
        QCOMPARE(bytesOf(office.store.path()), before);
        // With the order to do it all the same, what was there is kept beside, byte for byte.
        const auto restored = office.restore(made->path, true);
        VERIFY_OK(restored);
        QCOMPARE(restored->missing, 1);
        QCOMPARE(bytesOf(restored->keptFolder + u"/motcua.db"_s), before);
    }

    void aDamagedBackupChangesNothing()
    {
        Office office;
        VERIFY_OK(lifeOf(*office.store.database, office.store.clock, 1, QByteArray(60'000, 'p')).upTo(LifeStage::Queued));
        const auto made = office.backUp();
        VERIFY_OK(made);
        flip(made->path, 20'000);
        QVERIFY(office.store.database->checkpoint().value_or(false));
        office.store.database.reset();
        const QByteArray before = bytesOf(office.store.path());
        QCOMPARE(office.restore(made->path, true).error().code, ErrorCode::BackupUnusable);
        QCOMPARE(bytesOf(office.store.path()), before);
    }

    void numbersOfTheDayAreNotGivenTwice()
    {
        Office office;
        Database &database = *office.store.database;
        const QDate day = toLegalTime(office.store.clock.now()).date();
        const auto next = [&](Database &from) {
            int serial = 0;
            const auto done = from.write([&]() -> Result<void> {
                const auto given = DossierRepository(from).nextSerial(day);
                serial = given.value_or(-1);
                return given ? Result<void>() : passOn(given);
            });
            return done ? serial : -1;
        };
        QCOMPARE(next(database), 1);
        const auto made = office.backUp();
        VERIFY_OK(made);
        QCOMPARE(next(database), 2); // on a slip in somebody's hands
        VERIFY_OK(office.restore(made->path, true));
        office.store.open();
        QVERIFY(next(*office.store.database) > 100);
    }

    // The power fails after each single step; the next opening finishes it, and at no moment is there neither.
    void cutAnywhere_data()
    {
        QTest::addColumn<int>("steps");
        for (int steps = 0; steps <= 5; ++steps)
            QTest::addRow("%d steps done", steps) << steps;
    }

    void cutAnywhere()
    {
        QFETCH(int, steps);
        QTemporaryDir dir;
        const QString path = dir.filePath(u"motcua.db"_s);
        const QString kept = dir.filePath(u"kept-1/motcua.db"_s);
        const auto make = [&](const QString &where, int dossiers) {
            const TestClock clock;
            auto database = Database::open(where, testKey(), true);
            VERIFY_OK(database);
            for (int number = 1; number <= dossiers; ++number)
                VERIFY_OK(lifeOf(**database, clock, number).upTo(LifeStage::Queued));
        };
        make(path, 1);
        make(dir.filePath(u"motcua.db.new"_s), 2);
        put(path + u"-wal"_s, "an old log"); // it must never meet the new file
        const QByteArray before = bytesOf(path);
        put(path + u".replacing"_s, "motcua.db.new\nkept-1\n");
        if (steps >= 1)
            QVERIFY(QDir().mkpath(dir.filePath(u"kept-1"_s)));
        if (steps >= 2)
            std::filesystem::create_hard_link(path.toStdString(), kept.toStdString());
        if (steps >= 3)
            QVERIFY(QFile::rename(path + u"-wal"_s, kept + u"-wal"_s));
        if (steps >= 4)
            std::filesystem::rename(dir.filePath(u"motcua.db.new"_s).toStdString(), path.toStdString());
        if (steps >= 5)
            QVERIFY(QFile::remove(path + u".replacing"_s));
        auto database = Database::open(path, testKey(), false);
        VERIFY_OK(database);
        QCOMPARE((*database)->value(u"SELECT count(*) FROM dossier"_s)->toInt(), 2);
        VERIFY_OK((*database)->checkIntegrity());
        QCOMPARE(bytesOf(kept), before);
        QCOMPARE(bytesOf(kept + u"-wal"_s), "an old log");
        QVERIFY(!QFile::exists(path + u".replacing"_s));
    }

    void anIntentThatIsNotOursTouchesNothing()
    {
        TestStore store;
        store.database.reset();
        const QByteArray before = bytesOf(store.path());
        put(store.path() + u".replacing"_s, "../elsewhere/motcua.db\nkept\n");
        QVERIFY(!Database::open(store.path(), testKey(), false));
        QCOMPARE(bytesOf(store.path()), before);
    }
};

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
