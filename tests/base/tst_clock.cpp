#include "core/base/clock.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void legalTimeIgnoresTheMachine_data();
    void legalTimeIgnoresTheMachine();
    void rfc3339ComesBack();
    void otherOffsetsAreUnderstood();
    void rubbishIsInvalid();
    void systemClockIsUtc();
};

void TestClock::legalTimeIgnoresTheMachine_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::newRow("Viet Nam") << QByteArray("Asia/Ho_Chi_Minh");
    QTest::newRow("never set up") << QByteArray("UTC");
    QTest::newRow("far west, with summer time") << QByteArray("America/Los_Angeles");
}

void TestClock::legalTimeIgnoresTheMachine()
{
    QFETCH(QByteArray, zone);
    const QByteArray before = qgetenv("TZ");
    qputenv("TZ", zone);
    const QDateTime evening(QDate(2026, 7, 31), QTime(17, 30), Qt::UTC);
    QCOMPARE(motcua::toLegalTime(evening).date(), QDate(2026, 8, 1));
    QCOMPARE(motcua::toLegalTime(evening).time(), QTime(0, 30));
    QCOMPARE(motcua::toLegalTime(evening.toLocalTime()).time(), QTime(0, 30));
    QCOMPARE(motcua::toRfc3339(evening.toLocalTime()), u"2026-08-01T00:30:00.000+07:00"_s);
    qputenv("TZ", before);
}

void TestClock::rfc3339ComesBack()
{
    const QDateTime time(QDate(2026, 11, 22), QTime(2, 15, 7, 89), Qt::UTC);
    QCOMPARE(motcua::toRfc3339(time), u"2026-11-22T09:15:07.089+07:00"_s);
    QCOMPARE(motcua::fromRfc3339(motcua::toRfc3339(time)), time);
    QCOMPARE(motcua::fromRfc3339(motcua::toRfc3339(time)).timeSpec(), Qt::UTC);
}

void TestClock::otherOffsetsAreUnderstood()
{
    const QDateTime time(QDate(2026, 11, 22), QTime(2, 15), Qt::UTC);
    QCOMPARE(motcua::fromRfc3339(u"2026-11-22T02:15:00Z"_s), time);
    QCOMPARE(motcua::fromRfc3339(u"2026-11-22T03:15:00.000+01:00"_s), time);
}

void TestClock::rubbishIsInvalid()
{
    QVERIFY(!motcua::fromRfc3339(u"ngày mai"_s).isValid());
    QVERIFY(!motcua::fromRfc3339({}).isValid());
    QCOMPARE(motcua::toRfc3339({}), QString());
}

void TestClock::systemClockIsUtc()
{
    const QDateTime before = QDateTime::currentDateTimeUtc();
    const QDateTime now = motcua::SystemClock().now();
    QCOMPARE(now.timeSpec(), Qt::UTC);
    QVERIFY(before <= now && now <= QDateTime::currentDateTimeUtc());
}

QTEST_APPLESS_MAIN(TestClock)

#include "tst_clock.moc"
