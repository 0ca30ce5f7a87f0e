#include "core/store/otherdoorrows.h"

#include "core/store/database.h"
#include "core/store/dossierrows.h"
#include "core/store/repositories.h"

#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

struct DoorRow
{
    DossierKey dossier;
    OtherDoor door = OtherDoor::No;
    bool knownAtPortal = false; // in whatever revision
};

Result<DoorRow> doorRow(const Database &database, const QString &dossierId)
{
    const Result<DossierKey> key = dossierKey(database, dossierId);
    if (!key)
        return passOn(key);
    DoorRow found { *key };
    const Result<void> read =
        database.rows(u"SELECT other_door, EXISTS (SELECT 1 FROM outbox WHERE dossier = dossier.seq AND known_at_portal = 1) "
                      "FROM dossier WHERE seq = ?"_s,
                      { key->row }, [&](const QSqlQuery &row) {
                          found.door = OtherDoor(row.value(0).toInt());
                          found.knownAtPortal = row.value(1).toBool();
                      });
    if (!read)
        return passOn(read);
    return found;
}

Result<void> forbidden(const DoorRow &row, const QString &wanted)
{
    const QString state = u"%1 %2 %3"_s.arg(toStored(row.dossier.status), toStored(row.dossier.delivery)).arg(int(row.door));
    return fail(ErrorCode::HandOverForbidden, row.dossier.id, state + u" -> "_s + wanted);
}

Result<void> setDoor(Database &database, const DoorRow &row, OtherDoor door)
{
    const Result<int> queue = database.change(u"UPDATE outbox SET other_door = ? WHERE dossier = ? AND revision = ?"_s,
                                              { int(door), row.dossier.row, row.dossier.revision });
    if (!queue)
        return passOn(queue);
    const Result<int> shown =
        database.change(u"UPDATE dossier SET other_door = ? WHERE seq = ?"_s, { int(door), row.dossier.row });
    return shown ? Result<void>() : passOn(shown);
}

Result<void> showCode(Database &database, const DossierKey &dossier, const QString &code, const QDateTime &at)
{
    const Result<int> shown =
        database.change(u"UPDATE dossier SET status = ?, official_code = ?, search = ?, updated_at = ? WHERE seq = ?"_s,
                        { toStored(DossierStatus::Submitted), code, searchText(dossier.applicantName, dossier.localCode, code),
                          stored(at), dossier.row });
    return shown ? Result<void>() : passOn(shown);
}

} // namespace

Result<void> takeByHand(Database &database, const QString &dossierId)
{
    const Result<DoorRow> row = doorRow(database, dossierId);
    if (!row)
        return passOn(row);
    if (row->door == OtherDoor::Taken || row->door == OtherDoor::Entered)
        return {};
    // What the portal may already have must not be entered a second time.
    const bool waits = row->dossier.status == DossierStatus::Queued && row->dossier.delivery == DeliveryState::Waiting;
    if (!waits || row->knownAtPortal)
        return forbidden(*row, u"taken"_s);
    return setDoor(database, *row, OtherDoor::Taken);
}

Result<void> giveBackToSync(Database &database, const QString &dossierId)
{
    const Result<DoorRow> row = doorRow(database, dossierId);
    if (!row)
        return passOn(row);
    if (row->door != OtherDoor::Taken)
        return forbidden(*row, u"given back"_s);
    return setDoor(database, *row, OtherDoor::No);
}

Result<void> enterOfficialCode(Database &database, const QString &dossierId, const QString &code, const QDateTime &at)
{
    const Result<DoorRow> row = doorRow(database, dossierId);
    if (!row)
        return passOn(row);
    if (row->door == OtherDoor::Entered && row->dossier.officialCode == code)
        return {};
    if (row->door != OtherDoor::Taken)
        return forbidden(*row, u"entered"_s);
    if (const Result<void> set = setDoor(database, *row, OtherDoor::Entered); !set)
        return set;
    return showCode(database, row->dossier, code, at);
}

Changed noteFound(Database &database, const DeliveryKey &key, const QString &code, const QDateTime &at)
{
    const Result<DoorRow> row = doorRow(database, key.id);
    if (!row)
        return passOn(row);
    if (row->door == OtherDoor::Found && row->dossier.officialCode == code)
        return QStringList();
    if (row->door != OtherDoor::No || row->dossier.revision != key.revision || row->dossier.status != DossierStatus::Queued)
        return passOn(forbidden(*row, u"found"_s));
    if (const Result<void> set = setDoor(database, *row, OtherDoor::Found); !set)
        return passOn(set);
    // Not "in doubt" any more, and not "received" either: the other axis says what is known.
    const QString waiting = toStored(DeliveryState::Waiting);
    if (const auto queue = database.change(u"UPDATE outbox SET state = ? WHERE dossier = ? AND revision = ?"_s,
                                           { waiting, row->dossier.row, key.revision });
        !queue)
        return passOn(queue);
    if (const auto shown = database.change(u"UPDATE dossier SET delivery = ? WHERE seq = ?"_s, { waiting, row->dossier.row });
        !shown)
        return passOn(shown);
    if (const Result<void> shown = showCode(database, row->dossier, code, at); !shown)
        return passOn(shown);
    const auto entry = JournalRepository(database).append(at, u"portal"_s, u"delivery.found"_s, row->dossier.id, code);
    return entry ? Changed(QStringList { row->dossier.id }) : passOn(entry);
}

} // namespace motcua
