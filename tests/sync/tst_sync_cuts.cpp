// Answers lost between the portal's effect and the kiosk, at the newer steps of the contract; a portal that sends callers away; a clock
// that jumps in the middle of a pass. Real portal, real TLS; the proxy loses what it is told to lose.
#include "core/base/clock.h"
#include "core/base/errorcatalog.h"
#include "core/base/ids.h"
#include "sync/syncservice.h"
#include "tests/support/memoryoutbox.h"
#include "tests/sync/support/bufferingproxy.h"
#include "tests/sync/support/demoportal.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

// Says what a test wants from the nth look on.
class JumpingClock final : public Clock
{
public:
    QDateTime now() const override
    {
        const QDateTime real = SystemClock().now();
        return ++m_looks > m_jumpAt ? real.addSecs(m_jump) : real;
    }

    void jump(qint64 seconds, int afterLooks)
    {
        m_looks = 0;
        m_jumpAt = afterLooks;
        m_jump = seconds;
    }
    int looks() const { return m_looks; }

private:
    mutable std::atomic<int> m_looks = 0;
    int m_jumpAt = 1'000'000;
    qint64 m_jump = 0;
};

QByteArray why(const SyncOutcome &outcome)
{
    return (outcome.error ? explainInOneLine(*outcome.error) : u"no error"_s).toUtf8();
}

} // namespace

class TestSyncCuts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void answerOfTheKeyIsLost();
    void answersOfCallsAreLost_data();
    void answersOfCallsAreLost();
    void answersAreLostWhileAPortalIsRestored_data();
    void answersAreLostWhileAPortalIsRestored();
    void receiptComesBesideTheLastPiece();
    void receiptBesideAPieceIsLost_data();
    void receiptBesideAPieceIsLost();
    void resultsSurviveCuts();
    void sentAwayBy429();
    void clockJumpsInsideAPass_data();
    void clockJumpsInsideAPass();

private:
    SyncOutcome pass(MemoryOutbox &outbox, const QUrl &url, const Clock *clock = nullptr);
    int passesUntilIdle(MemoryOutbox &outbox, const QUrl &url);
    void judge(const MemoryOutbox &outbox, const QList<OutboundDossier> &dossiers);

    std::unique_ptr<QTemporaryDir> m_folder;
    TestCertificates m_certificates;
    std::unique_ptr<DemoPortal> m_portal;
    SyncMonitor m_monitor;
    SystemClock m_clock;
    QString m_kioskId;
};

void TestSyncCuts::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_certificates = TestCertificates::make(m_folder->path());
    m_portal = std::make_unique<DemoPortal>(m_folder->filePath(u"store"_s), m_certificates);
    QVERIFY(m_portal->start());
    m_kioskId = newUuid7(m_clock);
}

SyncOutcome TestSyncCuts::pass(MemoryOutbox &outbox, const QUrl &url, const Clock *clock)
{
    const PortalAccess portal { url, m_certificates.ca, {}, m_kioskId, u"25231"_s };
    return runSyncPass(outbox, portal, clock ? *clock : m_clock, m_monitor, [] { return false; });
}

int TestSyncCuts::passesUntilIdle(MemoryOutbox &outbox, const QUrl &url)
{
    constexpr int enough = 12;
    for (int passes = 1; passes <= enough; ++passes) {
        const SyncOutcome outcome = pass(outbox, url);
        if (outcome.idle && !outcome.error)
            return passes;
        // A lost answer is the link's fault and nothing else: never "cloned", never refused.
        if (outcome.refused != 0 || !outcome.error || outcome.error->code != ErrorCode::PortalUnreachable) {
            qWarning("%s", why(outcome).constData());
            return -1;
        }
    }
    return 0;
}

void TestSyncCuts::judge(const MemoryOutbox &outbox, const QList<OutboundDossier> &dossiers)
{
    QSet<QString> codes;
    for (const OutboundDossier &dossier : dossiers) {
        QCOMPARE(m_portal->judge(dossier), QString());
        const MemoryOutbox::Row row = outbox.row(dossier.id);
        QCOMPARE(row.dossier.delivery, DeliveryState::Received);
        QVERIFY(row.acknowledged);
        codes.insert(row.receipt->officialCode);
    }
    QCOMPARE(codes.size(), dossiers.size());
    QCOMPARE(m_portal->dossiersOnDisk(), dossiers.size());
    QCOMPARE(outbox.violations(), QStringList());
}

// Without the key no receipt is believed, and none is called received.
void TestSyncCuts::answerOfTheKeyIsLost()
{
    BufferingProxy proxy(m_certificates, m_portal->url());
    MemoryOutbox outbox;
    const OutboundDossier dossier = addDossier(outbox, { 30'000 }, 1);
    proxy.cutAnswers("/api/v1/receipt-key", 40);
    const SyncOutcome outcome = pass(outbox, proxy.url());
    QVERIFY(outcome.error && outcome.error->code == ErrorCode::PortalUnreachable);
    QCOMPARE(outcome.received, 0);
    QVERIFY(!outbox.row(dossier.id).receipt);
    QVERIFY(outbox.receiptKey()->isEmpty());
    QVERIFY(outbox.unacknowledgedReceipts()->isEmpty());
    QVERIFY(!proxy.answers("/api/v1/receipt-key").isEmpty());

    proxy.cutAnswers("/api/v1/receipt-key", 40, 2); // and with two cuts the pass gets it all the same
    QVERIFY(pass(outbox, proxy.url()).idle);
    QVERIFY(!outbox.receiptKey()->isEmpty());
    judge(outbox, { dossier });
}

void TestSyncCuts::answersOfCallsAreLost_data()
{
    QTest::addColumn<int>("skip");
    QTest::addColumn<int>("times");
    for (int skip = 0; skip < 5; ++skip)
        QTest::addRow("%d pass, then one is lost", skip) << skip << 1;
    QTest::newRow("every other call of a pass, at most 9") << 0 << 9;
}

// The portal has taken the call and its mark of lineage, and the kiosk does not know: the same again, and nobody says "cloned".
void TestSyncCuts::answersOfCallsAreLost()
{
    QFETCH(int, skip);
    QFETCH(int, times);
    BufferingProxy proxy(m_certificates, m_portal->url());
    MemoryOutbox outbox;
    QList<OutboundDossier> dossiers;
    for (quint32 i = 0; i < 4; ++i)
        dossiers.append(addDossier(outbox, i % 2 == 0 ? QList<qint64> { 20'000 } : QList<qint64> {}, i));
    proxy.cutAnswers("/api/v1/sync", 60, times, skip);
    QVERIFY(passesUntilIdle(outbox, proxy.url()) > 0);
    judge(outbox, dossiers);
    dossiers.append(addDossier(outbox, { 500 }, 9));
    proxy.cutAnswers("/api/v1/sync", 60, 1, 1);
    QVERIFY(passesUntilIdle(outbox, proxy.url()) > 0);
    judge(outbox, dossiers);
}

void TestSyncCuts::answersAreLostWhileAPortalIsRestored_data()
{
    QTest::addColumn<int>("skip");
    for (int skip = 0; skip < 4; ++skip)
        QTest::addRow("after %d calls", skip) << skip;
}

// It asks for what it lost; that very answer is lost, or a later one. Everything is there again in the end, under the same codes.
void TestSyncCuts::answersAreLostWhileAPortalIsRestored()
{
    QFETCH(int, skip);
    const QString store = m_folder->filePath(u"store"_s);
    const QString backup = m_folder->filePath(u"backup"_s);
    MemoryOutbox outbox;
    QList<OutboundDossier> dossiers { addDossier(outbox, { 2'000 }, 1000) };
    QVERIFY(pass(outbox, m_portal->url()).idle);
    m_portal->kill();
    QCOMPARE(QProcess::execute(u"cp"_s, { u"-a"_s, store, backup }), 0);
    QVERIFY(m_portal->start());
    for (quint32 i = 0; i < 30; ++i)
        dossiers.append(addDossier(outbox, { 500 }, i));
    QVERIFY(pass(outbox, m_portal->url()).idle);
    QHash<QString, QString> codes;
    for (const OutboundDossier &dossier : std::as_const(dossiers))
        codes.insert(dossier.id, outbox.row(dossier.id).receipt->officialCode);
    m_portal->kill();
    QVERIFY(QDir(store).removeRecursively());
    QVERIFY(QDir().rename(backup, store));
    QVERIFY(m_portal->start());

    BufferingProxy proxy(m_certificates, m_portal->url());
    proxy.cutAnswers("/api/v1/sync", 60, 1, skip);
    QVERIFY(passesUntilIdle(outbox, proxy.url()) > 0);
    judge(outbox, dossiers);
    for (const OutboundDossier &dossier : std::as_const(dossiers)) {
        QCOMPARE(outbox.row(dossier.id).receipt->officialCode, codes.value(dossier.id));
        QCOMPARE(outbox.row(dossier.id).history.count(DeliveryState::Received), 1); // the screen never said anything else
    }
}

// Form and acknowledgement are the only calls: the receipt came with the answer to the paper.
void TestSyncCuts::receiptComesBesideTheLastPiece()
{
    MemoryOutbox outbox;
    QList<OutboundDossier> dossiers { addDossier(outbox, {}, 1) }; // brings the key of the portal
    QVERIFY(pass(outbox, m_portal->url()).idle);
    BufferingProxy proxy(m_certificates, m_portal->url());
    dossiers.append(addDossier(outbox, { 30'000 }, 2));
    QVERIFY(pass(outbox, proxy.url()).idle);
    QCOMPARE(proxy.answers("/api/v1/sync").size(), 2);
    judge(outbox, dossiers);
}

void TestSyncCuts::receiptBesideAPieceIsLost_data()
{
    QTest::addColumn<int>("skip");
    for (int skip = 0; skip < 4; ++skip)
        QTest::addRow("after %d answers", skip) << skip;
}

// The portal has given it and the kiosk has not heard: it asks as before, and the portal gives the same again.
void TestSyncCuts::receiptBesideAPieceIsLost()
{
    QFETCH(int, skip);
    BufferingProxy proxy(m_certificates, m_portal->url());
    MemoryOutbox outbox;
    QList<OutboundDossier> dossiers;
    for (quint32 i = 0; i < 3; ++i)
        dossiers.append(addDossier(outbox, { 20'000 }, i));
    proxy.cutAnswers("/api/v1/uploads", 200, 1, skip);
    QVERIFY(passesUntilIdle(outbox, proxy.url()) > 0);
    judge(outbox, dossiers);
}

// Every answer breaks off after 50 KB: the result comes all the same, and no byte of it twice.
void TestSyncCuts::resultsSurviveCuts()
{
    const QString folder = m_folder->filePath(u"given"_s);
    QVERIFY(QDir().mkpath(folder));
    QByteArray content(300'000, '\0');
    for (qsizetype i = 0; i < content.size(); ++i)
        content[i] = char((i * 7919) >> 3);
    QFile file(folder + u"/ket-qua.pdf"_s);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    m_portal =
        std::make_unique<DemoPortal>(m_folder->filePath(u"other"_s), m_certificates, QStringList { u"--results"_s, folder });
    QVERIFY(m_portal->start());
    BufferingProxy proxy(m_certificates, m_portal->url());
    MemoryOutbox outbox;
    const OutboundDossier dossier = addDossier(outbox, {}, 1);
    QVERIFY(pass(outbox, proxy.url()).idle);
    QCOMPARE(m_portal->move(dossier.id, 2, {}, {}, { { u"result"_s, u"ket-qua.pdf"_s } }), 303);
    proxy.cutAnswers("/api/v1/results", 50'000);
    qint64 held = 0;
    int passes = 0;
    do {
        QVERIFY(pass(outbox, proxy.url()).idle);
        const QList<WantedResult> wanted = *outbox.resultsWanted();
        QVERIFY(wanted.isEmpty() || wanted.first().held > held); // each pass gets on
        held = wanted.isEmpty() ? content.size() : wanted.first().held;
    } while (held < content.size() && ++passes < 20);
    QVERIFY(outbox.result(outbox.changes().last().results.first().id) == content);
    const QList<qint64> bytes = proxy.answers("/api/v1/results");
    QVERIFY(bytes.size() >= 6);
    const qint64 all = std::accumulate(bytes.begin(), bytes.end(), qint64(0));
    constexpr qint64 headers = 1'000;
    QVERIFY2(all <= content.size() + bytes.size() * headers, qPrintable(QString::number(all)));
}

// A portal with one place: of two kiosks one is told when to come back, keeps everything, and is served later.
void TestSyncCuts::sentAwayBy429()
{
    const QString store = m_folder->filePath(u"busy"_s);
    m_portal = std::make_unique<DemoPortal>(
        store, m_certificates, QStringList { u"--capacity"_s, u"1"_s, u"--hold-ms"_s, u"3000"_s, u"--busy-status"_s, u"429"_s });
    QVERIFY(m_portal->start());
    struct Kiosk
    {
        MemoryOutbox outbox;
        SyncMonitor monitor;
        SyncOutcome outcome;
        OutboundDossier dossier;
        QString id;
    };
    Kiosk kiosks[4];
    std::vector<std::thread> all;
    for (quint32 i = 0; i < 4; ++i) {
        kiosks[i].dossier = addDossier(kiosks[i].outbox, {}, i);
        kiosks[i].id = newUuid7(m_clock);
        all.emplace_back([this, &kiosk = kiosks[i]] {
            const PortalAccess portal { m_portal->url(), m_certificates.ca, {}, kiosk.id, u"25231"_s };
            kiosk.outcome = runSyncPass(kiosk.outbox, portal, m_clock, kiosk.monitor, [] { return false; });
        });
    }
    for (std::thread &one : all)
        one.join();
    int away = 0;
    for (Kiosk &kiosk : kiosks) {
        if (!kiosk.outcome.error)
            continue;
        ++away;
        QCOMPARE(kiosk.outcome.error->code, ErrorCode::PortalBusy);
        QVERIFY(kiosk.outcome.retryAfter && kiosk.outcome.retryAfter->count() >= 1);
        QCOMPARE(kiosk.monitor.snapshot().link, LinkState::PortalBusy);
        QVERIFY(!kiosk.outbox.row(kiosk.dossier.id).receipt || kiosk.outcome.received == 1);
        QCOMPARE(int(endOf(kiosk.outcome).kind), int(AttemptEnd::Kind::PortalBusy));
        QCOMPARE(endOf(kiosk.outcome).retryAfter, kiosk.outcome.retryAfter); // what the schedule obeys: tst_schedule
    }
    QVERIFY(away >= 1);
    m_portal.reset();
    m_portal = std::make_unique<DemoPortal>(store, m_certificates); // the crowd has gone
    QVERIFY(m_portal->start());
    for (Kiosk &kiosk : kiosks) {
        const PortalAccess portal { m_portal->url(), m_certificates.ca, {}, kiosk.id, u"25231"_s };
        QVERIFY(runSyncPass(kiosk.outbox, portal, m_clock, kiosk.monitor, [] { return false; }).idle);
        QCOMPARE(m_portal->judge(kiosk.dossier), QString());
        QCOMPARE(kiosk.outbox.violations(), QStringList());
    }
    QCOMPARE(m_portal->dossiersOnDisk(), 4);
}

void TestSyncCuts::clockJumpsInsideAPass_data()
{
    QTest::addColumn<qint64>("jump");
    QTest::addColumn<int>("afterLooks");
    for (const int looks : { 1, 4, 9, 15 }) {
        QTest::addRow("two years back after %d looks", looks) << qint64(-2 * 365 * 86'400) << looks;
        QTest::addRow("a day on after %d looks", looks) << qint64(86'400) << looks;
    }
}

// Time on the wall decides nothing of a delivery: it goes on, each paper once, and the next pass too.
void TestSyncCuts::clockJumpsInsideAPass()
{
    QFETCH(qint64, jump);
    QFETCH(int, afterLooks);
    JumpingClock clock;
    MemoryOutbox outbox;
    QList<OutboundDossier> dossiers;
    for (quint32 i = 0; i < 5; ++i)
        dossiers.append(addDossier(outbox, { 40'000, 3'000 }, i));
    clock.jump(jump, afterLooks);
    const SyncOutcome outcome = pass(outbox, m_portal->url(), &clock);
    QVERIFY2(outcome.idle && !outcome.error, why(outcome).constData());
    QVERIFY(clock.looks() > afterLooks); // it did jump meanwhile
    judge(outbox, dossiers);
    dossiers.append(addDossier(outbox, { 700 }, 9));
    QVERIFY(pass(outbox, m_portal->url(), &clock).idle);
    judge(outbox, dossiers);
    const std::optional<std::chrono::seconds> ahead = m_monitor.snapshot().clockAhead; // the screen says that the clock is wrong
    QVERIFY(ahead && std::abs(ahead->count() - jump) < 600);
}

QTEST_GUILESS_MAIN(TestSyncCuts)
#include "tst_sync_cuts.moc"
