#include "core/store/outboxrows.h"

#include "core/base/log.h"
#include "core/store/branchrows.h"
#include "core/store/database.h"
#include "core/store/dossierrows.h"
#include "core/store/repositories.h"

#include <QSqlQuery>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

using enum DeliveryState;

const QString cursorSetting = u"sync.cursor"_s;
const QString byPortal = u"portal"_s;

struct Step
{
    DeliveryState from;
    DeliveryState to;
};

// Staying where it is is always allowed: a call may be repeated after its answer was lost. A receipt or a refusal is an answer of the
// portal about what it holds, so it may come at any time, also replayed before the next attempt; nothing else leaves InDoubt.
constexpr std::array steps {
    Step { Waiting, Sending },  Step { InDoubt, Sending },  Step { Sending, Waiting },  Step { Sending, InDoubt },
    Step { Waiting, Received }, Step { Sending, Received }, Step { InDoubt, Received }, Step { Waiting, Refused },
    Step { Sending, Refused },  Step { InDoubt, Refused },
};

struct OutboxRow
{
    DossierKey dossier;
    qint64 row = 0;
    DeliveryState state = DeliveryState::None;
    bool outdated = false; // a newer revision was submitted since
};

Result<OutboxRow> outboxRow(const Database &database, const DeliveryKey &key)
{
    const Result<DossierKey> dossier = dossierKey(database, key.id);
    if (!dossier)
        return passOn(dossier);
    OutboxRow found { *dossier, 0, DeliveryState::None, key.revision < dossier->revision };
    const Result<void> read = database.rows(u"SELECT seq, state FROM outbox WHERE dossier = ? AND revision = ?"_s,
                                            { dossier->row, key.revision }, [&](const QSqlQuery &row) {
                                                found.row = row.value(0).toLongLong();
                                                found.state = deliveryStateFromStored(row.value(1).toString());
                                            });
    if (!read)
        return passOn(read);
    return found;
}

tl::unexpected<Error> forbidden(const OutboxRow &row, DeliveryState wanted)
{
    return fail(ErrorCode::DeliveryStepForbidden, row.dossier.id, toStored(row.state) + u" -> "_s + toStored(wanted));
}

Result<void> move(Database &database, const OutboxRow &row, DeliveryState state, const DeliveryProblem &problem = {})
{
    const QVariantList remembered = problem.errorId.isEmpty()
                                        ? QVariantList { QVariant(), QVariant(), QVariant(), QVariant() }
                                        : QVariantList { problem.errorId, problem.reason, problem.field, stored(problem.at) };
    // While it is being sent, what the last attempt met stays to be seen.
    const Result<int> moved =
        state == Sending
            ? database.change(u"UPDATE outbox SET state = ? WHERE seq = ?"_s, { toStored(state), row.row })
            : database.change(
                u"UPDATE outbox SET state = ?, problem_id = ?, problem_reason = ?, problem_field = ?, problem_at = ? WHERE seq = ?"_s,
                QVariantList { toStored(state) } + remembered + QVariantList { row.row });
    if (!moved)
        return passOn(moved);
    const Result<int> shown =
        database.change(u"UPDATE dossier SET delivery = ? WHERE seq = ?"_s, { toStored(state), row.dossier.row });
    if (!shown)
        return passOn(shown);
    return {};
}

Result<void> write(Database &database, const QDateTime &now, const QString &action, const QString &subject, const QString &detail)
{
    const Result<JournalEntry> entry = JournalRepository(database).append(now, byPortal, action, subject, detail);
    if (!entry)
        return passOn(entry);
    return {};
}

Result<void> keepReceipt(Database &database, const OutboxRow &row, const Receipt &receipt)
{
    const Result<int> kept = database.change(
        u"INSERT INTO receipt (outbox, official_code, received_at, due_at, sequence, form_sha256) VALUES (?, ?, ?, ?, ?, ?)"_s,
        { row.row, receipt.officialCode, stored(receipt.receivedAt), stored(receipt.dueAt), receipt.sequence,
          receipt.formSha256 });
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
    if (!change.branch.isEmpty())
        return acceptBranchChange(database, row->toLongLong(), change, now);
    // The change with the highest number is the present state, in whatever order they come.
    const Result<int> shown = database.change(
        u"UPDATE dossier SET portal_status = ?, portal_sequence = ?, portal_note = ?, updated_at = ? WHERE seq = ? AND portal_sequence < ?"_s,
        { change.status, change.sequence, change.note.isNull() ? u""_s : change.note, stored(change.at), *row, change.sequence });
    if (!shown)
        return passOn(shown);
    if (const Result<void> written = write(database, now, u"status.changed"_s, change.dossierId, QString::number(change.status));
        !written)
        return passOn(written);
    return change.dossierId;
}

} // namespace

bool mayMove(DeliveryState from, DeliveryState to)
{
    return (from == to && from != DeliveryState::None)
           || std::any_of(steps.begin(), steps.end(), [=](const Step &step) { return step.from == from && step.to == to; });
}

Changed doubtWhatWasBeingSent(Database &database)
{
    QList<DeliveryKey> keys;
    const Result<void> read =
        database.rows(u"SELECT d.id, o.revision FROM outbox o JOIN dossier d ON d.seq = o.dossier WHERE o.state = 'sending'"_s,
                      {}, [&](const QSqlQuery &row) {
                          keys.append({ row.value(0).toString(), row.value(1).toInt() });
                      });
    if (!read)
        return passOn(read);
    return moveTo(database, InDoubt, keys);
}

Result<QList<OutboundDossier>> pendingDossiers(const Database &database, int limit)
{
    QList<OutboundDossier> found;
    QList<qint64> outboxRows;
    const Result<void> read =
        database.rows(u"SELECT o.seq, d.id, o.revision, d.local_code, d.procedure_code, d.pack_version, d.created_at, "
                      u"o.submitted_at, f.form, o.form_sha256, "
                      "o.state FROM outbox o JOIN dossier d ON d.seq = o.dossier JOIN outbox_form f ON f.outbox = o.seq "
                      "WHERE o.state IN ('waiting', 'sending', 'in_doubt') ORDER BY o.submitted_at, o.seq LIMIT ?"_s,
                      { limit }, [&](const QSqlQuery &row) {
                          outboxRows.append(row.value(0).toLongLong());
                          found.append({ row.value(1).toString(),
                                         row.value(2).toInt(),
                                         row.value(3).toString(),
                                         row.value(4).toString(),
                                         row.value(5).toString(),
                                         timeFrom(row.value(6)),
                                         timeFrom(row.value(7)),
                                         row.value(8).toByteArray(),
                                         row.value(9).toString(),
                                         {},
                                         {},
                                         deliveryStateFromStored(row.value(10).toString()) });
                      });
    if (!read)
        return passOn(read);
    for (qsizetype index = 0; index < found.size(); ++index) {
        const Result<void> files = database.rows(
            u"SELECT attachment_id, name, component, media_type, size, sha256 FROM outbox_file WHERE outbox = ? ORDER BY position"_s,
            { outboxRows.at(index) }, [&](const QSqlQuery &row) {
                found[index].files.append({ row.value(0).toString(), row.value(1).toString(), row.value(2).toString(),
                                            row.value(3).toString(), row.value(4).toLongLong(), row.value(5).toString() });
            });
        if (!files)
            return passOn(files);
        const Result<QList<OutboundBranch>> branches = outboundBranches(database, outboxRows.at(index));
        if (!branches)
            return passOn(branches);
        found[index].branches = *branches;
    }
    return found;
}

Changed moveTo(Database &database, DeliveryState state, const QList<DeliveryKey> &keys, const DeliveryProblem &problem)
{
    QStringList changed;
    for (const DeliveryKey &key : keys) {
        const Result<OutboxRow> row = outboxRow(database, key);
        if (!row)
            return passOn(row);
        if (row->outdated)
            continue;
        if (!mayMove(row->state, state))
            return forbidden(*row, state);
        if (row->state == state)
            continue;
        if (const Result<void> moved = move(database, *row, state, problem); !moved)
            return passOn(moved);
        changed.append(row->dossier.id);
    }
    return changed;
}

Changed acceptReceipt(Database &database, const Receipt &receipt, const QDateTime &now)
{
    const Result<OutboxRow> row = outboxRow(database, { receipt.dossierId, receipt.revision });
    if (!row)
        return passOn(row);
    if (row->outdated || row->state == Received)
        return QStringList();
    if (!mayMove(row->state, Received))
        return forbidden(*row, Received);
    if (const Result<void> moved = move(database, *row, Received); !moved)
        return passOn(moved);
    if (const Result<void> kept = keepReceipt(database, *row, receipt); !kept)
        return passOn(kept);
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
    if (!mayMove(row->state, Refused))
        return forbidden(*row, Refused);
    if (const Result<void> moved = move(database, *row, Refused, problem); !moved)
        return passOn(moved);
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

Result<int> unsent(const Database &database)
{
    const Result<QVariant> count =
        database.value(u"SELECT count(*) FROM outbox WHERE state IN ('waiting', 'sending', 'in_doubt')"_s);
    if (!count)
        return passOn(count);
    return count->toInt();
}

} // namespace motcua
