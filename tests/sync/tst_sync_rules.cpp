#include "core/base/ids.h"
#include "sync/contract.h"
#include "sync/stallwatch.h"
#include "sync/syncservice.h"
#include "sync/uploadid.h"
#include "sync/verdict.h"
#include "tests/support/memoryoutbox.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(motcua::Verdict)

class TestSyncRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verdicts_data();
    void verdicts();
    void failuresOfTheLink();
    void retryAfter_data();
    void retryAfter();
    void uploadIds();
    void hostileAnswers_data();
    void hostileAnswers();
    void aGoodAnswerIsRead();
    void aPortalWithoutBranchesIsUnderstood();
    void branchesTravelOnlyWithLinkedDossiers();
    void formTextTravelsExactly();
    void onlyTheSameManifestIsTheSame();
    void slowIsNotDead();
};

namespace {

HttpResponse response(int status, const QByteArray &type, const QByteArray &body)
{
    return { status, { { "content-type", type } }, body };
}

QByteArray problem(const char *slug)
{
    return QByteArray(R"({"type":"urn:motcua:problem:)") + slug
           + R"(","title":"x","status":400,"offset":7,"field":"/hoTen","reason":"Lý do"})";
}

const char *const dossierId = "01932b7e-8f00-7abc-8def-0123456789ab";

OutboundDossier oneDossier()
{
    OutboundDossier dossier;
    dossier.id = QLatin1StringView(dossierId);
    dossier.form = "{\"a\":1}";
    dossier.formSha256 = sha256Hex(dossier.form);
    dossier.files.append({ u"f"_s, u"KQ003453-1.jpg"_s, u"000.00.00.G15-KQ003453"_s, u"image/jpeg"_s, 5, sha256Hex("hello") });
    return dossier;
}

QJsonObject receiptOf(const OutboundDossier &dossier)
{
    QJsonArray files;
    for (const OutboundFile &file : dossier.files)
        files.append(QJsonObject { { u"name"_s, file.name }, { u"size"_s, file.size }, { u"sha256"_s, file.sha256 } });
    return { { u"id"_s, dossier.id },
             { u"revision"_s, dossier.revision },
             { u"officialCode"_s, u"H19.231-261122-0001"_s },
             { u"receivedAt"_s, u"2026-11-22T14:05:09+07:00"_s },
             { u"dueAt"_s, u"2026-11-25T17:00:00+07:00"_s },
             { u"sequence"_s, 3 },
             { u"formSha256"_s, dossier.formSha256 },
             { u"attachments"_s, files } };
}

QJsonObject goodAnswer()
{
    const QJsonObject result { { u"id"_s, QLatin1StringView(dossierId) },
                               { u"revision"_s, 1 },
                               { u"outcome"_s, u"received"_s },
                               { u"receipt"_s, receiptOf(oneDossier()) } };
    const QJsonObject change { { u"sequence"_s, 12 },
                               { u"id"_s, QLatin1StringView(dossierId) },
                               { u"status"_s, 3 },
                               { u"at"_s, u"2026-11-22T14:05:09+07:00"_s },
                               { u"note"_s, u"Đang xử lý"_s } };
    QJsonObject branchChange = change;
    branchChange.insert(u"branch"_s, u"residence"_s);
    branchChange.insert(u"officialCode"_s, u"H19.231-261122-0009"_s);
    branchChange.insert(u"dueAt"_s, u"2026-11-26T17:00:00+07:00"_s);
    return { { u"serverTime"_s, u"2026-11-22T14:05:09+07:00"_s },
             { u"results"_s, QJsonArray { result } },
             { u"receipts"_s, QJsonArray {} },
             { u"changes"_s, QJsonArray { change } },
             { u"branchChanges"_s, QJsonArray { branchChange } },
             { u"cursor"_s, u"s.12"_s },
             { u"more"_s, false } };
}

// Puts `value` (or nothing) at a path such as "results/0/receipt/sequence".
QJsonValue changed(const QJsonValue &tree, QStringList path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value;
    const QString step = path.takeFirst();
    if (tree.isArray()) {
        QJsonArray array = tree.toArray();
        array[step.toInt()] = changed(array.at(step.toInt()), path, value);
        return array;
    }
    QJsonObject object = tree.toObject();
    if (path.isEmpty() && value.isUndefined())
        object.remove(step);
    else
        object.insert(step, changed(object.value(step), path, value));
    return object;
}

} // namespace

void TestSyncRules::verdicts_data()
{
    QTest::addColumn<int>("expected");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<bool>("portalsWord");
    const QByteArray json = "application/json";
    const QByteArray problems = "application/problem+json";
    const QByteArray html = "text/html; charset=utf-8";
    const auto row = [](const char *name, int expected, int status, const QByteArray &type, const QByteArray &body,
                        Verdict verdict,
                        bool word) { QTest::newRow(name) << expected << status << type << body << verdict << word; };
    row("ok", 200, 200, "Application/JSON; charset=utf-8", "{}", Verdict::Ok, true);
    row("no content", 204, 204, "", "", Verdict::Ok, true);
    row("html 200", 200, 200, html, "<html>", Verdict::PortalFault, false);
    row("no type", 200, 200, "", "{}", Verdict::PortalFault, false);
    row("200 where 204 is due", 204, 200, html, "<html>", Verdict::PortalFault, false);
    row("redirect", 200, 302, html, "", Verdict::PortalFault, false);
    row("html 500", 200, 500, html, "<html>", Verdict::PortalFault, false);
    row("problem 500", 200, 500, problems, problem("internal"), Verdict::PortalFault, false);
    row("html 404", 204, 404, html, "<html>", Verdict::PortalFault, false);
    row("html 503", 200, 503, html, "<html>", Verdict::PortalBusy, false);
    row("busy", 200, 503, problems, problem("busy"), Verdict::PortalBusy, true);
    row("too many", 200, 429, "", "", Verdict::PortalBusy, false);
    row("locked", 204, 423, "", "", Verdict::PortalBusy, false);
    row("401", 200, 401, problems, problem("unauthorized"), Verdict::Unauthorized, true);
    row("bare 401", 200, 401, "", "", Verdict::Unauthorized, false);
    row("nginx 413", 204, 413, html, "<html>", Verdict::TooLarge, false);
    row("413", 200, 413, problems, problem("too-large"), Verdict::TooLarge, true);
    row("offset", 204, 409, problems, problem("offset-mismatch"), Verdict::OffsetMismatch, true);
    row("plain tus 409", 204, 409, "text/plain", "", Verdict::OffsetMismatch, false);
    row("conflict", 200, 409, problems, problem("revision-conflict"), Verdict::Conflict, true);
    row("unknown upload", 204, 404, problems, problem("unknown-upload"), Verdict::UploadUnknown, true);
    row("gone", 204, 410, "", "", Verdict::UploadUnknown, false);
    row("digest", 204, 422, problems, problem("digest-mismatch"), Verdict::DigestMismatch, true);
    row("rejected", 200, 422, problems, problem("rejected"), Verdict::ItemRefused, true);
    row("malformed", 200, 400, problems, problem("malformed"), Verdict::ItemRefused, true);
    row("new problem, later", 200, 503, problems, problem("maintenance"), Verdict::PortalBusy, true);
    row("new problem, never", 200, 422, problems, problem("expired-form"), Verdict::ItemRefused, true);
    row("teapot", 200, 418, "", "", Verdict::PortalFault, false);
}

void TestSyncRules::verdicts()
{
    QFETCH(int, expected);
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(Verdict, verdict);
    QFETCH(bool, portalsWord);
    const Judgement judgement = judge(response(status, type, body), expected);
    QCOMPARE(judgement.verdict, verdict);
    QCOMPARE(judgement.isPortalsWord(), portalsWord);
    QCOMPARE(errorOf(judgement).has_value(), verdict != Verdict::Ok);
}

void TestSyncRules::failuresOfTheLink()
{
    const auto verdictOf = [](TransportFailure::Kind kind) {
        return judge(tl::unexpected(TransportFailure { kind, false, {} }), 200).verdict;
    };
    QCOMPARE(verdictOf(TransportFailure::Kind::NoConnection), Verdict::Offline);
    QCOMPARE(verdictOf(TransportFailure::Kind::WrongCertificate), Verdict::WrongCertificate);
    QCOMPARE(verdictOf(TransportFailure::Kind::BadSetup), Verdict::BadSetup);
    QCOMPARE(verdictOf(TransportFailure::Kind::NoLibrary), Verdict::NoLibrary);
    QCOMPARE(verdictOf(TransportFailure::Kind::NotHttp), Verdict::PortalFault);
    QCOMPARE(verdictOf(TransportFailure::Kind::Stopped), Verdict::Stopped);
    QVERIFY(!errorOf(judge(tl::unexpected(TransportFailure { TransportFailure::Kind::Stopped, true, {} }), 200)));
}

void TestSyncRules::retryAfter_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("seconds"); // -1: none
    QTest::newRow("seconds") << QByteArray("30") << 30;
    QTest::newRow("date, by the portal's clock") << QByteArray("Sun, 22 Nov 2026 07:06:00 GMT") << 60;
    QTest::newRow("in the past") << QByteArray("Sun, 22 Nov 2026 07:00:00 GMT") << 0;
    QTest::newRow("a year") << QByteArray("31536000") << 900;
    QTest::newRow("negative") << QByteArray("-5") << 0;
    QTest::newRow("nonsense") << QByteArray("soon") << -1;
}

void TestSyncRules::retryAfter()
{
    QFETCH(QByteArray, text);
    QFETCH(int, seconds);
    HttpResponse busy = response(503, "application/problem+json", problem("busy"));
    busy.headers.insert("retry-after", text);
    busy.headers.insert("date", "Sun, 22 Nov 2026 07:05:00 GMT");
    const std::optional<std::chrono::seconds> wait = judge(busy, 200).retryAfter;
    QCOMPARE(wait ? int(wait->count()) : -1, seconds);
}

void TestSyncRules::uploadIds()
{
    // Vector by Python: base64.b32encode(sha256(...)).lower()[:32]
    QCOMPARE(uploadIdOf(QLatin1StringView(dossierId), u"KQ003453-1.jpg"_s, QString(64, u'a')),
             u"dpiv2ossgegkl34uwy7jcmewbafrtwnj"_s);
}

void TestSyncRules::hostileAnswers_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char *path, const QJsonValue &value) {
        const QByteArray name =
            QByteArray(path) + " = " + QJsonDocument(QJsonArray { value }).toJson(QJsonDocument::Compact).left(60);
        QTest::newRow(name.constData()) << QString::fromLatin1(path) << value;
    };
    const QJsonValue gone(QJsonValue::Undefined);
    for (const char *path : { "serverTime",
                              "results",
                              "receipts",
                              "changes",
                              "cursor",
                              "more",
                              "results/0/id",
                              "results/0/revision",
                              "results/0/outcome",
                              "results/0/receipt",
                              "results/0/receipt/id",
                              "results/0/receipt/officialCode",
                              "results/0/receipt/receivedAt",
                              "results/0/receipt/dueAt",
                              "results/0/receipt/sequence",
                              "results/0/receipt/formSha256",
                              "results/0/receipt/attachments",
                              "results/0/receipt/attachments/0/size",
                              "changes/0/sequence",
                              "changes/0/id",
                              "changes/0/status",
                              "changes/0/at",
                              "changes/0/note",
                              "branchChanges/0/branch",
                              "branchChanges/0/status",
                              "branchChanges/0/id" }) {
        row(path, gone);
        row(path, QJsonValue::Null);
    }
    row("more", u"false"_s);
    row("cursor", QString(100'000, u'x'));
    row("serverTime", u"yesterday"_s);
    row("serverTime", u"2026-11-22T14:05:09"_s);
    row("results", QJsonArray {});
    row("results/0/id", u"not-an-id"_s);
    row("results/0/id", u"01932b7e-8f00-7abc-8def-ffffffffffff"_s);
    row("results/0/revision", 2);
    row("results/0/revision", 1e300);
    row("results/0/outcome", u"perhaps"_s);
    row("results/0/outcome", u"rejected"_s);
    row("results/0/outcome", u"wanted"_s);
    row("results/0/receipt/revision", 7);
    row("results/0/receipt/officialCode", u""_s);
    row("results/0/receipt/officialCode", u"H19\u202e.231"_s);
    row("results/0/receipt/officialCode", QString(5000, u'9'));
    row("results/0/receipt/sequence", 1e18);
    row("results/0/receipt/sequence", -1);
    row("results/0/receipt/sequence", 1.5);
    row("results/0/receipt/formSha256", QString(64, u'A'));
    row("results/0/receipt/attachments/0/size", -3);
    row("results/0/receipt/attachments/0/size", u"5"_s);
    row("changes/0/status", 0);
    row("changes/0/status", u"3"_s);
    row("changes/0/sequence", 0);
    row("changes", QJsonArray { 1, 2, 3 });
    row("branchChanges", u"none"_s);
    row("branchChanges/0/branch", u""_s);
    row("branchChanges/0/dueAt", u"soon"_s);
    row("branchChanges/0/officialCode", u"H19\u202e.231"_s);
}

void TestSyncRules::hostileAnswers()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    const QJsonObject json = changed(goodAnswer(), path.split(u'/'), value).toObject();
    QString problem;
    const SyncAnswer answer = readSyncAnswer(QJsonDocument(json).toJson(), { {}, { oneDossier() }, {} }, problem);
    QVERIFY2(!problem.isEmpty(), "a broken answer was believed");
    QVERIFY(answer.results.isEmpty() && answer.changes.isEmpty() && answer.receipts.isEmpty() && answer.cursor.isEmpty());
}

void TestSyncRules::aGoodAnswerIsRead()
{
    QString problem;
    const SyncAnswer answer = readSyncAnswer(QJsonDocument(goodAnswer()).toJson(), { {}, { oneDossier() }, {} }, problem);
    QCOMPARE(problem, QString());
    QCOMPARE(answer.results.size(), 1);
    QVERIFY(sameManifest(oneDossier(), answer.results.first().receipt));
    QCOMPARE(answer.results.first().receipt.receivedAt, QDateTime(QDate(2026, 11, 22), QTime(7, 5, 9), Qt::UTC));
    QCOMPARE(answer.changes.first().status, 3);
    QCOMPARE(answer.changes.first().note, u"Đang xử lý"_s);
    QVERIFY(answer.changes.first().branch.isEmpty());
    QCOMPARE(answer.changes.size(), 2);
    QCOMPARE(answer.changes.last().branch, u"residence"_s);
    QCOMPARE(answer.changes.last().officialCode, u"H19.231-261122-0009"_s);
    QCOMPARE(answer.changes.last().dueAt, QDateTime(QDate(2026, 11, 26), QTime(10, 0), Qt::UTC));
}

void TestSyncRules::aPortalWithoutBranchesIsUnderstood()
{
    const QJsonObject json = changed(goodAnswer(), { u"branchChanges"_s }, QJsonValue(QJsonValue::Undefined)).toObject();
    QVERIFY(!json.contains(u"branchChanges"_s));
    QString problem;
    QCOMPARE(readSyncAnswer(QJsonDocument(json).toJson(), { {}, { oneDossier() }, {} }, problem).changes.size(), 1);
    QCOMPARE(problem, QString());
}

void TestSyncRules::branchesTravelOnlyWithLinkedDossiers()
{
    QVERIFY(!QJsonDocument::fromJson(toJson(oneDossier())).object().contains(u"branches"_s));
    OutboundDossier linked = oneDossier();
    linked.branches = { { u"birth"_s, u"1.001193"_s, { u"000.00.00.G15-KQ004389"_s } }, { u"card"_s, {}, {} } };
    const QJsonArray branches = QJsonDocument::fromJson(toJson(linked)).object().value("branches"_L1).toArray();
    QCOMPARE(branches.size(), 2);
    QCOMPARE(branches.at(0).toObject(), (QJsonObject { { u"id"_s, u"birth"_s },
                                                       { u"procedure"_s, u"1.001193"_s },
                                                       { u"components"_s, QJsonArray { u"000.00.00.G15-KQ004389"_s } } }));
    QCOMPARE(branches.at(1).toObject(), (QJsonObject { { u"id"_s, u"card"_s }, { u"components"_s, QJsonArray {} } }));
}

void TestSyncRules::formTextTravelsExactly()
{
    OutboundDossier dossier = oneDossier();
    dossier.form = QByteArray("{\n\t\"ten\": \"Điểu Thị Mai \\u0001 \\\"\", \"so\": 1.0, \"emoji\": \"😀\"}");
    const QJsonObject call = QJsonDocument::fromJson(toJson(SyncRequest { {}, { dossier }, {} }, PortalAccess {})).object();
    const QJsonObject form = call.value("dossiers"_L1).toArray().first().toObject().value("form"_L1).toObject();
    QCOMPARE(form.value("text"_L1).toString().toUtf8(), dossier.form);
}

void TestSyncRules::onlyTheSameManifestIsTheSame()
{
    const OutboundDossier dossier = oneDossier();
    Receipt good { dossier.id, 1, u"H19"_s,           {},
                   {},         1, dossier.formSha256, { { dossier.files.first().name, 5, dossier.files.first().sha256 } } };
    QVERIFY(sameManifest(dossier, good));
    const auto differs = [&](const std::function<void(Receipt &)> &change) {
        Receipt other = good;
        change(other);
        return !sameManifest(dossier, other);
    };
    QVERIFY(differs([](Receipt &r) { r.revision = 2; }));
    QVERIFY(differs([](Receipt &r) { r.formSha256[0] = u'x'; }));
    QVERIFY(differs([](Receipt &r) { r.files.clear(); }));
    QVERIFY(differs([](Receipt &r) { r.files.append(r.files.first()); }));
    QVERIFY(differs([](Receipt &r) { r.files.first().size = 6; }));
    QVERIFY(differs([](Receipt &r) { r.files.first().name = u"other.jpg"_s; }));
    QVERIFY(differs([](Receipt &r) { r.files.first().sha256 = QString(64, u'0'); }));
}

void TestSyncRules::slowIsNotDead()
{
    const StallWatch::Instant start;
    StallWatch moving({ 30s, 30s, 128 }, start);
    // 15 minutes of one acknowledged byte now and then, while the socket has long taken everything.
    for (int second = 0; second < 900; second += 20)
        QVERIFY(!moving.isDead(start + std::chrono::seconds(second), { second, 0, true, 0 }));

    StallWatch silent({ 30s, 30s, 128 }, start);
    QVERIFY(!silent.isDead(start, { 5, 0, false, 0 }));
    QVERIFY(!silent.isDead(start + 29s, { 5, 0, false, 0 }));
    QVERIFY(silent.isDead(start + 31s, { 5, 0, false, 0 }));

    StallWatch dripping({ 30s, 30s, 128 }, start);
    bool dead = false;
    int second = 0;
    for (; second < 100 && !dead; ++second)
        dead = dripping.isDead(start + std::chrono::seconds(second), { 1000, 1 + second, true, 1 + second });
    QVERIFY(dead);
    QVERIFY(second < 40);
}

QTEST_GUILESS_MAIN(TestSyncRules)
#include "tst_sync_rules.moc"
