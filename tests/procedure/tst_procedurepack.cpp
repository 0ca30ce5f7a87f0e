#include "core/procedure/procedurepack.h"

#include "core/procedure/formstate.h"
#include "core/procedure/people.h"
#include "core/procedure/schemavalidator.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

QJsonObject smallPack()
{
    static const QByteArray text = R"({
      "format": 1, "language": "vi", "code": "1.000001", "version": "2026.1.1", "name": "Thủ tục thử", "field": "Thử",
      "handler": "UBND cấp xã", "keywords": ["thử nghiệm"], "validFrom": "2026-01-01", "checkedOn": "2026-11-22", "confidence": "unverified",
      "legalBasis": [{"text": "Luật thử", "confidence": "unverified"}],
      "deadline": {"rule": "n_days_after", "amount": 3, "unit": "WORKING_DAY", "text": "03 ngày", "x-source": {"text": "Luật", "confidence": "verified"}},
      "fee": {"text": "Không", "x-source": {"text": "Luật", "confidence": "verified"}},
      "result": {"text": "Giấy", "x-source": {"text": "Luật", "confidence": "verified"}},
      "people": {"applicant": ["/name"], "requester": ["/name"], "personalId": [], "phone": []},
      "schema": {"type": "object", "additionalProperties": false, "required": ["name"],
        "properties": {
          "name": {"$ref": "#/definitions/name", "title": "Họ tên"},
          "kind": {"type": "string", "title": "Loại", "default": "a", "oneOf": [{"const": "a", "title": "A"}, {"const": "b", "title": "B"}]},
          "more": {"type": "object", "additionalProperties": false, "properties": {"text": {"type": "string", "title": "Thêm", "pattern": "^[a-z]+$"}}}},
        "definitions": {"name": {"type": "string", "minLength": 1, "x-format": "personName"}}},
      "uiSchema": {"type": "VerticalLayout", "elements": [
        {"type": "Control", "scope": "#/properties/name"},
        {"type": "Control", "scope": "#/properties/kind"},
        {"type": "Group", "label": "Nhóm", "elements": [{"type": "Control", "scope": "#/properties/more/properties/text"}],
         "rule": {"effect": "SHOW", "condition": {"scope": "#/properties/kind", "schema": {"const": "b"}}}}]},
      "components": [
        {"code": "000.00.00.G15-KQ000001", "title": "Giấy một", "handling": "show", "originals": 1, "copies": 0, "required": true,
         "condition": {"scope": "#/properties/kind", "schema": {"const": "b"}}, "x-source": {"text": "Luật", "confidence": "verified"}},
        {"code": "000.00.00.G15-KQ000002", "title": "Giấy hai", "handling": "copy", "originals": 0, "copies": 1, "required": false,
         "x-source": {"text": "Luật", "confidence": "verified"}}],
      "advice": [
        {"id": "one", "kind": "notice", "title": "Một", "text": "Lời", "condition": {"scope": "#/properties/kind", "schema": {"const": "b"}},
         "x-source": {"text": "Luật", "confidence": "verified"}},
        {"id": "two", "kind": "notice", "title": "Hai", "text": "Lời", "condition": {"scope": "#", "schema": {}},
         "x-source": {"text": "Luật", "confidence": "verified"}}],
      "texts": {"km": {"/name": "…"}}
    })";
    return QJsonDocument::fromJson(text).object();
}

QByteArray bytes(const QJsonObject &json)
{
    return QJsonDocument(json).toJson();
}

QJsonObject changed(const QString &pointer, const QByteArray &value)
{
    QJsonObject json = smallPack();
    const QJsonValue wrapped = QJsonDocument::fromJson("[" + value + "]").array().first();
    setValueAt(json, pointer, value.isEmpty() ? QJsonValue(QJsonValue::Undefined) : wrapped);
    return json;
}

const LayoutElement *findControl(const LayoutElement &element, const QString &pointer)
{
    if (element.field && element.field->pointer == pointer)
        return &element;
    for (const LayoutElement &child : element.children) {
        if (const LayoutElement *found = findControl(child, pointer))
            return found;
    }
    return nullptr;
}

} // namespace

class TestProcedurePack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedPacksAreSound();
    void shippedPackHoldsWhatTheLawAsks();
    void smallPackIsRead();
    void malformedIsRefused_data();
    void malformedIsRefused();
    void textThatIsNoJsonIsRefused_data();
    void textThatIsNoJsonIsRefused();
    void searchNeedsNoToneMarks_data();
    void searchNeedsNoToneMarks();
    void newestVersionWins();
    void keywordsAreNamed_data();
    void keywordsAreNamed();
    void undefinedIsJudgedAsAjvDoes_data();
    void undefinedIsJudgedAsAjvDoes();
};

void TestProcedurePack::shippedPacksAreSound()
{
    const Result<PackCatalog> catalog = PackCatalog::shipped();
    QVERIFY2(catalog.has_value(), catalog ? "" : qPrintable(catalog.error().subject + u": "_s + catalog.error().detail));
    QVERIFY(!catalog->all().isEmpty());
    const PackPtr pack = catalog->newest(u"1.004873"_s);
    QVERIFY(pack);
    QCOMPARE(pack->sha256.size(), 64);
    QCOMPARE(catalog->find(pack->code, pack->version), pack);
    QVERIFY(!catalog->find(pack->code, u"1999.1.1"_s));
    QVERIFY(!catalog->newest(u"9.999999"_s));
}

void TestProcedurePack::shippedPackHoldsWhatTheLawAsks()
{
    const PackPtr pack = PackCatalog::shipped().value_or(PackCatalog({})).newest(u"1.004873"_s);
    QVERIFY(pack);
    QCOMPARE(pack->layout.kind, LayoutElement::Kind::Categorization);
    QCOMPARE(pack->layout.children.size(), 5);
    QCOMPARE(pack->layout.children.first().children.first().field->pointer, u"/request/purpose"_s);
    QCOMPARE(findControl(pack->layout, u"/status/kind"_s)->field->choices.size(), 5);
    QVERIFY(findControl(pack->layout, u"/statement/sworn"_s)->field->confirmation);
    QCOMPARE(findControl(pack->layout, u"/subject/name"_s)->field->section, u"Thông tin người được cấp"_s);
    QCOMPARE(findControl(pack->layout, u"/subject/name"_s)->field->format, u"personName"_s);
    QCOMPARE(findControl(pack->layout, u"/requester/residence"_s)->field->format, u"address"_s);
    QStringList codes;
    for (const Component &component : pack->components)
        codes.append(component.code.mid(14));
    QCOMPARE(codes, (QStringList { u"KQ003453"_s, u"KQ003454"_s, u"KQ004946"_s, u"KQ003785"_s }));
    QCOMPARE(pack->components.first().handling, Component::Handling::Submit);
    QCOMPARE(pack->components.last().handling, Component::Handling::Show);
    QCOMPARE(pack->deadline.value("amount"_L1).toInt(), 3);
    QCOMPARE(pack->deadline.value("perVerification"_L1).toInt(), 3);
    for (const LegalSource &basis : pack->legalBasis)
        QVERIFY(!basis.text.isEmpty() && !basis.confidence.isEmpty());
}

void TestProcedurePack::smallPackIsRead()
{
    const Result<PackPtr> pack = parseProcedurePack(bytes(smallPack()));
    QVERIFY2(pack.has_value(), pack ? "" : qPrintable(pack.error().subject + u": "_s + pack.error().detail));
    QCOMPARE((*pack)->layout.children.at(0).label, u"Họ tên"_s);
    QCOMPARE((*pack)->layout.children.at(2).id, u"2"_s);
    QCOMPARE((*pack)->layout.children.at(2).children.at(0).id, u"2/0"_s);
    QCOMPARE((*pack)->layout.children.at(2).rule->pointer, u"/kind"_s);
    QCOMPARE(initialData(**pack), (QJsonObject { { u"kind"_s, u"a"_s } }));
    QCOMPARE(applicantName(**pack, { { u"name"_s, u"Y Blơ"_s } }), u"Y Blơ"_s);
}

void TestProcedurePack::malformedIsRefused_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("pointer");

    const auto row = [](const char *name, const QString &change, const QByteArray &value, const QString &pointer) {
        QTest::newRow(name) << change << value << pointer;
    };
    row("no code", u"/code"_s, "", u"/code"_s);
    row("code of another grammar", u"/code"_s, R"("1004873")", u"/code"_s);
    row("another format", u"/format"_s, "2", u"/format"_s);
    row("version in words", u"/version"_s, R"("mới")", u"/version"_s);
    row("empty name", u"/name"_s, R"("")", u"/name"_s);
    row("unknown member", u"/nmae"_s, R"("x")", u"/nmae"_s);
    row("impossible day", u"/validFrom"_s, R"("2026-02-31")", u"/validFrom"_s);
    row("impossible day of checking", u"/checkedOn"_s, R"("2026-11-31")", u"/checkedOn"_s);
    row("valid to before from", u"/validTo"_s, R"("2025-12-31")", u"/validTo"_s);
    row("no legal basis", u"/legalBasis"_s, "[]", u"/legalBasis"_s);
    row("unknown confidence", u"/legalBasis/0/confidence"_s, R"("sure")", u"/legalBasis/0/confidence"_s);
    row("unknown deadline rule", u"/deadline/rule"_s, R"("soon")", u"/deadline/rule"_s);
    row("deadline without source", u"/deadline/x-source"_s, "", u"/deadline/x-source"_s);
    row("schema without type", u"/schema/type"_s, "", u"/schema/type"_s);
    row("schema that lets anything in", u"/schema/additionalProperties"_s, "true", u"/schema/additionalProperties"_s);
    row("unknown type", u"/schema/properties/kind/type"_s, R"("text")", u"/schema/properties/kind/type"_s);
    row("unknown keyword", u"/schema/properties/kind/minimumLength"_s, "3", u"/schema/properties/kind/minimumLength"_s);
    row("format of the standard", u"/schema/properties/kind/format"_s, R"("date")", u"/schema/properties/kind/format"_s);
    row("unknown x-format", u"/schema/definitions/name/x-format"_s, R"("surname")", u"/schema/definitions/name/x-format"_s);
    row("pattern that is no pattern", u"/schema/properties/more/properties/text/pattern"_s, R"("[a-")",
        u"/schema/properties/more/properties/text/pattern"_s);
    row("pattern with letters beyond ASCII", u"/schema/properties/more/properties/text/pattern"_s, R"("^[à-ỹ]+$")",
        u"/schema/properties/more/properties/text/pattern"_s);
    row("reference to nowhere", u"/schema/properties/name/$ref"_s, R"("#/definitions/nobody")",
        u"/schema/properties/name/$ref"_s);
    row("reference to another file", u"/schema/properties/name/$ref"_s, R"("http://example.vn/a.json")",
        u"/schema/properties/name/$ref"_s);
    row("reference to itself", u"/schema/definitions/name"_s, R"({"$ref": "#/definitions/name"})", u"/schema/definitions/name"_s);
    row("limit beside a reference", u"/schema/properties/name/maxLength"_s, "5", u"/schema/properties/name/maxLength"_s);
    row("default that is no choice", u"/schema/properties/kind/default"_s, R"("c")", u"/schema/properties/kind/default"_s);
    row("property that no control fills", u"/schema/properties/lost"_s, R"({"type": "string", "title": "Lạc"})",
        u"/schema/properties/lost"_s);
    row("property name with a space", u"/schema/properties/họ tên"_s, R"({"type": "string"})", u"/schema/properties"_s);
    row("unknown element", u"/uiSchema/elements/0/type"_s, R"("Knob")", u"/uiSchema/elements/0/type"_s);
    row("control without scope", u"/uiSchema/elements/0/scope"_s, "", u"/uiSchema/elements/0/scope"_s);
    row("control that points nowhere", u"/uiSchema/elements/0/scope"_s, R"("#/properties/nmae")",
        u"/uiSchema/elements/0/scope"_s);
    row("control on a group", u"/uiSchema/elements/0/scope"_s, R"("#/properties/more")", u"/uiSchema/elements/0/scope"_s);
    row("group without children", u"/uiSchema/elements/2/elements"_s, "", u"/uiSchema/elements/2/elements"_s);
    row("category outside", u"/uiSchema/elements/2/type"_s, R"("Category")", u"/uiSchema/elements/2/type"_s);
    row("unknown effect", u"/uiSchema/elements/2/rule/effect"_s, R"("BLINK")", u"/uiSchema/elements/2/rule/effect"_s);
    row("rule that points nowhere", u"/uiSchema/elements/2/rule/condition/scope"_s, R"("#/properties/kindd")",
        u"/uiSchema/elements/2/rule/condition/scope"_s);
    row("dead rule", u"/uiSchema/elements/2/rule/condition/schema"_s, R"({"const": "z"})",
        u"/uiSchema/elements/2/rule/condition/schema"_s);
    row("rule with an unknown keyword", u"/uiSchema/elements/2/rule/condition/schema"_s, R"({"equals": "b"})",
        u"/uiSchema/elements/2/rule/condition/schema/equals"_s);
    row("two components of one code", u"/components/1/code"_s, R"("000.00.00.G15-KQ000001")", u"/components/1/code"_s);
    row("component code of another grammar", u"/components/1/code"_s, R"("giấy")", u"/components/1/code"_s);
    row("unknown handling", u"/components/0/handling"_s, R"("keep")", u"/components/0/handling"_s);
    row("component condition that points nowhere", u"/components/0/condition/scope"_s, R"("#/properties/x")",
        u"/components/0/condition/scope"_s);
    row("component without source", u"/components/0/x-source"_s, "", u"/components/0/x-source"_s);
    row("two pieces of advice of one id", u"/advice/1/id"_s, R"("one")", u"/advice/1/id"_s);
    row("advice without condition", u"/advice/0/condition"_s, "", u"/advice/0/condition"_s);
    row("applicant that points nowhere", u"/people/applicant/0"_s, R"("/nobody")", u"/people/applicant/0"_s);
    row("phone that is a group", u"/people/phone"_s, R"(["/more"])", u"/people/phone/0"_s);
    row("translation of a text that is gone", u"/texts/km"_s, R"({"/nmae": "…"})", u"/texts/km"_s);
}

void TestProcedurePack::malformedIsRefused()
{
    QFETCH(QString, change);
    QFETCH(QByteArray, value);
    QFETCH(QString, pointer);
    const Result<PackPtr> pack = parseProcedurePack(bytes(changed(change, value)));
    QVERIFY(!pack.has_value());
    QCOMPARE(pack.error().code, ErrorCode::PackMalformed);
    QCOMPARE(pack.error().subject, pointer);
    QVERIFY(!pack.error().detail.isEmpty());
}

void TestProcedurePack::textThatIsNoJsonIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("half") << bytes(smallPack()).left(500);
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("html") << QByteArray("<html></html>");
    QTest::newRow("empty object") << QByteArray("{}");
    QTest::newRow("deeply nested") << QByteArray(5000, '[');
}

void TestProcedurePack::textThatIsNoJsonIsRefused()
{
    QFETCH(QByteArray, text);
    const Result<PackPtr> pack = parseProcedurePack(text);
    QVERIFY(!pack.has_value());
    QCOMPARE(pack.error().code, ErrorCode::PackMalformed);
}

void TestProcedurePack::searchNeedsNoToneMarks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");
    QTest::newRow("with marks") << u"hôn nhân"_s << true;
    QTest::newRow("without marks") << u"hon nhan"_s << true;
    QTest::newRow("capitals, decomposed") << u"TÌNH TRẠNG"_s.normalized(QString::NormalizationForm_D) << true;
    QTest::newRow("beginnings of words") << u"tinh tr hon"_s << true;
    QTest::newRow("code") << u"1.004873"_s << true;
    QTest::newRow("end of code") << u"004873"_s << true;
    QTest::newRow("what people say") << u"giay doc than"_s << true;
    QTest::newRow("everything") << QString() << true;
    QTest::newRow("something else") << u"khai sinh"_s << false;
}

void TestProcedurePack::searchNeedsNoToneMarks()
{
    QFETCH(QString, text);
    QFETCH(bool, found);
    const QList<PackPtr> packs = PackCatalog::shipped().value_or(PackCatalog({})).search(text);
    const bool has = std::any_of(packs.cbegin(), packs.cend(), [](const PackPtr &pack) { return pack->code == "1.004873"_L1; });
    QCOMPARE(has, found);
}

void TestProcedurePack::newestVersionWins()
{
    QList<PackPtr> packs;
    for (const QByteArray version : { R"("2026.2.1")", R"("2026.10.1")", R"("2026.9.30")" })
        packs.append(*parseProcedurePack(bytes(changed(u"/version"_s, version))));
    const PackCatalog catalog(packs);
    QCOMPARE(catalog.newest(u"1.000001"_s)->version, u"2026.10.1"_s);
    QCOMPARE(catalog.search(u"thu"_s).size(), 1);
    QCOMPARE(catalog.find(u"1.000001"_s, u"2026.2.1"_s)->version, u"2026.2.1"_s);
}

// Pins the words of the library that schemavalidator.cpp reads.
void TestProcedurePack::keywordsAreNamed_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("keyword");
    QTest::addColumn<QString>("pointer");
    QTest::newRow("type") << QByteArray(R"({"type":"string"})") << QByteArray("5") << u"type"_s << u"/v"_s;
    QTest::newRow("enum") << QByteArray(R"({"enum":["a"]})") << QByteArray(R"("b")") << u"enum"_s << u"/v"_s;
    QTest::newRow("const") << QByteArray(R"({"const":true})") << QByteArray("false") << u"const"_s << u"/v"_s;
    QTest::newRow("oneOf") << QByteArray(R"({"oneOf":[{"const":"a"},{"const":"b"}]})") << QByteArray(R"("c")") << u"oneOf"_s
                           << u"/v"_s;
    QTest::newRow("oneOf twice") << QByteArray(R"({"oneOf":[{"const":"a"},{"type":"string"}]})") << QByteArray(R"("a")")
                                 << u"oneOf"_s << u"/v"_s;
    QTest::newRow("anyOf") << QByteArray(R"({"anyOf":[{"const":"a"},{"const":"b"}]})") << QByteArray(R"("c")") << u"anyOf"_s
                           << u"/v"_s;
    QTest::newRow("not") << QByteArray(R"({"not":{"const":"a"}})") << QByteArray(R"("a")") << u"not"_s << u"/v"_s;
    QTest::newRow("pattern") << QByteArray(R"({"pattern":"^[0-9]+$"})") << QByteArray(R"("x")") << u"pattern"_s << u"/v"_s;
    QTest::newRow("minLength") << QByteArray(R"({"minLength":3})") << QByteArray(R"("ờờ")") << u"minLength"_s << u"/v"_s;
    QTest::newRow("maxLength") << QByteArray(R"({"maxLength":3})") << QByteArray(R"("abcd")") << u"maxLength"_s << u"/v"_s;
    QTest::newRow("minimum") << QByteArray(R"({"minimum":3})") << QByteArray("2") << u"minimum"_s << u"/v"_s;
    QTest::newRow("maximum") << QByteArray(R"({"maximum":3})") << QByteArray("4") << u"maximum"_s << u"/v"_s;
    QTest::newRow("exclusiveMinimum") << QByteArray(R"({"exclusiveMinimum":3})") << QByteArray("3") << u"exclusiveMinimum"_s
                                      << u"/v"_s;
    QTest::newRow("exclusiveMaximum") << QByteArray(R"({"exclusiveMaximum":3})") << QByteArray("3") << u"exclusiveMaximum"_s
                                      << u"/v"_s;
    QTest::newRow("minItems") << QByteArray(R"({"minItems":1})") << QByteArray("[]") << u"minItems"_s << u"/v"_s;
    QTest::newRow("maxItems") << QByteArray(R"({"maxItems":1})") << QByteArray("[1,2]") << u"maxItems"_s << u"/v"_s;
    QTest::newRow("uniqueItems") << QByteArray(R"({"uniqueItems":true})") << QByteArray("[1,1]") << u"uniqueItems"_s << u"/v"_s;
    QTest::newRow("contains") << QByteArray(R"({"contains":{"const":1}})") << QByteArray("[2]") << u"contains"_s << u"/v"_s;
    QTest::newRow("items") << QByteArray(R"({"items":{"type":"string"}})") << QByteArray(R"(["a",2])") << u"type"_s << u"/v/1"_s;
    QTest::newRow("required") << QByteArray(R"({"required":["a"]})") << QByteArray("{}") << u"required"_s << u"/v/a"_s;
    QTest::newRow("additionalProperties") << QByteArray(R"({"additionalProperties":false})") << QByteArray(R"({"b":1})")
                                          << u"additionalProperties"_s << u"/v/b"_s;
    QTest::newRow("false") << QByteArray(R"({"properties":{"a":false}})") << QByteArray(R"({"a":1})") << u"false"_s << u"/v/a"_s;
    QTest::newRow("inside") << QByteArray(R"({"properties":{"a":{"type":"string"}}})") << QByteArray(R"({"a":1})") << u"type"_s
                            << u"/v/a"_s;
    QTest::newRow("then") << QByteArray(R"({"if":{"const":1},"then":{"const":2}})") << QByteArray("1") << u"const"_s << u"/v"_s;
    QTest::newRow("allOf") << QByteArray(R"({"allOf":[{"minimum":1},{"maximum":5}]})") << QByteArray("6") << u"maximum"_s
                           << u"/v"_s;
    QTest::newRow("name to escape") << QByteArray(R"({"properties":{"a/b":{"type":"string"}}})") << QByteArray(R"({"a/b":1})")
                                    << u"type"_s << u"/v/a~1b"_s;
}

void TestProcedurePack::keywordsAreNamed()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, value);
    QFETCH(QString, keyword);
    QFETCH(QString, pointer);
    const QJsonObject around { { u"properties"_s, QJsonObject { { u"v"_s, QJsonDocument::fromJson(schema).object() } } } };
    const auto validator = SchemaValidator::compile(around);
    QVERIFY(validator.has_value());
    const QJsonObject data { { u"v"_s, QJsonDocument::fromJson("[" + value + "]").array().first() } };
    QVERIFY(!validator->accepts(data));
    const QList<SchemaViolation> violations = validator->violations(data);
    QCOMPARE(violations.size(), 1);
    QCOMPARE(violations.first().keyword, keyword);
    QCOMPARE(violations.first().pointer, pointer);
}

void TestProcedurePack::undefinedIsJudgedAsAjvDoes_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("anything") << QByteArray("{}") << true;
    QTest::newRow("const") << QByteArray(R"({"const":"a"})") << false;
    QTest::newRow("enum") << QByteArray(R"({"enum":["a"]})") << false;
    QTest::newRow("type") << QByteArray(R"({"type":"string"})") << false;
    QTest::newRow("type null") << QByteArray(R"({"type":"null"})") << false;
    QTest::newRow("minLength") << QByteArray(R"({"minLength":1})") << true;
    QTest::newRow("minimum") << QByteArray(R"({"minimum":1})") << true;
    QTest::newRow("required") << QByteArray(R"({"required":["a"]})") << true;
    QTest::newRow("not const") << QByteArray(R"({"not":{"const":"a"}})") << true;
    QTest::newRow("not anything") << QByteArray(R"({"not":{}})") << false;
    QTest::newRow("anyOf") << QByteArray(R"({"anyOf":[{"const":"a"},{"minLength":1}]})") << true;
    QTest::newRow("oneOf both") << QByteArray(R"({"oneOf":[{"minimum":2},{"minLength":1}]})") << false;
    QTest::newRow("allOf") << QByteArray(R"({"allOf":[{"minLength":1},{"const":"a"}]})") << false;
    QTest::newRow("if fails, else holds") << QByteArray(R"({"if":{"const":"a"},"then":{},"else":{"minLength":1}})") << true;
    QTest::newRow("if holds, then fails") << QByteArray(R"({"if":{},"then":{"const":"a"}})") << false;
}

void TestProcedurePack::undefinedIsJudgedAsAjvDoes()
{
    QFETCH(QByteArray, schema);
    QFETCH(bool, accepted);
    const auto validator = SchemaValidator::compile(QJsonDocument::fromJson(schema).object());
    QVERIFY(validator.has_value());
    QCOMPARE(validator->accepts(QJsonValue::Undefined), accepted);
}

QTEST_GUILESS_MAIN(TestProcedurePack)
#include "tst_procedurepack.moc"
