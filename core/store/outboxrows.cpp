#include "core/store/outboxrows.h"

#include "core/store/branchrows.h"
#include "core/store/database.h"
#include "core/store/deliverysteps.h"
#include "core/store/dossierrows.h"

#include <QHash>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace motcua {

using enum DeliveryState;

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

Result<QList<OutboundDossier>> pendingDossiers(const Database &database, int limit, bool withForms)
{
    QList<OutboundDossier> found;
    QHash<qint64, qsizetype> places; // by row of the outbox
    // Of a queue longer than the limit, those that press most.
    const QString chosen =
        u"SELECT seq FROM (SELECT seq, submitted_at, send_now, nearest_date FROM outbox "
        "WHERE state IN ('waiting', 'sending', 'in_doubt') AND other_door = 0 UNION ALL "
        "SELECT o.seq, o.submitted_at, o.send_now, o.nearest_date FROM outbox o JOIN dossier d ON d.seq = o.dossier "
        "AND d.revision = o.revision WHERE o.offer_again = 1 AND o.state = 'received') "
        "ORDER BY send_now DESC, nearest_date IS NULL, nearest_date, submitted_at, seq LIMIT ?"_s;
    const Result<void> read = database.rows(
        u"SELECT o.seq, d.id, o.revision, d.local_code, d.procedure_code, d.pack_version, d.created_at, o.submitted_at, %1, "
        "o.form_sha256, o.state, length(f.form), o.nearest_date, o.send_now, "
        "(SELECT r.proof FROM outbox p JOIN receipt r ON r.outbox = p.seq WHERE p.dossier = d.seq AND p.offer_again = 1 "
        "ORDER BY p.revision DESC LIMIT 1), o.assistance FROM outbox o JOIN dossier d ON d.seq = o.dossier JOIN outbox_form f ON "
        "f.outbox = "
        "o.seq "
        "WHERE o.seq IN (%2) ORDER BY o.submitted_at, o.seq"_s.arg(withForms ? u"f.form"_s : u"NULL"_s, chosen),
        { limit }, [&](const QSqlQuery &row) {
            places.insert(row.value(0).toLongLong(), found.size());
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
                           deliveryStateFromStored(row.value(10).toString()),
                           row.value(11).toLongLong(),
                           QDate::fromString(row.value(12).toString(), Qt::ISODate),
                           row.value(13).toBool(),
                           row.value(14).toByteArray(),
                           row.value(15).toString().toUtf8() });
        });
    if (!read)
        return passOn(read);
    const Result<void> files =
        database.rows(u"SELECT outbox, attachment_id, name, component, media_type, size, sha256, rendition FROM outbox_file "
                      u"WHERE outbox IN (%1) "
                      "ORDER BY outbox, position"_s.arg(chosen),
                      { limit }, [&](const QSqlQuery &row) {
                          OutboundDossier &dossier = found[places.value(row.value(0).toLongLong())];
                          (row.value(7).toBool() ? dossier.renditions : dossier.files)
                              .append({ row.value(1).toString(), row.value(2).toString(), row.value(3).toString(),
                                        row.value(4).toString(), row.value(5).toLongLong(), row.value(6).toString() });
                      });
    if (!files)
        return passOn(files);
    const Result<void> branches = outboundBranches(database, chosen, limit, [&](qint64 outbox, const OutboundBranch &branch) {
        found[places.value(outbox)].branches.append(branch);
    });
    if (!branches)
        return passOn(branches);
    return found;
}

Result<QByteArray> frozenForm(const Database &database, const DeliveryKey &key)
{
    const Result<QVariant> form =
        database.value(u"SELECT f.form FROM outbox_form f JOIN outbox o ON o.seq = f.outbox JOIN dossier d ON d.seq = o.dossier "
                       "WHERE d.id = ? AND o.revision = ?"_s,
                       { key.id, key.revision });
    if (!form)
        return passOn(form);
    if (!form->isValid())
        return passOn(dossierKey(database, key.id + u" revision %1"_s.arg(key.revision)));
    return form->toByteArray();
}

Changed moveTo(Database &database, DeliveryState state, const QList<DeliveryKey> &keys, const DeliveryProblem &problem)
{
    QStringList changed;
    for (const DeliveryKey &key : keys) {
        const Result<OutboxRow> row = outboxRow(database, key);
        if (!row)
            return passOn(row);
        if (row->outdated || row->offeredAgain)
            continue;
        if (!mayMove(row->state, state) || (row->otherDoor && state == Sending))
            return forbidden(*row, state);
        if (row->state == state)
            continue;
        if (const Result<void> moved = move(database, *row, state, problem); !moved)
            return passOn(moved);
        changed.append(row->dossier.id);
    }
    return changed;
}

Changed moveToWanted(Database &database, const QList<DeliveryKey> &keys)
{
    for (const DeliveryKey &key : keys) {
        const Result<int> marked = database.change(
            u"UPDATE outbox SET known_at_portal = 1 WHERE revision = ? AND dossier = (SELECT seq FROM dossier WHERE id = ?)"_s,
            { key.revision, key.id });
        if (!marked)
            return passOn(marked);
    }
    return moveTo(database, Waiting, keys);
}

Changed orderNow(Database &database, const QString &dossierId, bool now)
{
    const Result<DossierKey> key = dossierKey(database, dossierId);
    if (!key)
        return passOn(key);
    const Result<int> ordered =
        database.change(u"UPDATE outbox SET send_now = ? WHERE dossier = ? AND revision = ? AND other_door = 0 "
                        "AND (state IN ('waiting', 'sending', 'in_doubt') OR (state = 'received' AND offer_again = 1))"_s,
                        { now ? 1 : 0, key->row, key->revision });
    if (!ordered)
        return passOn(ordered);
    if (*ordered == 0)
        return fail(ErrorCode::NotInQueue, key->id, toStored(key->delivery));
    return QStringList { key->id };
}

Result<int> unsent(const Database &database)
{
    const Result<QVariant> count =
        database.value(u"SELECT count(*) FROM outbox WHERE state IN ('waiting', 'sending', 'in_doubt') AND other_door = 0"_s);
    if (!count)
        return passOn(count);
    return count->toInt();
}

} // namespace motcua
