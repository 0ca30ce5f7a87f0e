// What people allow: forms only, a daily budget, an order for one dossier; and results that come back in pieces. Against the real portal.
#include "core/base/clock.h"
#include "core/base/ids.h"
#include "sync/sendpolicy.h"
#include "sync/syncservice.h"
#include "tests/support/memoryoutbox.h"
#include "tests/sync/support/certificates.h"
#include "tests/sync/support/demoportal.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;

class TestSyncPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatHoldsBack_data();
    void whatHoldsBack();
    void formsGoAndPapersWait();
    void theDayEndsWhenItIsUsedUp();

private:
    SyncOutcome pass(const QUrl &url)
    {
        return runSyncPass(*m_outbox, { url, m_certificates.ca, {}, m_kioskId, u"25231"_s }, m_clock, m_monitor,
                           [] { return false; });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    TestCertificates m_certificates;
    std::unique_ptr<MemoryOutbox> m_outbox;
    SyncMonitor m_monitor;
    SystemClock m_clock;
    QString m_kioskId;
};

void TestSyncPolicy::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_certificates = TestCertificates::make(m_folder->path());
    m_outbox = std::make_unique<MemoryOutbox>();
    m_kioskId = newUuid7(m_clock);
}

void TestSyncPolicy::whatHoldsBack_data()
{
    QTest::addColumn<qint64>("budget");
    QTest::addColumn<bool>("formsOnly");
    QTest::addColumn<qint64>("spent");
    QTest::addColumn<int>("why");
    QTest::addRow("free") << 0LL << false << 9'000'000'000LL << int(HeldBack::Nothing);
    QTest::addRow("below") << 100LL << false << 99LL << int(HeldBack::Nothing);
    QTest::addRow("used up") << 100LL << false << 100LL << int(HeldBack::Budget);
    QTest::addRow("metered") << 0LL << true << 0LL << int(HeldBack::Metered);
    QTest::addRow("both") << 100LL << true << 100LL << int(HeldBack::Metered);
}

void TestSyncPolicy::whatHoldsBack()
{
    QFETCH(qint64, budget);
    QFETCH(bool, formsOnly);
    QFETCH(qint64, spent);
    QFETCH(int, why);
    const HeldBack held = heldBackBy({ budget, formsOnly }, spent);
    QCOMPARE(int(held), why);
    OutboundDossier dossier;
    QCOMPARE(papersMayGo(held, dossier), held == HeldBack::Nothing);
    dossier.now = true;
    QVERIFY(papersMayGo(held, dossier));
}

void TestSyncPolicy::formsGoAndPapersWait()
{
    DemoPortal portal(m_folder->filePath(u"store"_s), m_certificates);
    QVERIFY(portal.start());
    const OutboundDossier bare = addDossier(*m_outbox, {}, 1);
    const OutboundDossier waiting = addDossier(*m_outbox, { 200'000 }, 2);
    const OutboundDossier urgent = addDossier(*m_outbox, { 100'000 }, 3);
    m_outbox->setPolicy({ 0, true });
    m_outbox->orderNow(urgent.id);
    SyncOutcome outcome = pass(portal.url());
    QVERIFY(outcome.idle && !outcome.error); // nothing is left that may be sent now
    QCOMPARE(m_outbox->row(bare.id).dossier.delivery, DeliveryState::Received);
    QCOMPARE(m_outbox->row(urgent.id).dossier.delivery, DeliveryState::Received);
    QCOMPARE(m_outbox->row(waiting.id).dossier.delivery,
             DeliveryState::Waiting); // its form is there, and it is not called received
    QCOMPARE(m_monitor.snapshot().heldBack, HeldBack::Metered);
    QVERIFY(!m_monitor.snapshot().sending);
    const qint64 spent = *m_outbox->bytesToday(toLegalTime(m_clock.now()).date()); // as the wire counts, headers and all
    QVERIFY2(spent >= 100'000 && spent < 200'000, qPrintable(QString::number(spent)));

    m_outbox->setPolicy({});
    outcome = pass(portal.url());
    QVERIFY(outcome.idle);
    QCOMPARE(m_outbox->row(waiting.id).dossier.delivery, DeliveryState::Received);
    QCOMPARE(m_monitor.snapshot().heldBack, HeldBack::Nothing);
    QCOMPARE(portal.judge(waiting), QString());
    QCOMPARE(m_outbox->violations(), QStringList());
}

void TestSyncPolicy::theDayEndsWhenItIsUsedUp()
{
    DemoPortal portal(m_folder->filePath(u"store"_s), m_certificates);
    QVERIFY(portal.start());
    for (quint32 seed = 1; seed <= 6; ++seed)
        addDossier(*m_outbox, { 400'000 }, seed);
    m_outbox->setPolicy({ 1'000'000, false });
    QVERIFY(pass(portal.url()).idle);
    const QDate today = toLegalTime(m_clock.now()).date();
    const qint64 spent = *m_outbox->bytesToday(today);
    QVERIFY2(spent >= 1'000'000 && spent < 2'400'000, qPrintable(QString::number(spent)));
    QVERIFY(m_outbox->count(DeliveryState::Received) < 6);
    QCOMPARE(m_monitor.snapshot().heldBack, HeldBack::Budget);
    QVERIFY(pass(portal.url()).idle); // the next pass adds nothing
    QCOMPARE(*m_outbox->bytesToday(today), spent);
    m_outbox->setPolicy({ 10'000'000, false });
    QVERIFY(pass(portal.url()).idle);
    QCOMPARE(m_outbox->count(DeliveryState::Received), 6);
    QVERIFY(*m_outbox->bytesToday(today) >= 2'400'000);
}

QTEST_GUILESS_MAIN(TestSyncPolicy)
#include "tst_sync_policy.moc"
