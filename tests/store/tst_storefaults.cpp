// The disk fails at every single write and every single sync of a purge, a new key, a migration and a backup. With a healthy disk again
// each is either wholly done or not done at all, what was answered with success is done, and nothing else is touched.
#include "faultrows.h"
#include "storelife.h"

#include "core/store/backup.h"
#include "core/store/cipherhandle.h"
#include "core/store/purge.h"
#include "core/store/schema.h"

#include <QDir>
#include <QFile>

#include <sqlite3.h>

using namespace motcua;
using namespace Qt::StringLiterals;

namespace {

const QByteArray paper = QByteArray("a paper of a citizen").repeated(1500);

int countOf(const Database &database, const QString &sql)
{
    return database.value(sql).value_or(QVariant(-99)).toInt();
}

// Two dossiers: one settled, one that still waits.
struct Filled
{
    explicit Filled(const QString &path)
    {
        auto database = Database::open(path, testKey(), true);
        if (!database)
            qFatal("open");
        const LifeOf done = lifeOf(**database, clock, 1, paper);
        const LifeOf waiting = lifeOf(**database, clock, 2, paper);
        if (!done.upTo(LifeStage::Settled) || !waiting.upTo(LifeStage::Queued))
            qFatal("life");
        settled = done.id();
        queued = waiting.id();
    }

    TestClock clock;
    QString settled;
    QString queued;
};

// Empty = whole: the waiting dossier is there to its last byte, and the settled one with its content or purged, nothing between.
QString problemOf(Database &database, const Filled &filled, bool mustBePurged)
{
    if (const auto sound = database.checkIntegrity(); !sound)
        return u"integrity "_s + sound.error().detail;
    DossierRepository dossiers(database);
    const auto waiting = dossiers.find(filled.queued);
    if (!waiting || dossiers.attachmentContent(waiting->attachments.constFirst().id).value_or("") != paper
        || pendingDossiers(database, 10, true)->size() != 1)
        return u"the waiting dossier"_s;
    const auto done = dossiers.find(filled.settled);
    if (!done || !done->receipt)
        return u"the receipt"_s;
    const bool purged = done->summary.purgedAt.isValid();
    if (mustBePurged && !purged)
        return u"acknowledged and not purged"_s;
    const int expected = purged ? 1 : 2;
    for (const QString &table : { u"dossier_form"_s, u"attachment"_s, u"attachment_part"_s, u"outbox_form"_s }) {
        if (countOf(database, u"SELECT count(*) FROM "_s + table) != expected)
            return u"half purged: "_s + table;
    }
    if (!purged && dossiers.attachmentContent(done->attachments.constFirst().id).value_or("") != paper)
        return u"the settled dossier's paper"_s;
    const auto journal = JournalRepository(database).all();
    return journal && !firstBrokenLink(*journal) ? QString() : u"journal"_s;
}

} // namespace

class TestStoreFaults : public QObject
{
    Q_OBJECT

private:
    // Calls `act` on a fresh copy with the n-th operation failing, then `judge`, until nothing fails any more. Answers how many points.
    template <typename Act, typename Judge>
    int everyPoint(Fault fault, const QString &made, Act act, Judge judge)
    {
        for (int point = 1; point < 20'000; ++point) {
            QTemporaryDir folder;
            const QString path = folder.filePath(u"motcua.db"_s);
            if (!QFile::copy(made, path))
                return -1;
            FaultyVfs disk;
            const bool done = act(path, [&] { disk.arm(point, fault.kind, fault.lasting); });
            const bool failed = disk.hasFailed();
            disk.disarm();
            judge(path, done);
            if (QTest::currentTestFailed()) {
                qWarning("at point %d", point);
                return point;
            }
            if (!failed)
                return point;
        }
        return -1;
    }

private Q_SLOTS:
    void purging_data() { addFaultRows(); }
    void purging()
    {
        const Fault fault = fetchFault();
        QTemporaryDir folder;
        const QString made = folder.filePath(u"made.db"_s);
        const Filled filled(made);
        const int points = everyPoint(
            fault, made,
            [&](const QString &path, const auto &arm) {
                auto database = Database::open(path, testKey(), false);
                arm();
                if (!database || !purge(**database, { filled.settled, {}, {}, {}, 0 }, filled.clock.now()))
                    return false;
                static_cast<void>(sweep(**database));
                return true;
            },
            [&](const QString &path, bool done) {
                auto database = Database::open(path, testKey(), false);
                VERIFY_OK(database);
                const QString problem = problemOf(**database, filled, done);
                QVERIFY2(problem.isEmpty(), qPrintable(problem));
            });
        qInfo("%d points", points);
        QVERIFY(points > (fault.kind == FaultyVfs::Kind::Sync ? 3 : 20));
    }

    void turningTheKey_data() { addFaultRows(); }
    void turningTheKey()
    {
        const Fault fault = fetchFault();
        QTemporaryDir folder;
        const QString made = folder.filePath(u"made.db"_s);
        const Filled filled(made);
        int before = 0;
        int after = 0;
        const int points = everyPoint(
            fault, made,
            [&](const QString &path, const auto &arm) {
                auto database = Database::open(path, testKey(), false);
                arm();
                return database && (*database)->rekey(testKey(8)).has_value();
            },
            [&](const QString &path, bool done) {
                const bool isOld = Database::open(path, testKey(), false).has_value();
                const bool isNew = Database::open(path, testKey(8), false).has_value();
                QVERIFY2(isOld != isNew, "one key opens it, and only one");
                QVERIFY(!done || isNew);
                ++(isOld ? before : after);
                auto database = Database::open(path, testKey(isOld ? 7 : 8), false);
                VERIFY_OK(database);
                const QString problem = problemOf(**database, filled, false);
                QVERIFY2(problem.isEmpty(), qPrintable(problem));
            });
        qInfo("%d points: old key %d times, new key %d times", points, before, after);
        QVERIFY(before > 0 && after > 0);
    }

    void migrating_data() { addFaultRows(); }
    void migrating()
    {
        const Fault fault = fetchFault();
        const std::span<const Migration> all = allMigrations();
        QTemporaryDir folder;
        const QString made = folder.filePath(u"made.db"_s);
        {
            const auto old = openEncrypted(made, testKey(), true);
            VERIFY_OK(old);
            VERIFY_OK(prepareForWriting(old->get()));
            VERIFY_OK(migrate(old->get(), all.first(6)));
            VERIFY_OK(runScript(old->get(), "INSERT INTO setting VALUES ('k', 'v')"));
        }
        const int points = everyPoint(
            fault, made,
            [&](const QString &path, const auto &arm) {
                arm();
                return Database::open(path, testKey(), false).has_value();
            },
            [&](const QString &path, bool) {
                auto database = Database::open(path, testKey(), false);
                VERIFY_OK(database);
                VERIFY_OK((*database)->checkIntegrity());
                QCOMPARE((*database)->schemaVersion(), all.back().version);
                QCOMPARE(SettingsRepository(**database).value(u"k"_s).value(), u"v"_s);
                QCOMPARE(countOf(**database, u"SELECT count(*) FROM sqlite_master WHERE name LIKE 'guard!_%' ESCAPE '!'"_s) > 15,
                         true);
            });
        qInfo("%d points", points);
        QVERIFY(points > (fault.kind == FaultyVfs::Kind::Sync ? 2 : 10));
    }

    void backingUp_data() { addFaultRows(); }
    void backingUp()
    {
        const Fault fault = fetchFault();
        QTemporaryDir folder;
        const QString made = folder.filePath(u"made.db"_s);
        const Filled filled(made);
        const int points = everyPoint(
            fault, made,
            [&](const QString &path, const auto &arm) {
                auto database = Database::open(path, testKey(), false); // the counter's own connection
                arm();
                return database
                       && makeBackup(path, testKey(), QFileInfo(path).absolutePath() + u"/b"_s, filled.clock.now(), 0)
                              .has_value();
            },
            [&](const QString &path, bool done) {
                const QList<BackupFile> backups = backupsIn(QFileInfo(path).absolutePath() + u"/b"_s);
                QVERIFY(!done || backups.size() == 1);
                for (const BackupFile &backup : backups) // what has the name of a backup is one
                    QCOMPARE(examineBackup(backup.path, testKey())->dossiers, 2);
                auto database = Database::open(path, testKey(), false);
                VERIFY_OK(database);
                const QString problem = problemOf(**database, filled, false);
                QVERIFY2(problem.isEmpty(), qPrintable(problem));
            });
        qInfo("%d points", points);
        QVERIFY(points > (fault.kind == FaultyVfs::Kind::Sync ? 1 : 10));
    }
};

QTEST_GUILESS_MAIN(TestStoreFaults)
#include "tst_storefaults.moc"
