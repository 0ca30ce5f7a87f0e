#include "core/store/portalanswers.h"

#include "core/base/errorcatalog.h"
#include "core/base/log.h"
#include "core/store/branchrows.h"
#include "core/store/database.h"
#include "core/store/deliverysteps.h"
#include "core/store/papercheck.h"
#include "core/store/portalrows.h"
#include "core/store/repositories.h"

#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace motcua {

using enum DeliveryState;

namespace {

const QString cursorSetting = u"sync.cursor"_s;
const QString byPortal = u"portal"_s;

// A QByteArray that was never set would be bound as NULL.
QByteArray given(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}

// The portal's own words about the same dossier do not agree.
QString contradiction(const QString &dossierId, const QString &was, const QString &is)
{
    return errorId(fail(ErrorCode::ReceiptContradicts, dossierId, was + u" -> "_s + is).value().code);
}

Result<void> write(Database &database, const QDateTime &now, const QString &action, const QString &subject, const QString &detail)
{
    const Result<JournalEntry> entry = JournalRepository(database).append(now, byPortal, action, subject, detail);
    if (!entry)
        return passOn(entry);
    return {};
}

// Names, one a line; as the column keeps them.
QString awaitedIn(const Receipt &receipt)
{
    return receipt.awaited().isEmpty() ? u""_s : receipt.awaited().join(u'\n');
}

Result<void> keepReceipt(Database &database, const OutboxRow &row, const Receipt &receipt)
{
    const Result<int> kept = database.change(
        u"INSERT INTO receipt (outbox, official_code, received_at, due_at, sequence, form_sha256, proof, awaited) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
        { row.row, receipt.officialCode, stored(receipt.receivedAt), stored(receipt.dueAt), receipt.sequence, receipt.formSha256,
          given(receipt.proof), awaitedIn(receipt) });
    if (!kept)
        return passOn(kept);
    for (int position = 0; position < receipt.files.size(); ++position) {
        const ReceivedFile &file = receipt.files.at(position);
        const Result<int> listed =
            database.change(u"INSERT INTO receipt_file (outbox, position, name, size, sha256) VALUES (?, ?, ?, ?, ?)"_s,
                            { row.row, position, file.name, file.size, file.sha256 });
        if (!listed)
            return passOn(listed);
    }
    const Result<int> shown = database.change(
        u"UPDATE dossier SET status = ?, official_code = ?, due_at = ?, search = ?, updated_at = ? WHERE seq = ?"_s,
        { toStored(DossierStatus::Submitted), receipt.officialCode, stored(receipt.dueAt),
          searchText(row.dossier.applicantName, row.dossier.localCode, receipt.officialCode), stored(receipt.receivedAt),
          row.dossier.row });
    if (!shown)
        return passOn(shown);
    return {};
}

// A code that people hold on paper must not turn into another one in silence.
Result<void> noteContradiction(Database &database, const OutboxRow &row, const Receipt &receipt, const QDateTime &now)
{
    const QString &was = row.dossier.officialCode;
    if (was.isEmpty() || was == receipt.officialCode)
        return {};
    const QString id = contradiction(row.dossier.id, was, receipt.officialCode);
    const Result<int> noted = database.change(
        u"UPDATE outbox SET problem_id = ?, problem_reason = '', problem_field = '', problem_at = ? WHERE seq = ?"_s,
        { id, stored(now), row.row });
    if (!noted)
        return passOn(noted);
    return write(database, now, u"receipt.contradicts"_s, row.dossier.id, was + u' ' + receipt.officialCode);
}

// A paper of ours is to blame: which one, so that somebody can add it again.
Result<void> nameDamagedPapers(Database &database, const OutboxRow &row, const DeliveryProblem &problem)
{
    QStringList names = problem.papers;
    if (names.isEmpty() && problem.errorId == errorId(ErrorCode::OutboundFileDamaged)) {
        const Result<QStringList> damaged = damagedPapers(database, row.row);
        if (!damaged)
            return passOn(damaged);
        names = *damaged;
    }
    if (names.isEmpty())
        return {};
    const Result<int> named =
        database.change(u"UPDATE outbox SET problem_papers = ? WHERE seq = ?"_s, { names.join(u'\n'), row.row });
    return named ? Result<void>() : passOn(named);
}

Result<void> settleOffers(Database &database, qint64 dossierRow)
{
    const Result<int> settled =
        database.change(u"UPDATE outbox SET offer_again = 0 WHERE dossier = ? AND offer_again = 1"_s, { dossierRow });
    return settled ? Result<void>() : passOn(settled);
}

// An older revision that was to be followed or offered again is overtaken by this one.
Result<void> followWithOriginals(Database &database, const OutboxRow &row)
{
    if (const Result<void> settled = settleOffers(database, row.dossier.row); !settled)
        return settled;
    const Result<int> follows = database.change(u"UPDATE outbox SET offer_again = 1 WHERE seq = ?"_s, { row.row });
    return follows ? Result<void>() : passOn(follows);
}

// What a portal refuses now although it gave a receipt stays received and pending; somebody is told.
Changed acceptObjection(Database &database, const OutboxRow &row, const DeliveryProblem &problem, const QDateTime &now)
{
    const bool ours = problem.errorId == errorId(ErrorCode::OutboundFileDamaged); // an original that was to follow
    const Result<QVariant> before =
        database.value(u"SELECT problem_id || ' ' || problem_reason FROM outbox WHERE seq = ?"_s, { row.row });
    if (!before)
        return passOn(before);
    const QString id = ours ? problem.errorId : contradiction(row.dossier.id, row.dossier.officialCode, problem.errorId);
    if (before->toString() == id + u' ' + problem.reason)
        return QStringList(); // it says so at every attempt
    const Result<int> noted = database.change(
        u"UPDATE outbox SET problem_id = ?, problem_reason = ?, problem_field = ?, problem_at = ? WHERE seq = ?"_s,
        { id, problem.reason.isNull() ? u""_s : problem.reason, problem.field.isNull() ? u""_s : problem.field, stored(now),
          row.row });
    if (!noted)
        return passOn(noted);
    if (const Result<void> named = nameDamagedPapers(database, row, problem); !named)
        return passOn(named);
    if (const Result<void> asks = refreshAsks(database, row.dossier.row); !asks)
        return passOn(asks);
    const QString detail = row.dossier.officialCode + u' ' + problem.errorId;
    if (const Result<void> written = write(database, now, u"receipt.contradicts"_s, row.dossier.id, detail); !written)
        return passOn(written);
    return QStringList { row.dossier.id };
}

// Pending although received: while originals are to follow, and as long as a restored portal has not got it again. What people hold on
// paper stays; only what the portal holds, and its place in the portal's order, is new.
Changed acceptOfferedAgain(Database &database, const OutboxRow &row, const Receipt &receipt, const QDateTime &now)
{
    const Result<QVariant> before = database.value(u"SELECT awaited FROM receipt WHERE outbox = ?"_s, { row.row });
    if (!before)
        return passOn(before);
    const QString awaited = awaitedIn(receipt);
    const Result<int> kept = database.change(
        u"UPDATE receipt SET sequence = ?1, proof = CASE WHEN ?2 = x'' THEN proof ELSE ?2 END, awaited = ?3, acknowledged = 0 "
        "WHERE outbox = ?4 AND NOT (?3 <> '' AND awaited = ?3 AND sequence = ?1)"_s,
        { receipt.sequence, given(receipt.proof), awaited, row.row });
    if (!kept)
        return passOn(kept);
    if (*kept == 0)
        return QStringList();
    const Result<int> cleared =
        database.change(u"UPDATE outbox SET problem_id = NULL, problem_papers = '' WHERE seq = ?"_s, { row.row });
    if (!cleared)
        return passOn(cleared);
    if (const Result<void> noted = noteContradiction(database, row, receipt, now); !noted)
        return passOn(noted);
    if (awaited.isEmpty()) {
        if (const Result<void> settled = settleOffers(database, row.dossier.row); !settled)
            return passOn(settled);
    }
    const bool sameAsBefore = before->toString() == awaited;
    const QString action = sameAsBefore ? u"delivery.received-again"_s : u"delivery.original-received"_s;
    if (const auto written = write(database, now, action, row.dossier.id, receipt.officialCode); !written)
        return passOn(written);
    const Result<void> asks = refreshAsks(database, row.dossier.row);
    return asks ? Changed(QStringList { row.dossier.id }) : passOn(asks);
}

Result<QString> acceptBranchChange(Database &database, qint64 row, const StatusChange &change, const QDateTime &now)
{
    const Result<bool> moved = moveBranch(database, row, change);
    if (!moved)
        return passOn(moved);
    if (!*moved) {
        qCWarning(logStore).noquote() << "a status for a branch that is not here:" << change.branch << change.dossierId;
        return QString();
    }
    const QString detail = change.branch + u' ' + QString::number(change.status);
    if (const Result<void> written = write(database, now, u"branch.changed"_s, change.dossierId, detail); !written)
        return passOn(written);
    return change.dossierId;
}

// Answers the dossier's id when the change was new.
Result<QString> acceptChange(Database &database, const StatusChange &change, const QDateTime &now)
{
    const Result<QVariant> row = database.value(u"SELECT seq FROM dossier WHERE id = ?"_s, { change.dossierId });
    if (!row)
        return passOn(row);
    if (!row->isValid()) {
        qCWarning(logStore).noquote() << "a status for a dossier that is not here:" << change.dossierId;
        return QString();
    }
    const Result<int> fresh = database.change(
        u"INSERT INTO portal_change (dossier, sequence, branch, status, at, note) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (dossier, sequence) DO NOTHING"_s,
        { *row, change.sequence, change.branch.isNull() ? u""_s : change.branch, change.status, stored(change.at),
          change.note.isNull() ? u""_s : change.note });
    if (!fresh)
        return passOn(fresh);
    if (*fresh == 0)
        return QString();
    if (const Result<void> kept = keepFromPortal(database, row->toLongLong(), change); !kept)
        return passOn(kept);
    if (!change.branch.isEmpty())
        return acceptBranchChange(database, row->toLongLong(), change, now);
    // The change with the highest number is the present state, in whatever order they come.
    const Result<int> shown = database.change(
        u"UPDATE dossier SET portal_status = ?, portal_sequence = ?, portal_note = ?, updated_at = ? WHERE seq = ? AND portal_sequence < ?"_s,
        { change.status, change.sequence, change.note.isNull() ? u""_s : change.note, stored(change.at), *row, change.sequence });
    if (!shown)
        return passOn(shown);
    if (const Result<void> asks = refreshAsks(database, row->toLongLong()); !asks)
        return passOn(asks);
    if (const Result<void> written = write(database, now, u"status.changed"_s, change.dossierId, QString::number(change.status));
        !written)
        return passOn(written);
    return change.dossierId;
}

} // namespace

Changed acceptReceipt(Database &database, const Receipt &receipt, const QDateTime &now)
{
    const Result<OutboxRow> row = outboxRow(database, { receipt.dossierId, receipt.revision });
    if (!row)
        return passOn(row);
    if (!row->outdated && row->offeredAgain)
        return acceptOfferedAgain(database, *row, receipt, now);
    if (row->outdated || row->state == Received)
        return QStringList();
    if (!mayMove(row->state, Received))
        return forbidden(*row, Received);
    if (const Result<void> moved = move(database, *row, Received); !moved)
        return passOn(moved);
    if (const Result<void> kept = keepReceipt(database, *row, receipt); !kept)
        return passOn(kept);
    const Result<void> settled =
        receipt.awaited().isEmpty() ? settleOffers(database, row->dossier.row) : followWithOriginals(database, *row);
    if (!settled)
        return passOn(settled);
    if (const Result<void> noted = noteContradiction(database, *row, receipt, now); !noted)
        return passOn(noted);
    if (const Result<void> asks = refreshAsks(database, row->dossier.row); !asks)
        return passOn(asks);
    if (const auto written = write(database, now, u"delivery.received"_s, row->dossier.id, receipt.officialCode); !written)
        return passOn(written);
    return QStringList { row->dossier.id };
}

Changed acceptRefusal(Database &database, const DeliveryKey &key, const DeliveryProblem &problem, const QDateTime &now)
{
    const Result<OutboxRow> row = outboxRow(database, key);
    if (!row)
        return passOn(row);
    if (row->outdated || row->state == Refused)
        return QStringList();
    if (row->offeredAgain)
        return acceptObjection(database, *row, problem, now);
    if (!mayMove(row->state, Refused))
        return forbidden(*row, Refused);
    if (const Result<void> settled = settleOffers(database, row->dossier.row); !settled)
        return passOn(settled);
    if (const Result<void> moved = move(database, *row, Refused, problem); !moved)
        return passOn(moved);
    if (const Result<void> named = nameDamagedPapers(database, *row, problem); !named)
        return passOn(named);
    const Result<int> shown = database.change(u"UPDATE dossier SET status = ?, updated_at = ? WHERE seq = ?"_s,
                                              { toStored(DossierStatus::NeedsFix), stored(now), row->dossier.row });
    if (!shown)
        return passOn(shown);
    if (const auto written = write(database, now, u"delivery.refused"_s, row->dossier.id, problem.errorId); !written)
        return passOn(written);
    return QStringList { row->dossier.id };
}

Changed acceptChanges(Database &database, const QList<StatusChange> &changes, const QString &cursor, const QDateTime &now)
{
    QStringList changed;
    for (const StatusChange &change : changes) {
        const Result<QString> id = acceptChange(database, change, now);
        if (!id)
            return passOn(id);
        if (!id->isEmpty() && !changed.contains(*id))
            changed.append(*id);
    }
    if (const Result<void> kept = SettingsRepository(database).setValue(cursorSetting, cursor); !kept)
        return passOn(kept);
    return changed;
}

Changed offerAgain(Database &database, qint64 sequence, const QDateTime &now)
{
    QStringList changed;
    const Result<void> read = database.rows(
        u"SELECT DISTINCT d.id FROM receipt r JOIN outbox o ON o.seq = r.outbox JOIN dossier d ON d.seq = o.dossier "
        "WHERE r.sequence > ? AND o.state = 'received' AND o.offer_again = 0 AND d.purged_at IS NULL"_s,
        { sequence }, [&](const QSqlQuery &row) { changed.append(row.value(0).toString()); });
    if (!read)
        return passOn(read);
    // What it will say next is new, even where it gives out numbers again that were seen before.
    for (const QString &sql :
         { u"UPDATE outbox SET offer_again = 1 WHERE state = 'received' AND seq IN (SELECT outbox FROM receipt WHERE sequence > "
           u"?1) "
           "AND dossier NOT IN (SELECT seq FROM dossier WHERE purged_at IS NOT NULL)"_s,
           u"UPDATE OR REPLACE portal_change SET sequence = -sequence WHERE sequence > ?1"_s,
           u"UPDATE OR REPLACE portal_request SET sequence = -sequence WHERE sequence > ?1"_s,
           u"UPDATE OR REPLACE portal_message SET sequence = -sequence WHERE sequence > ?1"_s,
           u"UPDATE dossier SET portal_sequence = min(portal_sequence, ?1), answered_sequence = min(answered_sequence, ?1) "
           "WHERE portal_sequence > ?1"_s,
           u"UPDATE branch SET portal_sequence = min(portal_sequence, ?1), answered_sequence = min(answered_sequence, ?1) "
           "WHERE portal_sequence > ?1"_s }) {
        if (const Result<int> done = database.change(sql, { sequence }); !done)
            return passOn(done);
    }
    if (!changed.isEmpty()) {
        const QString detail = u"after %1: %2"_s.arg(sequence).arg(changed.size());
        if (const Result<void> written = write(database, now, u"portal.restored"_s, u"portal"_s, detail); !written)
            return passOn(written);
    }
    return changed;
}

Result<QList<DeliveryKey>> receiptsToAcknowledge(const Database &database)
{
    QList<DeliveryKey> keys;
    const Result<void> read = database.rows(
        u"SELECT d.id, o.revision FROM receipt r JOIN outbox o ON o.seq = r.outbox JOIN dossier d ON d.seq = o.dossier "
        "WHERE r.acknowledged = 0 ORDER BY r.outbox"_s,
        {}, [&](const QSqlQuery &row) {
            keys.append({ row.value(0).toString(), row.value(1).toInt() });
        });
    if (!read)
        return passOn(read);
    return keys;
}

Result<void> acknowledge(Database &database, const QList<DeliveryKey> &keys)
{
    for (const DeliveryKey &key : keys) {
        const Result<int> done = database.change(
            u"UPDATE receipt SET acknowledged = 1 WHERE outbox = (SELECT o.seq FROM outbox o JOIN dossier d ON d.seq = o.dossier "
            "WHERE d.id = ? AND o.revision = ?)"_s,
            { key.id, key.revision });
        if (!done)
            return passOn(done);
    }
    return {};
}

Result<QString> changesCursor(Database &database)
{
    return SettingsRepository(database).value(cursorSetting);
}

} // namespace motcua
