// What the law says of residence, certified copies and first land certificates (domain.md 1.1, 1.8 to 1.10), asked of the shipped packs.
#include "core/deadline/deadlinerule.h"
#include "core/fee/feesheet.h"
#include "tests/procedure/lawfulanswers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

using namespace lawful;

QJsonObject answersTo(const ProcedurePack &pack, const QByteArray &changes)
{
    return lawful::answersTo(QStringLiteral(RESIDENCE_ANSWERS), pack, QJsonDocument::fromJson(changes).object());
}

PackPtr packOf(const QString &code)
{
    static const PackCatalog catalog = PackCatalog::shipped().value_or(PackCatalog({}));
    return catalog.newest(code);
}

} // namespace

class TestResidence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void completeFormsAreComplete_data();
    void completeFormsAreComplete();
    void lawIsKept_data();
    void lawIsKept();
    void lawAllows_data();
    void lawAllows();
    void feesAreCounted_data();
    void feesAreCounted();
    void deadlinesFollowTheCase_data();
    void deadlinesFollowTheCase();
};

void TestResidence::completeFormsAreComplete_data()
{
    QTest::addColumn<QString>("code");
    for (const char *code : { "1.004222", "1.004194", "1.002755", "1.003677", "2.001159", "1.010041", "2.000815", "1.013978" })
        QTest::newRow(code) << QString::fromLatin1(code);
}

void TestResidence::completeFormsAreComplete()
{
    QFETCH(QString, code);
    const PackPtr pack = packOf(code);
    QVERIFY(pack);
    const FormState state = evaluateForm(*pack, answersTo(*pack, "{}"), papersFor(*pack), today);
    QStringList findings;
    for (const Finding &finding : state.findings) {
        if (finding.blocks())
            findings.append(finding.pointer + u": "_s + finding.message);
    }
    QCOMPARE(findings, QStringList());
}

void TestResidence::lawIsKept_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QByteArray>("changes");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, const QString &code, const QByteArray &changes, const QString &line) {
        QTest::newRow(name) << code << changes << line;
    };
    const QString home = u"1.004222"_s, stay = u"1.004194"_s, longer = u"1.002755"_s, absent = u"1.003677"_s,
                  copies = u"2.000815"_s;
    row("the head agrees", home, R"({"/consent/head": null})", u"missing required /consent/head"_s);
    row("a minor's parent agrees", home, R"({"/request/person": "minor"})", u"missing required /consent/guardian"_s);
    row("signed consent is on paper", home, R"({"/consent/head": "signature"})", u"paper KQ003604"_s);
    row("separate consent", home, R"({"/consent/head": "paper"})", u"paper KQ003604.1"_s);
    row("VNeID needs the owner's number", home, R"({"/consent/owner": "other", "/consent/ownerHow": "vneid"})",
        u"missing required /owner/personalId"_s);
    row("rented home: notarised contract", home, R"({"/request/case": "rent"})", u"paper KQ003607"_s);
    row("kinship not in the data", home, R"({"/place/proof": "papers"})", u"paper KQ003606"_s);
    row("place that takes nobody new", home, R"({"/request/case": "own", "/place/banned": "yes"})", u"says banned-place"_s);
    row("boat not registered", home,
        R"({"/request/case": "vehicle", "/vehicle/papers": "unregistered", "/vehicle/mooring": "same", "/vehicle/owner": "other"})",
        u"missing required /consent/vehicle"_s);
    row("less than 30 days", stay, R"({"/request/need": "short"})", u"says short-stay"_s);
    row("list: one declaration each", stay,
        R"({"/request/case": "list", "/organisation/name": "Công ty", "/organisation/representative": "Thị Xuân",
            "/organisation/phone": "0912345678",
            "/people": [{"name": "K' Brốp", "birthDate": "1990", "sex": "male", "personalId": "068090000123", "until": "2027-01-01"}]})",
        u"paper KQ003636"_s);
    row("the contract shows the consent", stay, R"({"/consent/ownerHow": "contract"})", u"paper KQ003631"_s);
    row("end before the beginning", stay, R"({"/stay/to": "2026-11-01"})", u"error x-notBefore /stay/to"_s);
    row("too early to extend", longer, R"({"/request/timing": "early"})", u"says too-early"_s);
    row("on bail: agreement", absent,
        R"({"/request/group": "a", "/agreement/authority": "Công an", "/agreement/number": "1", "/agreement/date": "2026-11-01"})",
        u"paper KQ1892"_s);
    row("short absence", absent, R"({"/request/group": "short"})", u"says short-absence"_s);
    row("arrived after eleven", u"2.001159"_s, R"({"/stay/arrivedAt": "23:10"})", u"says after-23"_s);
    row("arrived after midnight", u"2.001159"_s, R"({"/stay/arrivedAt": "00:30"})", u"says after-23"_s);
    row("arrived in the evening", u"2.001159"_s, "{}", u"says before-23"_s);
    row("the agency can look it up", u"1.010041"_s, R"({"/request/purpose": "lookup"})", u"says not-needed"_s);
    row("no original", copies, R"({"/request/problem": "copyOnly"})", u"says copyOnly"_s);
    row("electronic copy: appointment", copies, R"({"/originals": [{"name": "Bằng", "pages": 1, "copies": 0, "eCopy": true}]})",
        u"missing required /scan/on"_s);
    row("nothing wanted", copies, R"({"/originals": [{"name": "Bằng", "pages": 1, "copies": 0}]})",
        u"missing required /originals/0/eCopy"_s);
    row("areas that do not add up", u"1.013978"_s, R"({"/land/sharedArea": 10})", u"error x-sumOf /land/area"_s);
    row("certificate exists", u"1.013978"_s, R"({"/request/status": "have"})", u"says have-certificate"_s);
    row("several users: annex 15a", u"1.013978"_s, R"({"/request/users": "many"})", u"missing required /coUsers"_s);
}

void TestResidence::lawIsKept()
{
    QFETCH(QString, code);
    QFETCH(QByteArray, changes);
    QFETCH(QString, line);
    const PackPtr pack = packOf(code);
    QVERIFY(QJsonDocument::fromJson(changes).isObject());
    const QStringList lines = said(*pack, answersTo(*pack, changes));
    QVERIFY2(lines.contains(line), qPrintable(lines.join(u'\n')));
}

void TestResidence::lawAllows_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QByteArray>("changes");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, const QString &code, const QByteArray &changes, const QString &line) {
        QTest::newRow(name) << code << changes << line;
    };
    row("under six: no consent of the head", u"1.004222"_s, R"({"/request/person": "under6", "/consent/head": null})",
        u"missing required /consent/head"_s);
    row("under six: no consent of the owner", u"1.004222"_s, R"({"/request/person": "under6", "/consent/owner": null})",
        u"missing required /consent/owner"_s);
    row("own house: nobody's consent", u"1.004222"_s, R"({"/request/case": "own", "/consent/head": null})",
        u"missing required /consent/head"_s);
    row("no network: no paper demanded", u"1.004222"_s, R"({"/place/proof": "offline"})", u"paper KQ003606"_s);
    row("family may move where nobody else may", u"1.004222"_s, R"({"/place/banned": "yes"})", u"says banned-place"_s);
    row("temporary: contract not demanded", u"1.004194"_s, "{}", u"paper KQ003631"_s);
    row("guest without papers", u"2.001159"_s, R"({"/guests": [{"name": "K' Brốp", "idKind": "none"}]})", u"missing"_s);
    row("certified on paper: nothing scanned", u"2.000815"_s, "{}", u"paper"_s);
    row("unknown parcel number", u"1.013978"_s, "{}", u"missing required /land/number"_s);
}

void TestResidence::lawAllows()
{
    QFETCH(QString, code);
    QFETCH(QByteArray, changes);
    QFETCH(QString, line);
    const PackPtr pack = packOf(code);
    QVERIFY(QJsonDocument::fromJson(changes).isObject());
    for (const QString &each : said(*pack, answersTo(*pack, changes)))
        QVERIFY2(each != line && !(line.count(u' ') == 0 && each.startsWith(line)), qPrintable(each));
}

void TestResidence::feesAreCounted_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QByteArray>("changes");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<qint64>("total"); // -1: the province decides, no sum is claimed
    const auto row = [](const char *name, const QString &code, const QByteArray &changes, qint64 total, QDate day = today) {
        QTest::newRow(name) << code << changes << day << total;
    };
    const QString home = u"1.004222"_s, stay = u"1.004194"_s;
    row("online", home, "{}", 10000);
    row("direct", home, R"({"/fee/method": "direct"})", 20000);
    row("NQ 66.22", home, R"({"/fee/waiver": "nq6622"})", 0);
    row("NQ 66.22 is not for paper", home, R"({"/fee/method": "direct", "/fee/waiver": "nq6622"})", 20000);
    row("NQ 66.22 on its last day", home, R"({"/fee/waiver": "nq6622"})", 0, QDate(2027, 2, 28));
    row("NQ 66.22 is over", home, R"({"/fee/waiver": "nq6622"})", 10000, QDate(2027, 3, 1));
    row("poor", home, R"({"/fee/method": "direct", "/fee/waiver": "poor"})", 0);
    row("temporary, online", stay, "{}", 7000);
    row("temporary, direct", stay, R"({"/fee/method": "direct"})", 15000);
    row("list of two", stay, R"({"/request/case": "list", "/people": [{"name": "A"}, {"name": "B"}]})", 10000);
    row("list of two, direct", stay,
        R"({"/request/case": "list", "/fee/method": "direct", "/people": [{"name": "A"}, {"name": "B"}]})", 20000);
    row("extension", u"1.002755"_s, "{}", 7000);
    row("absence", u"1.003677"_s, "{}", 0);
    row("guests", u"2.001159"_s, "{}", 0);
    row("confirmed residence", u"1.010041"_s, "{}", 0);
    row("two papers", u"2.000815"_s, "{}", 2 * 2000 + 3 * (2 * 2000 + 10 * 1000));
    row("a thick book", u"2.000815"_s, R"({"/originals": [{"name": "Sách", "pages": 500, "copies": 2}]})", 2 * 200000);
    row("land", u"1.013978"_s, "{}", -1);
}

void TestResidence::feesAreCounted()
{
    QFETCH(QString, code);
    QFETCH(QByteArray, changes);
    QFETCH(QDate, day);
    QFETCH(qint64, total);
    const PackPtr pack = packOf(code);
    QVERIFY(QJsonDocument::fromJson(changes).isObject());
    const QJsonObject answers = evaluateForm(*pack, answersTo(*pack, changes), {}, today).answers;
    QCOMPARE(feeSheet(*pack, answers, {}, u"75"_s, day).total.value_or(-1), total);
}

void TestResidence::deadlinesFollowTheCase_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QByteArray>("changes");
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("amount");
    const int sameDay = int(DeadlineRule::Kind::SameDay15h), days = int(DeadlineRule::Kind::DaysAfter);
    const auto row = [](const char *name, const QString &code, const QByteArray &changes, int kind, double amount) {
        QTest::newRow(name) << code << changes << kind << amount;
    };
    row("permanent", u"1.004222"_s, "{}", days, 7);
    row("temporary", u"1.004194"_s, "{}", days, 3);
    row("absence", u"1.003677"_s, "{}", days, 1);
    row("confirmed: to be verified", u"1.010041"_s, R"({"/request/data": "verify"})", days, 3);
    row("copies", u"2.000815"_s, "{}", sameDay, 0);
    row("many copies", u"2.000815"_s, R"({"/request/complex": "yes"})", days, 2);
    row("land certificate", u"1.013978"_s, "{}", days, 20);
    row("land certificate, hard commune", u"1.013978"_s, R"({"/request/difficult": "yes"})", days, 30);
    row("land registered only", u"1.013978"_s, R"({"/ask/what": "register"})", days, 17);
    row("land registered only, hard commune", u"1.013978"_s, R"({"/ask/what": "register", "/request/difficult": "yes"})", days,
        27);
}

void TestResidence::deadlinesFollowTheCase()
{
    QFETCH(QString, code);
    QFETCH(QByteArray, changes);
    QFETCH(int, kind);
    QFETCH(double, amount);
    const PackPtr pack = packOf(code);
    const DeadlineRule rule = deadlineOf(*pack, answersTo(*pack, changes));
    QCOMPARE(int(rule.kind), kind);
    QCOMPARE(rule.amount, amount);
}

QTEST_GUILESS_MAIN(TestResidence)
#include "tst_residence.moc"
