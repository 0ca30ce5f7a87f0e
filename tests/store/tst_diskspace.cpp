// A disk that fills up: what is told at which level, and the ballast, which is really taken and really given back.
#include "storefixture.h"

#include "core/store/diskspace.h"

#include <QDir>
#include <QFile>

#ifdef Q_OS_UNIX
#    include <sys/stat.h>
#endif

using namespace motcua;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mega = 1 << 20;

class SetSpace final : public DiskSpace
{
public:
    std::optional<qint64> freeBytes(const QString &) const override { return free; }
    std::optional<qint64> free = 10'000 * mega;
};

} // namespace

class TestDiskSpace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void levels()
    {
        const SpacePolicy policy;
        QCOMPARE(spaceLevel(2048 * mega, policy), SpaceLevel::Good);
        QCOMPARE(spaceLevel(2048 * mega - 1, policy), SpaceLevel::Low);
        QCOMPARE(spaceLevel(512 * mega, policy), SpaceLevel::Low);
        QCOMPARE(spaceLevel(512 * mega - 1, policy), SpaceLevel::TooLow);
        QCOMPARE(spaceLevel(0, policy), SpaceLevel::TooLow);
        QCOMPARE(spaceLevel({}, policy), SpaceLevel::Good);
    }

    void captureIsRefusedBelowTheFloor()
    {
        SetSpace disk;
        const SpacePolicy policy;
        VERIFY_OK(requireSpaceForCapture(disk, {}, policy));
        disk.free = policy.floorBytes;
        VERIFY_OK(requireSpaceForCapture(disk, {}, policy));
        disk.free = policy.floorBytes - 1;
        QCOMPARE(requireSpaceForCapture(disk, {}, policy).error().code, ErrorCode::SpaceTooLow);
        disk.free.reset(); // nobody can tell: nobody is kept from working
        VERIFY_OK(requireSpaceForCapture(disk, {}, policy));
    }

    void theRealDiskAnswers()
    {
        QTemporaryDir folder;
        QVERIFY(DiskSpace().freeBytes(folder.path()).value_or(0) > 0);
        QVERIFY(!DiskSpace().freeBytes(folder.filePath(u"nowhere/at/all"_s)));
    }

    void theBallastTakesSpaceAndGivesItBack()
    {
        QTemporaryDir folder;
        SetSpace disk;
        const SpacePolicy policy { 20 * mega, 10 * mega, 3 * mega };
        Ballast ballast(folder.path());
        disk.free = 13 * mega - 1; // it must not itself bring the disk under the floor
        QVERIFY(!ballast.lay(disk, policy));
        QVERIFY(!ballast.isThere() && !ballast.release());
        disk.free = 13 * mega;
        QVERIFY(ballast.lay(disk, policy));
        QVERIFY(ballast.isThere());
#ifdef Q_OS_UNIX
        struct stat info = {};
        QCOMPARE(::stat(QFile::encodeName(folder.filePath(u"ballast"_s)).constData(), &info), 0);
        QVERIFY2(info.st_blocks * 512LL >= 3 * mega, "a hole would free nothing");
#endif
        QVERIFY(ballast.lay(disk, policy)); // there already
        QVERIFY(ballast.release());
        QVERIFY(QDir(folder.path()).isEmpty());
        QVERIFY(!ballast.release());
    }
};

QTEST_GUILESS_MAIN(TestDiskSpace)
#include "tst_diskspace.moc"
