#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/dossier/dossierchanges.h"
#include "core/store/repositories.h"
#include "core/store/storethread.h"
#include "sync/syncservice.h"
#include "tests/sync/support/demoportal.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace std::chrono_literals;

namespace {

constexpr int kills = 50;

Secret testKey()
{
    return Secret(QByteArrayView("0123456789abcdef0123456789abcdef"));
}

struct Kiosk
{
    StoreThread store;
    SystemClock clock;
    DossierChanges changes;
    SyncMonitor monitor;
    std::unique_ptr<Outbox> outbox;

    bool open(const QString &path, bool create)
    {
        outbox = makeStoreOutbox(store, clock, changes);
        return store.open(path, testKey(), create).result().has_value();
    }
};

// What the child process does until it is killed: send until nothing is left.
int runKiosk(const QStringList &arguments)
{
    Kiosk kiosk;
    if (!kiosk.open(arguments.at(2), false))
        return 1;
    const PortalAccess portal { QUrl(arguments.at(3)), arguments.at(4), {}, arguments.at(5), u"25231"_s };
    while (!runSyncPass(*kiosk.outbox, portal, kiosk.clock, kiosk.monitor, [] { return false; }).idle)
        std::this_thread::sleep_for(20ms);
    return 0;
}

Result<void> enqueue(Database &database, const Clock &clock, int number, QRandomGenerator &random)
{
    DossierRepository dossiers(database);
    Dossier dossier;
    dossier.summary.id = newUuid7(clock);
    dossier.summary.localCode = u"25231-261122-%1-X"_s.arg(number, 4, 10, QLatin1Char('0'));
    dossier.summary.procedureCode = u"1.004873"_s;
    dossier.summary.packVersion = u"1"_s;
    dossier.summary.applicantName = u"Điểu Thị Mai"_s;
    dossier.summary.createdBy = u"mai"_s;
    dossier.summary.createdAt = clock.now();
    dossier.form = { { u"hoTen"_s, u"Điểu Thị Mai"_s }, { u"so"_s, number } };
    if (auto done = dossiers.insert(dossier); !done)
        return done;
    for (int i = 1; i <= 3; ++i) {
        QByteArray content(i * 60'000 + random.bounded(1'000'000), Qt::Uninitialized);
        for (char &byte : content)
            byte = char(random.bounded(256));
        Attachment paper;
        paper.id = newUuid7(clock);
        paper.component = u"000.00.00.G15-KQ003453"_s;
        paper.name = u"KQ003453-%1.jpg"_s.arg(i);
        paper.mediaType = u"image/jpeg"_s;
        paper.size = content.size();
        paper.sha256 = sha256Hex(content);
        paper.addedAt = clock.now();
        if (auto done = dossiers.insertAttachment(dossier.summary.id, paper, content); !done)
            return done;
    }
    return dossiers.enqueue(dossier.summary.id, QJsonDocument(dossier.form).toJson(QJsonDocument::Compact), clock.now());
}

} // namespace

// The whole way from SQLCipher to the portal's disk, with the kiosk killed at random moments.
class TestSyncStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kioskKilledAtRandom();
};

void TestSyncStore::kioskKilledAtRandom()
{
    QTemporaryDir folder;
    const TestCertificates certificates = TestCertificates::make(folder.path());
    const QString path = folder.filePath(u"motcua.db"_s);
    DemoPortal portal(folder.filePath(u"store"_s), certificates);
    QVERIFY(portal.start());

    QList<OutboundDossier> dossiers;
    {
        Kiosk kiosk;
        QVERIFY(kiosk.open(path, true));
        QRandomGenerator random(20261122);
        for (int number = 1; number <= 25; ++number) {
            const Result<void> done =
                kiosk.store
                    .run([&](Database &database) {
                        return database.write([&] { return enqueue(database, kiosk.clock, number, random); });
                    })
                    .result();
            QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        }
        dossiers = *kiosk.outbox->pending(1000);
        QCOMPARE(dossiers.size(), 25);
    }

    const QString kioskId = newUuid7(SystemClock());
    const QStringList arguments { u"--kiosk"_s, path, portal.url().toString(), certificates.ca, kioskId };
    QRandomGenerator random(7);
    int whileAlive = 0;
    for (int i = 0; i < kills; ++i) {
        QProcess kiosk;
        kiosk.setStandardErrorFile(QProcess::nullDevice());
        kiosk.start(QCoreApplication::applicationFilePath(), arguments);
        QVERIFY(kiosk.waitForStarted());
        kiosk.waitForFinished(10 + int(random.bounded(150)));
        whileAlive += kiosk.state() == QProcess::Running ? 1 : 0;
        kiosk.kill();
        kiosk.waitForFinished();
    }
    QCOMPARE(QProcess::execute(QCoreApplication::applicationFilePath(), arguments), 0);
    qInfo("%d kills, %d of them while the kiosk was sending", kills, whileAlive);
    QVERIFY(whileAlive >= kills / 2); // else the kills prove nothing: this machine is too fast for the moments chosen

    Kiosk kiosk;
    QVERIFY(kiosk.open(path, false));
    QSet<QString> codes;
    for (const OutboundDossier &dossier : dossiers) {
        QCOMPARE(portal.judge(dossier), QString());
        const Result<Dossier> found =
            kiosk.store.run([&](Database &database) { return DossierRepository(database).find(dossier.id); }).result();
        QVERIFY(found);
        QCOMPARE(found->summary.delivery, DeliveryState::Received);
        QCOMPARE(found->summary.status, DossierStatus::Submitted);
        QCOMPARE(found->summary.portalStatus, 1);
        codes.insert(found->summary.officialCode);
    }
    QCOMPARE(codes.size(), dossiers.size());
    QCOMPARE(portal.dossiersOnDisk(), dossiers.size());
    QVERIFY(kiosk.outbox->unacknowledgedReceipts()->isEmpty());
    QCOMPARE(*kiosk.outbox->unsentCount(), 0);
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (app.arguments().value(1) == u"--kiosk"_s)
        return runKiosk(app.arguments());
    TestSyncStore test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_sync_store.moc"
