// The linter, the comparison of versions and the choice of the version in force, on the shipped packs and on broken copies of one.
#include "core/procedure/formstate.h"
#include "core/procedure/packchanges.h"
#include "core/procedure/packcounts.h"
#include "core/procedure/packlint.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

QJsonObject sample()
{
    QFile file(u":/procedures/1.004873.json"_s);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QByteArray text(const QJsonObject &json)
{
    return QJsonDocument(json).toJson();
}

// The pack with the value at a pointer replaced.
QJsonObject changed(const QString &pointer, const QJsonValue &value)
{
    QJsonObject json = sample();
    setValueAt(json, pointer, value);
    return json;
}

bool says(const QList<LintFinding> &findings, const QString &rule, const QString &pointer)
{
    return std::any_of(findings.cbegin(), findings.cend(),
                       [&](const LintFinding &one) { return one.rule == rule && one.pointer.startsWith(pointer); });
}

QString listed(const QList<LintFinding> &findings)
{
    QStringList lines;
    for (const LintFinding &one : findings)
        lines.append(one.rule + u" ["_s + one.pointer + u"] "_s + one.text);
    return lines.join(u'\n');
}

PackPtr pack(const QJsonObject &json)
{
    const Result<PackPtr> read = parseProcedurePack(text(json));
    return read ? *read : nullptr;
}

PackPtr version(const QString &number, const QString &from, const QString &to)
{
    QJsonObject json = sample();
    json.insert("version"_L1, number);
    json.insert("validFrom"_L1, from);
    to.isEmpty() ? json.remove("validTo"_L1) : (void)json.insert("validTo"_L1, to);
    return pack(json);
}

} // namespace

class TestPackLint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedPacksHaveNoErrorsAndNoDeadRules()
    {
        const Result<QList<PackPtr>> packs = readShippedPacks();
        QVERIFY(packs);
        for (const PackPtr &each : *packs) {
            const QList<LintFinding> findings = lintPack(each->source);
            QVERIFY2(!hasErrors(findings), qPrintable(each->code + u'\n' + listed(findings)));
            QVERIFY2(!says(findings, u"dead-rule"_s, {}), qPrintable(each->code + u'\n' + listed(findings)));
            const PackCounts counts = countPack(*each);
            QVERIFY(counts.fields > 0 && counts.rules > 0 && counts.sources > 0 && counts.unverified <= counts.sources);
        }
    }

    void whatIsWrongIsNamedByItsPlace_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("pointer");
        QTest::newRow("not JSON") << QByteArray("{") << u"refused"_s << QString();
        QTest::newRow("unknown member") << text(changed(u"/colour"_s, u"blue"_s)) << u"refused"_s << u"/colour"_s;
        QTest::newRow("no version") << text(changed(u"/version"_s, QJsonValue::Undefined)) << u"refused"_s << u"/version"_s;
        QTest::newRow("unused definition") << text(
            changed(u"/schema/definitions/nobody"_s, QJsonObject { { "type"_L1, "string"_L1 } }))
                                           << u"unused-definition"_s << u"/schema/definitions/nobody"_s;
        QTest::newRow("a text that is not written yet")
            << text(changed(u"/components/0/title"_s, u"TODO"_s)) << u"missing-text"_s << u"/components/0/title"_s;
        QTest::newRow("a source that says nothing")
            << text(changed(u"/advice/0/x-source/text"_s, u"luật"_s)) << u"missing-source"_s << u"/advice/0/x-source"_s;
        QTest::newRow("stronger than its parts")
            << text(changed(u"/confidence"_s, u"verified"_s)) << u"confidence"_s << u"/confidence"_s;
        QTest::newRow("mistyped x- member") << text(
            changed(u"/schema/properties/request/properties/purpose/x-notbefore"_s, u"/a"_s))
                                            << u"unknown-member"_s
                                            << u"/schema/properties/request/properties/purpose/x-notbefore"_s;
        const QJsonObject never {
            { "scope"_L1, "#/properties/request"_L1 },
            { "schema"_L1,
              QJsonObject { { "required"_L1, QJsonArray { "purpose"_L1 } },
                            { "properties"_L1, QJsonObject { { "purpose"_L1, QJsonObject { { "const"_L1, "moon"_L1 } } } } } } }
        };
        QTest::newRow("waits for no choice")
            << text(changed(u"/advice/0/condition"_s, never)) << u"dead-rule"_s << u"/advice/0/condition"_s;
    }
    void whatIsWrongIsNamedByItsPlace()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, rule);
        QFETCH(QString, pointer);
        const QList<LintFinding> findings = lintPack(file);
        QVERIFY2(says(findings, rule, pointer), qPrintable(listed(findings)));
    }

    // Inside a group that is shown for one answer, a rule that waits for another one can never hold; nor one that waits for a field
    // which is hidden just then.
    void contradictionsAreDead()
    {
        const auto condition = [](const char *field, const QJsonValue &value) {
            return QJsonObject { { "scope"_L1, u"#/properties/"_s + QLatin1StringView(field) },
                                 { "schema"_L1, QJsonObject { { "const"_L1, value } } } };
        };
        const auto control = [&](const char *field, const QJsonObject &when) {
            QJsonObject element { { "type"_L1, "Control"_L1 }, { "scope"_L1, u"#/properties/"_s + QLatin1StringView(field) } };
            if (!when.isEmpty())
                element.insert("rule"_L1, QJsonObject { { "effect"_L1, "SHOW"_L1 }, { "condition"_L1, when } });
            return element;
        };
        const QJsonObject choice { { "type"_L1, "string"_L1 },
                                   { "title"_L1, "T"_L1 },
                                   { "oneOf"_L1,
                                     QJsonArray { QJsonObject { { "const"_L1, "a"_L1 }, { "title"_L1, "A"_L1 } },
                                                  QJsonObject { { "const"_L1, "b"_L1 }, { "title"_L1, "B"_L1 } } } } };
        const QJsonObject flag { { "type"_L1, "boolean"_L1 }, { "title"_L1, "F"_L1 } };
        const auto judged = [&](const QJsonArray &elements) {
            QJsonObject json = sample();
            json.insert("schema"_L1,
                        QJsonObject { { "type"_L1, "object"_L1 },
                                      { "additionalProperties"_L1, false },
                                      { "properties"_L1,
                                        QJsonObject { { "one"_L1, choice }, { "two"_L1, flag }, { "three"_L1, flag } } } });
            json.insert("uiSchema"_L1, QJsonObject { { "type"_L1, "VerticalLayout"_L1 }, { "elements"_L1, elements } });
            json.insert("people"_L1, QJsonObject { { "applicant"_L1, QJsonArray() },
                                                   { "requester"_L1, QJsonArray() },
                                                   { "personalId"_L1, QJsonArray() },
                                                   { "phone"_L1, QJsonArray() } });
            for (const char *list : { "components", "advice" })
                json.insert(QLatin1StringView(list), QJsonArray());
            for (const QLatin1StringView part : { "fee"_L1, "deadline"_L1 }) {
                QJsonObject plain = json.value(part).toObject();
                for (const char *list : { "items", "waivers", "cases" })
                    plain.remove(QLatin1StringView(list));
                json.insert(part, plain);
            }
            for (const char *part : { "branches", "prefill", "papers", "persons", "texts" })
                json.remove(QLatin1StringView(part));
            const QList<LintFinding> findings = lintPack(text(json));
            return hasErrors(findings)
                       ? QList<LintFinding> { { LintFinding::Severity::Error, u"broken test"_s, {}, listed(findings) } }
                       : findings;
        };
        const QList<LintFinding> fine =
            judged({ control("one", {}), control("two", condition("one", u"a"_s)), control("three", condition("two", true)) });
        QVERIFY2(!says(fine, u"dead-rule"_s, {}) && !hasErrors(fine), qPrintable(listed(fine)));

        const QJsonObject group {
            { "type"_L1, "Group"_L1 },
            { "label"_L1, "G"_L1 },
            { "elements"_L1, QJsonArray { control("two", condition("one", u"b"_s)), control("three", {}) } },
            { "rule"_L1, QJsonObject { { "effect"_L1, "SHOW"_L1 }, { "condition"_L1, condition("one", u"a"_s) } } }
        };
        const QList<LintFinding> inside = judged({ control("one", {}), group });
        QVERIFY2(says(inside, u"dead-rule"_s, u"/uiSchema/elements/1/elements/0/rule/condition"_s), qPrintable(listed(inside)));

        QJsonObject both = condition("two", true);
        const QJsonObject outer { { "type"_L1, "Group"_L1 },
                                  { "label"_L1, "G"_L1 },
                                  { "elements"_L1, QJsonArray { control("three", both) } },
                                  { "rule"_L1,
                                    QJsonObject { { "effect"_L1, "SHOW"_L1 }, { "condition"_L1, condition("one", u"b"_s) } } } };
        const QList<LintFinding> hidden = judged({ control("one", {}), control("two", condition("one", u"a"_s)), outer });
        QVERIFY2(says(hidden, u"dead-rule"_s, u"/uiSchema/elements/2/elements/0/rule/condition"_s), qPrintable(listed(hidden)));

        const QList<LintFinding> later =
            judged({ control("two", condition("one", u"a"_s)), control("one", {}), control("three", {}) });
        QVERIFY2(says(later, u"dead-rule"_s, u"/uiSchema/elements/0/rule/condition"_s), qPrintable(listed(later)));
    }

    void versionsBesideOneAnother()
    {
        const auto rules = [](const QList<NamedPack> &packs) {
            QStringList found;
            const QList<NamedFinding> findings = lintVersions(packs);
            for (const NamedFinding &one : findings)
                found.append(one.file + u' ' + one.finding.rule);
            return found;
        };
        const NamedPack a { u"a"_s, version(u"2026.1.1"_s, u"2026-01-01"_s, u"2026-12-31"_s) };
        QCOMPARE(rules({ a, { u"b"_s, version(u"2027.1.1"_s, u"2027-01-01"_s, {}) } }), QStringList());
        QCOMPARE(rules({ { u"b"_s, version(u"2027.1.1"_s, u"2026-12-31"_s, {}) }, a }),
                 QStringList { u"b overlapping-validity"_s });
        QCOMPARE(rules({ a, { u"b"_s, version(u"2027.1.1"_s, u"2027-01-02"_s, {}) } }), QStringList { u"b gap-in-validity"_s });
        QCOMPARE(rules({ a, { u"b"_s, version(u"2026.1.1"_s, u"2026-01-01"_s, {}) } }), QStringList { u"b same-version"_s });
        QCOMPARE(rules({ a, { u"b"_s, version(u"2026.1.2"_s, u"2026-01-01"_s, u"2026-12-31"_s) } }), QStringList());
    }

    void theVersionOfADay()
    {
        const PackPtr old = version(u"2026.1.1"_s, u"2026-01-01"_s, {});
        const PackPtr next = version(u"2027.3.1"_s, u"2027-03-01"_s, {});
        const PackPtr corrected = version(u"2027.4.1"_s, u"2026-01-01"_s, u"2027-02-15"_s); // ends the first one early
        const PackCatalog two({ next, old });
        QCOMPARE(two.inForce(old->code, QDate(2027, 2, 28)), old);
        QCOMPARE(two.inForce(old->code, QDate(2027, 3, 1)), next);
        QCOMPARE(two.inForce(old->code, QDate(2025, 12, 31)), nullptr);
        QVERIFY(two.onDay(old->code, QDate(2025, 12, 31))->state == PackOnDay::State::NotYet);
        QCOMPARE(two.onDay(old->code, QDate(2025, 12, 31))->pack, old);
        const PackCatalog three({ old, next, corrected });
        QCOMPARE(three.inForce(old->code, QDate(2026, 6, 1)), corrected);
        QVERIFY(three.onDay(old->code, QDate(2027, 2, 20))->state == PackOnDay::State::NotYet); // the next one is known
        QCOMPARE(three.inForce(old->code, QDate(2027, 4, 2)), next);
        const PackCatalog withdrawn({ old, corrected });
        QVERIFY(withdrawn.onDay(old->code, QDate(2027, 2, 16))->state == PackOnDay::State::Expired);
        QCOMPARE(withdrawn.offers({}, QDate(2027, 2, 16)).size(), 1);
        QVERIFY(!withdrawn.onDay(u"9.999999"_s, QDate(2027, 2, 16)));
    }

    void movingKeepsEveryAnswerSomewhere()
    {
        const PackPtr from = pack(sample());
        QJsonObject json = sample();
        json.insert("version"_L1, "2026.12.1"_L1);
        // The purpose loses its choice, the phone its field, the name gets another title.
        QJsonValue choices = valueAt(json, u"/schema/properties/request/properties/purpose/oneOf"_s);
        const QString gone = choices.toArray().first()["const"_L1].toString();
        QJsonArray fewer = choices.toArray();
        fewer.removeFirst();
        fewer.append(QJsonObject { { "const"_L1, gone + u"New"_s }, { "title"_L1, u"Mục đích mới"_s } });
        setValueAt(json, u"/schema/properties/request/properties/purpose/oneOf"_s, fewer);
        QByteArray written = text(json);
        written.replace("\"const\": \"" + gone.toUtf8() + "\"", "\"const\": \"" + gone.toUtf8() + "New\"");
        const Result<PackPtr> to = parseProcedurePack(written);
        QVERIFY2(to, to ? "" : qPrintable(to.error().subject + to.error().detail));

        QJsonObject data;
        setValueAt(data, u"/request/purpose"_s, gone);
        setValueAt(data, u"/requester/name"_s, u"Điểu Thị Mai"_s);
        setValueAt(data, u"/requester/personalId"_s, u"12345"_s); // wrong, and still an answer
        const MovedAnswers moved = moveAnswers(*from, **to, data);
        QCOMPARE(valueAt(moved.data, u"/requester/name"_s).toString(), u"Điểu Thị Mai"_s);
        QCOMPARE(valueAt(moved.data, u"/requester/personalId"_s).toString(), u"12345"_s);
        QCOMPARE(moved.left.size(), 1);
        QCOMPARE(moved.left[0].pointer, u"/request/purpose"_s);
        QCOMPARE(moved.left[0].value.toString(), gone);
        QVERIFY(!moved.left[0].title.isEmpty());

        const QList<PackChange> changes = packChanges(*from, **to);
        QVERIFY(std::any_of(changes.cbegin(), changes.cend(), [](const PackChange &one) {
            return one.what == PackChange::What::Field && one.how == PackChange::How::Changed
                   && one.after.contains(u"Mục đích mới"_s);
        }));
        QVERIFY(packChanges(*from, *from).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPackLint)
#include "tst_packlint.moc"
