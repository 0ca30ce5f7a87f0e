#include "core/identity/administrativeunits.h"
#include "core/procedure/answertext.h"
#include "core/procedure/compiledpack.h"
#include "core/procedure/formstate.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

const QDate today(2026, 11, 23);
constexpr auto members = "/household/members"_L1;

QByteArray packText()
{
    QFile file(QStringLiteral(LISTS_PACK));
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

QJsonObject person(const QString &name, const QString &relation = u"child"_s)
{
    return { { u"name"_s, name }, { u"relation"_s, relation } };
}

QJsonObject household(const QJsonArray &rows, const QString &kind = u"some"_s)
{
    return { { u"name"_s, u"Điểu Sơn"_s }, { u"kind"_s, kind }, { u"household"_s, QJsonObject { { u"members"_s, rows } } } };
}

FormState stateOf(const QJsonObject &data)
{
    return evaluateForm(pack(), data, {}, today);
}

QStringList described(const FormState &state)
{
    static constexpr const char *words[] = { "missing", "error", "doubt" };
    QStringList lines;
    for (const Finding &finding : state.findings)
        lines.append(u"%1 %2 %3"_s.arg(QLatin1StringView(words[int(finding.severity)]), finding.keyword, finding.pointer));
    return lines;
}

// The pack with one value replaced: parseProcedurePack() names the pointer of what is wrong then.
QString problemWith(const QString &pointer, const QJsonValue &value)
{
    QJsonObject json = QJsonDocument::fromJson(packText()).object();
    setValueAt(json, pointer, value);
    const Result<PackPtr> read = parseProcedurePack(QJsonDocument(json).toJson());
    return read ? QString() : read.error().subject;
}

} // namespace

class TestLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findings_data();
    void findings();
    void labelsSayWhichRow();
    void findingsFollowRowsAndColumns();
    void columnsAreRequiredRowByRow();
    void hiddenListIsNoAnswer();
    void emptyRowsAreNoRows();
    void rowsAreCleanedAsFieldsAre();
    void oversizedTextInARow();
    void rowsAreReadBack();
    void badLists_data();
    void badLists();

private:
    QTranslator m_vietnamese;
};

void TestLists::initTestCase()
{
    QVERIFY(m_vietnamese.load(u":/translations/motcua_vi.qm"_s));
    QVERIFY(QCoreApplication::installTranslator(&m_vietnamese));
}

void TestLists::findings_data()
{
    QTest::addColumn<QJsonArray>("rows");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QJsonArray &rows, const QStringList &expected) {
        QTest::newRow(name) << rows << expected;
    };
    const QJsonObject mai = person(u"Điểu Thị Mai"_s);
    const auto with = [](QJsonObject one, const QString &pointer, const QJsonValue &value) {
        setValueAt(one, pointer, value);
        return one;
    };
    row("one good row", { mai }, {});
    row("none", {}, { u"missing required /household/members"_s });
    row("name missing in the second", { mai, QJsonObject { { u"relation"_s, u"child"_s } } },
        { u"missing required /household/members/1/name"_s });
    row("a branch of the row", { mai, person(u"Điểu Lan"_s, u"other"_s) },
        { u"missing required /household/members/1/relationText"_s });
    row("short ID is an error", { with(mai, u"/personalId"_s, u"0701"_s) },
        { u"error pattern /household/members/0/personalId"_s });
    row("ID against sex and birth date of the same row",
        { with(with(with(mai, u"/personalId"_s, u"070195000123"_s), u"/birthDate"_s, u"1995"_s), u"/sex"_s, u"male"_s),
          with(with(with(mai, u"/personalId"_s, u"070195000123"_s), u"/birthDate"_s, u"1995"_s), u"/sex"_s, u"female"_s) },
        { u"doubt x-format /household/members/0/personalId"_s });
    row("no such choice", { with(mai, u"/relation"_s, u"aunt"_s) }, { u"error oneOf /household/members/0/relation"_s });
    row("no such day", { mai, with(mai, u"/birthDate"_s, u"2001-02-30"_s) },
        { u"error x-format /household/members/1/birthDate"_s });
    row("a day before the one of the same row",
        { with(with(with(mai, u"/paper/number"_s, u"12"_s), u"/paper/from"_s, u"2020-05-01"_s), u"/paper/to"_s, u"2020-04-01"_s),
          with(with(with(mai, u"/paper/number"_s, u"12"_s), u"/paper/from"_s, u"2020-03-01"_s), u"/paper/to"_s,
               u"2020-04-01"_s) },
        { u"error x-notBefore /household/members/0/paper/to"_s });
    row("a group in a row that is begun", { with(mai, u"/paper/from"_s, u"2020-05-01"_s) },
        { u"missing required /household/members/0/paper/number"_s });
    row("a stranger", { with(mai, u"/colour"_s, u"red"_s) }, { u"error additionalProperties /household/members/0/colour"_s });
    row("no object", { mai, 7 }, { u"error type /household/members/1"_s });
    row("too many", { mai, mai, mai, mai, mai }, { u"error maxItems /household/members"_s });
}

void TestLists::findings()
{
    QFETCH(QJsonArray, rows);
    QFETCH(QStringList, expected);
    QCOMPARE(described(stateOf(household(rows))), expected);
}

void TestLists::labelsSayWhichRow()
{
    const FormState state = stateOf(household({ person(u"Mai"_s), QJsonObject { { u"relation"_s, u"child"_s } } }));
    QCOMPARE(state.findings.size(), 1);
    QCOMPARE(state.findings.first().label, u"Thành viên 2 – Họ, chữ đệm và tên"_s);
    QCOMPARE(state.findings.first().section, u"Hộ gia đình"_s);
    QVERIFY(state.findings.first().message.contains(u"Thành viên 2 – Họ, chữ đệm và tên"_s));

    const QJsonObject papers { { u"name"_s, u"Mai"_s },
                               { u"kind"_s, u"many"_s },
                               { u"items"_s, QJsonArray { QJsonObject { { u"title"_s, u"Giấy khai sinh"_s } } } } };
    const FormState few = stateOf(papers);
    QCOMPARE(described(few), (QStringList { u"error minItems /items"_s, u"missing required /items/0/copies"_s,
                                            u"missing required /items/0/sure"_s }));
    QCOMPARE(few.findings.first().message, u"“Giấy tờ” cần ít nhất 2 dòng."_s);
    QCOMPARE(few.findings.at(1).label, u"Giấy tờ, dòng 1 – Số bản"_s);
    QCOMPARE(stateOf(household({})).findings.first().message, u"Hãy thêm ít nhất một dòng vào “Thành viên cùng thay đổi”."_s);
}

void TestLists::findingsFollowRowsAndColumns()
{
    QJsonObject odd = person(u"Điểu 7"_s);
    odd.remove(u"relation"_s);
    odd.insert(u"phone"_s, u"12"_s);
    const FormState state = stateOf(household({ odd, odd }));
    QCOMPARE(
        described(state),
        (QStringList { u"doubt x-format /household/members/0/name"_s, u"doubt x-format /household/members/0/phone"_s,
                       u"missing required /household/members/0/relation"_s, u"doubt x-format /household/members/1/name"_s,
                       u"doubt x-format /household/members/1/phone"_s, u"missing required /household/members/1/relation"_s }));
}

void TestLists::columnsAreRequiredRowByRow()
{
    const FormState state = stateOf(household({ person(u"Mai"_s), person(u"Lan"_s, u"other"_s) }));
    const QSet<QString> &required = state.requiredFields;
    QVERIFY(required.contains(members));
    QVERIFY(required.contains(members + u"/0/name"_s));
    QVERIFY(!required.contains(members + u"/0/relationText"_s));
    QVERIFY(required.contains(members + u"/1/relationText"_s));
    QVERIFY(!required.contains(members + u"/2/name"_s));
}

void TestLists::hiddenListIsNoAnswer()
{
    const FormState state = stateOf(household({ 7, person(u"Mai"_s) }, u"none"_s));
    QCOMPARE(described(state), QStringList());
    QVERIFY(valueAt(state.answers, members).isUndefined());
    QVERIFY(std::none_of(state.requiredFields.cbegin(), state.requiredFields.cend(),
                         [](const QString &pointer) { return pointer.startsWith(members); }));
}

void TestLists::emptyRowsAreNoRows()
{
    const QJsonObject onlyCountry { { u"residence"_s, QJsonObject { { u"country"_s, u"VN"_s } } } };
    const FormState state = stateOf(
        household({ QJsonObject(), person(u"Mai"_s), QJsonObject { { u"name"_s, u"  "_s } }, onlyCountry, person(u"Lan"_s) }));
    QCOMPARE(valueAt(state.answers, members).toArray(), (QJsonArray { person(u"Mai"_s), person(u"Lan"_s) }));
    QCOMPARE(described(state), QStringList());
    QVERIFY(valueAt(stateOf(household({ QJsonObject(), onlyCountry })).answers, members).isUndefined());
}

void TestLists::rowsAreCleanedAsFieldsAre()
{
    QJsonObject typed = person(u"  Điểu   Thị Mai "_s.normalized(QString::NormalizationForm_D));
    typed.insert(u"personalId"_s, u"070 195 000 123"_s);
    typed.insert(u"phone"_s, u"+84 912.345.678"_s);
    const QJsonObject row = valueAt(stateOf(household({ typed })).answers, members + u"/0"_s).toObject();
    QCOMPARE(row.value(u"name"_s).toString(), u"Điểu Thị Mai"_s);
    QCOMPARE(row.value(u"personalId"_s).toString(), u"070195000123"_s);
    QCOMPARE(row.value(u"phone"_s).toString(), u"0912345678"_s);
}

void TestLists::oversizedTextInARow()
{
    const FormState state = stateOf(household({ person(QString(100'000, u'a')) }));
    QCOMPARE(described(state), (QStringList { u"error maxLength /household/members/0/name"_s }));
}

void TestLists::rowsAreReadBack()
{
    const AdministrativeUnits units;
    const FormState state = stateOf(household({ person(u"Mai"_s), person(u"Lan"_s, u"spouse"_s) }));
    QStringList lines;
    for (const AnswerSection &section : answerSections(pack(), state, units)) {
        for (const AnswerLine &line : section.lines)
            lines.append(line.pointer + u' ' + line.label + u": "_s + line.text);
    }
    QVERIFY(lines.contains(u"/household/members/0/name Thành viên 1 – Họ, chữ đệm và tên: Mai"_s));
    QVERIFY(lines.contains(u"/household/members/1/relation Thành viên 2 – Quan hệ với chủ hộ: Vợ, chồng"_s));
}

void TestLists::badLists_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("named");
    const QString control = u"/uiSchema/elements/3"_s;
    const QString detail = control + u"/options/detail"_s;
    const auto row = [](const char *name, const QString &pointer, const QJsonValue &value, const QString &named) {
        QTest::newRow(name) << pointer << value << named;
    };
    const QJsonObject rule { { u"effect"_s, u"HIDE"_s },
                             { u"condition"_s,
                               QJsonObject { { u"scope"_s, u"#/properties/kind"_s }, { u"schema"_s, QJsonObject() } } } };
    row("no layout of the row", control + u"/options"_s, QJsonValue::Undefined, detail);
    row("a column that nobody fills in", detail + u"/elements/1"_s, QJsonValue::Undefined, detail);
    row("a control that points nowhere", detail + u"/elements/0/scope"_s, u"#/properties/nowhere"_s,
        detail + u"/elements/0/scope"_s);
    row("a rule in a row", detail + u"/elements/0/rule"_s, rule, detail + u"/elements/0/rule"_s);
    row("a group in a row", detail + u"/type"_s, u"Group"_s, detail + u"/type"_s);
    row("a list of words", u"/schema/properties/items/items"_s, QJsonObject { { u"type"_s, u"string"_s } },
        control + u"/scope"_s);
    row("a default that breaks its own schema", u"/schema/properties/items/items/properties/copies/default"_s, 0,
        u"/schema/properties/items/items/properties/copies/default"_s);
    row("a list in a row", u"/schema/properties/items/items/properties/title"_s,
        QJsonObject {
            { u"type"_s, u"array"_s }, { u"title"_s, u"Tên"_s }, { u"items"_s, QJsonObject { { u"type"_s, u"string"_s } } } },
        detail);
}

void TestLists::badLists()
{
    QFETCH(QString, pointer);
    QFETCH(QJsonValue, value);
    QFETCH(QString, named);
    QCOMPARE(problemWith(pointer, value), named);
}

QTEST_GUILESS_MAIN(TestLists)
#include "tst_lists.moc"
