#include "core/procedure/derive.h"

#include "core/procedure/formstate.h"
#include "core/procedure/typedvalues.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

const QDate today(2026, 11, 23);
const QString birthDate = u"/child/birthDate"_s;
const QString words = u"/child/birthDateInWords"_s;

QByteArray packText()
{
    QFile file(QStringLiteral(VALUES_PACK));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const ProcedurePack &pack()
{
    static const PackPtr parsed = [] {
        const Result<PackPtr> read = parseProcedurePack(packText());
        if (!read)
            qFatal("%s: %s", qPrintable(read.error().subject), qPrintable(read.error().detail));
        return *read;
    }();
    return *parsed;
}

QJsonObject with(QJsonObject data, const QString &pointer, const QJsonValue &value)
{
    setValueAt(data, pointer, value);
    return data;
}

QStringList described(const QJsonObject &data)
{
    static constexpr const char *severities[] = { "missing", "error", "doubt" };
    QStringList lines;
    for (const Finding &finding : evaluateForm(pack(), data, {}, today).findings)
        lines.append(u"%1 %2 %3"_s.arg(QLatin1StringView(severities[int(finding.severity)]), finding.keyword, finding.pointer));
    return lines;
}

} // namespace

class TestDerive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void datesInWords_data();
    void datesInWords();
    void textFollowsUntilChangedByHand();
    void latenessFollowsTheDay_data();
    void latenessFollowsTheDay();
    void latenessAsksForItsReason();
    void sumsFollowTheRows();
    void sumsOfFractions();
    void deriveIsStable();
    void badDerivations_data();
    void badDerivations();
    void checks_data();
    void checks();
    void ownSentences();
    void typedValues_data();
    void typedValues();

private:
    QTranslator m_vietnamese;
};

void TestDerive::initTestCase()
{
    QVERIFY(m_vietnamese.load(u":/translations/motcua_vi.qm"_s));
    QVERIFY(QCoreApplication::installTranslator(&m_vietnamese));
}

void TestDerive::datesInWords_data()
{
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QString &date, const QString &expected) { QTest::newRow(qPrintable(date)) << date << expected; };
    row(u"2026-09-05"_s, u"ngày năm tháng chín năm hai nghìn không trăm hai mươi sáu"_s);
    row(u"1995-03-14"_s, u"ngày mười bốn tháng ba năm một nghìn chín trăm chín mươi lăm"_s);
    row(u"2004-04-01"_s, u"ngày một tháng tư năm hai nghìn không trăm linh bốn"_s);
    row(u"2000-12-31"_s, u"ngày ba mươi mốt tháng mười hai năm hai nghìn"_s);
    row(u"2015-01-21"_s, u"ngày hai mươi mốt tháng một năm hai nghìn không trăm mười lăm"_s);
    row(u"1952-07"_s, u"tháng bảy năm một nghìn chín trăm năm mươi hai"_s);
    row(u"1952"_s, u"năm một nghìn chín trăm năm mươi hai"_s);
    row(u"2026-02-30"_s, QString());
    row(u"sometime"_s, QString());
}

void TestDerive::datesInWords()
{
    QFETCH(QString, date);
    QFETCH(QString, expected);
    QCOMPARE(dateInWords(date), expected);
}

void TestDerive::textFollowsUntilChangedByHand()
{
    const QJsonObject first = derive(pack(), with({}, birthDate, u"2026"_s), today);
    QCOMPARE(valueAt(first, words).toString(), dateInWords(u"2026"_s));

    const QJsonObject second = derive(pack(), with(first, birthDate, u"2026-11-05"_s), today, &first);
    QCOMPARE(valueAt(second, words).toString(), dateInWords(u"2026-11-05"_s));

    // "mùng năm" is how it is said here: the officer's words stay, whatever happens to the date.
    const QString byHand = u"ngày mùng năm tháng mười một năm hai nghìn không trăm hai mươi sáu"_s;
    const QJsonObject third = derive(pack(), with(second, words, byHand), today, &second);
    QCOMPARE(valueAt(third, words).toString(), byHand);
    const QJsonObject fourth = derive(pack(), with(third, birthDate, u"2026-11-06"_s), today, &third);
    QCOMPARE(valueAt(fourth, words).toString(), byHand);
    QCOMPARE(valueAt(derive(pack(), fourth, today), words).toString(), byHand);

    // Emptied by hand it stays empty while the date stays, so that it can be typed anew.
    const QJsonObject emptied = derive(pack(), with(second, words, QJsonValue::Undefined), today, &second);
    QVERIFY(valueAt(emptied, words).isUndefined());
    const QJsonObject refilled = derive(pack(), with(emptied, birthDate, u"2026-11-07"_s), today, &emptied);
    QCOMPARE(valueAt(refilled, words).toString(), dateInWords(u"2026-11-07"_s));

    // A date that is no date any more takes its words along.
    QVERIFY(valueAt(derive(pack(), with(second, birthDate, u"5/"_s), today, &second), words).isUndefined());
}

void TestDerive::latenessFollowsTheDay_data()
{
    QTest::addColumn<QString>("date");
    QTest::addColumn<QJsonValue>("expected");
    QTest::newRow("today") << u"2026-11-23"_s << QJsonValue(false);
    QTest::newRow("sixty days") << u"2026-09-24"_s << QJsonValue(false);
    QTest::newRow("sixty-one days") << u"2026-09-23"_s << QJsonValue(true);
    QTest::newRow("a month that ends in time") << u"2026-09"_s << QJsonValue(false);
    QTest::newRow("a month that does not") << u"2026-08"_s << QJsonValue(true);
    QTest::newRow("this year") << u"2026"_s << QJsonValue(false);
    QTest::newRow("no date") << u"?"_s << QJsonValue(QJsonValue::Undefined);
}

void TestDerive::latenessFollowsTheDay()
{
    QFETCH(QString, date);
    QFETCH(QJsonValue, expected);
    // What was there before does not matter: the day may have come meanwhile.
    const QJsonObject stale = with(with({}, birthDate, date), u"/child/late"_s, true);
    QCOMPARE(valueAt(derive(pack(), stale, today), u"/child/late"_s), expected);
}

void TestDerive::latenessAsksForItsReason()
{
    const QJsonObject late = derive(pack(), with({}, birthDate, u"2026-01-05"_s), today);
    QCOMPARE(described(late), (QStringList { u"missing required /child/lateReason"_s }));
    QCOMPARE(described(derive(pack(), with({}, birthDate, u"2026-11-05"_s), today)), QStringList());
    // No control fills it in, and it is submitted all the same.
    QCOMPARE(valueAt(evaluateForm(pack(), late, {}, today).answers, u"/child/late"_s), QJsonValue(true));
}

void TestDerive::sumsFollowTheRows()
{
    const QJsonObject data { { u"copies"_s,
                               QJsonArray { QJsonObject { { u"pages"_s, 3 }, { u"extra"_s, 2 } },
                                            QJsonObject { { u"pages"_s, 4 } }, 7, QJsonObject { { u"pages"_s, u"x"_s } } } },
                             { u"pages"_s, 99 } };
    const QJsonObject derived = derive(pack(), data, today);
    QCOMPARE(valueAt(derived, u"/pages"_s), QJsonValue(7));
    QCOMPARE(valueAt(derived, u"/copies/0/both"_s), QJsonValue(5));
    QCOMPARE(valueAt(derived, u"/copies/1/both"_s), QJsonValue(4));
    QVERIFY(valueAt(derived, u"/copies/3/both"_s).isUndefined());
    QVERIFY(valueAt(derive(pack(), with(derived, u"/copies"_s, QJsonArray()), today), u"/pages"_s).isUndefined());
}

void TestDerive::sumsOfFractions()
{
    const auto land = [](double garden, double house, double total) {
        return described({ { u"garden"_s, garden }, { u"house"_s, house }, { u"land"_s, total } });
    };
    QCOMPARE(land(0.1, 0.2, 0.3), QStringList());
    QCOMPARE(land(120.5, 300, 420.5), QStringList());
    QCOMPARE(land(120.5, 300, 420.4), (QStringList { u"error x-sumOf /land"_s }));
    QCOMPARE(described({ { u"land"_s, 5 } }), QStringList());
    QCOMPARE(described({ { u"land"_s, 5 }, { u"house"_s, 5 } }), QStringList());
    const FormState state = evaluateForm(pack(), { { u"garden"_s, 120.5 }, { u"house"_s, 300 }, { u"land"_s, 1 } }, {}, today);
    QCOMPARE(state.findings.first().message, u"Số này phải bằng “Đất vườn” + “Đất ở” = 420.5."_s);
}

void TestDerive::deriveIsStable()
{
    const QJsonObject data { { u"child"_s, QJsonObject { { u"birthDate"_s, u"2026-01-05"_s } } },
                             { u"copies"_s, QJsonArray { QJsonObject { { u"pages"_s, 3 } } } } };
    const QJsonObject once = derive(pack(), data, today);
    QCOMPARE(derive(pack(), once, today), once);
    QCOMPARE(derive(pack(), once, today, &once), once);
    QCOMPARE(derive(pack(), {}, today), QJsonObject());
}

void TestDerive::badDerivations_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("named");
    const QString child = u"/schema/properties/child/properties"_s;
    const auto row = [](const char *name, const QString &pointer, const QJsonValue &value, const QString &named) {
        QTest::newRow(name) << pointer << value << named;
    };
    row("from nowhere", child + u"/birthDateInWords/x-derived/from/0"_s, u"/child/born"_s,
        child + u"/birthDateInWords/x-derived/from/0"_s);
    row("words that are a truth", child + u"/birthDateInWords/type"_s, u"boolean"_s, child + u"/birthDateInWords/x-derived"_s);
    row("no days", child + u"/late/x-derived/days"_s, QJsonValue::Undefined, child + u"/late/x-derived/days"_s);
    row("a column from nowhere", u"/schema/properties/copies/items/properties/both/x-derived/from/1"_s, u"/copies/more"_s,
        u"/schema/properties/copies/items/properties/both/x-derived/from/1"_s);
    row("an unknown kind", child + u"/late/x-derived/as"_s, u"wish"_s, child + u"/late/x-derived/as"_s);
}

void TestDerive::badDerivations()
{
    QFETCH(QString, pointer);
    QFETCH(QJsonValue, value);
    QFETCH(QString, named);
    QJsonObject json = QJsonDocument::fromJson(packText()).object();
    setValueAt(json, pointer, value);
    const Result<PackPtr> read = parseProcedurePack(QJsonDocument(json).toJson());
    QVERIFY(!read);
    QCOMPARE(read.error().subject, named);
}

void TestDerive::checks_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QString &pointer, const QJsonValue &value, const QStringList &expected) {
        QTest::newRow(name) << pointer << value << expected;
    };
    row("twenty today", u"/husband"_s, u"2006-11-23"_s, {});
    row("twenty tomorrow", u"/husband"_s, u"2006-11-24"_s, { u"error x-minAge /husband"_s });
    row("twenty this month, perhaps", u"/husband"_s, u"2006-11"_s, { u"doubt x-minAge /husband"_s });
    row("twenty this year, perhaps", u"/husband"_s, u"2006"_s, { u"doubt x-minAge /husband"_s });
    row("surely not", u"/husband"_s, u"2007"_s, { u"error x-minAge /husband"_s });
    row("old enough", u"/husband"_s, u"1986"_s, {});
    row("no day", u"/husband"_s, u"2006-02-30"_s, { u"error x-format /husband"_s });
    row("wife eighteen", u"/wife"_s, u"2008-11-23"_s, {});
    row("wife younger", u"/wife"_s, u"2009-01-01"_s, { u"error x-minAge /wife"_s });
    row("child of six", birthDate, u"2019-11-24"_s, {});
    row("child of seven", birthDate, u"2019-11-23"_s, { u"doubt x-maxAge /child/birthDate"_s });
    row("hours and minutes", u"/time"_s, u"07:30"_s, {});
    row("as people write them", u"/time"_s, u"7h30"_s, {});
    row("no such hour", u"/time"_s, u"24:10"_s, { u"error pattern /time"_s });
    row("a field", u"/garden"_s, 2500.5, {});
    row("a huge field", u"/garden"_s, 12'005'000, { u"doubt x-format /garden"_s });
    row("below nothing", u"/garden"_s, -1, { u"error minimum /garden"_s });
    row("ten digits", u"/insurance"_s, u"7512345678"_s, {});
    row("a card", u"/insurance"_s, u"te 1 75 7512345678"_s, {});
    row("a personal ID", u"/insurance"_s, u"070 195 000 123"_s, {});
    row("nine digits", u"/insurance"_s, u"751234567"_s, { u"doubt x-format /insurance"_s });
}

void TestDerive::checks()
{
    QFETCH(QString, pointer);
    QFETCH(QJsonValue, value);
    QFETCH(QStringList, expected);
    QCOMPARE(described(with({}, pointer, value)), expected);
}

void TestDerive::ownSentences()
{
    const auto messageOf = [](const QString &pointer, const QString &date) {
        const QList<Finding> findings = evaluateForm(pack(), with({}, pointer, date), {}, today).findings;
        return findings.isEmpty() ? QString() : findings.first().message;
    };
    QCOMPARE(messageOf(u"/wife"_s, u"2010-01-01"_s), u"Nữ từ đủ 18 tuổi trở lên mới được kết hôn."_s);
    QCOMPARE(messageOf(u"/husband"_s, u"2010"_s), u"Người này chưa đủ 20 tuổi."_s);
}

void TestDerive::typedValues_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("stored");
    const auto row = [](const QString &kind, const QString &typed, const QString &stored) {
        QTest::newRow(qPrintable(kind + u' ' + typed)) << kind << typed << stored;
    };
    row(u"phone"_s, u"0912 345 678"_s, u"0912345678"_s);
    row(u"phone"_s, u"+84 912.345.678"_s, u"0912345678"_s);
    row(u"phone"_s, u"+84 (0) 912 345 678"_s, u"0912345678"_s);
    row(u"phone"_s, u"0084912345678"_s, u"0912345678"_s);
    row(u"phone"_s, u"84912345678"_s, u"0912345678"_s);
    row(u"phone"_s, u"0849123456"_s, u"0849123456"_s);
    row(u"phone"_s, u"(0271) 3812 345"_s, u"02713812345"_s);
    row(u"phone"_s, u"nhà chị Lan"_s, u"nhàchịLan"_s);
    row(u"id"_s, u"070 195 000 123"_s, u"070195000123"_s);
    row(u"id"_s, u"070.195.000-123"_s, u"070195000123"_s);
    row(u"insurance"_s, u"te1 75 7512345678"_s, u"TE1757512345678"_s);
    row(u"time"_s, u"7:05"_s, u"07:05"_s);
    row(u"time"_s, u"7h"_s, u"07:00"_s);
    row(u"time"_s, u"7h5"_s, u"07:05"_s);
    row(u"time"_s, u"14 giờ 30 phút"_s, u"14:30"_s);
    row(u"time"_s, u"14.30"_s, u"14:30"_s);
    row(u"time"_s, u"1430"_s, u"14:30"_s);
    row(u"time"_s, u"9"_s, u"09:00"_s);
    row(u"time"_s, u"25:00"_s, u"25:00"_s);
    row(u"time"_s, u"sáng sớm"_s, u"sáng sớm"_s);
}

void TestDerive::typedValues()
{
    QFETCH(QString, kind);
    QFETCH(QString, typed);
    QFETCH(QString, stored);
    const QHash<QString, QString (*)(const QString &)> readings {
        { u"phone"_s, storedPhone }, { u"id"_s, storedPersonalId }, { u"insurance"_s, storedInsurance }, { u"time"_s, storedTime }
    };
    QCOMPARE(readings.value(kind)(typed), stored);
    QCOMPARE(readings.value(kind)(stored), stored);
}

QTEST_GUILESS_MAIN(TestDerive)
#include "tst_derive.moc"
