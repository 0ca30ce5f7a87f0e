#include "core/procedure/formstate.h"

#include "core/procedure/partialdate.h"
#include "core/procedure/people.h"
#include "tests/procedure/sampleanswers.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>
#include <QThreadPool>
#include <QTranslator>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace motcua;
using Severity = Finding::Severity;

namespace {

const QDate today(2026, 11, 23);
constexpr auto oldCertificate = "000.00.00.G15-KQ003453"_L1;
constexpr auto authorisation = "000.00.00.G15-KQ003454"_L1;
constexpr auto identityPaper = "000.00.00.G15-KQ004946"_L1;
constexpr auto residenceProof = "000.00.00.G15-KQ003785"_L1;

FormState stateOf(const QJsonObject &data, const QHash<QString, int> &papers = {})
{
    return evaluateForm(*sample::pack(), data, papers, today);
}

QStringList described(const FormState &state)
{
    static constexpr const char *words[] = { "missing", "error", "doubt" };
    QStringList lines;
    for (const Finding &finding : state.findings)
        lines.append(u"%1 %2 %3"_s.arg(QLatin1StringView(words[int(finding.severity)]), finding.keyword,
                                       finding.pointer.isEmpty() ? finding.component : finding.pointer));
    return lines;
}

const LayoutElement *findElement(const LayoutElement &element, const QString &label)
{
    if (element.label == label)
        return &element;
    for (const LayoutElement &child : element.children) {
        if (const LayoutElement *found = findElement(child, label))
            return found;
    }
    return nullptr;
}

QString idOfControl(const LayoutElement &element, const QString &pointer)
{
    if (element.field && element.field->pointer == pointer)
        return element.id;
    for (const LayoutElement &child : element.children) {
        if (QString id = idOfControl(child, pointer); !id.isEmpty())
            return id;
    }
    return {};
}

bool isHidden(const FormState &state, const QString &pointer)
{
    return state.hiddenElements.contains(idOfControl(sample::pack()->layout, pointer));
}

QStringList adviceIds(const FormState &state)
{
    QStringList ids;
    for (const Advice &advice : state.advice)
        ids.append(advice.id);
    return ids;
}

ComponentState component(const FormState &state, QLatin1StringView code)
{
    for (const ComponentState &one : state.components) {
        if (one.code == code)
            return one;
    }
    return {};
}

} // namespace

class TestFormState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void completeAnswersAreComplete();
    void emptyFormSaysEverythingAtOnce();
    void rulesShowAndHide_data();
    void rulesShowAndHide();
    void hiddenContainerHidesWhatIsInside();
    void hiddenAnswersAreNotSubmitted();
    void evaluationOfAnswersChangesNothing();
    void requiredFollowsTheAnswers();
    void everyStatusAsksItsOwn_data();
    void everyStatusAsksItsOwn();
    void adviceFollowsThePurpose_data();
    void adviceFollowsThePurpose();
    void otherAdvice();
    void papersAreAskedFor();
    void brokenDataAreNamed_data();
    void brokenDataAreNamed();
    void namesAsTheyAre_data();
    void namesAsTheyAre();
    void partialDates_data();
    void partialDates();
    void partialDateTyping_data();
    void partialDateTyping();
    void datesInOrder();
    void personalIdDoubtsNeverBlock_data();
    void personalIdDoubtsNeverBlock();
    void phonesAreNormalised_data();
    void phonesAreNormalised();
    void addresses();
    void findingsFollowTheForm();
    void peopleAreFound();
    void hugeTextIsRefusedCalmly();
    void threadsShareOnePack();
    void keystrokeIsFast();
    void pointers();
    void everySentenceIsVietnamese_data();
    void everySentenceIsVietnamese();

private:
    QTranslator m_vietnamese;
};

// Findings are read in the words of the kiosk.
void TestFormState::initTestCase()
{
    QVERIFY(m_vietnamese.load(u":/translations/motcua_vi.qm"_s));
    QVERIFY(QCoreApplication::installTranslator(&m_vietnamese));
}

void TestFormState::completeAnswersAreComplete()
{
    const FormState self = stateOf(sample::forSelf());
    QCOMPARE(described(self), QStringList());
    QVERIFY(self.complete());
    const FormState other = stateOf(sample::forOther(), { { authorisation, 1 } });
    QCOMPARE(described(other), (QStringList { u"doubt x-format /subject/name"_s })); // K' may puzzle other systems
    QVERIFY(other.complete());
}

void TestFormState::emptyFormSaysEverythingAtOnce()
{
    const FormState fresh = stateOf(initialData(*sample::pack()));
    QCOMPARE(described(fresh),
             (QStringList { u"missing required /request/purpose"_s, u"missing required /requester/name"_s,
                            u"missing required /requester/birthDate"_s, u"missing required /requester/sex"_s,
                            u"missing required /requester/ethnicity"_s, u"missing required /requester/personalId"_s,
                            u"missing required /status/kind"_s, u"missing required /statement/sworn"_s }));
    QVERIFY(!fresh.complete());
    for (const Finding &finding : fresh.findings)
        QVERIFY(!finding.message.isEmpty() && !finding.label.isEmpty() && !finding.section.isEmpty());
    const FormState nothing = stateOf({});
    QVERIFY(!nothing.complete());
    QVERIFY(described(nothing).contains(u"missing required /request/copies"_s));
    QVERIFY(described(nothing).contains(u"missing required /requester/relation"_s));
}

void TestFormState::rulesShowAndHide_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("shown");
    const auto row = [](const QString &field, const QString &answer, const QString &value, bool shown) {
        QTest::newRow(qPrintable(field + u" when "_s + value)) << field << answer << value << shown;
    };
    row(u"/request/purposeText"_s, u"/request/purpose"_s, u"other"_s, true);
    row(u"/request/purposeText"_s, u"/request/purpose"_s, u"loan"_s, false);
    row(u"/marriage/name"_s, u"/request/purpose"_s, u"marriageAbroad"_s, true);
    row(u"/marriage/name"_s, u"/request/purpose"_s, u"marriageVietnam"_s, false);
    row(u"/request/authorityUnit"_s, u"/request/authority"_s, u"other"_s, true);
    row(u"/request/authorityUnit"_s, u"/request/authority"_s, u"here"_s, false);
    row(u"/requester/kinship"_s, u"/requester/relation"_s, u"other"_s, true);
    row(u"/requester/kinship"_s, u"/requester/relation"_s, u"self"_s, false);
    row(u"/requester/sex"_s, u"/requester/relation"_s, u"self"_s, true);
    row(u"/requester/sex"_s, u"/requester/relation"_s, u"other"_s, false);
    row(u"/subject/name"_s, u"/requester/relation"_s, u"other"_s, true);
    row(u"/subject/name"_s, u"/requester/relation"_s, u"self"_s, false);
    row(u"/requester/personalId"_s, u"/requester/identification"_s, u"personalId"_s, true);
    row(u"/requester/personalId"_s, u"/requester/identification"_s, u"document"_s, false);
    row(u"/requester/document/number"_s, u"/requester/identification"_s, u"document"_s, true);
    row(u"/requester/document/number"_s, u"/requester/identification"_s, u"personalId"_s, false);
    row(u"/status/marriage/spouseName"_s, u"/status/kind"_s, u"married"_s, true);
    row(u"/status/divorce/number"_s, u"/status/kind"_s, u"divorced"_s, true);
    row(u"/status/death/number"_s, u"/status/kind"_s, u"widowed"_s, true);
    row(u"/status/cohabitation/partnerName"_s, u"/status/kind"_s, u"cohabiting"_s, true);
    row(u"/status/cohabitation/partnerName"_s, u"/status/kind"_s, u"single"_s, false);
    row(u"/statement/sworn"_s, u"/status/kind"_s, u"single"_s, true);
}

void TestFormState::rulesShowAndHide()
{
    QFETCH(QString, field);
    QFETCH(QString, answer);
    QFETCH(QString, value);
    QFETCH(bool, shown);
    QCOMPARE(!isHidden(stateOf(sample::with(sample::forSelf(), { { answer, value } })), field), shown);
}

void TestFormState::hiddenContainerHidesWhatIsInside()
{
    const FormState state = stateOf(sample::forSelf());
    const LayoutElement *category = findElement(sample::pack()->layout, u"Người được cấp"_s);
    QVERIFY(category);
    QVERIFY(state.hiddenElements.contains(category->id));
    QVERIFY(state.hiddenElements.contains(category->children.first().id));
    QVERIFY(isHidden(state, u"/subject/residence"_s));
}

void TestFormState::hiddenAnswersAreNotSubmitted()
{
    const QJsonObject data =
        sample::with(sample::forOther(), { { u"/requester/relation"_s, u"self"_s }, { u"/status/kind"_s, u"single"_s } });
    const FormState state = stateOf(data);
    QVERIFY(valueAt(state.answers, u"/subject"_s).isUndefined());
    QVERIFY(valueAt(state.answers, u"/status/death"_s).isUndefined());
    QVERIFY(valueAt(state.answers, u"/requester/kinship"_s).isUndefined());
    QCOMPARE(described(state), QStringList());

    // What a hidden field still holds shows nothing either: kinship is hidden, so its text is too.
    const FormState chain = stateOf(
        sample::with(sample::forSelf(), { { u"/requester/kinship"_s, u"other"_s }, { u"/requester/kinshipText"_s, u"cháu"_s } }));
    QVERIFY(isHidden(chain, u"/requester/kinshipText"_s));
    QVERIFY(valueAt(chain.answers, u"/requester/kinshipText"_s).isUndefined());
}

void TestFormState::evaluationOfAnswersChangesNothing()
{
    for (const QJsonObject &data : { sample::forSelf(), sample::forOther(), initialData(*sample::pack()), QJsonObject() }) {
        const FormState once = stateOf(data);
        const FormState twice = stateOf(once.answers);
        QCOMPARE(twice.answers, once.answers);
        QCOMPARE(twice.hiddenElements, once.hiddenElements);
        QCOMPARE(described(twice), described(once));
    }
}

void TestFormState::requiredFollowsTheAnswers()
{
    const auto required = [](const QJsonObject &data) { return stateOf(data).requiredFields; };
    QVERIFY(!required(sample::forSelf()).contains(u"/requester/residence"_s));
    const QJsonObject withPassport = sample::with(sample::forSelf(), { { u"/requester/identification"_s, u"document"_s } });
    QVERIFY(required(withPassport).contains(u"/requester/residence"_s));
    QVERIFY(required(withPassport).contains(u"/requester/document/number"_s));
    QVERIFY(!required(withPassport).contains(u"/requester/personalId"_s));
    QVERIFY(!required(sample::forSelf()).contains(u"/subject/name"_s));
    QVERIFY(required(sample::forOther()).contains(u"/subject/name"_s));
    QVERIFY(required(initialData(*sample::pack())).contains(u"/statement/sworn"_s));

    // A past residence is nobody's duty, but one that is begun must be finished.
    QVERIFY(!required(sample::forSelf()).contains(u"/pastResidence/address"_s));
    const QJsonObject begun = sample::with(sample::forSelf(), { { u"/pastResidence/from"_s, u"2010"_s } });
    QVERIFY(required(begun).contains(u"/pastResidence/address"_s));
    QVERIFY(required(begun).contains(u"/pastResidence/to"_s));
}

void TestFormState::everyStatusAsksItsOwn_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QStringList>("asked");
    QTest::newRow("single") << u"single"_s << QStringList();
    QTest::newRow("married") << u"married"_s
                             << QStringList { u"/status/marriage/spouseName"_s, u"/status/marriage/certificateNumber"_s,
                                              u"/status/marriage/certificateDate"_s, u"/status/marriage/certificateIssuer"_s };
    QTest::newRow("divorced") << u"divorced"_s
                              << QStringList { u"/status/divorce/document"_s, u"/status/divorce/number"_s,
                                               u"/status/divorce/date"_s, u"/status/divorce/issuer"_s };
    QTest::newRow("widowed") << u"widowed"_s
                             << QStringList { u"/status/death/document"_s, u"/status/death/number"_s, u"/status/death/date"_s,
                                              u"/status/death/issuer"_s };
    QTest::newRow("cohabiting") << u"cohabiting"_s << QStringList { u"/status/cohabitation/partnerName"_s };
}

void TestFormState::everyStatusAsksItsOwn()
{
    QFETCH(QString, kind);
    QFETCH(QStringList, asked);
    QStringList expected;
    for (const QString &pointer : std::as_const(asked))
        expected.append(u"missing required "_s + pointer);
    QCOMPARE(described(stateOf(sample::with(sample::forSelf(), { { u"/status/kind"_s, kind } }))), expected);
}

void TestFormState::adviceFollowsThePurpose_data()
{
    QTest::addColumn<QString>("purpose");
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("kind");
    QTest::newRow("marriage in Viet Nam needs no certificate")
        << u"marriageVietnam"_s << u"marriage-in-vietnam"_s << int(Advice::Kind::NotNeeded);
    QTest::newRow("same sex") << u"marriageSameSex"_s << u"same-sex"_s << int(Advice::Kind::Refuse);
    QTest::newRow("foreign mission") << u"marriageForeignMission"_s << u"foreign-mission"_s << int(Advice::Kind::Refuse);
    QTest::newRow("abroad: one copy") << u"marriageAbroad"_s << u"one-copy"_s << int(Advice::Kind::Notice);
    QTest::newRow("loan") << u"loan"_s << QString() << 0;
}

void TestFormState::adviceFollowsThePurpose()
{
    QFETCH(QString, purpose);
    QFETCH(QString, id);
    QFETCH(int, kind);
    const FormState state = stateOf(sample::with(sample::forSelf(), { { u"/request/purpose"_s, purpose } }));
    QCOMPARE(adviceIds(state).value(0), id);
    if (!id.isEmpty()) {
        QCOMPARE(int(state.advice.first().kind), kind);
        QVERIFY(!state.advice.first().source.text.isEmpty());
    }
}

void TestFormState::otherAdvice()
{
    QCOMPARE(adviceIds(stateOf(sample::forOther())), (QStringList { u"kin-authorisation"_s }));
    QCOMPARE(adviceIds(stateOf(sample::with(sample::forOther(), { { u"/requester/kinship"_s, u"other"_s } }))),
             (QStringList { u"certified-authorisation"_s }));
    QCOMPARE(adviceIds(stateOf(sample::with(sample::forSelf(), { { u"/request/kind"_s, u"reissue"_s } }))),
             (QStringList { u"old-certificate"_s }));
    QCOMPARE(adviceIds(stateOf(sample::with(
                 sample::forSelf(), { { u"/request/purpose"_s, u"marriageAbroad"_s }, { u"/status/kind"_s, u"married"_s } }))),
             (QStringList { u"one-copy"_s, u"married-to-marry"_s }));
    QCOMPARE(adviceIds(stateOf(initialData(*sample::pack()))), QStringList());
}

void TestFormState::papersAreAskedFor()
{
    const FormState self = stateOf(sample::forSelf());
    QVERIFY(!component(self, oldCertificate).applies);
    QVERIFY(!component(self, authorisation).applies);
    QVERIFY(component(self, identityPaper).applies);
    QVERIFY(!component(self, identityPaper).required);
    QVERIFY(!component(self, residenceProof).required);

    const QJsonObject reissue =
        sample::with(sample::forOther(), { { u"/request/kind"_s, u"reissue"_s }, { u"/statement"_s, QJsonValue::Undefined } });
    const FormState state = stateOf(reissue, { { authorisation, 2 } });
    QCOMPARE(component(state, authorisation).papers, 2);
    QVERIFY(component(state, oldCertificate).required);
    // Papers come after fields.
    QCOMPARE(described(state).mid(1),
             (QStringList { u"missing required /statement/sworn"_s, u"missing component "_s + oldCertificate }));
    QVERIFY(stateOf(reissue, { { authorisation, 1 }, { oldCertificate, 1 } }).components.first().papers == 1);

    // Who has no personal ID number must be known by a paper.
    const FormState passport = stateOf(sample::with(sample::forSelf(), { { u"/requester/identification"_s, u"document"_s } }));
    QVERIFY(component(passport, identityPaper).required);
}

void TestFormState::brokenDataAreNamed_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QString &pointer, const QJsonValue &value, const QString &said) {
        QTest::newRow(name) << pointer << value << said;
    };
    row("number for a name", u"/requester/name"_s, 5, u"error type /requester/name"_s);
    row("list for a group", u"/status"_s, QJsonArray { 1 }, u"error type /status"_s);
    row("text for a group", u"/requester"_s, u"Mai"_s, u"error type /requester"_s);
    row("unknown purpose", u"/request/purpose"_s, u"fun"_s, u"error oneOf /request/purpose"_s);
    row("unknown member", u"/request/colour"_s, u"red"_s, u"error additionalProperties /request/colour"_s);
    row("unknown group", u"/witness/name"_s, u"Y"_s, u"error additionalProperties /witness"_s);
    row("no copy", u"/request/copies"_s, 0, u"error minimum /request/copies"_s);
    row("too many copies", u"/request/copies"_s, 1000, u"error maximum /request/copies"_s);
    row("half a copy", u"/request/copies"_s, 1.5, u"error type /request/copies"_s);
    row("letters in the ID", u"/requester/personalId"_s, u"07019500012X"_s, u"error pattern /requester/personalId"_s);
    row("eleven digits", u"/requester/personalId"_s, u"07019500012"_s, u"error pattern /requester/personalId"_s);
    row("long name", u"/requester/name"_s, QString(151, u'a'), u"error maxLength /requester/name"_s);
    row("unknown ethnic group", u"/requester/ethnicity"_s, u"56"_s, u"error pattern /requester/ethnicity"_s);
    row("unknown nationality", u"/requester/nationality"_s, u"QQ"_s, u"error oneOf /requester/nationality"_s);
    row("statement not sworn", u"/statement/sworn"_s, false, u"missing required /statement/sworn"_s);
    row("phone in words", u"/requester/phone"_s, u"không có"_s, u"error pattern /requester/phone"_s);
    row("mail without at", u"/requester/email"_s, u"mai.example.vn"_s, u"error x-format /requester/email"_s);
    row("blank name", u"/requester/name"_s, u" \t "_s, u"missing required /requester/name"_s);
    row("null name", u"/requester/name"_s, QJsonValue::Null, u"missing required /requester/name"_s);
    row("commune without province", u"/requester/residence"_s,
        QJsonObject { { u"country"_s, u"VN"_s }, { u"commune"_s, u"25231"_s } },
        u"missing required /requester/residence/province"_s);
    row("commune in letters", u"/requester/residence/commune"_s, u"Đa Kia"_s, u"error pattern /requester/residence/commune"_s);
}

void TestFormState::brokenDataAreNamed()
{
    QFETCH(QString, pointer);
    QFETCH(QJsonValue, value);
    QFETCH(QString, said);
    const FormState state = stateOf(sample::with(sample::forSelf(), { { pointer, value } }));
    QCOMPARE(described(state).value(0), said);
    QVERIFY(!state.complete());
    const QString &message = state.findings.first().message;
    QVERIFY2(message.size() > 10 && message.endsWith(u'.') && !message.contains(u'%'), qPrintable(message));
}

void TestFormState::namesAsTheyAre_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("doubtful");
    for (const QString &plain : { u"Điểu Thị Mai"_s, u"Y"_s, u"Nguyễn"_s, u"Y Blơ Niê"_s, u"Lò Văn Ơ"_s, u"Ksor H-Wiên"_s,
                                  u"Trần Thị Ý"_s, u"Vừ A Dính"_s, u"Đoàn Thị Quỳnh Hương Giang Thảo"_s, u"ĐẶNG ƯNG ƯỚC"_s })
        QTest::newRow(qPrintable(plain)) << plain << false;
    for (const QString &rare : { u"H'Hen Niê"_s, u"K’Brếu"_s, u"Ƀuôn Yă"_s, u"Y ƀham"_s, u"Rơ Chăm Kŏ"_s, u"Siu Ơ̆"_s, u"Kpă Čư"_s,
                                 u"Ñông"_s, u"Mai 2"_s, u"Mai@"_s })
        QTest::newRow(qPrintable(rare)) << rare << true;
}

void TestFormState::namesAsTheyAre()
{
    QFETCH(QString, name);
    QFETCH(bool, doubtful);
    for (const QString &typed :
         { name, name.normalized(QString::NormalizationForm_D), u"  "_s + QString(name).replace(u" "_s, u"   "_s) }) {
        const FormState state = stateOf(sample::with(sample::forSelf(), { { u"/requester/name"_s, typed } }));
        QVERIFY(state.complete());
        QCOMPARE(!state.findings.isEmpty(), doubtful);
        QCOMPARE(valueAt(state.answers, u"/requester/name"_s).toString(), name.normalized(QString::NormalizationForm_C));
    }
}

void TestFormState::partialDates_data()
{
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("said");
    const QString wrongForm = u"error pattern /requester/birthDate"_s;
    const QString noSuchDay = u"error x-format /requester/birthDate"_s;
    const QString doubtful = u"doubt x-notFuture /requester/birthDate"_s;
    QTest::newRow("year") << u"1995"_s << QString();
    QTest::newRow("month and year") << u"1995-07"_s << QString();
    QTest::newRow("whole") << u"1995-07-13"_s << QString();
    QTest::newRow("leap day") << u"1996-02-29"_s << u"doubt x-format /requester/personalId"_s;
    QTest::newRow("no leap day") << u"1995-02-29"_s << noSuchDay;
    QTest::newRow("31/02") << u"1995-02-31"_s << noSuchDay;
    QTest::newRow("month 13") << u"1995-13"_s << noSuchDay;
    QTest::newRow("month 0") << u"1995-00"_s << noSuchDay;
    QTest::newRow("year 0") << u"0000"_s << noSuchDay;
    QTest::newRow("two digits") << u"95"_s << wrongForm;
    QTest::newRow("as shown") << u"13/07/1995"_s << wrongForm;
    QTest::newRow("words") << u"năm Hợi"_s << wrongForm;
    QTest::newRow("tomorrow") << u"2026-11-24"_s << doubtful;
    QTest::newRow("this year") << u"2026"_s << u"doubt x-format /requester/personalId"_s;
    QTest::newRow("next year") << u"2027"_s << doubtful;
    QTest::newRow("long ago") << u"1887"_s << doubtful;
}

void TestFormState::partialDates()
{
    QFETCH(QString, date);
    QFETCH(QString, said);
    const FormState state = stateOf(sample::with(sample::forSelf(), { { u"/requester/birthDate"_s, date } }));
    QCOMPARE(described(state).value(0), said);
    QCOMPARE(state.complete(), !said.startsWith(u"error"_s));
}

void TestFormState::partialDateTyping_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("stored");
    QTest::newRow("whole") << u"13/07/1952"_s << u"1952-07-13"_s;
    QTest::newRow("short") << u"3/7/1952"_s << u"1952-07-03"_s;
    QTest::newRow("dots") << u"3.7.1952"_s << u"1952-07-03"_s;
    QTest::newRow("dashes and spaces") << u" 3 - 7 - 1952 "_s << u"1952-07-03"_s;
    QTest::newRow("month") << u"7/1952"_s << u"1952-07"_s;
    QTest::newRow("year") << u"1952"_s << u"1952"_s;
    QTest::newRow("no such day") << u"31/02/1952"_s << QString();
    QTest::newRow("month 13") << u"13/1952"_s << QString();
    QTest::newRow("american") << u"07/13/1952"_s << QString();
    QTest::newRow("two-digit year") << u"3/7/52"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestFormState::partialDateTyping()
{
    QFETCH(QString, typed);
    QFETCH(QString, stored);
    const std::optional<PartialDate> date = partialDateFromTyped(typed);
    QCOMPARE(date ? date->stored() : QString(), stored);
    if (date) {
        QCOMPARE(partialDateFromStored(stored), date);
        QCOMPARE(partialDateFromTyped(date->shown()), date);
        QVERIFY(date->earliest().isValid() && date->latest() >= date->earliest());
    }
}

void TestFormState::datesInOrder()
{
    const auto stay = [](const QString &from, const QString &to) {
        const QJsonObject address { { u"country"_s, u"VN"_s }, { u"province"_s, u"75"_s }, { u"commune"_s, u"25231"_s } };
        return described(stateOf(sample::with(
            sample::forSelf(),
            { { u"/pastResidence/address"_s, address }, { u"/pastResidence/from"_s, from }, { u"/pastResidence/to"_s, to } })));
    };
    QCOMPARE(stay(u"2010"_s, u"2015-06-01"_s), QStringList());
    QCOMPARE(stay(u"2010-05"_s, u"2010"_s), QStringList()); // may be in order
    QCOMPARE(stay(u"2010-05-02"_s, u"2010-05-01"_s), (QStringList { u"error x-notBefore /pastResidence/to"_s }));
    QCOMPARE(stay(u"2011"_s, u"2010-12"_s), (QStringList { u"error x-notBefore /pastResidence/to"_s }));
}

void TestFormState::personalIdDoubtsNeverBlock_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<int>("doubts");
    QTest::newRow("fits") << u"070195000123"_s << 0;
    QTest::newRow("with the spaces of the card") << u"070 195 000 123"_s << 0;
    QTest::newRow("unknown place") << u"999195000123"_s << 1;
    QTest::newRow("other sex") << u"070095000123"_s << 1;
    QTest::newRow("other century") << u"070395000123"_s << 1;
    QTest::newRow("other year") << u"070196000123"_s << 1;
    QTest::newRow("nothing fits") << u"999000000123"_s << 3;
}

void TestFormState::personalIdDoubtsNeverBlock()
{
    QFETCH(QString, number);
    QFETCH(int, doubts);
    const FormState state = stateOf(sample::with(sample::forSelf(), { { u"/requester/personalId"_s, number } }));
    QCOMPARE(state.findings.size(), doubts);
    QVERIFY(state.complete());
    for (const Finding &finding : state.findings)
        QCOMPARE(finding.pointer, u"/requester/personalId"_s);
}

void TestFormState::phonesAreNormalised_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("kept");
    QTest::addColumn<bool>("doubtful");
    QTest::newRow("mobile") << u"0912345678"_s << u"0912345678"_s << false;
    QTest::newRow("dots") << u"0912.345.678"_s << u"0912345678"_s << false;
    QTest::newRow("abroad's way") << u"+84 912 345 678"_s << u"0912345678"_s << false;
    QTest::newRow("landline") << u"(0271) 3 888 999"_s << u"02713888999"_s << false;
    QTest::newRow("old eleven digits") << u"01682345678"_s << u"01682345678"_s << true;
    QTest::newRow("foreign") << u"+856 20 5555 1234"_s << u"+8562055551234"_s << true;
}

void TestFormState::phonesAreNormalised()
{
    QFETCH(QString, typed);
    QFETCH(QString, kept);
    QFETCH(bool, doubtful);
    const FormState state = stateOf(sample::with(sample::forSelf(), { { u"/requester/phone"_s, typed } }));
    QCOMPARE(valueAt(state.answers, u"/requester/phone"_s).toString(), kept);
    QCOMPARE(!state.findings.isEmpty(), doubtful);
    QVERIFY(state.complete());
}

void TestFormState::addresses()
{
    const auto living = [](const QJsonObject &address) {
        return described(stateOf(sample::with(sample::forSelf(), { { u"/requester/residence"_s, address } })));
    };
    QCOMPARE(living({ { u"country"_s, u"VN"_s } }), QStringList()); // preset, so not an answer
    QCOMPARE(living({ { u"country"_s, u"LA"_s }, { u"detail"_s, u"Attapeu"_s } }), QStringList());
    QCOMPARE(living({ { u"country"_s, u"LA"_s } }), (QStringList { u"missing required /requester/residence/detail"_s }));
    QCOMPARE(living({ { u"country"_s, u"VN"_s }, { u"province"_s, u"11"_s }, { u"commune"_s, u"25231"_s } }),
             (QStringList { u"error x-format /requester/residence"_s }));
    QCOMPARE(living({ { u"country"_s, u"VN"_s }, { u"province"_s, u"75"_s }, { u"commune"_s, u"25232"_s } }),
             (QStringList { u"doubt x-format /requester/residence"_s })); // merged into Đa Kia
}

void TestFormState::findingsFollowTheForm()
{
    const FormState state = stateOf(sample::with(sample::forSelf(), { { u"/statement"_s, QJsonValue::Undefined },
                                                                      { u"/requester/personalId"_s, u"999195000123"_s },
                                                                      { u"/request/copies"_s, 0 },
                                                                      { u"/requester/name"_s, QJsonValue::Undefined } }));
    QCOMPARE(described(state),
             (QStringList { u"error minimum /request/copies"_s, u"missing required /requester/name"_s,
                            u"doubt x-format /requester/personalId"_s, u"missing required /statement/sworn"_s }));
    QCOMPARE(state.findings.at(1).section, u"Thông tin người yêu cầu"_s);
    QCOMPARE(state.findings.at(1).message, u"Cần điền “Họ, chữ đệm, tên”."_s);
    QCOMPARE(state.findings.at(0).message, u"Cần ít nhất 01 bản."_s); // the pack's own words
}

void TestFormState::peopleAreFound()
{
    const ProcedurePack &pack = *sample::pack();
    QCOMPARE(applicantName(pack, stateOf(sample::forSelf()).answers), u"Điểu Thị Mai"_s);
    QCOMPARE(applicantName(pack, sample::forOther()), u"Điểu K'Lơi"_s);
    QCOMPARE(requesterName(pack, sample::forOther()), u"Điểu Thị Mai"_s);
    QCOMPARE(personalIdOf(pack, sample::forOther()), u"070061000456"_s);
    QCOMPARE(personalIdOf(pack, sample::forSelf()), u"070195000123"_s);
    QCOMPARE(phoneOf(pack, sample::forOther()), u"0912345678"_s);
    QCOMPARE(applicantName(pack, {}), QString());
}

void TestFormState::hugeTextIsRefusedCalmly()
{
    const QString huge(2'000'000, u'7');
    const FormState state =
        stateOf(sample::with(sample::forSelf(), { { u"/requester/personalId"_s, huge }, { u"/requester/name"_s, huge } }));
    QVERIFY(described(state).contains(u"error maxLength /requester/personalId"_s));
    QVERIFY(described(state).contains(u"error maxLength /requester/name"_s));
    QVERIFY(!state.complete());
    QVERIFY(stateOf(sample::with(sample::forSelf(), { { u"/subject/name"_s, huge } })).complete()); // hidden, so no answer
}

void TestFormState::threadsShareOnePack()
{
    std::atomic<int> wrong = 0;
    QThreadPool pool;
    pool.setMaxThreadCount(4);
    const QStringList expected = described(stateOf(initialData(*sample::pack())));
    for (int i = 0; i < 40; ++i) {
        pool.start([&] {
            if (described(stateOf(initialData(*sample::pack()))) != expected || !stateOf(sample::forSelf()).complete())
                ++wrong;
        });
    }
    pool.waitForDone();
    QCOMPARE(wrong.load(), 0);
}

// The issue's bound is one frame (16 ms) a keystroke; this stays far below it, so that a slow laptop does too.
void TestFormState::keystrokeIsFast()
{
    const QJsonObject data = sample::forOther();
    stateOf(data);
    // The best of many, so that other work on the machine is not measured.
    double milliseconds = 1e9;
    for (int i = 0; i < 50; ++i) {
        QElapsedTimer timer;
        timer.start();
        stateOf(data);
        milliseconds = qMin(milliseconds, double(timer.nsecsElapsed()) / 1e6);
    }
    qInfo("evaluateForm: %.2f ms", milliseconds);
    QVERIFY2(milliseconds < 16, "a keystroke takes longer than one frame");
}

void TestFormState::pointers()
{
    QJsonObject data;
    setValueAt(data, u"/a/b/c"_s, 1);
    QCOMPARE(valueAt(data, u"/a/b/c"_s).toInt(), 1);
    setValueAt(data, u"/a/x~1y"_s, u"t"_s);
    QCOMPARE(data.value("a"_L1).toObject().value("x/y"_L1).toString(), u"t"_s);
    setValueAt(data, u"/a/b/c"_s, QJsonValue::Undefined);
    QVERIFY(!data.value("a"_L1).toObject().contains("b"_L1));
    setValueAt(data, u"/a/x~1y"_s, QJsonValue::Undefined);
    QVERIFY(data.isEmpty());
    setValueAt(data, u"/nothing/here"_s, QJsonValue::Undefined);
    QVERIFY(data.isEmpty());

    data = { { u"list"_s, QJsonArray { QJsonObject { { u"n"_s, 1 } }, QJsonObject { { u"n"_s, 2 } } } } };
    QCOMPARE(valueAt(data, u"/list/1/n"_s).toInt(), 2);
    QVERIFY(valueAt(data, u"/list/9/n"_s).isUndefined());
    setValueAt(data, u"/list/1/n"_s, 5);
    QCOMPARE(valueAt(data, u"/list/1/n"_s).toInt(), 5);
    setValueAt(data, u"/list/2/n"_s, 7);
    QCOMPARE(valueAt(data, u"/list/2/n"_s).toInt(), 7);
    setValueAt(data, u"/list/0"_s, QJsonValue::Undefined);
    QCOMPARE(valueAt(data, u"/list/0/n"_s).toInt(), 5);
    QCOMPARE(valueAt(data, QString()).toObject(), data);
}

void TestFormState::everySentenceIsVietnamese_data()
{
    brokenDataAreNamed_data();
    const auto row = [](const char *name, const QString &pointer, const QJsonValue &value) {
        QTest::newRow(name) << pointer << value << QString();
    };
    row("signs in a name", u"/requester/name"_s, u"Mai 2"_s);
    row("minority letters", u"/requester/name"_s, u"H'Hen"_s);
    row("no such day", u"/requester/birthDate"_s, u"1995-02-31"_s);
    row("tomorrow", u"/requester/birthDate"_s, u"2026-12-31"_s);
    row("long ago", u"/requester/birthDate"_s, u"1802"_s);
    row("doubtful ID", u"/requester/personalId"_s, u"999000000123"_s);
    row("foreign phone", u"/requester/phone"_s, u"+85620555512"_s);
    row("merged commune", u"/requester/residence/commune"_s, u"25232"_s);
    row("commune elsewhere", u"/requester/residence/province"_s, u"11"_s);
    row("cohabiting too late", u"/status"_s,
        QJsonObject { { u"kind"_s, u"cohabiting"_s },
                      { u"cohabitation"_s, QJsonObject { { u"partnerName"_s, u"Y"_s }, { u"since"_s, u"1987-01-03"_s } } } });
    row("no paper", u"/request/kind"_s, u"reissue"_s);
}

void TestFormState::everySentenceIsVietnamese()
{
    QFETCH(QString, pointer);
    QFETCH(QJsonValue, value);
    const FormState state = stateOf(sample::with(sample::forSelf(), { { pointer, value } }));
    QVERIFY(!state.findings.isEmpty());
    for (const Finding &finding : state.findings) {
        const bool marked = std::any_of(finding.message.cbegin(), finding.message.cend(),
                                        [](QChar c) { return c.unicode() >= 0xC0 && c.isLetter(); });
        QVERIFY2(marked && !finding.message.contains("please"_L1) && !finding.message.contains("This "_L1),
                 qPrintable(finding.message));
    }
}

QTEST_GUILESS_MAIN(TestFormState)
#include "tst_formstate.moc"
