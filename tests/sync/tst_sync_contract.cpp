#include "core/base/clock.h"
#include "sync/contract.h"
#include "sync/syncservice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace std::chrono_literals;

// What portal-api.yaml 1.1 added, read and written: news with requests and results, resend, lineage, signed receipts, Sync-Hint.
class TestSyncContract : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hints_data();
    void hints();
    void hostileNews_data();
    void hostileNews();
    void newsIsRead();
    void anOlderPortalIsUnderstood();
    void marksAndProofsTravel();
};

namespace {

const QString dossierId = u"01932b7e-8f00-7abc-8def-0123456789ab"_s;

QJsonObject news()
{
    const QJsonObject request {
        { u"until"_s, u"2026-11-30"_s },
        { u"items"_s,
          QJsonArray { QJsonObject { { u"component"_s, u"000.00.00.G15-KQ003453"_s }, { u"text"_s, u"Ảnh chụp bị mờ"_s } },
                       QJsonObject { { u"field"_s, u"/applicant/personalId"_s }, { u"text"_s, u"Số định danh chưa khớp"_s } } } }
    };
    const QJsonObject file { { u"id"_s, u"k7m2p5qxz3vbn6tw4yrdhs7ael"_s },
                             { u"name"_s, u"Giấy xác nhận.pdf"_s },
                             { u"mediaType"_s, u"application/pdf"_s },
                             { u"size"_s, 81920 },
                             { u"sha256"_s, QString(64, u'b') } };
    const QJsonObject change { { u"sequence"_s, 12 },
                               { u"id"_s, dossierId },
                               { u"status"_s, 5 },
                               { u"at"_s, u"2026-11-22T14:05:09+07:00"_s },
                               { u"note"_s, u""_s },
                               { u"request"_s, request },
                               { u"results"_s, QJsonArray { file } },
                               { u"message"_s, u"Mời công dân mang thẻ căn cước."_s } };
    QJsonObject branchChange = change;
    branchChange.insert(u"branch"_s, u"residence"_s);
    return { { u"serverTime"_s, u"2026-11-22T14:05:09+07:00"_s },
             { u"results"_s, QJsonArray {} },
             { u"receipts"_s, QJsonArray {} },
             { u"changes"_s, QJsonArray { change } },
             { u"branchChanges"_s, QJsonArray { branchChange } },
             { u"resend"_s, QJsonObject { { u"after"_s, 7 } } },
             { u"cursor"_s, u"s.12"_s },
             { u"more"_s, false } };
}

// Puts `value` (or nothing) at a path such as "changes/0/request".
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

SyncAnswer read(const QJsonObject &json, QString &problem)
{
    return readSyncAnswer(QJsonDocument(json).toJson(), {}, problem);
}

} // namespace

void TestSyncContract::hints_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<SyncHint>("hint");
    const SyncHint nothing;
    const auto row = [](const char *header, const SyncHint &hint) { QTest::newRow(header) << QByteArray(header) << hint; };
    row("", nothing);
    row("next=300, chunk=262144, parallel=1, spread=60", { 300s, 262'144, 1, 60s });
    row("next=300,chunk=262144", { 300s, 262'144, {}, {} });
    row("  next=300 ", { 300s, {}, {}, {} });
    row("next=300, next=600", { 600s, {}, {}, {} });
    row("next=300, next", nothing);
    row("spread=0", { {}, {}, {}, 0s });
    // Unknown members and values of other kinds are somebody's future.
    row("colour=blue, next=300, size=1.5, on, text=\"a b\", next-two=7;unit=day", { 300s, {}, {}, {} });
    row("next=300;unit=s", { 300s, {}, {}, {} });
    // Out of bounds: no portal may silence a kiosk for a year, or ask for chunks of one byte.
    row("next=5", nothing);
    row("next=31536000", nothing);
    row("next=-300", nothing);
    row("chunk=1", nothing);
    row("chunk=999999999999999", nothing);
    row("parallel=100", nothing);
    row("parallel=0, chunk=65536", { {}, 65'536, {}, {} });
    // Not the grammar: ignored as a whole.
    row("next=300, , chunk=65536", nothing);
    row("Next=300", nothing);
    row("next = 300", nothing);
    row("next=300 chunk=65536", nothing);
    row("next=\"300", nothing);
    row("<html>", nothing);
    QTest::newRow("endless") << QByteArray(100'000, 'a') << nothing;
}

void TestSyncContract::hints()
{
    QFETCH(QByteArray, header);
    QFETCH(SyncHint, hint);
    QVERIFY(readSyncHint(header) == hint);
}

void TestSyncContract::hostileNews_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const QString &path, const QJsonValue &value) {
        const QByteArray name =
            path.toLatin1() + " = " + QJsonDocument(QJsonArray { value }).toJson(QJsonDocument::Compact).left(60);
        QTest::newRow(name.constData()) << path << value;
    };
    const QJsonValue gone(QJsonValue::Undefined);
    const QString file = u"changes/0/results/0/"_s;
    const QString request = u"branchChanges/0/request/"_s;
    for (const char *name : { "id", "name", "mediaType", "size", "sha256" }) {
        row(file + QLatin1StringView(name), gone);
        row(file + QLatin1StringView(name), QJsonValue::Null);
    }
    for (const char *id : { "short", "../../../etc/passwd00", "k7m2p5qxz3vbn6tw4yrdhs7ae/", "k7m2p5qxz3vbn6tw4yrdhs7ael?x=1" })
        row(file + u"id"_s, QString::fromLatin1(id));
    row(file + u"id"_s, QString(65, u'a'));
    for (const auto &name : { u"../x.pdf"_s, u"a\\b.pdf"_s, u".hidden"_s, u"  "_s, u"a\u202efdp.exe"_s, QString(300, u'a') })
        row(file + u"name"_s, name);
    row(file + u"mediaType"_s, u"pdf"_s);
    row(file + u"mediaType"_s, u"text/html; charset=x"_s);
    row(file + u"size"_s, 0);
    row(file + u"size"_s, 1e12);
    row(file + u"size"_s, u"81920"_s);
    row(file + u"sha256"_s, QString(64, u'B'));
    row(u"changes/0/results"_s, QJsonObject {});
    row(u"changes/0/results"_s, QJsonArray { 1 });
    row(u"changes/0/message"_s, QJsonValue::Null);
    row(u"changes/0/message"_s, u""_s);
    row(u"changes/0/message"_s, QString(100'000, u'x'));
    row(u"changes/0/request"_s, QJsonValue::Null);
    row(request + u"items"_s, gone);
    row(request + u"items"_s, QJsonArray {});
    row(request + u"items/0/text"_s, gone);
    row(request + u"items/0/component"_s, QString(65, u'x'));
    row(request + u"items/1/field"_s, QString(501, u'/'));
    row(request + u"until"_s, u"2026-02-30"_s);
    row(request + u"until"_s, u"2026-11-3"_s);
    row(request + u"until"_s, u"30/11/2026"_s);
    row(request + u"until"_s, QJsonValue::Null);
    row(u"resend"_s, QJsonValue::Null);
    row(u"resend"_s, 7);
    row(u"resend/after"_s, gone);
    row(u"resend/after"_s, -1);
    row(u"resend/after"_s, 1e300);
}

void TestSyncContract::hostileNews()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    QString problem;
    const SyncAnswer answer = read(changed(news(), path.split(u'/'), value).toObject(), problem);
    QVERIFY2(!problem.isEmpty(), "a broken answer was believed");
    QVERIFY(answer.changes.isEmpty() && answer.cursor.isEmpty() && !answer.resendAfter);
}

void TestSyncContract::newsIsRead()
{
    QString problem;
    const SyncAnswer answer = read(news(), problem);
    QCOMPARE(problem, QString());
    QCOMPARE(answer.changes.size(), 2);
    for (const StatusChange &change : answer.changes) {
        QVERIFY(change.request);
        QCOMPARE(change.request->until, QDate(2026, 11, 30));
        QCOMPARE(change.request->items,
                 (QList<SupplementItem> { { u"000.00.00.G15-KQ003453"_s, {}, u"Ảnh chụp bị mờ"_s },
                                          { {}, u"/applicant/personalId"_s, u"Số định danh chưa khớp"_s } }));
        QCOMPARE(change.results, (QList<ResultFile> { { u"k7m2p5qxz3vbn6tw4yrdhs7ael"_s, u"Giấy xác nhận.pdf"_s,
                                                        u"application/pdf"_s, 81920, QString(64, u'b') } }));
        QCOMPARE(change.message, u"Mời công dân mang thẻ căn cước."_s);
    }
    QCOMPARE(answer.resendAfter, std::optional<qint64>(7));
}

void TestSyncContract::anOlderPortalIsUnderstood()
{
    QJsonObject json = news();
    json.remove(u"resend"_s);
    json.remove(u"branchChanges"_s);
    QJsonObject change = json.value("changes"_L1).toArray().first().toObject();
    for (const char *name : { "request", "results", "message" })
        change.remove(QLatin1StringView(name));
    json.insert(u"changes"_s, QJsonArray { change });
    QString problem;
    const SyncAnswer answer = read(json, problem);
    QCOMPARE(problem, QString());
    QCOMPARE(answer.changes.size(), 1);
    QVERIFY(!answer.changes.first().request && answer.changes.first().results.isEmpty() && !answer.resendAfter);
}

void TestSyncContract::marksAndProofsTravel()
{
    PortalAccess portal;
    portal.kioskId = u"0198f1d0-6a3e-4b52-9c01-5d1f6a7b8c9d"_s;
    SyncRequest request;
    const auto written = [&] { return QJsonDocument::fromJson(toJson(request, portal)).object(); };
    QVERIFY(!written().contains("lineage"_L1));
    request.lineage = { {}, "ob2hgzloebzwk43tnfxw4idtnb" };
    QCOMPARE(written().value("lineage"_L1).toObject(), (QJsonObject { { u"next"_s, u"ob2hgzloebzwk43tnfxw4idtnb"_s } }));
    request.lineage.known = "mfrggzdfmztwq2lknnwg23tpoa";
    QCOMPARE(written().value("lineage"_L1).toObject().value("known"_L1).toString(), u"mfrggzdfmztwq2lknnwg23tpoa"_s);

    OutboundDossier dossier;
    dossier.id = dossierId;
    dossier.capturedAt = dossier.submittedAt = QDateTime(QDate(2026, 11, 22), QTime(7, 5), Qt::UTC);
    QVERIFY(!QJsonDocument::fromJson(toJson(dossier)).object().contains("formerReceipt"_L1));
    dossier.formerReceipt = "aaa.bbb.ccc";
    QCOMPARE(QJsonDocument::fromJson(toJson(dossier)).object().value("formerReceipt"_L1).toString(), u"aaa.bbb.ccc"_s);
}

QTEST_GUILESS_MAIN(TestSyncContract)
#include "tst_sync_contract.moc"
