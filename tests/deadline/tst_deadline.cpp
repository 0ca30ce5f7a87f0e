#include "core/deadline/deadlinewords.h"
#include "core/deadline/due.h"
#include "core/deadline/estimate.h"
#include "core/procedure/procedurepack.h"
#include "core/procedure/schemavalidator.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

QByteArray resource(const QString &name)
{
    QFile file(u":/data/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

WorkCalendar shipped()
{
    return *WorkCalendar::parse(resource(u"calendar.json"_s));
}

QDateTime at(const QString &text)
{
    const QDateTime there = QDateTime::fromString(text, u"yyyy-MM-dd HH:mm"_s);
    return legalMoment(there.date(), there.time()).toUTC();
}

// moc cannot read raw strings inside macros, so they are written with single quotes.
DeadlineRule rule(const char *json)
{
    return deadlineRule(QJsonDocument::fromJson(QByteArray(json).replace('\'', '"')).object());
}

QString dueText(const DeadlineRule &rule, const QString &received, const QList<Pause> &pauses = {}, int verifications = 0)
{
    const Result<Due> end = due(rule, at(received), shipped(), pauses, verifications);
    if (!end)
        return u"error "_s + end.error().subject;
    return end->stopped ? u"stopped"_s : end->at.toString(u"ddd yyyy-MM-dd HH:mm");
}

const char threeDays[] = R"({"rule": "n_days_after", "amount": 3, "unit": "WORKING_DAY"})";
const char sameDay[] = R"({"rule": "same_day_15h", "amount": 1, "unit": "WORKING_DAY", "perVerification": 3})";

QJsonObject shippedJson()
{
    return QJsonDocument::fromJson(resource(u"calendar.json"_s)).object();
}

QString refusedAt(const QJsonObject &file)
{
    const auto calendar = WorkCalendar::parse(QJsonDocument(file).toJson());
    return calendar ? u"accepted"_s : calendar.error().code == ErrorCode::CalendarUnusable ? calendar.error().subject : u"?"_s;
}

} // namespace

class TestDeadline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vectorsOfTheDomain_data();
    void vectorsOfTheDomain();
    void aPauseStopsTheClock();
    void verificationsAddDays();
    void monthsEndWithTheMonth();
    void whatTheCalendarDoesNotKnowIsSaid();
    void uncertainDaysAreNamed();
    void theShippedCalendarObeysItsSchema();
    void brokenCalendarsAreRefused();
    void theEstimateSaysWhatItAssumes();
    void theFirstCaseThatHoldsWins();
};

void TestDeadline::vectorsOfTheDomain_data()
{
    QTest::addColumn<QString>("received");
    QTest::addColumn<QByteArray>("deadline");
    QTest::addColumn<QString>("expected");
    const QByteArray three = threeDays;
    QTest::newRow("holiday between") << u"2026-11-23 09:00"_s << three << u"Fri 2026-11-27 17:00"_s;
    QTest::newRow("after 15:00") << u"2026-11-23 16:30"_s << QByteArray(sameDay) << u"Wed 2026-11-25 17:00"_s;
    QTest::newRow("15:00 sharp") << u"2026-11-23 15:00"_s << QByteArray(sameDay) << u"Mon 2026-11-23 17:00"_s;
    QTest::newRow("over a weekend") << u"2026-11-20 10:00"_s << three << u"Thu 2026-11-26 17:00"_s;
    QTest::newRow("Saturday") << u"2026-11-28 09:00"_s
                              << QByteArray("{'rule': 'n_days_after', 'amount': 3, 'unit': 'WORKING_DAY', 'hours': 'residence'}")
                              << u"Wed 2026-12-02 17:00"_s;
    QTest::newRow("half a day") << u"2026-11-23 16:00"_s
                                << QByteArray("{'rule': 'exact_8h', 'amount': 0.5, 'unit': 'WORKING_DAY'}")
                                << u"Wed 2026-11-25 10:00"_s;
}

void TestDeadline::vectorsOfTheDomain()
{
    QFETCH(QString, received);
    QFETCH(QByteArray, deadline);
    QTEST(dueText(rule(deadline.constData()), received), "expected");
}

void TestDeadline::aPauseStopsTheClock()
{
    const DeadlineRule three = rule(threeDays);
    const QList<Pause> supplement { { at(u"2026-11-26 10:00"_s), at(u"2026-12-01 09:00"_s) } };
    // Wed 25 counted; the notice came on Thu 26, the supplement on Tue 1/12: two days are left after it.
    QCOMPARE(dueText(three, u"2026-11-23 09:00"_s, supplement), u"Thu 2026-12-03 17:00"_s);
    QCOMPARE(dueText(three, u"2026-11-23 09:00"_s, { { at(u"2026-11-26 10:00"_s), {} } }), u"stopped"_s);
    QCOMPARE(dueText(three, u"2026-11-23 09:00"_s, { { at(u"2026-11-30 10:00"_s), {} } }), u"Fri 2026-11-27 17:00"_s);
    // An outage at night stops nobody.
    QCOMPARE(dueText(three, u"2026-11-23 09:00"_s, { { at(u"2026-11-25 19:00"_s), at(u"2026-11-25 23:00"_s) } }),
             u"Fri 2026-11-27 17:00"_s);
    QCOMPARE(dueText(rule(sameDay), u"2026-11-23 14:00"_s, { { at(u"2026-11-23 14:30"_s), at(u"2026-11-23 15:30"_s) } }),
             u"Wed 2026-11-25 17:00"_s);
    QCOMPARE(dueText(rule("{'rule': 'exact_8h', 'amount': 4, 'unit': 'HOUR'}"), u"2026-11-23 08:00"_s,
                     { { at(u"2026-11-23 09:00"_s), at(u"2026-11-23 10:00"_s) } }),
             u"Mon 2026-11-23 15:00"_s);
}

void TestDeadline::verificationsAddDays()
{
    QCOMPARE(dueText(rule(sameDay), u"2026-11-23 09:00"_s, {}, 1), u"Fri 2026-11-27 17:00"_s);
    QCOMPARE(dueText(rule("{'rule': 'n_days_after', 'amount': 3, 'unit': 'WORKING_DAY', 'perVerification': 3}"),
                     u"2026-11-23 09:00"_s, {}, 2),
             u"Mon 2026-12-07 17:00"_s);
}

void TestDeadline::monthsEndWithTheMonth()
{
    const DeadlineRule month = rule("{'rule': 'n_days_after', 'amount': 1, 'unit': 'MONTH'}");
    QCOMPARE(dueText(month, u"2027-01-29 09:00"_s), u"Mon 2027-03-01 17:00"_s); // 28/2 is a Sunday
    QCOMPARE(dueText(month, u"2026-10-24 09:00"_s), u"Wed 2026-11-25 17:00"_s); // 24/11 is off
    QCOMPARE(dueText(month, u"2026-06-30 09:00"_s), u"Thu 2026-07-30 17:00"_s);
}

void TestDeadline::whatTheCalendarDoesNotKnowIsSaid()
{
    QCOMPARE(dueText(rule(threeDays), u"2027-12-29 09:00"_s), u"error 2028"_s);
    QCOMPARE(dueText(rule(threeDays), u"2025-12-31 09:00"_s), u"error 2025"_s);
    QTranslator vietnamese;
    QVERIFY(vietnamese.load(u":/translations/motcua_vi.qm"_s));
    QCoreApplication::installTranslator(&vietnamese);
    const EstimateWords words = estimateWords(estimateDeadline(rule(threeDays), at(u"2027-12-30 09:00"_s), shipped()));
    QVERIFY(words.when.isEmpty());
    QVERIFY2(words.doubt.contains(u"lịch nghỉ năm 2028 chưa có"_s), qPrintable(words.doubt));
}

void TestDeadline::uncertainDaysAreNamed()
{
    const Result<Due> overTet = due(rule(threeDays), at(u"2027-02-03 09:00"_s), shipped());
    QCOMPARE(overTet->at.date(), QDate(2027, 2, 15));
    QCOMPARE(overTet->uncertain.size(), 7);
    QVERIFY(due(rule(threeDays), at(u"2026-11-23 09:00"_s), shipped())->uncertain.isEmpty());
}

void TestDeadline::theShippedCalendarObeysItsSchema()
{
    for (const QString &name : { u"calendar"_s, u"province-fees"_s }) {
        const auto schema = SchemaValidator::compile(QJsonDocument::fromJson(resource(name + u".schema.json"_s)).object());
        QVERIFY(schema);
        QJsonObject file = QJsonDocument::fromJson(resource(name + u".json"_s)).object();
        QVERIFY2(schema->accepts(file), qPrintable(name));
        file.insert(u"checkedOn"_s, u"today"_s);
        QVERIFY(!schema->accepts(file));
    }
    const WorkCalendar calendar = shipped();
    QVERIFY(!calendar.isWorkingDay(QDate(2026, 11, 24)));
    QVERIFY(calendar.isWorkingDay(QDate(2026, 1, 10))); // worked for 2/1
    QVERIFY(!calendar.isWorkingDay(QDate(2026, 1, 2)));
    QCOMPARE(calendar.open(QDate(2026, 11, 28), OfficeHours::Residence).size(), 1);
    QVERIFY(calendar.open(QDate(2026, 11, 28), OfficeHours::Office).isEmpty());
}

void TestDeadline::brokenCalendarsAreRefused()
{
    QCOMPARE(refusedAt(shippedJson()), u"accepted"_s);
    QCOMPARE(refusedAt({}), u"/format"_s);
    const auto with = [](const QString &member, const QJsonValue &value) {
        QJsonObject file = shippedJson();
        file.insert(member, value);
        return file;
    };
    QCOMPARE(refusedAt(with(u"coversUntil"_s, u"2025-01-01"_s)), u"/coversUntil"_s);
    QJsonArray days = shippedJson().value("daysOff"_L1).toArray();
    days.append(days.at(0));
    QCOMPARE(refusedAt(with(u"daysOff"_s, days)), u"/daysOff/%1"_s.arg(days.size() - 1));
    days.removeLast();
    days.append(QJsonObject { { "date"_L1, "2027-02-30"_L1 }, { "name"_L1, "?"_L1 } });
    QCOMPARE(refusedAt(with(u"daysOff"_s, days)), u"/daysOff/%1"_s.arg(days.size() - 1));
    QJsonObject hours = shippedJson().value("hours"_L1).toObject();
    hours.insert(u"office"_s, QJsonObject { { "working"_L1, QJsonArray { QJsonArray { u"09:00"_s, u"08:00"_s } } } });
    QCOMPARE(refusedAt(with(u"hours"_s, hours)), u"/hours/office/working/0"_s);
}

void TestDeadline::theEstimateSaysWhatItAssumes()
{
    const auto now = estimateDeadline(rule(threeDays), at(u"2026-11-23 09:00"_s), shipped());
    QVERIFY(now->atOnce);
    QCOMPARE(now->due.at.date(), QDate(2026, 11, 27));
    const auto sunday = estimateDeadline(rule(threeDays), at(u"2026-11-22 10:00"_s), shipped());
    QVERIFY(!sunday->atOnce);
    QCOMPARE(sunday->assumedReceipt.toUTC(), at(u"2026-11-23 07:00"_s));
    const auto saturday =
        estimateDeadline(rule("{'rule': 'n_days_after', 'amount': 3, 'unit': 'WORKING_DAY', 'hours': 'residence'}"),
                         at(u"2026-11-28 09:00"_s), shipped());
    QVERIFY(saturday->atOnce);
    const auto evening = estimateDeadline(rule(threeDays), at(u"2026-11-23 17:00"_s), shipped());
    QCOMPARE(evening->assumedReceipt.toUTC(), at(u"2026-11-25 07:00"_s));
}

void TestDeadline::theFirstCaseThatHoldsWins()
{
    QFile file(u":/procedures/1.004873.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    QJsonObject deadline = json.value("deadline"_L1).toObject();
    const QJsonObject source { { "text"_L1, "?"_L1 }, { "confidence"_L1, "unverified"_L1 } };
    const auto special = [&](const QString &id, const QString &relation, int amount) {
        return QJsonObject { { "id"_L1, id },
                             { "rule"_L1, "n_days_after"_L1 },
                             { "amount"_L1, amount },
                             { "unit"_L1, "DAY"_L1 },
                             { "text"_L1, id },
                             { "condition"_L1, QJsonObject { { "scope"_L1, "#/properties/requester/properties/relation"_L1 },
                                                             { "schema"_L1, QJsonObject { { "const"_L1, relation } } },
                                                             { "failWhenUndefined"_L1, true } } },
                             { "x-source"_L1, source } };
    };
    deadline.insert("cases"_L1, QJsonArray { special(u"one"_s, u"other"_s, 5), special(u"two"_s, u"other"_s, 9) });
    json.insert("deadline"_L1, deadline);
    const auto pack = parseProcedurePack(QJsonDocument(json).toJson());
    QVERIFY2(pack, qPrintable(pack ? QString() : pack.error().subject + pack.error().detail));
    const auto answers = [](const QString &relation) {
        return QJsonObject { { "requester"_L1, QJsonObject { { "relation"_L1, relation } } } };
    };
    const DeadlineRule other = deadlineOf(**pack, answers(u"other"_s));
    QCOMPARE(other.caseId, u"one"_s);
    QCOMPARE(other.unit, DeadlineRule::Unit::Day);
    QCOMPARE(other.perVerification, 3.0);
    QCOMPARE(deadlineOf(**pack, answers(u"self"_s)).caseId, QString());
    QCOMPARE(deadlineOf(**pack, answers(u"self"_s)).amount, 3.0);
}

QTEST_GUILESS_MAIN(TestDeadline)

#include "tst_deadline.moc"
