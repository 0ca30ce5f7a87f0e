#include "core/store/branchrows.h"

#include "core/store/database.h"
#include "core/store/portalrows.h"

#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QString given(const QString &string)
{
    return string.isNull() ? u""_s : string;
}

QStringList lines(const QVariant &text)
{
    return text.toString().split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

Result<void> insertBranches(Database &database, qint64 outbox, const QList<DossierBranch> &branches, qint64 outboxBefore)
{
    for (qsizetype position = 0; position < branches.size(); ++position) {
        const DossierBranch &branch = branches.at(position);
        const Result<int> row = database.change(
            u"INSERT INTO branch (outbox, position, id, procedure_code, title, agency, deadline, result, components) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
            { outbox, position, branch.id, given(branch.procedureCode), given(branch.title), given(branch.agency),
              given(branch.deadlineText), given(branch.resultText), given(branch.components.join(u'\n')) });
        if (!row)
            return passOn(row);
    }
    const Result<int> stays = database.change(
        u"UPDATE branch SET (portal_status, portal_sequence, official_code, due_at, note, updated_at, answered_sequence) = "
        "(SELECT b.portal_status, b.portal_sequence, b.official_code, b.due_at, b.note, b.updated_at, b.answered_sequence "
        "FROM branch b WHERE b.outbox = ? AND b.id = branch.id) "
        "WHERE outbox = ? AND id IN (SELECT id FROM branch WHERE outbox = ?)"_s,
        { outboxBefore, outbox, outboxBefore });
    return stays ? Result<void>() : passOn(stays);
}

Result<QList<DossierBranch>> branchesOf(const Database &database, const DossierKey &dossier)
{
    QList<DossierBranch> found;
    const Result<void> read = database.rows(
        u"SELECT b.id, b.procedure_code, b.title, b.agency, b.deadline, b.result, b.components, b.portal_status, "
        u"b.official_code, "
        "b.due_at, b.note, b.updated_at, b.portal_status = 5 AND b.portal_sequence <= b.answered_sequence FROM branch b JOIN "
        "outbox o ON o.seq = b.outbox WHERE o.dossier = ? AND o.revision = ? "
        "ORDER BY b.position"_s,
        { dossier.row, dossier.revision }, [&](const QSqlQuery &row) {
            found.append({ row.value(0).toString(), row.value(1).toString(), row.value(2).toString(), row.value(3).toString(),
                           row.value(4).toString(), row.value(5).toString(), lines(row.value(6)), row.value(7).toInt(),
                           row.value(8).toString(), timeFrom(row.value(9)), row.value(10).toString(), timeFrom(row.value(11)),
                           row.value(12).toBool() });
        });
    if (!read)
        return passOn(read);
    return found;
}

Result<void> outboundBranches(const Database &database, const QString &chosen, int limit,
                              const std::function<void(qint64, const OutboundBranch &)> &use)
{
    return database.rows(
        u"SELECT outbox, id, procedure_code, components FROM branch WHERE outbox IN (%1) ORDER BY outbox, position"_s.arg(chosen),
        { limit }, [&](const QSqlQuery &row) {
            use(row.value(0).toLongLong(), { row.value(1).toString(), row.value(2).toString(), lines(row.value(3)) });
        });
}

Result<bool> moveBranch(Database &database, qint64 dossierRow, const StatusChange &change)
{
    const QString newest =
        u"(SELECT o.seq FROM outbox o JOIN dossier d ON d.seq = o.dossier AND d.revision = o.revision WHERE d.seq = ?)"_s;
    const Result<QVariant> there =
        database.value(u"SELECT 1 FROM branch WHERE outbox = "_s + newest + u" AND id = ?"_s, { dossierRow, change.branch });
    if (!there)
        return passOn(there);
    if (!there->isValid())
        return false;
    // What the portal leaves out of a change, it has not taken back.
    const Result<int> moved = database.change(
        u"UPDATE branch SET portal_status = ?, portal_sequence = ?, note = ?, updated_at = ?, due_at = coalesce(?, due_at), "
        "official_code = coalesce(nullif(?, ''), official_code) WHERE outbox = "_s
            + newest + u" AND id = ? AND portal_sequence < ?"_s,
        { change.status, change.sequence, given(change.note), stored(change.at), stored(change.dueAt), given(change.officialCode),
          dossierRow, change.branch, change.sequence });
    if (!moved)
        return passOn(moved);
    const Result<int> seen =
        database.change(u"UPDATE dossier SET updated_at = max(updated_at, ?) WHERE seq = ?"_s, { stored(change.at), dossierRow });
    if (!seen)
        return passOn(seen);
    if (const Result<void> asks = refreshAsks(database, dossierRow); !asks)
        return passOn(asks);
    return true;
}

} // namespace motcua
