#include "core/identity/administrativeunits.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;

class TestUnits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAreThoseOfTheLaw();
    void codesAreUniqueAndEachCommuneHasAProvince();
    void seedUnitsAreFound_data();
    void seedUnitsAreFound();
    void unknownCodesStayCodes();
    void communesOfAProvince();
    void rankIsTheOrderOfTheList();

private:
    AdministrativeUnits m_units;
};

void TestUnits::countsAreThoseOfTheLaw()
{
    QCOMPARE(m_units.provinces().size(), 34);
    qsizetype communes = 0;
    qsizetype cities = 0;
    for (const AdministrativeUnit &province : m_units.provinces()) {
        communes += m_units.communesOf(province.code).size();
        cities += province.type == u"Thành phố"_s ? 1 : 0;
    }
    QCOMPARE(communes, 3321);
    QCOMPARE(cities, 7); // with Đồng Nai since 30/4/2026
}

void TestUnits::codesAreUniqueAndEachCommuneHasAProvince()
{
    static const QSet<QString> types { u"Xã"_s, u"Phường"_s, u"Đặc khu"_s };
    QSet<QString> codes;
    for (const AdministrativeUnit &province : m_units.provinces()) {
        QCOMPARE(province.code.size(), 2);
        codes.insert(province.code);
        for (const AdministrativeUnit &commune : m_units.communesOf(province.code)) {
            QCOMPARE(commune.code.size(), 5);
            QVERIFY2(types.contains(commune.type), qPrintable(commune.type));
            QVERIFY(!commune.name.isEmpty());
            QCOMPARE(commune.name, commune.name.normalized(QString::NormalizationForm_C));
            codes.insert(commune.code);
        }
    }
    QCOMPARE(codes.size(), 34 + 3321);
}

void TestUnits::seedUnitsAreFound_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("name");
    QTest::newRow("Đa Kia") << u"25231"_s << u"Xã Đa Kia, Thành phố Đồng Nai"_s;
    QTest::newRow("Thuận Lợi") << u"25387"_s << u"Xã Thuận Lợi, Thành phố Đồng Nai"_s;
    QTest::newRow("Tân Lợi") << u"25378"_s << u"Xã Tân Lợi, Thành phố Đồng Nai"_s;
    QTest::newRow("Bình Long") << u"25326"_s << u"Phường Bình Long, Thành phố Đồng Nai"_s;
    QTest::newRow("An Lộc of today") << u"25333"_s << u"Phường An Lộc, Thành phố Đồng Nai"_s;
}

void TestUnits::seedUnitsAreFound()
{
    QFETCH(QString, code);
    QFETCH(QString, name);
    QCOMPARE(m_units.fullName(code), name);
}

void TestUnits::unknownCodesStayCodes()
{
    QCOMPARE(m_units.fullName(u"25232"_s), u"25232"_s); // Phước Minh, merged into Đa Kia
    QCOMPARE(m_units.find(u"25384"_s), nullptr);
    QCOMPARE(m_units.fullName(QString()), QString());
    QCOMPARE(m_units.fullName(u"75"_s), u"Thành phố Đồng Nai"_s);
}

void TestUnits::communesOfAProvince()
{
    const QList<AdministrativeUnit> communes = m_units.communesOf(u"75"_s);
    QVERIFY(communes.size() > 50);
    for (const AdministrativeUnit &commune : communes)
        QCOMPARE(commune.parent, u"75"_s);
    QVERIFY(m_units.communesOf(u"70"_s).isEmpty()); // Bình Phước is no more
}

void TestUnits::rankIsTheOrderOfTheList()
{
    qsizetype rank = 0;
    for (const AdministrativeUnit &province : m_units.provinces()) {
        for (const AdministrativeUnit &commune : m_units.communesOf(province.code)) {
            if (rank % 100 == 0)
                QCOMPARE(m_units.rankOf(commune.code), std::optional(rank));
            ++rank;
        }
    }
    QCOMPARE(m_units.rankOf(u"25232"_s), std::nullopt);
}

QTEST_GUILESS_MAIN(TestUnits)
#include "tst_units.moc"
