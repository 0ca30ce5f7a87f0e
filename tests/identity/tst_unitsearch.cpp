#include "core/identity/unitsearch.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;

class TestUnitSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formerUnitsAreWhole();
    void firstHit_data();
    void firstHit();
    void nearOnesComeFirst();
    void anLocIsTwoPlaces();
    void dividedUnitsAsk();
    void districtsLeadOn();
    void written_data();
    void written();
    void nonsenseFindsNothing();
    void aKeystrokeIsFast();

private:
    const QString m_home = QStringLiteral("25231"); // xã Đa Kia, thành phố Đồng Nai
    AdministrativeUnits m_units;
    UnitSearch m_search { m_units };
};

void TestUnitSearch::formerUnitsAreWhole()
{
    const QList<FormerUnit> former = readFormerUnits();
    QCOMPARE(former.size(), 10'040);
    qsizetype divided = 0;
    for (const FormerUnit &unit : former) {
        divided += unit.isDivided() ? 1 : 0;
        QVERIFY(!unit.district.isEmpty() && !unit.province.isEmpty() && !unit.successors.isEmpty());
        for (const QString &successor : unit.successors)
            QVERIFY2(m_units.find(successor), qPrintable(unit.fullName()));
    }
    QCOMPARE(divided, 471);
}

void TestUnitSearch::firstHit_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("code");
    const auto row = [](const QString &typed, const QString &code) { QTest::newRow(qPrintable(typed)) << typed << code; };
    row(u"da kia"_s, u"25231"_s);
    row(u"Đa Kia"_s, u"25231"_s);
    row(u"xa da kia"_s, u"25231"_s);
    row(u"da kia dong nai"_s, u"25231"_s);
    row(u"X. Đa Kia, TP. Đồng Nai"_s, u"25231"_s);
    row(u"25231"_s, u"25231"_s);
    row(u"kia"_s, u"25231"_s);
    row(u"binh long"_s, u"25326"_s); // the ward in this province, not those elsewhere
    row(u"an loc"_s, u"25333"_s);
    row(u"dong nai"_s, u"75"_s); // the whole name of a province is the province
    row(u"ha noi"_s, u"01"_s);
    row(u"ba dinh"_s, u"00004"_s);
}

void TestUnitSearch::firstHit()
{
    QFETCH(QString, typed);
    QFETCH(QString, code);
    const QList<UnitHit> hits = m_search.find(typed, m_home);
    QVERIFY(!hits.isEmpty());
    QCOMPARE(hits.first().code, code);
}

void TestUnitSearch::nearOnesComeFirst()
{
    const QList<UnitHit> near = m_search.find({}, m_home, 200);
    QCOMPARE(near.first().code, m_home);
    for (const UnitHit &hit : near)
        QVERIFY(hit.code == u"75"_s || m_units.find(hit.code)->parent == u"75"_s);
    QVERIFY(near.size() > 50);
}

// The name of an old ward lives on in another place: both must be seen, and which is which.
void TestUnitSearch::anLocIsTwoPlaces()
{
    const QList<UnitHit> hits = m_search.find(u"an loc"_s, m_home);
    QCOMPARE(hits.first().name, u"Phường An Lộc"_s);
    const auto old = std::find_if(hits.cbegin(), hits.cend(), [](const UnitHit &hit) {
        return hit.kind == UnitHit::Kind::Former && hit.name.contains(u"Bình Long"_s);
    });
    QVERIFY(old != hits.cend());
    QCOMPARE(old->name, u"Phường An Lộc, Thị xã Bình Long, Tỉnh Bình Phước"_s);
    QCOMPARE(old->successors, (QStringList { u"25326"_s }));

    const QList<FormerUnit> namesakes = m_search.namesakes(u"25333"_s);
    QCOMPARE(namesakes.size(), 1);
    QCOMPARE(namesakes.first().code, u"25324"_s);
    QVERIFY(m_search.namesakes(m_home).isEmpty());
}

void TestUnitSearch::dividedUnitsAsk()
{
    const QList<UnitHit> hits = m_search.find(u"phuong dai mo nam tu liem"_s, m_home);
    QCOMPARE(hits.size(), 1);
    QCOMPARE(hits.first().kind, UnitHit::Kind::Former);
    QCOMPARE(hits.first().successors.size(), 5);
    const QList<UnitHit> choices = m_search.communes(hits.first().successors);
    QCOMPARE(choices.size(), 5);
    QCOMPARE(choices.first().hint, u"Thành phố Hà Nội"_s);
}

void TestUnitSearch::districtsLeadOn()
{
    const QList<UnitHit> hits = m_search.find(u"Bù Gia Mập"_s, m_home);
    const auto district =
        std::find_if(hits.cbegin(), hits.cend(), [](const UnitHit &hit) { return hit.kind == UnitHit::Kind::FormerDistrict; });
    QVERIFY(district != hits.cend());
    QCOMPARE(district->name, u"Huyện Bù Gia Mập, Tỉnh Bình Phước"_s);
    QVERIFY(district->successors.contains(u"25231"_s));
    const QList<UnitHit> island = m_search.find(u"con dao"_s, m_home);
    QVERIFY(std::any_of(island.cbegin(), island.cend(), [](const UnitHit &hit) { return hit.code == u"26732"_s; }));
}

void TestUnitSearch::written_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("codes");
    const auto row = [](const QString &text, const QStringList &codes) { QTest::newRow(qPrintable(text)) << text << codes; };
    row(u"Phường An Lộc, thị xã Bình Long, tỉnh Bình Phước"_s, { u"25324"_s });
    row(u"P. An Lộc, TX. Bình Long"_s, { u"25324"_s });
    row(u"an loc binh long binh phuoc"_s, { u"25324"_s });
    row(u"xã Tân Hòa, huyện Đồng Phú, Bình Phước"_s, { u"25384"_s });
    row(u"An Lộc"_s, { u"25324"_s, u"29954"_s }); // two of that name: nobody may guess
    row(u"Xã Không Có, huyện Nào Đó"_s, {});
    row(u"x"_s, {});
}

void TestUnitSearch::written()
{
    QFETCH(QString, text);
    QFETCH(QStringList, codes);
    QStringList found;
    for (const FormerUnit &unit : m_search.written(text))
        found.append(unit.code);
    QCOMPARE(found, codes);
}

void TestUnitSearch::nonsenseFindsNothing()
{
    QVERIFY(m_search.find(u"qqq"_s, m_home).isEmpty());
    QVERIFY(m_search.find(u"99999"_s, m_home).isEmpty());
    QVERIFY(!m_search.find(u"da"_s, {}).isEmpty());
}

void TestUnitSearch::aKeystrokeIsFast()
{
    m_search.warmUp();
    m_search.find({}, m_home); // waits until the lists are read
    QElapsedTimer timer;
    timer.start();
    const QStringList texts { u"d"_s, u"da"_s, u"da k"_s, u"tan hoa"_s, u"an loc binh long"_s };
    for (const QString &text : texts)
        m_search.find(text, m_home);
    QVERIFY2(timer.elapsed() < 16 * texts.size(), qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestUnitSearch)
#include "tst_unitsearch.moc"
