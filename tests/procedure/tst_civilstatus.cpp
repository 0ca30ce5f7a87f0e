// What the law says of births, marriages and deaths (domain.md 1.2 to 1.7), asked of the shipped packs.
#include "core/deadline/deadlinerule.h"
#include "core/fee/feesheet.h"
#include "core/procedure/people.h"
#include "tests/procedure/lawfulanswers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

using namespace lawful;

QJsonObject answersTo(const ProcedurePack &pack, const QJsonObject &changes)
{
    return lawful::answersTo(QStringLiteral(CIVIL_STATUS_ANSWERS), pack, changes);
}

} // namespace

class TestCivilStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void completeFormsAreComplete_data();
    void completeFormsAreComplete();
    void aMarriageIsThatOfBoth();
    void shortYearsAreAskedInAPlainSentence();
    void lawIsKept_data();
    void lawIsKept();
    void lawAllows_data();
    void lawAllows();
    void feesAreCounted_data();
    void feesAreCounted();
    void deadlinesFollowTheCase_data();
    void deadlinesFollowTheCase();

private:
    static PackPtr pack(const QString &code)
    {
        static const PackCatalog catalog = PackCatalog::shipped().value_or(PackCatalog({}));
        return catalog.newest(code);
    }
};

void TestCivilStatus::completeFormsAreComplete_data()
{
    QTest::addColumn<QString>("code");
    for (const char *code : { "1.001193", "1.003583", "1.000894", "1.000593", "1.000656", "1.000419", "2.000635" })
        QTest::newRow(code) << QString::fromLatin1(code);
}

void TestCivilStatus::completeFormsAreComplete()
{
    QFETCH(QString, code);
    const PackPtr shipped = pack(code);
    QVERIFY(shipped);
    const FormState state = evaluateForm(*shipped, answersTo(*shipped, {}), papersFor(*shipped), today);
    QStringList findings;
    for (const Finding &finding : state.findings)
        findings.append(finding.pointer + u": "_s + finding.message);
    QCOMPARE(findings, QStringList());
}

void TestCivilStatus::aMarriageIsThatOfBoth()
{
    const QJsonObject answers = answersTo(*pack(u"1.000894"_s), {});
    QCOMPARE(applicantName(*pack(u"1.000894"_s), answers), u"Điểu Thị Mai and Y Brơi"_s);
    QCOMPARE(applicantName(*pack(u"1.000894"_s), { { u"groom"_s, QJsonObject { { u"name"_s, u"Y Brơi"_s } } } }), u"Y Brơi"_s);
}

void TestCivilStatus::shortYearsAreAskedInAPlainSentence()
{
    const PackPtr birth = pack(u"1.001193"_s);
    for (const QString &typed : { u"5-9-87"_s, u"05/09/87"_s, u"5.9.87"_s }) {
        const FormState state = evaluateForm(*birth, answersTo(*birth, { { u"/mother/birthDate"_s, typed } }), {}, today);
        const auto found = std::find_if(state.findings.cbegin(), state.findings.cend(),
                                        [](const Finding &one) { return one.pointer == "/mother/birthDate"_L1; });
        QVERIFY(found != state.findings.cend());
        QVERIFY2(found->message.contains(u"bốn chữ số"_s), qPrintable(found->message));
    }
}

void TestCivilStatus::lawIsKept_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QByteArray>("changes");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, const QString &code, const QByteArray &changes, const QString &line) {
        QTest::newRow(name) << code << changes << line;
    };
    const QString birth = u"1.001193"_s, mobileBirth = u"1.003583"_s, marriage = u"1.000894"_s, death = u"1.000656"_s;
    row("the mother must be named", birth, R"({"/mother": null})", u"missing required /mother/name"_s);
    row("a married father must be named", birth, R"({"/father": null})", u"missing required /father/name"_s);
    row("ethnic group of neither parent", birth, R"({"/child/ethnicity": "3"})", u"error x-sameAs /child/ethnicity"_s);
    row("ethnic group of a mother alone", mobileBirth, R"({"/child/ethnicity": "1"})", u"error x-sameAs /child/ethnicity"_s);
    row("birth certificate", birth, "{}", u"paper KQ004389"_s);
    row("witness instead", birth, R"({"/case/proof": "witness"})", u"paper KQ004389.1"_s);
    row("oath instead", birth, R"({"/case/proof": "oath"})", u"paper KQ004389.2"_s);
    row("abandoned child", birth, R"({"/case/kind": "abandoned"})", u"paper KQ003208"_s);
    row("surrogacy", birth, R"({"/case/kind": "surrogacy"})", u"paper KQ003303"_s);
    row("proxy", birth, R"({"/requester/relation": "authorised"})", u"paper KQ003159"_s);
    row("grandparents agree with the parents", birth, R"({"/requester/relation": "grandparent"})",
        u"missing required /requester/agreed"_s);
    row("late on the 61st day", birth, R"({"/child/birthDate": "2026-09-23"})", u"says late"_s);
    row("father who wants to recognise", birth, R"({"/parents/status": "recognising"})", u"says recognise-father"_s);
    row("linked procedure is offered", birth, "{}", u"says linked"_s);
    row("adult", birth, R"({"/child/birthDate": "2001-01-01"})", u"doubt x-maxAge /child/birthDate"_s);
    row("foreign mother", birth, R"({"/mother/nationality": "LA"})", u"says foreign-mother"_s);
    row("no papers at all, no address", birth, R"({"/mother/identification": "none"})", u"missing required /mother/residence"_s);
    row("who cannot read hears it again", mobileBirth, R"({"/assistance/literacy": "no"})",
        u"missing required /assistance/readBack"_s);
    row("who cannot read gives a finger", mobileBirth, R"({"/assistance/literacy": "no", "/assistance/finger": null})",
        u"missing required /assistance/finger"_s);
    row("the witness is named", mobileBirth, R"({"/assistance/literacy": "no", "/assistance/witnessed": "yes"})",
        u"missing required /assistance/witness/name"_s);
    row("declaration on paper", mobileBirth, "{}", u"paper KQ003301"_s);
    row("groom a day too young", marriage, R"({"/groom/birthDate": "2006-11-24"})", u"error x-minAge /groom/birthDate"_s);
    row("bride a day too young", marriage, R"({"/bride/birthDate": "2008-11-24"})", u"error x-minAge /bride/birthDate"_s);
    row("already married", marriage, R"({"/bride/maritalStatus": "married"})", u"says already-married-bride"_s);
    row("divorced abroad", marriage, R"({"/groom/maritalStatus": "divorcedAbroad"})", u"says divorced-abroad-groom"_s);
    row("the second time at least", marriage, R"({"/groom/marriageCount": 1})", u"error minimum /groom/marriageCount"_s);
    row("the first time exactly", marriage, R"({"/bride/marriageCount": 2})", u"error const /bride/marriageCount"_s);
    row("both must come", marriage, R"({"/statement/present": null})", u"missing required /statement/present"_s);
    row("foreign element", marriage, R"({"/case/kind": "foreign"})", u"says foreign"_s);
    row("no certificate of marital status", marriage, "{}", u"says no-certificate"_s);
    row("death before birth", death, R"({"/deceased/deathDate": "1949"})", u"error x-notBefore /deceased/deathDate"_s);
    row("late on the 16th day", death, R"({"/deceased/deathDate": "2026-11-07"})", u"says late"_s);
    row("old death", death, R"({"/case/proof": "oldDeath"})", u"paper KQ003285"_s);
    row("nothing in hand", death, R"({"/case/proof": "none"})", u"says no-paper"_s);
    row("last residence unknown", death, R"({"/deceased/residenceKnown": "unknown"})", u"paper KQ003289"_s);
    row("impossible hour", death, R"({"/deceased/deathTime": "24:10"})", u"error pattern /deceased/deathTime"_s);
    row("organisation", death, R"({"/requester/relation": "representative"})", u"missing required /requester/organisation"_s);
    row("copies are counted", death, R"({"/copies/wanted": "yes"})", u"missing required /copies/count"_s);
    row("copy for an agency", u"2.000635"_s, R"({"/requester/type": "organisation"})", u"paper KQ003037"_s);
    row("copy for another", u"2.000635"_s, R"({"/requester/relation": "other"})", u"paper KQ003040"_s);
}

void TestCivilStatus::lawIsKept()
{
    QFETCH(QString, code);
    QFETCH(QByteArray, changes);
    QFETCH(QString, line);
    const PackPtr shipped = pack(code);
    QVERIFY(shipped);
    const QStringList lines = said(*shipped, answersTo(*shipped, QJsonDocument::fromJson(changes).object()));
    QVERIFY2(lines.contains(line), qPrintable(lines.join(u'\n')));
}

void TestCivilStatus::lawAllows_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QByteArray>("changes");
    QTest::addColumn<QString>("line"); // must not be said
    const auto row = [](const char *name, const QString &code, const QByteArray &changes, const QString &line) {
        QTest::newRow(name) << code << changes << line;
    };
    const QString birth = u"1.001193"_s, marriage = u"1.000894"_s, death = u"1.000656"_s;
    row("no father outside marriage", birth, R"({"/parents/status": "unknownFather", "/father": null, "/marriage": null})",
        u"missing"_s);
    row("no parents of an abandoned child", birth,
        R"({"/case/kind": "abandoned", "/case/proof": null, "/parents": null, "/mother": null, "/father": null, "/marriage": null,
            "/requester/relation": "carer", "/requester/relationText": "Trưởng trạm y tế"})",
        u"missing"_s);
    row("dead mother without papers", birth,
        R"({"/mother/living": "deceased", "/mother/identification": "none", "/mother/personalId": null})", u"missing"_s);
    row("ethnic group of the father", birth, R"({"/child/ethnicity": "1"})", u"error"_s);
    row("father still to be asked", birth, R"({"/child/ethnicity": "3", "/father/ethnicity": null})", u"error"_s);
    row("one name, minority letters", birth, R"({"/child/name": "Ƀlơi"})", u"error"_s);
    row("electronic birth certificate", birth, R"({"/case/proof": "electronic"})", u"paper KQ004389"_s);
    row("in time on the 60th day", birth, R"({"/child/birthDate": "2026-09-24"})", u"says late"_s);
    row("relatives need no proxy", birth, R"({"/requester/relation": "relative"})", u"paper KQ003159"_s);
    row("personal ID needs no paper", birth, "{}", u"paper KQ004946"_s);
    row("married without the number at hand", birth, R"({"/marriage/number": null})", u"missing"_s);
    row("year of birth only, old enough", marriage, R"({"/groom/birthDate": "2005"})", u"error"_s);
    row("no paper of the divorce", marriage, "{}", u"paper"_s);
    row("hour unknown", death, R"({"/deceased/deathTime": null})", u"missing"_s);
    row("only the year known", death, R"({"/deceased/deathDate": "1998", "/case/proof": "oldDeath"})", u"missing"_s);
    row("in time on the 15th day", death, R"({"/deceased/deathDate": "2026-11-08"})", u"says late"_s);
    row("electronic death notice", death, R"({"/case/proof": "electronic"})", u"paper KQ004376"_s);
    row("the dead cannot authorise", u"2.000635"_s,
        R"({"/requester/relation": "deceased", "/requester/deceasedKin": "con ruột", "/subject/name": "Giàng A Páo",
            "/subject/birthDate": "1950", "/subject/identification": "none"})",
        u"paper KQ003040"_s);
}

void TestCivilStatus::lawAllows()
{
    QFETCH(QString, code);
    QFETCH(QByteArray, changes);
    QFETCH(QString, line);
    const PackPtr shipped = pack(code);
    QVERIFY(shipped);
    const QJsonDocument document = QJsonDocument::fromJson(changes);
    QVERIFY(document.isObject());
    for (const QString &each : said(*shipped, answersTo(*shipped, document.object())))
        QVERIFY2(!each.startsWith(line), qPrintable(each));
}

void TestCivilStatus::feesAreCounted_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QByteArray>("changes");
    QTest::addColumn<qint64>("total"); // -1: the province decides, no sum is claimed
    const auto row = [](const char *name, const QString &code, const QByteArray &changes, qint64 total) {
        QTest::newRow(name) << code << changes << total;
    };
    const QString birth = u"1.001193"_s, death = u"1.000656"_s;
    row("birth in time", birth, "{}", 0);
    row("birth in time, three copies", birth, R"({"/copies/wanted": "yes", "/copies/count": 3})", 24000);
    row("copies with VNeID level 2", birth, R"({"/copies/wanted": "yes", "/copies/count": 3, "/fee/vneid": true})", 0);
    row("late birth", birth, R"({"/child/birthDate": "2020-01-01"})", -1);
    row("late birth, poor household", birth, R"({"/child/birthDate": "2020-01-01", "/fee/waiver": "poor"})", 0);
    row("mobile birth, late", u"1.003583"_s, R"({"/child/birthDate": "2020-01-01"})", 0);
    row("marriage with a copy", u"1.000894"_s, R"({"/copies/wanted": "yes", "/copies/count": 1})", 8000);
    row("mobile marriage", u"1.000593"_s, "{}", 0);
    row("late death", death, R"({"/deceased/deathDate": "2020"})", -1);
    row("late death, disabled", death, R"({"/deceased/deathDate": "2020", "/fee/waiver": "disabled"})", 0);
    row("two copies of an extract", u"2.000635"_s, R"({"/request/copies": 2})", 16000);
    row("extract with VNeID level 2", u"2.000635"_s, R"({"/request/copies": 2, "/fee/vneid": true})", 0);
}

void TestCivilStatus::feesAreCounted()
{
    QFETCH(QString, code);
    QFETCH(QByteArray, changes);
    QFETCH(qint64, total);
    const PackPtr shipped = pack(code);
    QVERIFY(shipped);
    const QJsonObject answers = answersTo(*shipped, QJsonDocument::fromJson(changes).object());
    const FeeSheet sheet = feeSheet(*shipped, evaluateForm(*shipped, answers, {}, today).answers, {}, u"75"_s, today);
    QCOMPARE(sheet.total.value_or(-1), total);
}

void TestCivilStatus::deadlinesFollowTheCase_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QByteArray>("changes");
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("amount");
    const int sameDay = int(DeadlineRule::Kind::SameDay15h), days = int(DeadlineRule::Kind::DaysAfter);
    QTest::newRow("birth") << u"1.001193"_s << QByteArray("{}") << sameDay << 0.0;
    QTest::newRow("mobile birth") << u"1.003583"_s << QByteArray("{}") << days << 5.0;
    QTest::newRow("marriage") << u"1.000894"_s << QByteArray("{}") << sameDay << 0.0;
    QTest::newRow("mobile marriage") << u"1.000593"_s << QByteArray("{}") << days << 5.0;
    QTest::newRow("death") << u"1.000656"_s << QByteArray("{}") << sameDay << 0.0;
    QTest::newRow("old death") << u"1.000656"_s << QByteArray(R"({"/case/proof": "oldDeath"})") << days << 5.0;
    QTest::newRow("extract") << u"2.000635"_s << QByteArray("{}") << sameDay << 0.0;
}

void TestCivilStatus::deadlinesFollowTheCase()
{
    QFETCH(QString, code);
    QFETCH(QByteArray, changes);
    QFETCH(int, kind);
    QFETCH(double, amount);
    const PackPtr shipped = pack(code);
    QVERIFY(shipped);
    const DeadlineRule rule = deadlineOf(*shipped, answersTo(*shipped, QJsonDocument::fromJson(changes).object()));
    QCOMPARE(int(rule.kind), kind);
    QCOMPARE(rule.amount, amount);
}

QTEST_GUILESS_MAIN(TestCivilStatus)
#include "tst_civilstatus.moc"
