// On a full disk the portal's answers are still kept: the ballast is given up for them. Once with a disk that says "full" on purpose, and,
// as root, on a small file system that really is.
#include "faultyvfs.h"
#include "storelife.h"

#include "core/dossier/dossierchanges.h"
#include "core/outbox/outbox.h"
#include "core/store/diskspace.h"
#include "core/store/storethread.h"

#include <QProcess>
#include <QScopeGuard>

using namespace motcua;
using namespace Qt::StringLiterals;

namespace {

class Plenty final : public DiskSpace
{
public:
    std::optional<qint64> freeBytes(const QString &) const override { return 1LL << 40; }
};

struct Kiosk
{
    explicit Kiosk(const QString &folder)
        : ballast(folder)
    {
        if (!store.open(folder + u"/motcua.db"_s, testKey(), true).result())
            qFatal("open");
        outbox = makeStoreOutbox(store, clock, changes);
    }

    Result<QString> queued(int number, const QByteArray &paper)
    {
        return store
            .run([&](Database &database) -> Result<QString> {
                const LifeOf life = lifeOf(database, clock, number, paper);
                const auto done = life.upTo(LifeStage::Queued);
                return done ? Result<QString>(life.id()) : passOn(done);
            })
            .result();
    }

    Result<void> received(const QString &id, int number)
    {
        return outbox->storeReceipt({ id, 1, u"H19-%1"_s.arg(number), clock.now(), clock.now(), number, u"0"_s, {} });
    }

    TestClock clock;
    DossierChanges changes;
    StoreThread store;
    Ballast ballast;
    std::unique_ptr<Outbox> outbox;
};

} // namespace

class TestFullDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBallastIsGivenForTheReceipt()
    {
        QTemporaryDir folder;
        FaultyVfs disk;
        Kiosk kiosk(folder.path());
        const Plenty plenty;
        QVERIFY(kiosk.ballast.lay(plenty, { 0, 0, 1 << 20 }));
        const auto id = kiosk.queued(1, "scan");
        VERIFY_OK(id);
        VERIFY_OK(kiosk.outbox->pending(10)); // settled
        disk.arm(1, FaultyVfs::Kind::Full, false);
        VERIFY_OK(kiosk.received(*id, 1));
        QVERIFY(disk.hasFailed());
        QVERIFY(!kiosk.ballast.isThere());
        // Without a ballast a full disk is said to be full, and the dossier goes on waiting.
        const auto second = kiosk.queued(2, "scan");
        VERIFY_OK(second);
        disk.arm(1, FaultyVfs::Kind::Full, false);
        QCOMPARE(kiosk.received(*second, 2).error().code, ErrorCode::DiskFull);
        disk.disarm();
        QCOMPARE(kiosk.outbox->unsentCount().value(), 1);
    }

    void aSmallRealDisk()
    {
#ifndef Q_OS_LINUX
        QSKIP("needs a small tmpfs");
#endif
        QTemporaryDir mountPoint;
        if (QProcess::execute(u"mount"_s, { u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=24m"_s, u"motcua-test"_s, mountPoint.path() })
            != 0)
            QSKIP("a small disk can only be mounted by root");
        const auto unmount = qScopeGuard([&] { QProcess::execute(u"umount"_s, { mountPoint.path() }); });
        const QByteArray paper(300'000, 'p');
        QStringList waiting;
        {
            Kiosk kiosk(mountPoint.path());
            QVERIFY(kiosk.ballast.lay(DiskSpace(), { 0, 0, 8 << 20 }));
            Result<QString> last;
            for (int number = 1; number <= 200; ++number) {
                last = kiosk.queued(number, paper);
                if (!last)
                    break;
                waiting.append(*last);
            }
            QVERIFY(!last && waiting.size() > 5);
            QCOMPARE(last.error().code, ErrorCode::DiskFull);
            QVERIFY(!kiosk.ballast.isThere());
            for (int number = 0; number < waiting.size(); ++number)
                VERIFY_OK(kiosk.received(waiting.at(number), number + 1));
            QCOMPARE(kiosk.outbox->unsentCount().value(), 0);
        }
        auto database = Database::open(mountPoint.filePath(u"motcua.db"_s), testKey(), false);
        VERIFY_OK(database);
        VERIFY_OK((*database)->checkIntegrity());
        QCOMPARE((*database)->value(u"SELECT count(*) FROM receipt"_s)->toInt(), int(waiting.size()));
        database->reset();
    }
};

QTEST_GUILESS_MAIN(TestFullDisk)
#include "tst_fulldisk.moc"
