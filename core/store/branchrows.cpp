#include "core/store/branchrows.h"

#include "core/store/database.h"

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

Result<void> insertBranches(Database &database, qint64 outbox, const QList<DossierBranch> &branches)
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
    return {};
}

Result<QList<DossierBranch>> branchesOf(const Database &database, const DossierKey &dossier)
{
    QList<DossierBranch> found;
    const Result<void> read = database.rows(
        u"SELECT b.id, b.procedure_code, b.title, b.agency, b.deadline, b.result, b.components, b.portal_status, "
        u"b.official_code, "
        "b.due_at, b.note, b.updated_at FROM branch b JOIN outbox o ON o.seq = b.outbox WHERE o.dossier = ? AND o.revision = ? "
        "ORDER BY b.position"_s,
        { dossier.row, dossier.revision }, [&](const QSqlQuery &row) {
            found.append({ row.value(0).toString(), row.value(1).toString(), row.value(2).toString(), row.value(3).toString(),
                           row.value(4).toString(), row.value(5).toString(), lines(row.value(6)), row.value(7).toInt(),
                           row.value(8).toString(), timeFrom(row.value(9)), row.value(10).toString(), timeFrom(row.value(11)) });
        });
    if (!read)
        return passOn(read);
    return found;
}

Result<QList<OutboundBranch>> outboundBranches(const Database &database, qint64 outbox)
{
    QList<OutboundBranch> found;
    const Result<void> read =
        database.rows(u"SELECT id, procedure_code, components FROM branch WHERE outbox = ? ORDER BY position"_s, { outbox },
                      [&](const QSqlQuery &row) {
                          found.append({ row.value(0).toString(), row.value(1).toString(), lines(row.value(2)) });
                      });
    if (!read)
        return passOn(read);
    return found;
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
    const Result<int> counted =
        database.change(u"UPDATE dossier SET branches_asking = (SELECT count(*) FROM branch WHERE outbox = "_s + newest
                            + u" AND portal_status IN (5, 6)), updated_at = max(updated_at, ?) WHERE seq = ?"_s,
                        { dossierRow, stored(change.at), dossierRow });
    if (!counted)
        return passOn(counted);
    return true;
}

} // namespace motcua
