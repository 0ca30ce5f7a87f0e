#include "core/base/clock.h"
#include "sync/linkpolicy.h"
#include "sync/sendorder.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace std::chrono_literals;

// The pure decisions of delivery over weak links: when to doubt, how often to knock, how much to send, in which order.
class TestSyncLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doubtFollowsTheLink();
    void twoDaysOfAFlappingLink();
    void sendBufferFillsThePathAndNoMore_data();
    void sendBufferFillsThePathAndNoMore();
    void chunkEndsWithinAMinute();
    void lanesFollowTheKindOfLoss();
    void orderOfSending();
};

void TestSyncLink::doubtFollowsTheLink()
{
    using linkpolicy::doubtAfter;
    QVERIFY(doubtAfter(300ms, 30ms, false, false) < 2s);
    QVERIFY(doubtAfter(300ms, 30ms, false, false) > 300ms + 2 * 150ms); // one lost packet that TCP mends by itself is no reason
    QVERIFY(doubtAfter(1500ms, 120ms, false, false) > 2s);
    QVERIFY(doubtAfter(300ms, 30ms, true, false) > doubtAfter(300ms, 30ms, false, false));      // a portal may think
    QVERIFY(doubtAfter(300ms, 30ms, false, true) >= 2 * doubtAfter(300ms, 30ms, false, false)); // starved beside others
    QVERIFY(doubtAfter(60s, 60s, false, false) <= 6s);
    QVERIFY(doubtAfter(0ms, 0ms, false, false) >= 1500ms); // nothing known: a slow link is likelier than a dead one
}

// Outages of a second to two hours for two days: whenever the link comes back, a knock finds it soon, and knocking stays cheap.
void TestSyncLink::twoDaysOfAFlappingLink()
{
    constexpr qint64 synBytes = 60;
    constexpr auto rtt = 800ms;
    QRandomGenerator random(4);
    linkpolicy::Span passed {};
    qint64 knocks = 0;
    int outages = 0;
    while (passed < 48h) {
        const linkpolicy::Span outage(1000 + qint64(std::pow(random.generateDouble(), 4) * 7'200'000));
        const linkpolicy::Span good(random.bounded(1000, 60'000));
        linkpolicy::Span at {};
        while (at < outage) {
            at += linkpolicy::knockEvery(rtt, at);
            ++knocks;
        }
        const linkpolicy::Span late = at - outage;
        QVERIFY2(late <= (outage < 30s    ? 500ms
                          : outage < 2min ? 1s
                                          : 4s),
                 qPrintable(u"%1 ms after %2 ms"_s.arg(late.count()).arg(outage.count())));
        passed += outage + good;
        ++outages;
    }
    QVERIFY(outages > 50);
    const double bytesPerSecond = double(knocks * synBytes) / (double(passed.count()) / 1000);
    QVERIFY2(bytesPerSecond < 60, qPrintable(QString::number(bytesPerSecond))); // under one hundredth of a 2G link
}

void TestSyncLink::sendBufferFillsThePathAndNoMore_data()
{
    QTest::addColumn<qint64>("rate"); // bytes/s
    QTest::addColumn<int>("rtt");     // ms
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    QTest::newRow("edge") << qint64(7'500) << 800 << 12'000 << 24'000;
    QTest::newRow("weak 3g") << qint64(25'000) << 300 << 15'000 << 29'000;
    QTest::newRow("4g") << qint64(1'000'000) << 50 << 100'000 << 160'000;
    QTest::newRow("fibre") << qint64(100'000'000) << 5 << 1'000'000 << 1'600'000;
    QTest::newRow("satellite") << qint64(20'000'000) << 600 << 4'000'000 << 4 * 1024 * 1024;
}

void TestSyncLink::sendBufferFillsThePathAndNoMore()
{
    QFETCH(qint64, rate);
    QFETCH(int, rtt);
    QFETCH(int, least);
    QFETCH(int, most);
    const int bytes = linkpolicy::sendBuffer(rate, linkpolicy::Span(rtt), 1348);
    QVERIFY2(bytes >= least && bytes <= most, qPrintable(QString::number(bytes)));
    QVERIFY(linkpolicy::sendBuffer(rate, linkpolicy::Span(rtt), 65483) >= 4 * 65483); // large segments need room
}

void TestSyncLink::chunkEndsWithinAMinute()
{
    QCOMPARE(linkpolicy::chunk(7'000, 2 << 20), 420'000);
    QCOMPARE(linkpolicy::chunk(100, 2 << 20), 64 * 1024);
    QCOMPARE(linkpolicy::chunk(10'000'000, 2 << 20), 2 << 20);
    QCOMPARE(linkpolicy::chunk(10'000'000, 5'000), 5'000); // what a server found too large is not sent again
    QVERIFY(linkpolicy::chunk(0, 2 << 20) <= 512 * 1024);  // nothing measured yet
    QVERIFY(linkpolicy::recordSize(0) < linkpolicy::recordSize(1'000'000));
}

// Loss with a long queue is our own doing, and more flows or another kernel would only add to it.
void TestSyncLink::lanesFollowTheKindOfLoss()
{
    using namespace linkpolicy;
    QVERIFY(losesOnAir(false, 0.10, 1.2));
    QVERIFY(!losesOnAir(false, 0.10, 4.0));
    QVERIFY(!losesOnAir(false, 0.04, 1.2));
    QVERIFY(losesOnAir(true, 0.04, 1.2)); // no swinging between the two
    QVERIFY(!losesOnAir(true, 0.02, 1.2));
    QCOMPARE(lanes(false, false), 2);
    QCOMPARE(lanes(true, true), 1);
    QCOMPARE(lanes(true, false), 3);
}

void TestSyncLink::orderOfSending()
{
    const QDateTime morning(QDate(2026, 11, 22), QTime(7, 0), Qt::UTC);
    const auto dossier = [&](const QString &id, int minutes, const QDate &nearest = {}, bool now = false) {
        OutboundDossier each;
        each.id = id;
        each.submittedAt = morning.addSecs(60LL * minutes);
        each.nearestDate = nearest;
        each.now = now;
        return each;
    };
    const QList<OutboundDossier> queue { dossier(u"old"_s, 0),
                                         dossier(u"due later"_s, 1, { 2026, 12, 1 }),
                                         dossier(u"held up"_s, 2, { 2026, 11, 22 }, true),
                                         dossier(u"due first"_s, 3, { 2026, 11, 23 }),
                                         dossier(u"new"_s, 4),
                                         dossier(u"ordered"_s, 5, {}, true) };
    const QHash<DeliveryKey, int> fruitless { { { u"held up"_s, 1 }, 2 } };
    QStringList order;
    for (const qsizetype at : sendOrder(queue, fruitless))
        order.append(queue.at(at).id);
    QCOMPARE(order, (QStringList { u"ordered"_s, u"due first"_s, u"due later"_s, u"old"_s, u"new"_s, u"held up"_s }));
    QVERIFY(sendOrder({}, {}).isEmpty());
}

QTEST_GUILESS_MAIN(TestSyncLink)
#include "tst_sync_link.moc"
