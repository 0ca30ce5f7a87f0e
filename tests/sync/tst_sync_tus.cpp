#include "core/base/ids.h"
#include "sync/curltransport.h"
#include "sync/tusupload.h"
#include "tests/sync/support/certificates.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QVersionNumber>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace std::chrono_literals;

// Our uploads against the reference tus server of npm, which knows nothing of our portal.
class TestSyncTus : public QObject
{
    Q_OBJECT

public:
    explicit TestSyncTus(QString modules)
        : m_modules(std::move(modules))
    {
    }

private Q_SLOTS:
    void init();
    void cleanup() { stopServer(); }
    void uploadsWhole();
    void resumesAfterOurCut();
    void resumesAfterTheServerWasKilled();
    void takesTheServersOffset();
    void unknownUploadIsSaid();

private:
    bool startServer();
    void stopServer();
    QUrl files() const { return QUrl(u"https://127.0.0.1:%1/files"_s.arg(m_port)); }
    TusUpload::Source source() const;
    QString digestAtServer(const QUrl &upload) const;

    const QString m_modules;
    std::unique_ptr<QTemporaryDir> m_folder;
    TestCertificates m_certificates;
    std::unique_ptr<QProcess> m_server;
    std::unique_ptr<CurlTransport> m_transport;
    QByteArray m_content;
    int m_port = 0;
};

void TestSyncTus::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_certificates = TestCertificates::make(m_folder->path());
    QVERIFY(QDir(m_folder->path()).mkdir(u"files"_s));
    m_transport = std::make_unique<CurlTransport>(CurlOptions { m_certificates.ca, {}, {}, 2s, {} });
    m_content.resize(3'000'000);
    QRandomGenerator random(7);
    for (char &byte : m_content)
        byte = char(random.bounded(256));
    QVERIFY(startServer());
}

bool TestSyncTus::startServer()
{
    m_server = std::make_unique<QProcess>();
    m_server->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_server->start(u"node"_s,
                    { m_modules + u"/server.mjs"_s, m_folder->filePath(u"files"_s), m_certificates.chain, m_certificates.key });
    if (!m_server->waitForReadyRead(20'000))
        return false;
    m_port = m_server->readLine().trimmed().toInt();
    return m_port > 0;
}

void TestSyncTus::stopServer()
{
    m_server->kill();
    m_server->waitForFinished();
}

TusUpload::Source TestSyncTus::source() const
{
    return { m_content.size(),
             [this](qint64 offset, qint64 length) -> Result<QByteArray> { return m_content.mid(offset, length); } };
}

QString TestSyncTus::digestAtServer(const QUrl &upload) const
{
    QFile file(m_folder->filePath(u"files/"_s + upload.fileName()));
    return file.open(QIODevice::ReadOnly) ? sha256Hex(file.readAll()) : QString();
}

void TestSyncTus::uploadsWhole()
{
    TusUpload tus(*m_transport, source(), {});
    QUrl upload;
    QVERIFY(tus.create(files(), "filename S1EwMDM0NTMtMS5qcGc=", upload).ok());
    const TusUpload::End end = tus.send(upload, 0);
    QVERIFY2(end.judgement.ok(), qPrintable(end.judgement.detail));
    QCOMPARE(digestAtServer(upload), sha256Hex(m_content));
}

void TestSyncTus::resumesAfterOurCut()
{
    bool stop = false;
    TusUpload tus(*m_transport, source(), [&] { return stop; });
    tus.onConfirmed([&](qint64 offset) { stop = offset > 1'000'000; });
    QUrl upload;
    QVERIFY(tus.create(files(), {}, upload).ok());
    QCOMPARE(tus.send(upload, 0).judgement.verdict, Verdict::Stopped);

    stop = false;
    CurlTransport fresh({ m_certificates.ca, {}, {}, 2s, {} });
    TusUpload again(fresh, source(), {});
    qint64 offset = 0;
    QVERIFY(again.askOffset(upload, offset).ok());
    QVERIFY(offset >= 1'000'000 && offset < m_content.size());
    QVERIFY(again.send(upload, offset).judgement.ok());
    QCOMPARE(digestAtServer(upload), sha256Hex(m_content));
}

void TestSyncTus::resumesAfterTheServerWasKilled()
{
    TusUpload tus(*m_transport, source(), {});
    tus.onConfirmed([&](qint64 offset) {
        if (offset > 1'000'000)
            stopServer();
    });
    QUrl upload;
    QVERIFY(tus.create(files(), {}, upload).ok());
    QCOMPARE(tus.send(upload, 0).judgement.verdict, Verdict::Offline);

    QVERIFY(startServer());
    upload.setPort(m_port);
    tus.onConfirmed({});
    qint64 offset = 0;
    QVERIFY(tus.askOffset(upload, offset).ok());
    QVERIFY(offset >= 1'000'000);
    QVERIFY(tus.send(upload, offset).judgement.ok());
    QCOMPARE(digestAtServer(upload), sha256Hex(m_content));
}

void TestSyncTus::takesTheServersOffset()
{
    TusUpload tus(*m_transport, source(), {});
    QUrl upload;
    QVERIFY(tus.create(files(), {}, upload).ok());
    const TusUpload::End end = tus.send(upload, 500'000); // the server holds nothing: 409, then HEAD
    QVERIFY2(end.judgement.ok(), qPrintable(end.judgement.detail));
    QCOMPARE(digestAtServer(upload), sha256Hex(m_content));
}

void TestSyncTus::unknownUploadIsSaid()
{
    TusUpload tus(*m_transport, source(), {});
    QUrl nowhere = files();
    nowhere.setPath(u"/files/0123456789abcdef"_s);
    QCOMPARE(tus.send(nowhere, 0).judgement.verdict, Verdict::UploadUnknown);
}

namespace {

constexpr int skipped = 77;

int skip(const QString &why)
{
    std::printf("SKIPPED: %s\n", qPrintable(why));
    return skipped;
}

// The packages go into the build folder, pinned by package-lock.json; nothing is written into the source.
QString install(const QString &modules)
{
    QDir().mkpath(modules);
    for (const QString &name : { u"package.json"_s, u"package-lock.json"_s, u"server.mjs"_s }) {
        QFile::remove(modules + u'/' + name);
        if (!QFile::copy(QStringLiteral(MOTCUA_TUS_SERVER) + u'/' + name, modules + u'/' + name))
            return u"cannot write to "_s + modules;
    }
    QProcess npm;
    npm.setWorkingDirectory(modules);
    npm.start(u"npm"_s, { u"ci"_s, u"--ignore-scripts"_s, u"--no-audit"_s, u"--no-fund"_s, u"--prefer-offline"_s });
    if (!npm.waitForFinished(120'000) || npm.exitCode() != 0)
        return u"npm cannot install @tus/server (no network?)"_s;
    return {};
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QProcess node;
    node.start(u"node"_s, { u"--version"_s });
    if (!node.waitForFinished())
        return skip(u"Node is not installed; the npm tus server needs 20.19 or newer"_s);
    const QVersionNumber version = QVersionNumber::fromString(QString::fromLatin1(node.readAll()).mid(1));
    if (version < QVersionNumber(20, 19))
        return skip(u"Node %1 is too old; the npm tus server needs 20.19"_s.arg(version.toString()));
    const QString modules = QStringLiteral(MOTCUA_BUILD) + u"/tus-server"_s;
    if (const QString why = install(modules); !why.isEmpty())
        return skip(why);
    TestSyncTus test(modules);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_sync_tus.moc"
