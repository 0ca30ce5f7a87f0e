#include "core/base/clock.h"
#include "core/base/ids.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

class SetClock final : public motcua::Clock
{
public:
    explicit SetClock(qint64 milliseconds)
        : m_time(QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC))
    {
    }
    QDateTime now() const override { return m_time; }
    void tick() { m_time = m_time.addMSecs(1); }

private:
    QDateTime m_time;
};

} // namespace

class TestIds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void uuidIsVersionSeven();
    void uuidHoldsItsTime();
    void laterSortsLater();
    void noneComesTwice();
    void digestIsTheStandardOne();
};

void TestIds::uuidIsVersionSeven()
{
    const QRegularExpression shape(u"^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"_s);
    for (int i = 0; i < 1000; ++i) {
        const QString id = motcua::newUuid7(motcua::SystemClock());
        QVERIFY2(shape.match(id).hasMatch(), qPrintable(id));
    }
}

void TestIds::uuidHoldsItsTime()
{
    // The time of the example in RFC 9562 Appendix A.6.
    const QString id = motcua::newUuid7(SetClock(0x017F22E279B0));
    QVERIFY2(id.startsWith(u"017f22e2-79b0-7"_s), qPrintable(id));
}

void TestIds::laterSortsLater()
{
    SetClock clock(1'795'312'345'678);
    QString last = motcua::newUuid7(clock);
    for (int i = 0; i < 1000; ++i) {
        clock.tick();
        const QString next = motcua::newUuid7(clock);
        QVERIFY(last < next);
        last = next;
    }
}

void TestIds::noneComesTwice()
{
    const SetClock stopped(1'795'312'345'678);
    QSet<QString> ids;
    constexpr int many = 20'000;
    for (int i = 0; i < many; ++i)
        ids.insert(motcua::newUuid7(stopped));
    QCOMPARE(ids.size(), many);
}

void TestIds::digestIsTheStandardOne()
{
    // FIPS 180-4 example "abc".
    QCOMPARE(motcua::sha256Hex("abc"), u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s);
    QCOMPARE(motcua::sha256Hex({}), u"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"_s);
}

QTEST_APPLESS_MAIN(TestIds)

#include "tst_ids.moc"
