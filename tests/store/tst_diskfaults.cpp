// The disk fails at every single write and sync of capturing, submitting and receiving a dossier. Afterwards, with a healthy disk, each
// step is either wholly there or not at all; what was answered with success is there.
#include "faultrows.h"
#include "storefixture.h"

#include "core/store/outboxrows.h"
#include "core/store/portalanswers.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QScopeGuard>

using namespace motcua;
using namespace Qt::StringLiterals;

namespace {

Result<void> journalled(Database &database, const Clock &clock, const QString &action, const QString &id)
{
    const auto entry = JournalRepository(database).append(clock.now(), u"congchuc1"_s, action, id);
    return entry ? Result<void>() : passOn(entry);
}

Result<void> capture(Database &database, const Clock &clock, const Dossier &draft, const QByteArray &paper)
{
    return database.write([&]() -> Result<void> {
        DossierRepository dossiers(database);
        if (const auto inserted = dossiers.insert(draft); !inserted)
            return inserted;
        if (const auto added = dossiers.insertAttachment(draft.summary.id, testPaper(clock, paper), paper); !added)
            return added;
        return journalled(database, clock, u"dossier.created"_s, draft.summary.id);
    });
}

Result<void> submit(Database &database, const Clock &clock, const QString &id)
{
    return database.write([&]() -> Result<void> {
        if (const auto queued = DossierRepository(database).enqueue(id, "{\"form\":1}", clock.now()); !queued)
            return queued;
        return journalled(database, clock, u"dossier.submitted"_s, id);
    });
}

Result<void> send(Database &database, const QString &id)
{
    return database.write([&]() -> Result<void> {
        const auto moved = moveTo(database, DeliveryState::Sending, { { id, 1 } });
        return moved ? Result<void>() : passOn(moved);
    });
}

Result<void> receive(Database &database, const Clock &clock, const QString &id)
{
    return database.write([&]() -> Result<void> {
        const Receipt receipt {
            id, 1, u"H19.231-261122-0001"_s, clock.now(), clock.now(), 1, u"0"_s, { { u"KQ003453-1.jpg"_s, 3, u"0"_s } }
        };
        const auto kept = acceptReceipt(database, receipt, clock.now());
        return kept ? Result<void>() : passOn(kept);
    });
}

// How far the dossier came, judged by every table that a step writes; -1 when they disagree.
int stageOf(Database &database, const QString &id)
{
    const auto count = [&](const QString &sql) { return database.value(sql).value_or(QVariant(-99)).toInt(); };
    const int dossiers = count(u"SELECT count(*) FROM dossier"_s);
    const bool papers = count(u"SELECT count(*) FROM attachment"_s) == dossiers
                        && count(u"SELECT count(*) FROM dossier_form"_s) == dossiers
                        && count(u"SELECT count(DISTINCT attachment) FROM attachment_part"_s) == dossiers;
    const int outbox = count(u"SELECT count(*) FROM outbox"_s);
    const bool frozen =
        count(u"SELECT count(*) FROM outbox_form"_s) == outbox && count(u"SELECT count(*) FROM outbox_file"_s) == outbox;
    const int receipts = count(u"SELECT count(*) FROM receipt"_s);
    const bool listed = count(u"SELECT count(*) FROM receipt_file"_s) == receipts;
    if (!papers || !frozen || !listed)
        return -1;
    const auto journal = JournalRepository(database).all();
    if (!journal || firstBrokenLink(*journal))
        return -1;
    if (dossiers == 0)
        return journal->isEmpty() && outbox == 0 ? 0 : -1;
    const auto found = DossierRepository(database).find(id);
    if (!found || !DossierRepository(database).attachmentContent(found->attachments.constFirst().id))
        return -1;
    const DossierSummary &s = found->summary;
    if (s.status == DossierStatus::Draft)
        return outbox == 0 && s.delivery == DeliveryState::None && journal->size() == 1 ? 1 : -1;
    if (s.status == DossierStatus::Queued && outbox == 1 && receipts == 0 && journal->size() == 2)
        return s.delivery == DeliveryState::Waiting ? 2 : s.delivery == DeliveryState::Sending ? 3 : -1;
    if (s.status == DossierStatus::Submitted && s.delivery == DeliveryState::Received && receipts == 1 && journal->size() == 3)
        return 4;
    return -1;
}

} // namespace

class TestDiskFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPoint_data() { addFaultRows(); }
    void everyPoint()
    {
        const auto [kind, lasting] = fetchFault();
        const TestClock clock;
        const QByteArray paper(60'000, 'p');
        QTemporaryDir folder;
        const QString empty = folder.filePath(u"empty.db"_s);
        VERIFY_OK(Database::open(empty, testKey(), true));

        FaultyVfs disk;
        int points = 0;
        QList<int> stages(5, 0);
        for (int point = 1;; ++point) {
            const QString path = folder.filePath(u"p%1.db"_s.arg(point));
            QVERIFY(QFile::copy(empty, path));
            const Dossier draft = testDraft(clock, 1);
            const QString id = draft.summary.id;
            int acknowledged = 0;
            {
                auto database = Database::open(path, testKey(), false);
                VERIFY_OK(database);
                disk.arm(point, kind, lasting);
                const auto steps = { std::function([&] { return capture(**database, clock, draft, paper); }),
                                     std::function([&] { return submit(**database, clock, id); }),
                                     std::function([&] { return send(**database, id); }),
                                     std::function([&] { return receive(**database, clock, id); }) };
                for (const auto &step : steps) {
                    const Result<void> done = step();
                    if (!done) {
                        const ErrorCode expected = kind == FaultyVfs::Kind::Full ? ErrorCode::DiskFull : ErrorCode::StoreFailed;
                        QVERIFY2(done.error().code == expected, qPrintable(testErrorText(done.error())));
                        if (kind == FaultyVfs::Kind::Sync) { // nobody knows what the disk holds: nothing goes on here
                            QCOMPARE(step().error().code, ErrorCode::StoreFailed);
                            QCOMPARE((*database)->value(u"SELECT 1"_s).error().code, ErrorCode::StoreFailed);
                        }
                        break;
                    }
                    ++acknowledged;
                }
            }
            const bool failed = disk.hasFailed();
            disk.disarm();
            auto database = Database::open(path, testKey(), false);
            VERIFY_OK(database);
            VERIFY_OK((*database)->checkIntegrity());
            const int stage = stageOf(**database, id);
            // A step whose COMMIT failed in its fsync may yet be found on the disk: whole, and never more than that one.
            QVERIFY2(stage == acknowledged || stage == acknowledged + 1,
                     qPrintable(u"point %1: acknowledged %2, found %3"_s.arg(point).arg(acknowledged).arg(stage)));
            ++stages[acknowledged];
            database->reset();
            for (const QString &file : QDir(folder.path()).entryList({ u"p%1.db*"_s.arg(point) }, QDir::Files))
                QFile::remove(folder.filePath(file));
            points = point;
            if (!failed)
                break;
        }
        qInfo("%d points; ended after 0, 1, 2, 3, 4 steps: %d %d %d %d %d", points, stages[0], stages[1], stages[2], stages[3],
              stages[4]);
        QVERIFY2(points > (kind == FaultyVfs::Kind::Sync ? 4 : 20), qPrintable(QString::number(points)));
        QVERIFY(stages[0] > 0 && stages[4] > 0);
    }

    void aFullDiskCanBeFreedAndWorkGoesOn()
    {
        const TestClock clock;
        QTemporaryDir folder;
        FaultyVfs disk;
        auto database = Database::open(folder.filePath(u"motcua.db"_s), testKey(), true);
        VERIFY_OK(database);
        VERIFY_OK(capture(**database, clock, testDraft(clock, 1), "a"));
        disk.arm(1, FaultyVfs::Kind::Full, true);
        const Dossier second = testDraft(clock, 2);
        QCOMPARE(capture(**database, clock, second, "b").error().code, ErrorCode::DiskFull);
        QCOMPARE(DossierRepository(**database).list({}, clock.now())->size(), 1); // reading works on a full disk
        disk.disarm();
        VERIFY_OK(capture(**database, clock, second, "b"));
        QCOMPARE(DossierRepository(**database).list({}, clock.now())->size(), 2);
    }

    void aReallyFullDisk()
    {
#ifndef Q_OS_LINUX
        QSKIP("needs a small tmpfs");
#endif
        QTemporaryDir mountPoint;
        if (QProcess::execute(u"mount"_s, { u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=16m"_s, u"motcua-test"_s, mountPoint.path() })
            != 0)
            QSKIP("a small disk can only be mounted by root");
        const auto unmount = qScopeGuard([&] { QProcess::execute(u"umount"_s, { mountPoint.path() }); });
        const TestClock clock;
        const QString path = mountPoint.filePath(u"motcua.db"_s);
        const QByteArray paper(200'000, 'p');
        int saved = 0;
        {
            auto database = Database::open(path, testKey(), true);
            VERIFY_OK(database);
            QFile film(mountPoint.filePath(u"film"_s)); // not the ballast: that is ours, and given up at once
            QVERIFY(film.open(QIODevice::WriteOnly) && film.write(QByteArray(10 << 20, 'b')) == 10 << 20);
            film.close();
            Result<void> last;
            while (saved < 100 && (last = capture(**database, clock, testDraft(clock, saved), paper)))
                ++saved;
            QVERIFY2(saved > 3 && saved < 100, qPrintable(QString::number(saved)));
            QCOMPARE(last.error().code, ErrorCode::DiskFull);
            QCOMPARE(DossierRepository(**database).list({}, clock.now())->size(), saved);
            QVERIFY(film.remove());
            VERIFY_OK(capture(**database, clock, testDraft(clock, saved), paper));
            ++saved;
        }
        auto database = Database::open(path, testKey(), false);
        VERIFY_OK(database);
        QCOMPARE(DossierRepository(**database).list({}, clock.now())->size(), saved);
        VERIFY_OK((*database)->checkIntegrity());
        database->reset();
    }

    void aFailedCreationLeavesNoDatabase()
    {
        for (int point = 1; point < 1000; ++point) {
            QTemporaryDir folder;
            FaultyVfs disk;
            disk.arm(point, FaultyVfs::Kind::Full, true);
            const QString path = folder.filePath(u"motcua.db"_s);
            {
                const auto made = Database::open(path, testKey(), true);
                if (!disk.hasFailed()) {
                    VERIFY_OK(made);
                    QVERIFY(point > 5);
                    return;
                }
                QVERIFY(!made || QFile::exists(path));
                if (!made)
                    QVERIFY(!QFile::exists(path));
            }
            disk.disarm();
            VERIFY_OK(Database::open(path, testKey(), true));
        }
        QFAIL("never succeeded");
    }
};

QTEST_GUILESS_MAIN(TestDiskFaults)
#include "tst_diskfaults.moc"
