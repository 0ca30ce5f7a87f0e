#include "core/base/clock.h"
#include "core/base/datashelf.h"
#include "core/base/ids.h"
#include "core/counter/counter.h"
#include "core/counter/portaldesk.h"
#include "core/counter/slipcontent.h"
#include "core/dossier/dossierchanges.h"
#include "core/identity/administrativeunits.h"
#include "core/identity/kioskprofile.h"
#include "core/outbox/syncmonitor.h"
#include "core/paper/readerprogram.h"
#include "core/store/database.h"
#include "core/store/repositories.h"
#include "core/store/storethread.h"
#include "sync/syncservice.h"
#include "tests/procedure/sampleanswers.h"
#include "tests/support/memoryoutbox.h"
#include "tests/sync/support/bufferingproxy.h"
#include "tests/sync/support/demoportal.h"

#include <QBuffer>
#include <QDir>
#include <QGuiApplication>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace std::chrono_literals;

namespace {

constexpr int kills = 24;
constexpr qint64 largestCopy = 40'000;
constexpr qint64 copySize = 30'000;
constexpr qint64 smallestOriginal = 600'000;
const QString component = u"000.00.00.G15-KQ003453"_s;

Secret testKey()
{
    return Secret(QByteArrayView("0123456789abcdef0123456789abcdef"));
}

QByteArray noise(qsizetype size, QRandomGenerator &random)
{
    QByteArray content(size, Qt::Uninitialized);
    for (char &byte : content)
        byte = char(random.bounded(256));
    return content;
}

// A photograph of 3000 x 2000 points that a JPEG cannot pack well.
QByteArray photograph(const char *format)
{
    QImage image(3000, 2000, QImage::Format_RGB32);
    QRandomGenerator random(3);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, qRgb((x >> 3) & 255, (y >> 3) & 255, int(random.bounded(64))));
    }
    QByteArray content;
    QBuffer buffer(&content);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, 92);
    return content;
}

// The shipped procedure, whose papers may go small first or not.
PackCatalog packs(bool allowed)
{
    QJsonObject json = QJsonDocument::fromJson(sample::pack()->source).object();
    QJsonArray components = json.value("components"_L1).toArray();
    for (qsizetype i = 0; i < components.size() && allowed; ++i) {
        QJsonObject one = components.at(i).toObject();
        one.insert("rendition"_L1, "allowed"_L1);
        components[i] = one;
    }
    json.insert("components"_L1, components);
    const auto pack = parseProcedurePack(QJsonDocument(json).toJson());
    if (!pack)
        qFatal("%s %s", qPrintable(pack.error().subject), qPrintable(pack.error().detail));
    return PackCatalog(QList<PackPtr> { *pack });
}

struct Desk
{
    explicit Desk(const QString &path, bool allowed = true)
        : catalog(packs(allowed))
        , counter({ store, catalog, units, profile, clock, changes, shelf, reader })
        , outbox(makeStoreOutbox(store, clock, changes))
    {
        profile.communeCode = u"25231"_s;
        profile.kioskId = newUuid7(clock);
        opened = store.open(path, testKey(), !QFile::exists(path)).result();
        counter.setActor({ u"mai"_s, {}, Role::Officer });
    }

    // Submitted with these papers -> its id.
    QString submitted(const QList<std::pair<QByteArray, QString>> &papers)
    {
        const QString id = counter.startDraft(u"1.004873"_s).result()->summary.id;
        (void)counter.saveDraft(id, sample::forSelf(), {}).result();
        for (const auto &[content, suffix] : papers) {
            const auto added = counter.addPaper(id, sample::pack()->components.first().code, content, suffix).result();
            if (!added)
                qFatal("%s %s", qPrintable(added.error().subject), qPrintable(added.error().detail));
        }
        const auto done = counter.submit(id).result();
        if (!done)
            qFatal("%s %s", qPrintable(done.error().subject), qPrintable(done.error().detail));
        return id;
    }

    void allowSmallFirst()
    {
        SyncPolicy policy = *counter.portal().policy().result();
        policy.renditions = true;
        (void)counter.portal().setPolicy(policy).result();
    }

    SyncOutcome pass(const QUrl &url, const QString &ca)
    {
        const PortalAccess access { url, ca, {}, profile.kioskId, u"25231"_s };
        return runSyncPass(*outbox, access, clock, monitor, [] { return false; });
    }

    Dossier read(const QString &id) { return *counter.dossier(id).result(); }

    int count(const QString &sql)
    {
        return store.run([&](Database &database) { return database.value(sql); }).result()->toInt();
    }

    PackCatalog catalog;
    AdministrativeUnits units;
    KioskProfile profile;
    SystemClock clock;
    DossierChanges changes;
    StoreThread store;
    ShippedShelf shelf;
    ReaderProgram reader;
    Counter counter;
    std::unique_ptr<Outbox> outbox;
    SyncMonitor monitor;
    Result<void> opened;
};

// What a child process does until it is killed: send until nothing is left.
int runKiosk(const QStringList &arguments)
{
    StoreThread store;
    const SystemClock clock;
    DossierChanges changes;
    SyncMonitor monitor;
    const auto outbox = makeStoreOutbox(store, clock, changes);
    if (!store.open(arguments.at(2), testKey(), false).result())
        return 1;
    const PortalAccess portal { QUrl(arguments.at(3)), arguments.at(4), {}, arguments.at(5), u"25231"_s };
    while (!runSyncPass(*outbox, portal, clock, monitor, [] { return false; }).idle)
        std::this_thread::sleep_for(20ms);
    return 0;
}

// A dossier with two pictures and their smaller copies, as the counter would queue it.
Result<void> enqueue(Database &database, const Clock &clock, int number, QRandomGenerator &random)
{
    DossierRepository dossiers(database);
    Dossier dossier;
    dossier.summary.id = newUuid7(clock);
    dossier.summary.localCode = u"25231-261122-%1-X"_s.arg(number, 4, 10, QLatin1Char('0'));
    dossier.summary.procedureCode = u"1.004873"_s;
    dossier.summary.packVersion = sample::pack()->version;
    dossier.summary.applicantName = u"Điểu Thị Mai"_s;
    dossier.summary.createdBy = u"mai"_s;
    dossier.summary.createdAt = clock.now();
    dossier.form = { { u"so"_s, number } };
    if (auto done = dossiers.insert(dossier); !done)
        return done;
    QList<SmallPicture> pictures;
    for (int i = 1; i <= 2; ++i) {
        const QByteArray content = noise(smallestOriginal + random.bounded(400'000), random);
        Attachment paper;
        paper.id = newUuid7(clock);
        paper.component = component;
        paper.name = u"KQ003453-%1.jpg"_s.arg(i);
        paper.mediaType = u"image/jpeg"_s;
        paper.size = content.size();
        paper.sha256 = sha256Hex(content);
        paper.addedAt = clock.now();
        if (auto done = dossiers.insertAttachment(dossier.summary.id, paper, content); !done)
            return done;
        pictures.append({ paper.id, paper.sha256, paper.mediaType, noise(copySize, random) });
    }
    return dossiers.enqueue(dossier.summary.id, QJsonDocument(dossier.form).toJson(QJsonDocument::Compact), clock.now(), {}, {},
                            pictures);
}

// Every piece that is too large for a copy breaks off, and each one when so many dossiers are received: only originals are left then.
BufferingProxy::Plan noOriginals(const QString &store, qsizetype received)
{
    return [=](const QByteArray &method, qint64 length) -> BufferingProxy::Treatment {
        const bool enough = QDir(store + u"/dossiers"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size() >= received;
        return { method == "PATCH" && (enough || length > largestCopy) ? 20 : -1, false };
    };
}

} // namespace

// A smaller picture goes first and the original after it: from the counter over the real store to the real portal.
class TestSyncRenditions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void onlyWhereTwoSaySo_data();
    void onlyWhereTwoSaySo();
    void theOriginalFollows();
    void aSpoiledCopyIsNotMissed();
    void aRestoredPortalGetsBoth();
    void killedBetweenCopyAndOriginal();

private:
    QStringList atPortal(const QString &id, const QString &folder) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    TestCertificates m_certificates;
    std::unique_ptr<DemoPortal> m_portal;
};

void TestSyncRenditions::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_certificates = TestCertificates::make(m_folder->path());
    m_portal = std::make_unique<DemoPortal>(m_folder->filePath(u"store"_s), m_certificates);
    QVERIFY(m_portal->start());
}

QStringList TestSyncRenditions::atPortal(const QString &id, const QString &folder) const
{
    return QDir(m_folder->filePath(u"store/dossiers/%1/%2"_s.arg(id, folder))).entryList(QDir::Files);
}

void TestSyncRenditions::onlyWhereTwoSaySo_data()
{
    QTest::addColumn<bool>("procedure");
    QTest::addColumn<bool>("itStaff");
    QTest::addColumn<int>("made");
    QTest::newRow("off as it comes") << true << false << 0;
    QTest::newRow("the procedure does not allow it") << false << true << 0;
    QTest::newRow("both, and of the two pictures only the heavy one is worth it") << true << true << 1;
}

void TestSyncRenditions::onlyWhereTwoSaySo()
{
    QFETCH(bool, procedure);
    QFETCH(bool, itStaff);
    QFETCH(int, made);
    Desk desk(m_folder->filePath(u"motcua.db"_s), procedure);
    QVERIFY(desk.opened);
    if (itStaff)
        desk.allowSmallFirst();
    QByteArray light;
    QBuffer buffer(&light);
    buffer.open(QIODevice::WriteOnly);
    QImage white(400, 300, QImage::Format_RGB32);
    white.fill(Qt::white);
    white.save(&buffer, "png");
    const QString id = desk.submitted({ { photograph("jpg"), u"jpg"_s }, { light, u"png"_s } });
    const OutboundDossier queued = desk.outbox->pending(10)->first();
    QCOMPARE(queued.files.size(), 2);
    QCOMPARE(queued.renditions.size(), made);
    QCOMPARE(desk.read(id).attachments.size(), 2); // nobody sees the copy among the papers
    QCOMPARE(desk.read(id).summary.papers, 2);
    if (made == 0)
        return;
    const OutboundFile &original = queued.files.first();
    const OutboundFile &copy = queued.renditions.first();
    QCOMPARE(copy.name, original.name);
    QVERIFY2(copy.size * 2 <= original.size, qPrintable(u"%1 of %2"_s.arg(copy.size).arg(original.size)));
    QCOMPARE(QImage::fromData(*desk.outbox->readFile(copy.attachmentId, 0, copy.size)).size(), QSize(1600, 1066));
    QVERIFY(desk.pass(m_portal->url(), m_certificates.ca).idle);
    QCOMPARE(m_portal->judge(queued), QString());
}

void TestSyncRenditions::theOriginalFollows()
{
    Desk desk(m_folder->filePath(u"motcua.db"_s));
    QVERIFY(desk.opened);
    desk.allowSmallFirst();
    const QString id = desk.submitted({ { photograph("jpg"), u"jpg"_s } });
    const OutboundDossier queued = desk.outbox->pending(10)->first();
    QVERIFY(queued.files.first().size > smallestOriginal);
    QCOMPARE(queued.renditions.size(), 1);
    QVERIFY(queued.renditions.first().size <= largestCopy);

    // The link lets the copy through and breaks in every original.
    BufferingProxy weak(m_certificates, m_portal->url(), noOriginals(m_folder->filePath(u"store"_s), 1));
    const SyncOutcome cut = desk.pass(weak.url(), m_certificates.ca);
    QVERIFY(!cut.idle && cut.error);
    QCOMPARE(cut.received, 1);
    const Dossier partly = desk.read(id);
    QCOMPARE(partly.summary.delivery, DeliveryState::Received);
    QVERIFY(partly.receipt);
    QCOMPARE(partly.receipt->awaited(), QStringList { queued.files.first().name });
    QCOMPARE(partly.receipt->files.first().rendition, queued.renditions.first().sha256);
    QCOMPARE(atPortal(id, u"renditions"_s), QStringList { queued.files.first().name });
    QCOMPARE(atPortal(id, u"attachments"_s), QStringList());
    QCOMPARE(*desk.outbox->unsentCount(), 0); // the legal clock runs: it is received
    QCOMPARE(desk.outbox->pending(10)->size(), 1);
    // Finished at the portal or not: nothing here may go before the original is there.
    for (const int status : { 2, 4, 9, 10 })
        QCOMPARE(m_portal->move(id, status), 303);
    QVERIFY(!desk.pass(weak.url(), m_certificates.ca).idle);
    QCOMPARE(desk.read(id).summary.portalStatus, 10);
    QCOMPARE(desk.count(u"SELECT count(*) FROM settled_dossier"_s), 0);
    const PackPtr pack = desk.counter.packOf(partly.summary);
    const SlipContent slip = slipContent(partly, *pack, {}, desk.units, u"25231"_s, Role::Officer, {}, {}, {});
    QVERIFY(slip.papers.first().awaited);

    // Only metered: the original waits, unless the officer says otherwise.
    SyncPolicy policy = *desk.counter.portal().policy().result();
    policy.formsOnly = true;
    QVERIFY(desk.counter.portal().setPolicy(policy).result());
    QVERIFY(!desk.pass(m_portal->url(), m_certificates.ca).error);
    QCOMPARE(atPortal(id, u"attachments"_s), QStringList());
    QVERIFY(desk.counter.portal().sendNow(id, true).result());
    const SyncOutcome rest = desk.pass(m_portal->url(), m_certificates.ca);
    QVERIFY(rest.idle && !rest.error);
    QCOMPARE(rest.received, 0); // it had been
    QCOMPARE(m_portal->judge(queued), QString());
    const Dossier whole = desk.read(id);
    QCOMPARE(whole.receipt->awaited(), QStringList());
    QCOMPARE(whole.summary.officialCode, partly.summary.officialCode);
    QCOMPARE(whole.receipt->receivedAt, partly.receipt->receivedAt);
    QVERIFY(desk.outbox->pending(10)->isEmpty());
    QVERIFY(desk.outbox->unacknowledgedReceipts()->isEmpty());
    QCOMPARE(desk.count(u"SELECT count(*) FROM settled_dossier"_s), 1);
    QVERIFY(desk.pass(m_portal->url(), m_certificates.ca).idle);
    QCOMPARE(m_portal->dossiersOnDisk(), 1);
}

// The copy is damaged on this computer: the original goes in its place, and nobody is bothered.
void TestSyncRenditions::aSpoiledCopyIsNotMissed()
{
    const SystemClock clock;
    QRandomGenerator random(5);
    MemoryOutbox pattern;
    OutboundDossier dossier = addDossier(pattern, {}, 1);
    const QByteArray original = noise(300'000, random);
    const QByteArray copy = noise(30'000, random);
    dossier.files = { { u"original"_s, u"KQ003453-1.jpg"_s, component, u"image/jpeg"_s, original.size(), sha256Hex(original) } };
    dossier.renditions = { { u"copy"_s, u"KQ003453-1.jpg"_s, component, u"image/jpeg"_s, copy.size(), sha256Hex(copy) } };
    MemoryOutbox outbox;
    outbox.add(dossier, { { u"original"_s, original }, { u"copy"_s, noise(30'000, random) } });
    const PortalAccess access { m_portal->url(), m_certificates.ca, {}, newUuid7(clock), u"25231"_s };
    SyncMonitor monitor;
    const SyncOutcome outcome = runSyncPass(outbox, access, clock, monitor, [] { return false; });
    QVERIFY2(outcome.idle, outcome.error ? qPrintable(outcome.error->detail) : "");
    QCOMPARE(outcome.refused, 0);
    QCOMPARE(outcome.received, 1);
    QCOMPARE(m_portal->judge(dossier), QString());
    QCOMPARE(outbox.row(dossier.id).receipt->awaited(), QStringList());
    QCOMPARE(outbox.violations(), QStringList());
}

// Between copy and original the portal loses everything: it gets both again, under the code that the citizen holds.
void TestSyncRenditions::aRestoredPortalGetsBoth()
{
    const QString store = m_folder->filePath(u"store"_s);
    const QString backup = m_folder->filePath(u"backup"_s);
    Desk desk(m_folder->filePath(u"motcua.db"_s));
    desk.allowSmallFirst();
    const QString first = desk.submitted({});
    QVERIFY(desk.pass(m_portal->url(), m_certificates.ca).idle);
    m_portal->kill();
    QCOMPARE(QProcess::execute(u"cp"_s, { u"-a"_s, store, backup }), 0);
    QVERIFY(m_portal->start());
    const QString id = desk.submitted({ { photograph("jpg"), u"jpg"_s } });
    const OutboundDossier queued = desk.outbox->pending(10)->first();
    BufferingProxy weak(m_certificates, m_portal->url(), noOriginals(store, 2));
    QCOMPARE(desk.pass(weak.url(), m_certificates.ca).received, 1);
    const QString code = desk.read(id).summary.officialCode;
    m_portal->kill();
    QVERIFY(QDir(store).removeRecursively());
    QVERIFY(QDir().rename(backup, store));
    QVERIFY(m_portal->start());

    BufferingProxy again(m_certificates, m_portal->url(), noOriginals(store, 2));
    (void)desk.pass(again.url(), m_certificates.ca);
    QCOMPARE(atPortal(id, u"renditions"_s), QStringList { queued.files.first().name });
    QCOMPARE(desk.read(id).receipt->awaited().size(), 1);
    QVERIFY(desk.pass(m_portal->url(), m_certificates.ca).idle);
    QCOMPARE(m_portal->judge(queued), QString());
    QCOMPARE(desk.read(id).summary.officialCode, code);
    QCOMPARE(desk.read(id).receipt->awaited(), QStringList());
    QVERIFY(!desk.read(id).summary.asks.testFlag(Ask::Trouble));
    QVERIFY(desk.outbox->pending(10)->isEmpty());
    QCOMPARE(desk.read(first).summary.delivery, DeliveryState::Received);
}

// kill -9 of the kiosk, and of the portal every fourth time; the first half of them while no original comes through.
void TestSyncRenditions::killedBetweenCopyAndOriginal()
{
    const QString path = m_folder->filePath(u"motcua.db"_s);
    QList<OutboundDossier> dossiers;
    const QString kioskId = newUuid7(SystemClock());
    {
        StoreThread store;
        const SystemClock clock;
        DossierChanges changes;
        QVERIFY(store.open(path, testKey(), true).result());
        QRandomGenerator random(20261122);
        for (int number = 1; number <= 8; ++number)
            QVERIFY(store
                        .run([&](Database &database) {
                            return database.write([&] { return enqueue(database, clock, number, random); });
                        })
                        .result());
        dossiers = *makeStoreOutbox(store, clock, changes)->pending(100);
    }
    BufferingProxy weak(m_certificates, m_portal->url(), noOriginals(m_folder->filePath(u"store"_s), dossiers.size()));
    QRandomGenerator random(11);
    int whileAlive = 0;
    const auto sendUntilKilled = [&](const QUrl &url) {
        QProcess kiosk;
        kiosk.setStandardErrorFile(QProcess::nullDevice());
        kiosk.start(QCoreApplication::applicationFilePath(), { u"--kiosk"_s, path, url.toString(), m_certificates.ca, kioskId });
        QVERIFY(kiosk.waitForStarted());
        kiosk.waitForFinished(20 + int(random.bounded(200)));
        whileAlive += kiosk.state() == QProcess::Running ? 1 : 0;
        kiosk.kill();
        kiosk.waitForFinished();
    };
    for (int i = 0; i < kills; ++i) {
        sendUntilKilled(i < kills / 2 ? weak.url() : m_portal->url());
        if (i % 4 == 3) {
            m_portal->kill();
            QVERIFY(m_portal->start());
        }
    }
    QVERIFY(whileAlive > 0);
    QCOMPARE(QProcess::execute(QCoreApplication::applicationFilePath(),
                               { u"--kiosk"_s, path, m_portal->url().toString(), m_certificates.ca, kioskId }),
             0);

    Desk desk(path);
    QVERIFY(desk.opened);
    QSet<QString> codes;
    for (const OutboundDossier &dossier : std::as_const(dossiers)) {
        QCOMPARE(m_portal->judge(dossier), QString());
        const Dossier found = desk.read(dossier.id);
        QCOMPARE(found.summary.delivery, DeliveryState::Received);
        QCOMPARE(found.receipt->awaited(), QStringList());
        codes.insert(found.summary.officialCode);
    }
    QCOMPARE(codes.size(), dossiers.size());
    QCOMPARE(m_portal->dossiersOnDisk(), dossiers.size());
    QVERIFY(desk.outbox->pending(100)->isEmpty());
    QVERIFY(desk.outbox->unacknowledgedReceipts()->isEmpty());
}

int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    if (QCoreApplication::arguments().value(1) == u"--kiosk"_s)
        return runKiosk(QCoreApplication::arguments());
    TestSyncRenditions test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_sync_renditions.moc"
