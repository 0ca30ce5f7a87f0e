#include "core/store/portalrows.h"

#include "core/base/ids.h"
#include "core/base/sha256.h"
#include "core/store/database.h"
#include "core/store/dossierrows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlQuery>

#include <optional>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QString given(const QString &string)
{
    return string.isNull() ? u""_s : string;
}

QString toStored(const QList<SupplementItem> &items)
{
    QJsonArray all;
    for (const SupplementItem &item : items)
        all.append(QJsonObject { { u"component"_s, item.component }, { u"field"_s, item.field }, { u"text"_s, item.text } });
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

QList<SupplementItem> itemsFrom(const QString &stored)
{
    QList<SupplementItem> items;
    const QJsonArray all = QJsonDocument::fromJson(stored.toUtf8()).array();
    for (const auto &each : all) {
        const QJsonObject item = each.toObject();
        items.append(
            { item.value("component"_L1).toString(), item.value("field"_L1).toString(), item.value("text"_L1).toString() });
    }
    return items;
}

Result<void> keepRequest(Database &database, qint64 dossierRow, const StatusChange &change)
{
    const SupplementRequest request = change.request.value_or(SupplementRequest());
    const Result<int> kept = database.change(
        u"INSERT INTO portal_request (dossier, sequence, branch, at, note, until, items) VALUES (?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (dossier, sequence) DO NOTHING"_s,
        { dossierRow, change.sequence, given(change.branch), stored(change.at), given(change.note),
          request.until.isValid() ? QVariant(request.until.toString(Qt::ISODate)) : QVariant(), toStored(request.items) });
    return kept ? Result<void>() : passOn(kept);
}

Result<void> keepMessage(Database &database, qint64 dossierRow, const StatusChange &change)
{
    const Result<int> kept =
        database.change(u"INSERT INTO portal_message (dossier, sequence, branch, at, text) VALUES (?, ?, ?, ?, ?) "
                        "ON CONFLICT (dossier, sequence) DO NOTHING"_s,
                        { dossierRow, change.sequence, given(change.branch), stored(change.at), change.message });
    return kept ? Result<void>() : passOn(kept);
}

Result<void> announceResult(Database &database, qint64 dossierRow, const StatusChange &change, const ResultFile &file)
{
    const Result<int> kept = database.change(
        u"INSERT INTO portal_result (id, dossier, branch, at, name, media_type, size, sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (id) DO NOTHING"_s,
        { file.id, dossierRow, given(change.branch), stored(change.at), given(file.name), given(file.mediaType), file.size,
          file.sha256 });
    return kept ? Result<void>() : passOn(kept);
}

struct ResultRow
{
    qint64 row = 0;
    qint64 dossier = 0;
    qint64 size = 0;
    qint64 held = 0;
    bool complete = false;
    QString sha256;
};

tl::unexpected<Error> pieceWrong(const QString &id, qint64 held, qint64 offset)
{
    return fail(ErrorCode::ResultPieceWrong, id, u"%1 held, piece at %2"_s.arg(held).arg(offset));
}

Result<ResultRow> resultRow(const Database &database, const QString &id)
{
    std::optional<ResultRow> found;
    const Result<void> read =
        database.rows(u"SELECT seq, dossier, size, held, complete, sha256 FROM portal_result WHERE id = ?"_s, { id },
                      [&](const QSqlQuery &row) {
                          found = { row.value(0).toLongLong(), row.value(1).toLongLong(), row.value(2).toLongLong(),
                                    row.value(3).toLongLong(), row.value(4).toBool(),     row.value(5).toString() };
                      });
    if (!read)
        return passOn(read);
    if (!found)
        return fail(ErrorCode::ResultUnknown, id.left(64));
    return *found;
}

Result<void> dropPieces(Database &database, qint64 row)
{
    const Result<int> dropped = database.change(u"DELETE FROM portal_result_part WHERE result = ?"_s, { row });
    if (!dropped)
        return passOn(dropped);
    const Result<int> empty = database.change(u"UPDATE portal_result SET held = 0 WHERE seq = ?"_s, { row });
    return empty ? Result<void>() : passOn(empty);
}

Result<void> eachPiece(const Database &database, qint64 row, const std::function<void(const QByteArray &)> &use)
{
    return database.rows(u"SELECT content FROM portal_result_part WHERE result = ? ORDER BY start"_s, { row },
                         [&](const QSqlQuery &part) { use(part.value(0).toByteArray()); });
}

} // namespace

tl::unexpected<Error> resultDamaged(const QString &id)
{
    return fail(ErrorCode::ResultDamaged, id.left(64));
}

Result<void> keepFromPortal(Database &database, qint64 dossierRow, const StatusChange &change)
{
    constexpr int supplementWanted = 5; // portalstatus.h
    if (change.request || change.status == supplementWanted) {
        if (const Result<void> kept = keepRequest(database, dossierRow, change); !kept)
            return kept;
    }
    if (!change.message.isEmpty()) {
        if (const Result<void> kept = keepMessage(database, dossierRow, change); !kept)
            return kept;
    }
    for (const ResultFile &file : change.results) {
        if (const Result<void> kept = announceResult(database, dossierRow, change, file); !kept)
            return kept;
    }
    return {};
}

Result<void> refreshAsks(Database &database, qint64 dossierRow)
{
    // 5 = supplement, 6 = money, 10 = the citizen has the result (portalstatus.h); the weights are those of Ask.
    const QString branches = u"(SELECT count(*) FROM branch b JOIN outbox o ON o.seq = b.outbox WHERE o.dossier = dossier.seq "
                             "AND o.revision = dossier.revision AND %1)"_s;
    const QString supplement = branches.arg(u"b.portal_status = 5 AND b.portal_sequence > b.answered_sequence"_s);
    const QString fee = branches.arg(u"b.portal_status = 6"_s);
    const Result<int> counted = database.change(
        u"UPDATE dossier SET branches_asking = %1 + %2, asks = "
        "((portal_status = 5 AND portal_sequence > answered_sequence) OR %1 > 0) + 2 * (portal_status = 6 OR %2 > 0) "
        "+ 4 * (portal_status <> 10 AND EXISTS (SELECT 1 FROM portal_result r WHERE r.dossier = dossier.seq AND r.complete = 1 "
        "AND r.told_at IS NULL)) "
        "+ 8 * EXISTS (SELECT 1 FROM portal_message m WHERE m.dossier = dossier.seq AND m.told_at IS NULL) "
        "+ 16 * EXISTS (SELECT 1 FROM outbox o WHERE o.dossier = dossier.seq AND o.state = 'received' AND o.problem_id IS NOT "
        "NULL) "
        "WHERE seq = ?"_s.arg(supplement, fee),
        { dossierRow });
    return counted ? Result<void>() : passOn(counted);
}

Result<QList<PortalRequest>> requestsOf(const Database &database, qint64 dossierRow)
{
    QList<PortalRequest> found;
    const Result<void> read = database.rows(
        u"SELECT sequence, branch, at, note, until, items, answered_by FROM portal_request WHERE dossier = ? ORDER BY at, sequence"_s,
        { dossierRow }, [&](const QSqlQuery &row) {
            found.append({ row.value(0).toLongLong(),
                           row.value(1).toString(),
                           timeFrom(row.value(2)),
                           row.value(3).toString(),
                           { QDate::fromString(row.value(4).toString(), Qt::ISODate), itemsFrom(row.value(5).toString()) },
                           row.value(6).toInt() });
        });
    if (!read)
        return passOn(read);
    return found;
}

Result<QList<PortalResult>> resultsOf(const Database &database, qint64 dossierRow)
{
    QList<PortalResult> found;
    const Result<void> read = database.rows(
        u"SELECT id, name, media_type, size, sha256, branch, at, held, complete, told_at FROM portal_result WHERE dossier = ? ORDER BY seq"_s,
        { dossierRow }, [&](const QSqlQuery &row) {
            found.append({ { row.value(0).toString(), row.value(1).toString(), row.value(2).toString(), row.value(3).toLongLong(),
                             row.value(4).toString() },
                           row.value(5).toString(),
                           timeFrom(row.value(6)),
                           row.value(7).toLongLong(),
                           row.value(8).toBool(),
                           timeFrom(row.value(9)) });
        });
    if (!read)
        return passOn(read);
    return found;
}

Result<QList<PortalMessage>> messagesOf(const Database &database, qint64 dossierRow)
{
    QList<PortalMessage> found;
    const Result<void> read =
        database.rows(u"SELECT sequence, branch, at, text, told_at FROM portal_message WHERE dossier = ? ORDER BY at, sequence"_s,
                      { dossierRow }, [&](const QSqlQuery &row) {
                          found.append({ row.value(0).toLongLong(), row.value(1).toString(), timeFrom(row.value(2)),
                                         row.value(3).toString(), timeFrom(row.value(4)) });
                      });
    if (!read)
        return passOn(read);
    return found;
}

Result<void> answerRequests(Database &database, qint64 dossierRow, int revision)
{
    const Result<int> answered = database.change(
        u"UPDATE portal_request SET answered_by = ? WHERE dossier = ? AND answered_by = 0"_s, { revision, dossierRow });
    if (!answered)
        return passOn(answered);
    const Result<int> noted =
        database.change(u"UPDATE dossier SET answered_sequence = portal_sequence WHERE seq = ?"_s, { dossierRow });
    if (!noted)
        return passOn(noted);
    const Result<int> branches =
        database.change(u"UPDATE branch SET answered_sequence = portal_sequence WHERE outbox = (SELECT seq FROM outbox "
                        "WHERE dossier = ? AND revision = ?)"_s,
                        { dossierRow, revision });
    if (!branches)
        return passOn(branches);
    return refreshAsks(database, dossierRow);
}

Result<void> noteTold(Database &database, const QString &dossierId, const QDateTime &at)
{
    const Result<DossierKey> key = dossierKey(database, dossierId);
    if (!key)
        return passOn(key);
    for (const QString &sql : { u"UPDATE portal_result SET told_at = ? WHERE dossier = ? AND complete = 1 AND told_at IS NULL"_s,
                                u"UPDATE portal_message SET told_at = ? WHERE dossier = ? AND told_at IS NULL"_s }) {
        if (const Result<int> told = database.change(sql, { stored(at), key->row }); !told)
            return passOn(told);
    }
    return refreshAsks(database, key->row);
}

Result<QList<WantedResult>> wantedResults(const Database &database)
{
    QList<WantedResult> found;
    const Result<void> read =
        database.rows(u"SELECT r.id, r.name, r.media_type, r.size, r.sha256, d.id, r.held FROM portal_result r "
                      "JOIN dossier d ON d.seq = r.dossier WHERE r.complete = 0 ORDER BY r.seq"_s,
                      {}, [&](const QSqlQuery &row) {
                          found.append({ { row.value(0).toString(), row.value(1).toString(), row.value(2).toString(),
                                           row.value(3).toLongLong(), row.value(4).toString() },
                                         row.value(5).toString(),
                                         row.value(6).toLongLong() });
                      });
    if (!read)
        return passOn(read);
    return found;
}

Result<void> keepResultPiece(Database &database, const QString &id, qint64 offset, const QByteArray &bytes)
{
    const Result<ResultRow> result = resultRow(database, id);
    if (!result)
        return passOn(result);
    if (result->complete || bytes.isEmpty())
        return {};
    if ((offset != result->held && offset != 0) || offset + bytes.size() > result->size)
        return pieceWrong(id, result->held, offset);
    if (offset == 0) {
        if (const Result<void> dropped = dropPieces(database, result->row); !dropped)
            return dropped;
    }
    const Result<int> kept = database.change(u"INSERT INTO portal_result_part (result, start, content) VALUES (?, ?, ?)"_s,
                                             { result->row, offset, bytes });
    if (!kept)
        return passOn(kept);
    const Result<int> counted =
        database.change(u"UPDATE portal_result SET held = ? WHERE seq = ?"_s, { offset + bytes.size(), result->row });
    return counted ? Result<void>() : passOn(counted);
}

Result<bool> finishResult(Database &database, const QString &id, QString *dossierId)
{
    const Result<ResultRow> result = resultRow(database, id);
    if (!result)
        return passOn(result);
    if (result->complete)
        return true;
    Sha256 hash;
    if (const auto read = eachPiece(database, result->row, [&](const QByteArray &piece) { hash.add(piece); }); !read)
        return passOn(read);
    if (result->held != result->size || QString::fromLatin1(hash.result().toHex()) != result->sha256) {
        const Result<void> dropped = dropPieces(database, result->row);
        return dropped ? Result<bool>(false) : passOn(dropped);
    }
    const Result<int> done = database.change(u"UPDATE portal_result SET complete = 1 WHERE seq = ?"_s, { result->row });
    if (!done)
        return passOn(done);
    const Result<QVariant> dossier = database.value(u"SELECT id FROM dossier WHERE seq = ?"_s, { result->dossier });
    if (!dossier)
        return passOn(dossier);
    *dossierId = dossier->toString();
    const Result<void> asks = refreshAsks(database, result->dossier);
    return asks ? Result<bool>(true) : passOn(asks);
}

Result<QByteArray> resultContent(const Database &database, const QString &id)
{
    const Result<ResultRow> result = resultRow(database, id);
    if (!result)
        return passOn(result);
    QByteArray content;
    content.reserve(qsizetype(result->held));
    if (const auto read = eachPiece(database, result->row, [&](const QByteArray &piece) { content += piece; }); !read)
        return passOn(read);
    if (!result->complete || content.size() != result->size || sha256Hex(content) != result->sha256)
        return resultDamaged(id);
    return content;
}

} // namespace motcua
