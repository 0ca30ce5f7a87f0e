#include "core/identity/personalid.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;

using Doubts = QList<PersonalIdDoubt>;
Q_DECLARE_METATYPE(std::optional<motcua::Sex>)
Q_DECLARE_METATYPE(std::optional<int>)
Q_DECLARE_METATYPE(Doubts)

class TestPersonalId : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lawSaysOnlyTwelveDigits_data();
    void lawSaysOnlyTwelveDigits();
    void structureOnlyWarns_data();
    void structureOnlyWarns();
    void everyPlaceOfTheListIsKnown();
};

void TestPersonalId::lawSaysOnlyTwelveDigits_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<bool>("fits");
    QTest::newRow("twelve digits") << u"070195000123"_s << true;
    QTest::newRow("all zero") << u"000000000000"_s << true;
    QTest::newRow("eleven") << u"07019500012"_s << false;
    QTest::newRow("thirteen") << u"0701950001234"_s << false;
    QTest::newRow("old card") << u"285123456"_s << false;
    QTest::newRow("a letter") << u"07019500012O"_s << false;
    QTest::newRow("arabic digits") << u"٠٧٠١٩٥٠٠٠١٢٣"_s << false;
    QTest::newRow("fullwidth digits") << u"０７０１９５０００１２３"_s << false;
    QTest::newRow("a space") << u"070195 00012"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestPersonalId::lawSaysOnlyTwelveDigits()
{
    QFETCH(QString, number);
    QFETCH(bool, fits);
    QCOMPARE(isPersonalId(number), fits);
    if (!fits)
        QVERIFY(doubtsAbout(number, Sex::Male, 1995).isEmpty()); // wrong, so not doubtful
}

void TestPersonalId::structureOnlyWarns_data()
{
    using D = PersonalIdDoubt;
    QTest::addColumn<QString>("number");
    QTest::addColumn<std::optional<Sex>>("sex");
    QTest::addColumn<std::optional<int>>("year");
    QTest::addColumn<Doubts>("doubts");
    const auto row = [](const char *name, const QString &number, std::optional<Sex> sex, std::optional<int> year,
                        const Doubts &doubts) { QTest::newRow(name) << number << sex << year << doubts; };
    row("woman of 1995", u"070195000123"_s, Sex::Female, 1995, {});
    row("man of 1961", u"070061000456"_s, Sex::Male, 1961, {});
    row("boy of 2020", u"011220000001"_s, Sex::Male, 2020, {});
    row("girl of 2000", u"011300000001"_s, Sex::Female, 2000, {});
    row("nothing known to compare", u"070195000123"_s, std::nullopt, std::nullopt, {});
    row("sex only", u"070195000123"_s, Sex::Male, std::nullopt, { D::CenturyOrSexMismatch });
    row("year only", u"070195000123"_s, std::nullopt, 1996, { D::BirthYearMismatch });
    row("century only", u"070195000123"_s, std::nullopt, 2095, { D::CenturyOrSexMismatch });
    row("1900 and 2000 share their last digits", u"070100000123"_s, Sex::Female, 2000, { D::CenturyOrSexMismatch });
    row("place of nowhere", u"999195000123"_s, Sex::Female, 1995, { D::UnknownPlaceCode });
    row("all at once", u"000000000000"_s, Sex::Female, 1995,
        { D::UnknownPlaceCode, D::CenturyOrSexMismatch, D::BirthYearMismatch });
}

void TestPersonalId::structureOnlyWarns()
{
    QFETCH(QString, number);
    QFETCH(std::optional<Sex>, sex);
    QFETCH(std::optional<int>, year);
    QFETCH(Doubts, doubts);
    QCOMPARE(doubtsAbout(number, sex, year), doubts);
}

void TestPersonalId::everyPlaceOfTheListIsKnown()
{
    int known = 0;
    for (int place = 0; place < 1000; ++place)
        known +=
            doubtsAbout(u"%1"_s.arg(place, 3, 10, QChar(u'0')) + u"195000123"_s, std::nullopt, std::nullopt).isEmpty() ? 1 : 0;
    QCOMPARE(known, 63); // the provinces of TT 07/2016/TT-BCA, annex 1
}

QTEST_GUILESS_MAIN(TestPersonalId)
#include "tst_personalid.moc"
