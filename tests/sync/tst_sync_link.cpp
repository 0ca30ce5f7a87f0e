#include "core/base/clock.h"
#include "sync/bufferedway.h"
#include "sync/linkgauge.h"
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
    void kindOfLoss();
    void gaugeKnowsThePath();
    void lanesFollowWhatTheyFill();
    void proxyThatBuffers_data();
    void proxyThatBuffers();
    void proxyIsForgottenWhenAnswersComeSoon();
    void waitingCostsNoMoreThanSendingAgain();
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

    using linkpolicy::doubtLittleAfter;
    for (const auto rtt : { 50ms, 300ms, 800ms, 1500ms }) {
        QVERIFY(doubtLittleAfter(rtt, true, false) > rtt + 300ms); // a certificate of 2 KiB on its way at 60 kbit/s
        QVERIFY(doubtLittleAfter(rtt, false, false) > rtt + 500ms);
        QVERIFY(doubtLittleAfter(rtt, false, true) >= 2s); // a portal may think
        QVERIFY(doubtLittleAfter(rtt, false, true) <= doubtAfter(rtt, rtt / 4, true, false) + 100ms);
    }
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
    QTest::newRow("edge") << qint64(7'500) << 800 << 4'044 << 8'000;
    QTest::newRow("weak 3g") << qint64(25'000) << 300 << 5'000 << 9'000;
    QTest::newRow("4g") << qint64(1'000'000) << 50 << 25'000 << 40'000;
    QTest::newRow("fibre") << qint64(100'000'000) << 5 << 250'000 << 400'000;
    QTest::newRow("satellite") << qint64(20'000'000) << 600 << 4'000'000 << 4 * 1024 * 1024;
}

// The kernel doubles what it is told: two of these buffers hold four times this.
void TestSyncLink::sendBufferFillsThePathAndNoMore()
{
    QFETCH(qint64, rate);
    QFETCH(int, rtt);
    QFETCH(int, least);
    QFETCH(int, most);
    constexpr qint64 segment = 1348;
    const qint64 path = rate * rtt / 1000;
    const int bytes = linkpolicy::sendBuffer(path, 2, false, 0, segment);
    QVERIFY2(bytes >= least && bytes <= most, qPrintable(QString::number(bytes)));
    QVERIFY(linkpolicy::sendBuffer(path, 3, false, 0, segment) <= bytes);   // more lanes share the same path
    QVERIFY(linkpolicy::sendBuffer(path, 2, false, 0, 65483) >= 3 * 65483); // large segments need room
    const int mending =
        linkpolicy::sendBuffer(path, 2, false, 40'000, segment);         // what waits behind a gap takes nothing from the path
    QVERIFY(linkpolicy::sendBuffer(path, 2, true, 0, segment) >= bytes); // where the air loses much, more must be on its way
    QVERIFY2(bytes >= 4'000'000 || mending >= bytes + 40'000 / 2 - segment, qPrintable(QString::number(mending)));
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

// Loss with a long queue is our own doing, and another kernel would only add to it.
void TestSyncLink::kindOfLoss()
{
    using namespace linkpolicy;
    QVERIFY(losesOnAir(false, 0.10, 1.2));
    QVERIFY(!losesOnAir(false, 0.10, 4.0));
    QVERIFY(!losesOnAir(false, 0.04, 1.2));
    QVERIFY(losesOnAir(true, 0.04, 1.2)); // no swinging between the two
    QVERIFY(!losesOnAir(true, 0.02, 1.2));
    QVERIFY(!losesOnAir(true, 0.20, 4.0)); // it was our own queue after all
}

namespace {

// A link of 20 kB/s and 400 ms as two sockets tell of it, looked at every 50 ms.
struct Gauged
{
    LinkGauge::Instant now {};
    LinkGauge gauge { now };

    void pass(std::chrono::milliseconds span, qint64 bytesPerSecond, int segmentsOnTheWay, double lost = 0)
    {
        SocketFigures figures;
        figures.segmentSize = 1000;
        figures.rtt = figures.leastRtt = 400ms;
        figures.unacknowledged = segmentsOnTheWay / 2;
        for (std::chrono::milliseconds at {}; at < span; at += 50ms) {
            now += 50ms;
            const qint64 bytes = bytesPerSecond / 20 / 2;
            gauge.begin();
            gauge.add(figures, { bytes, bytes, qint64(double(bytes) * lost) }, true);
            gauge.add(figures, { bytes, bytes, qint64(double(bytes) * lost) }, true);
            gauge.end(now);
        }
    }
};

} // namespace

void TestSyncLink::gaugeKnowsThePath()
{
    Gauged link;
    QCOMPARE(link.gauge.path(), 0);
    link.pass(5s, 20'000, 8);
    QVERIFY2(std::abs(link.gauge.path() - 8'000) < 400, qPrintable(QString::number(link.gauge.path())));
    QVERIFY(std::abs(link.gauge.goodput() - 20'000) < 1'000);
    link.pass(8s, 0, 8); // an outage: what the link was worth is not forgotten at once
    QVERIFY2(std::abs(link.gauge.path() - 8'000) < 400, qPrintable(QString::number(link.gauge.path())));
    link.pass(15s, 5'000, 8);
    QVERIFY2(std::abs(link.gauge.path() - 2'000) < 200, qPrintable(QString::number(link.gauge.path())));
    QVERIFY(!link.gauge.losesOnAir());
    link.pass(20s, 20'000, 8, 0.11);
    QVERIFY(link.gauge.losesOnAir());
}

void TestSyncLink::lanesFollowWhatTheyFill()
{
    Gauged link;
    link.pass(10s, 20'000, 12);
    QCOMPARE(link.gauge.lanes(), 2);
    link.pass(8s, 0, 4); // an outage is no reason for more
    QCOMPARE(link.gauge.lanes(), 2);
    link.pass(5s, 14'000, 4); // half the path is empty, and more waits
    QCOMPARE(link.gauge.lanes(), 3);
    link.pass(30s, 14'000, 2);
    QCOMPARE(link.gauge.lanes(), linkpolicy::mostLanes);
    link.pass(90s, 20'000, 16);
    QCOMPARE(link.gauge.lanes(), 2);
}

Q_DECLARE_METATYPE(SentPiece)

void TestSyncLink::proxyThatBuffers_data()
{
    constexpr qint64 kib = 1024;
    constexpr qint64 slow = 25 * kib; // bytes/s
    QTest::addColumn<qint64>("before");
    QTest::addColumn<SentPiece>("piece");
    QTest::addColumn<qint64>("chunk"); // 0: no limit
    const auto row = [](const char *name, qint64 before, const SentPiece &piece, qint64 chunk) {
        QTest::newRow(name) << before << piece << chunk;
    };
    const auto answered = [](qint64 length, auto sending, auto waiting, qint64 goodput, std::chrono::milliseconds rtt = 300ms) {
        return SentPiece { length, length, length, true, sending, waiting, rtt, goodput };
    };
    const auto cut = [](qint64 length, qint64 acknowledged, qint64 kept, qint64 goodput) {
        return SentPiece { length, acknowledged, kept, false, 10s, 0s, 300ms, goodput };
    };
    row("no proxy", 0, answered(1500 * kib, 60s, 400ms, slow), 0);
    row("a portal that thinks for 3 s", 0, answered(1500 * kib, 60s, 3s, slow), 0);
    row("a portal that thinks for 3 s, fast link", 0, answered(2048 * kib, 200ms, 3s, 10'000 * kib, 5ms), 0);
    row("handed on as slowly as it came", 0, answered(1500 * kib, 60s, 60s, slow), 153'985); // 12 of 119.7 s
    row("handed on very slowly", 0, answered(500 * kib, 20s, 100s, slow), 5 * slow);         // never below 5 s of goodput
    row("late on a fast link", 0, answered(512 * kib, 1s, 15s, 1000 * kib), 512 * kib);      // smaller would only be slower
    row("smaller still while it is late", 200 * kib, answered(200 * kib, 8s, 12s, slow), 5 * slow);
    row("small enough: nothing changes", 60 * kib, answered(60 * kib, 2s, 3s, slow), 60 * kib);
    row("cut, all but a record there", 0, cut(500 * kib, 300 * kib, 290 * kib, slow), 0);
    row("cut, unread bytes in the portal's kernel", 0, cut(500 * kib, 300 * kib, 100 * kib, slow), 0);
    row("cut, nothing kept of a little", 0, cut(500 * kib, 20 * kib, 0, slow), 0);
    row("cut, nothing kept of much", 0, cut(500 * kib, 300 * kib, 0, slow), 150 * kib);
    row("cut, much of it lost", 0, cut(2048 * kib, 2000 * kib, 500 * kib, slow), 300 * kib); // 12 s of goodput
    row("cut again", 150 * kib, cut(150 * kib, 140 * kib, 0, 2 * kib), 24 * kib);
    row("cut, nothing known of the link", 0, cut(512 * kib, 400 * kib, 0, 0), 128 * kib);
    row("cut where TCP tells nothing", 0, cut(512 * kib, 0, 0, slow), 0);
}

void TestSyncLink::proxyThatBuffers()
{
    QFETCH(qint64, before);
    QFETCH(SentPiece, piece);
    QFETCH(qint64, chunk);
    BufferedWay way;
    way.chunk = before;
    const qint64 found = learned(way, piece).chunk;
    QVERIFY2(std::abs(found - chunk) <= 64, qPrintable(QString::number(found)));
}

void TestSyncLink::proxyIsForgottenWhenAnswersComeSoon()
{
    BufferedWay way;
    way.chunk = 128 * 1024;
    way.network = "home";
    const SentPiece prompt { 128 * 1024, 128 * 1024, 128 * 1024, true, 4s, 400ms, 300ms, 25'000 };
    QList<qint64> limits;
    for (int i = 0; i < 200; ++i) {
        way = learned(way, prompt);
        if (limits.isEmpty() || limits.last() != way.chunk)
            limits.append(way.chunk);
    }
    QCOMPARE(limits, (QList<qint64> { 128 << 10, 256 << 10, 512 << 10, 1024 << 10, 0 }));
    QCOMPARE(way.network, QByteArray("home"));

    way.chunk = 128 * 1024; // one late answer among prompt ones starts the count anew
    for (int i = 0; i < 60; ++i)
        way = learned(way, i % 10 == 0 ? SentPiece { 128 << 10, 128 << 10, 128 << 10, true, 4s, 5s, 300ms, 25'000 } : prompt);
    QCOMPARE(way.chunk, 128 * 1024);
}

void TestSyncLink::waitingCostsNoMoreThanSendingAgain()
{
    QCOMPARE(worthWaiting(100'000, 10'000), 10s);
    QCOMPARE(worthWaiting(1'000, 1'000'000), 3s); // an answer takes its round trips all the same
    QVERIFY(worthWaiting(2 << 20, 1'000) < 30s);  // then the transport itself takes the connection for dead
    QVERIFY(worthWaiting(1, 0) > 3s);
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
