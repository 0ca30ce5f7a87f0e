#include "core/identity/kioskprofile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

KioskProfile demo()
{
    KioskProfile profile;
    profile.kioskId = u"01931f6e-0000-7000-8000-000000000001"_s;
    profile.communeCode = u"25231"_s;
    profile.machine = u"07"_s;
    profile.portal = QUrl(u"https://127.0.0.1:8443"_s);
    profile.maxPaperBytes = 5'000'000'000;
    profile.demo = true;
    return profile;
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

} // namespace

class TestKioskProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsSaved();
    void emptyFolderIsNoKiosk();
    void unusableFilesAreRefused_data();
    void unusableFilesAreRefused();
    void defaultsFillWhatIsOptional();
    void failedSaveKeepsTheEarlierFile();
};

void TestKioskProfile::comesBackAsSaved()
{
    const QTemporaryDir folder;
    const ProfileFiles files { folder.path() };
    QVERIFY(saveProfile(files, demo()).has_value());
    const Result<KioskProfile> read = loadProfile(files);
    QVERIFY(read.has_value());
    QCOMPARE(read->kioskId, demo().kioskId);
    QCOMPARE(read->communeCode, demo().communeCode);
    QCOMPARE(read->machine, demo().machine);
    QCOMPARE(read->portal, demo().portal);
    QCOMPARE(read->maxPaperBytes, demo().maxPaperBytes);
    QCOMPARE(read->demo, true);
}

void TestKioskProfile::emptyFolderIsNoKiosk()
{
    const QTemporaryDir folder;
    const Result<KioskProfile> read = loadProfile({ folder.path() });
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::ProfileMissing);
}

void TestKioskProfile::unusableFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("half") << QByteArray(R"({"kioskId":"a","comm)");
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("zeros after a power cut") << QByteArray(300, '\0');
    QTest::newRow("no id") << QByteArray(R"({"commune":"25231","portal":"https://portal.example"})");
    QTest::newRow("no commune") << QByteArray(R"({"kioskId":"a","portal":"https://portal.example"})");
    QTest::newRow("commune in words") << QByteArray(R"({"kioskId":"a","commune":"Đa Kia","portal":"https://portal.example"})");
    QTest::newRow("commune as number") << QByteArray(R"({"kioskId":"a","commune":25231,"portal":"https://portal.example"})");
    QTest::newRow("machine of three digits")
        << QByteArray(R"({"kioskId":"a","commune":"25231","machine":"123","portal":"https://portal.example"})");
    QTest::newRow("portal in the clear") << QByteArray(R"({"kioskId":"a","commune":"25231","portal":"http://portal.example"})");
    QTest::newRow("portal without host") << QByteArray(R"({"kioskId":"a","commune":"25231","portal":"https://"})");
    QTest::newRow("no paper fits") << QByteArray(
        R"({"kioskId":"a","commune":"25231","portal":"https://portal.example","maxPaperBytes":0})");
}

void TestKioskProfile::unusableFilesAreRefused()
{
    QFETCH(QByteArray, content);
    const QTemporaryDir folder;
    const ProfileFiles files { folder.path() };
    write(files.profile(), content);
    const Result<KioskProfile> read = loadProfile(files);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::ProfileUnreadable);
}

void TestKioskProfile::defaultsFillWhatIsOptional()
{
    const QTemporaryDir folder;
    const ProfileFiles files { folder.path() };
    write(files.profile(), R"({"kioskId":"a","commune":"25231","portal":"https://portal.example"})");
    const Result<KioskProfile> read = loadProfile(files);
    QVERIFY(read.has_value());
    QCOMPARE(read->machine, u"01"_s);
    QCOMPARE(read->maxPaperBytes, qint64(10 * 1024 * 1024));
    QVERIFY(!read->demo);
}

void TestKioskProfile::failedSaveKeepsTheEarlierFile()
{
    const Result<void> nowhere = saveProfile({ u"/nonexistent/folder"_s }, demo());
    QVERIFY(!nowhere.has_value());
    QCOMPARE(nowhere.error().code, ErrorCode::ProfileNotSaved);

    // A folder where the file should be: cannot be replaced, whoever runs this.
    const QTemporaryDir folder;
    const ProfileFiles files { folder.path() };
    QVERIFY(QDir().mkpath(files.profile() + u"/inside"_s));
    QVERIFY(!saveProfile(files, demo()).has_value());
    QVERIFY(QFileInfo(files.profile()).isDir());
}

QTEST_GUILESS_MAIN(TestKioskProfile)
#include "tst_kioskprofile.moc"
