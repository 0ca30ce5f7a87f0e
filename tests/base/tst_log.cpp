#include "core/base/error.h"
#include "core/base/log.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;

namespace {

const QString plantedId = u"070195000123"_s;
const QString plantedOldId = u"285123456"_s;

} // namespace

// The log is what the help desk asks for by mail: nothing that names a person may be in it, whatever a careless line says.
class TestLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void personalNumbersNeverReachTheFile_data();
    void personalNumbersNeverReachTheFile();
    void whatHelpsStays();
    void onlyTheOwnerReads();
    void grownFilesAreTurnedOver();
    void manyThreadsWriteWholeLines();
    void cleanup();

private:
    QByteArray everythingWritten() const;

    QTemporaryDir m_temp;
    QString m_path;
    QtMessageHandler m_before = nullptr;
};

void TestLog::initTestCase()
{
    QVERIFY(m_temp.isValid());
    m_path = m_temp.filePath(u"logs/motcua.log"_s);
    m_before = qInstallMessageHandler(nullptr);
    qInstallMessageHandler(m_before);
}

void TestLog::cleanup()
{
    qInstallMessageHandler(m_before);
}

QByteArray TestLog::everythingWritten() const
{
    QByteArray all;
    const QDir folder(m_temp.filePath(u"logs"_s));
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

void TestLog::personalNumbersNeverReachTheFile_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("bare") << plantedId;
    QTest::newRow("in a sentence") << u"số %1 của công dân"_s.arg(plantedId);
    QTest::newRow("in a file name") << u"scan_%1_front.jpg"_s.arg(plantedId);
    QTest::newRow("beside letters") << u"id%1x"_s.arg(plantedId);
    QTest::newRow("the card's QR code") << u"%1|%2|Điểu Thị Mai|01011995"_s.arg(plantedId, plantedOldId);
    QTest::newRow("grouped") << u"070 195 000 123"_s;
    QTest::newRow("grouped with points") << u"070.195.000.123"_s;
    QTest::newRow("in a JSON text") << u"{\"id\":\"%1\"}"_s.arg(plantedId);
}

void TestLog::personalNumbersNeverReachTheFile()
{
    QFETCH(QString, line);
    motcua::installFileLog(m_path);
    qCInfo(motcua::logApp).noquote() << line;
    qCInfo(motcua::logApp) << line;
    qCInfo(motcua::logStore).noquote() << motcua::forLog({ motcua::ErrorCode::ProfileMissing, line, line });
    const QByteArray written = everythingWritten();
    QVERIFY(written.contains("MC-101"));
    QByteArray digits = written;
    QVERIFY(!written.contains(plantedId.toUtf8()));
    QVERIFY(!written.contains(plantedOldId.toUtf8()));
    QVERIFY(!digits.replace(' ', "").replace('.', "").contains(plantedId.toUtf8()));
}

void TestLog::whatHelpsStays()
{
    motcua::installFileLog(m_path);
    const QString uuid = u"019aa5b2-79b0-7c3e-9f00-aabbccddeeff"_s;
    const QString localCode = u"TAM-25231-01-261122-007-K"_s;
    qCWarning(motcua::logSync).noquote() << motcua::forLog({ motcua::ErrorCode::ProfileInUse, uuid, u"HTTP 503"_s }) << localCode;
    const QByteArray written = everythingWritten();
    QVERIFY(written.contains("warning motcua.sync: MC-103 " + uuid.toUtf8() + " HTTP 503"));
    QVERIFY(written.contains(localCode.toUtf8()));
    QVERIFY(written.contains("+07:00"));
}

void TestLog::onlyTheOwnerReads()
{
    motcua::installFileLog(m_path);
    qCInfo(motcua::logApp) << "một dòng";
    QCOMPARE(QFile::permissions(m_path) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
}

void TestLog::grownFilesAreTurnedOver()
{
    motcua::installFileLog(m_path);
    const QString line(1000, u'x');
    for (int i = 0; i < 2500; ++i)
        qCInfo(motcua::logApp).noquote() << line;
    const QDir folder(m_temp.filePath(u"logs"_s));
    QCOMPARE(folder.entryList(QDir::Files, QDir::Name), QStringList({ u"motcua.log"_s, u"motcua.log.1"_s }));
    constexpr qint64 limit = (1 << 20) + 2000;
    for (const QFileInfo &file : folder.entryInfoList(QDir::Files)) {
        QVERIFY(file.size() <= limit);
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }
}

void TestLog::manyThreadsWriteWholeLines()
{
    const QString path = m_temp.filePath(u"threads/motcua.log"_s);
    motcua::installFileLog(path);
    constexpr int threads = 4;
    constexpr int lines = 200;
    QList<QThread *> workers;
    for (int t = 0; t < threads; ++t) {
        workers.append(QThread::create([] {
            for (int i = 0; i < lines; ++i)
                qCInfo(motcua::logSync).noquote() << u"dòng trọn vẹn"_s;
        }));
        workers.last()->start();
    }
    for (QThread *worker : workers) {
        QVERIFY(worker->wait());
        delete worker;
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> written = file.readAll().trimmed().split('\n');
    QCOMPARE(written.size(), threads * lines);
    for (const QByteArray &line : written)
        QVERIFY2(line.endsWith(" info motcua.sync: dòng trọn vẹn"), line.constData());
}

QTEST_GUILESS_MAIN(TestLog)

#include "tst_log.moc"
