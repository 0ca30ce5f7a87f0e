#include "core/fee/feesheet.h"
#include "core/fee/feewords.h"
#include "core/fee/vietqr.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

const QDate today(2026, 11, 23);

QJsonObject resource(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QJsonObject object(const char *json)
{
    const QJsonObject read = QJsonDocument::fromJson(json).object();
    if (read.isEmpty())
        qFatal("bad JSON in the test: %s", json);
    return read;
}

// A small pack around the shipped one, with the fee under test and fields to ask about.
PackPtr packWith(const char *fee)
{
    QJsonObject pack = resource(u":/procedures/1.004873.json"_s);
    const QJsonObject schema = object(R"({"type": "object", "additionalProperties": false, "properties": {
        "name": {"type": "string", "title": "Họ tên"}, "copies": {"type": "integer", "title": "Số bản", "minimum": 0},
        "late": {"type": "boolean", "title": "Quá hạn"}, "poor": {"type": "boolean", "title": "Hộ nghèo"},
        "people": {"type": "array", "title": "Người", "items": {"type": "object", "additionalProperties": false, "properties": {
            "name": {"type": "string", "title": "Họ tên"}}}},
        "papers": {"type": "array", "title": "Giấy tờ", "items": {"type": "object", "additionalProperties": false, "properties": {
            "copies": {"type": "integer", "title": "Số bản"}, "pages": {"type": "integer", "title": "Số trang"}}}}}})");
    const QJsonObject uiSchema = object(R"({"type": "VerticalLayout", "elements": [
        {"type": "Control", "scope": "#/properties/name"}, {"type": "Control", "scope": "#/properties/copies"},
        {"type": "Control", "scope": "#/properties/late"}, {"type": "Control", "scope": "#/properties/poor"},
        {"type": "Control", "scope": "#/properties/people", "options": {"detail": {"type": "VerticalLayout", "elements": [
            {"type": "Control", "scope": "#/properties/name"}]}}},
        {"type": "Control", "scope": "#/properties/papers", "options": {"detail": {"type": "VerticalLayout", "elements": [
            {"type": "Control", "scope": "#/properties/copies"}, {"type": "Control", "scope": "#/properties/pages"}]}}}]})");
    pack.insert(u"schema"_s, schema);
    pack.insert(u"uiSchema"_s, uiSchema);
    pack.insert(u"people"_s, object(R"({"applicant": ["/name"], "requester": ["/name"], "personalId": [], "phone": []})"));
    pack.insert(u"components"_s, QJsonArray());
    pack.insert(u"advice"_s, QJsonArray());
    pack.remove(u"notAsked"_s);
    for (const QString &part : { u"persons"_s, u"prefill"_s, u"papers"_s, u"branches"_s, u"mobile"_s, u"texts"_s })
        pack.remove(part);
    QByteArray text = QByteArray(fee).replace('\'', '"');
    text.replace("SRC", R"("x-source": {"text": "?", "confidence": "unverified"})");
    pack.insert(u"fee"_s, object(text.constData()));
    const auto parsed = parseProcedurePack(QJsonDocument(pack).toJson());
    if (!parsed)
        qFatal("%s: %s", qPrintable(parsed.error().subject), qPrintable(parsed.error().detail));
    return *parsed;
}

ProvinceFees provinces(const QByteArray &entries)
{
    const auto fees = ProvinceFees::parse(R"({"format": 1, "entries": [)" + entries + "]}");
    if (!fees)
        qFatal("%s", qPrintable(fees.error().subject));
    return *fees;
}

// moc cannot read raw strings inside macros, so answers are written with single quotes.
FeeSheet sheet(const char *fee, const char *answers, const QByteArray &entries = {}, QDate day = today)
{
    return feeSheet(*packWith(fee), QJsonDocument::fromJson(QByteArray(answers).replace('\'', '"')).object(), provinces(entries),
                    u"75"_s, day);
}

QString refusedAt(const QByteArray &entries)
{
    const auto fees = ProvinceFees::parse(R"({"format": 1, "entries": [)" + entries + "]}");
    return fees ? u"accepted"_s : fees.error().code == ErrorCode::FeeTableUnusable ? fees.error().subject : u"?"_s;
}

const char perCopy[] = R"({"decidedBy": "law", "text": "t", SRC,
    "items": [{"id": "copies", "title": "Bản sao", "amount": 8000, "per": "unit", "quantity": "/copies", "plus": 1, SRC}]})";
const char rows[] = R"({"decidedBy": "law", "text": "t", SRC, "items": [{"id": "pages", "title": "Chứng thực", "per": "row",
    "rows": "/papers", "copies": "copies", "pages": "pages", "tiers": [{"upTo": 2, "amount": 2000}, {"amount": 1000}],
    "cap": 200000, SRC}]})";
const char byProvince[] = R"({"decidedBy": "province", "text": "Theo nghị quyết", SRC,
    "items": [{"id": "registration", "title": "Lệ phí", "per": "dossier", SRC}],
    "waivers": [{"id": "poor", "title": "Hộ nghèo", "condition": {"scope": "#/properties/poor", "schema": {"const": true},
                 "failWhenUndefined": true}, "validFrom": "2026-08-15", "validTo": "2027-02-28", SRC}]})";
const char whenLate[] = R"({"decidedBy": "law", "text": "t", SRC, "items": [{"id": "late", "title": "Quá hạn", "amount": 5000,
    "per": "dossier", "condition": {"scope": "#/properties/late", "schema": {"const": true}, "failWhenUndefined": true}, SRC}]})";

} // namespace

class TestFee : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unitsAreCounted();
    void listsAreCounted();
    void rowsHaveTiersAndACap();
    void whatTheProvinceDecidesIsNotGuessed();
    void waiversHaveTheirDays();
    void nothingDueIsFreeButNothingSaidIsNot();
    void brokenTablesAreRefused();
    void theShippedTableClaimsNothing();
    void moneyReadsAsPeopleSayIt();
    void accountsAreChecked();
    void thePurposeCarriesTheWholeCode();
};

void TestFee::unitsAreCounted()
{
    const FeeSheet three = sheet(perCopy, "{'copies': 2}");
    QCOMPARE(three.total, 24000);
    QCOMPARE(three.lines.at(0).quantity, 3);
    QCOMPARE(lineWords(three.lines.at(0)), u"3 × 8.000 đồng = 24.000 đồng"_s);
    QCOMPARE(sheet(perCopy, "{}").total, 8000);
    QCOMPARE(sheet(perCopy, "{'copies': -7}").total, 8000);
    QVERIFY(*sheet(perCopy, "{'copies': 9007199254740991}").total > 0);
}

void TestFee::listsAreCounted()
{
    const char perPerson[] = R"({"decidedBy": "law", "text": "t", SRC,
        "items": [{"id": "list", "title": "Mỗi người", "amount": 10000, "per": "unit", "quantity": "/people", SRC}]})";
    QCOMPARE(sheet(perPerson, "{'people': [{'name': 'Y Brơi'}, {'name': 'Giàng A Páo'}]}").total, 20000);
    const FeeSheet none = sheet(perPerson, "{}");
    QVERIFY(none.lines.isEmpty());
    QVERIFY(none.isFree());
}

void TestFee::rowsHaveTiersAndACap()
{
    const auto total = [](const char *answers) { return *sheet(rows, answers).total; };
    QCOMPARE(total("{'papers': [{'copies': 1, 'pages': 1}]}"), 2000);
    QCOMPARE(total("{'papers': [{'copies': 1, 'pages': 2}]}"), 4000);
    QCOMPARE(total("{'papers': [{'copies': 3, 'pages': 5}]}"), 3 * (4000 + 3000));
    QCOMPARE(total("{'papers': [{'copies': 1, 'pages': 198}, {'copies': 2, 'pages': 500}]}"), 200000 + 2 * 200000);
    QCOMPARE(total("{'papers': [{'copies': 1, 'pages': 197}]}"), 199000);
    QCOMPARE(sheet(rows, "{'papers': [{'copies': 3, 'pages': 5}, {'copies': 1}]}").lines.at(0).quantity, 4);
}

void TestFee::whatTheProvinceDecidesIsNotGuessed()
{
    const FeeSheet unknown = sheet(byProvince, "{}");
    QVERIFY(!unknown.total);
    QVERIFY(!unknown.isFree());
    QCOMPARE(unknown.text, packWith(byProvince)->feeText);
    const QByteArray decided = R"({"province": "75", "procedure": "1.004873", "item": "registration", "amount": 15000,
        "validFrom": "2026-01-01", "validTo": "2026-11-23", "x-source": {"text": "NQ", "confidence": "secondary"}})";
    const FeeSheet known = sheet(byProvince, "{}", decided);
    QCOMPARE(known.total, 15000);
    QVERIFY(known.lines.at(0).byProvince);
    QCOMPARE(known.lines.at(0).source.text, u"NQ"_s);
    QVERIFY(!sheet(byProvince, "{}", decided, today.addDays(1)).total);
    QVERIFY(!feeSheet(*packWith(byProvince), {}, provinces(decided), u"11"_s, today).total);
}

void TestFee::waiversHaveTheirDays()
{
    const FeeSheet waived = sheet(byProvince, "{'poor': true}");
    QVERIFY(waived.isFree());
    QCOMPARE(waived.waivers.size(), 1);
    QCOMPARE(waived.lines.at(0).waivedBy, u"poor"_s);
    QVERIFY(sheet(byProvince, "{'poor': true}", {}, QDate(2027, 2, 28)).isFree());
    QVERIFY(!sheet(byProvince, "{'poor': true}", {}, QDate(2027, 3, 1)).total);
    QVERIFY(!sheet(byProvince, "{'poor': true}", {}, QDate(2026, 8, 14)).total);
    QVERIFY(sheet(byProvince, "{'poor': false}").waivers.isEmpty());
}

void TestFee::nothingDueIsFreeButNothingSaidIsNot()
{
    QVERIFY(sheet(whenLate, "{'late': false}").isFree());
    QCOMPARE(sheet(whenLate, "{'late': true}").total, 5000);
    QVERIFY(!sheet("{'decidedBy': 'law', 'text': 'Không thu', SRC, 'items': []}", "{}").total);
}

void TestFee::brokenTablesAreRefused()
{
    const QByteArray good = R"({"province": "75", "procedure": "1.004873", "item": "registration", "amount": 15000,
        "validFrom": "2026-01-01", "x-source": {"text": "NQ", "confidence": "secondary"}})";
    QCOMPARE(refusedAt(good), u"accepted"_s);
    QCOMPARE(refusedAt(good + ',' + good), u"/entries/1"_s);
    QCOMPARE(refusedAt(QByteArray(good).replace("15000", "-1")), u"/entries/0/amount"_s);
    QCOMPARE(refusedAt(QByteArray(good).replace("2026-01-01", "2026-13-01")), u"/entries/0/validFrom"_s);
    QCOMPARE(refusedAt(QByteArray(good).replace("x-source", "source")), u"/entries/0/x-source"_s);
    QVERIFY(!ProvinceFees::parse("[]"));
}

void TestFee::theShippedTableClaimsNothing()
{
    QFile file(u":/data/province-fees.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto fees = ProvinceFees::parse(file.readAll());
    QVERIFY(fees);
    QCOMPARE(fees->size(), 0); // domain.md 10.5: no resolution is verified
}

void TestFee::moneyReadsAsPeopleSayIt()
{
    QCOMPARE(groupedMoney(0), u"0 đồng"_s);
    QCOMPARE(groupedMoney(999), u"999 đồng"_s);
    QCOMPARE(groupedMoney(1000), u"1.000 đồng"_s);
    QCOMPARE(groupedMoney(-1234567), u"-1.234.567 đồng"_s);
    QCOMPARE(moneyInWords(24000), u"Hai mươi tư nghìn đồng"_s);
    QCOMPARE(moneyInWords(5005), u"Năm nghìn không trăm linh năm đồng"_s);
}

void TestFee::accountsAreChecked()
{
    const BankAccount good { u"970436"_s, u"0000000001"_s, u"UBND XÃ ĐA KIA"_s };
    QVERIFY(checkedAccount(good));
    QCOMPARE(bankAccountFromStored(toStored(good)), good);
    QVERIFY(bankAccountFromStored({}).number.isEmpty());
    for (const BankAccount &bad :
         { BankAccount { u"97043"_s, good.number, good.holder }, BankAccount { good.bin, u"12 34"_s, good.holder },
           BankAccount { good.bin, good.number, u" "_s } }) {
        const auto checked = checkedAccount(bad);
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, ErrorCode::PaymentAccountUnusable);
    }
}

void TestFee::thePurposeCarriesTheWholeCode()
{
    QCOMPARE(paymentPurpose(u"TAM-25231-01-261122-007-K"_s), u"PHI TAM 2523101261122007K"_s);
    QCOMPARE(paymentPurpose(u"TAM-25231-01-261122-1234-K"_s), u"PHI 25231012611221234K"_s);
    QCOMPARE(crc16CcittFalse("123456789"), quint16(0x29B1));
}

QTEST_GUILESS_MAIN(TestFee)

#include "tst_fee.moc"
