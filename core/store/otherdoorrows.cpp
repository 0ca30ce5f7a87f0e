#include "core/store/byhandrows.h"

#include "core/store/database.h"
#include "core/store/dossierrows.h"

#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

struct HandRow
{
    DossierKey dossier;
    ByHand byHand = ByHand::No;
};

Result<HandRow> handRow(const Database &database, const QString &dossierId)
{
    const Result<DossierKey> key = dossierKey(database, dossierId);
    if (!key)
        return passOn(key);
    const Result<QVariant> byHand = database.value(u"SELECT by_hand FROM dossier WHERE seq = ?"_s, { key->row });
    if (!byHand)
        return passOn(byHand);
    return HandRow { *key, ByHand(byHand->toInt()) };
}

Result<void> forbidden(const HandRow &row, const QString &wanted)
{
    const QString state = u"%1 %2 %3"_s.arg(toStored(row.dossier.status), toStored(row.dossier.delivery)).arg(int(row.byHand));
    return fail(ErrorCode::HandOverForbidden, row.dossier.id, state + u" -> "_s + wanted);
}

Result<void> setByHand(Database &database, const HandRow &row, ByHand byHand)
{
    const Result<int> queue = database.change(u"UPDATE outbox SET by_hand = ? WHERE dossier = ? AND revision = ?"_s,
                                              { int(byHand), row.dossier.row, row.dossier.revision });
    if (!queue)
        return passOn(queue);
    const Result<int> shown =
        database.change(u"UPDATE dossier SET by_hand = ? WHERE seq = ?"_s, { int(byHand), row.dossier.row });
    return shown ? Result<void>() : passOn(shown);
}

} // namespace

Result<void> takeByHand(Database &database, const QString &dossierId)
{
    const Result<HandRow> row = handRow(database, dossierId);
    if (!row)
        return passOn(row);
    if (row->byHand != ByHand::No)
        return {};
    // What the portal may already have must not be entered a second time.
    if (row->dossier.status != DossierStatus::Queued || row->dossier.delivery != DeliveryState::Waiting)
        return forbidden(*row, u"taken"_s);
    return setByHand(database, *row, ByHand::Taken);
}

Result<void> giveBackToSync(Database &database, const QString &dossierId)
{
    const Result<HandRow> row = handRow(database, dossierId);
    if (!row)
        return passOn(row);
    if (row->byHand != ByHand::Taken)
        return forbidden(*row, u"given back"_s);
    return setByHand(database, *row, ByHand::No);
}

Result<void> enterOfficialCode(Database &database, const QString &dossierId, const QString &code, const QDateTime &at)
{
    const Result<HandRow> row = handRow(database, dossierId);
    if (!row)
        return passOn(row);
    if (row->byHand == ByHand::Entered && row->dossier.officialCode == code)
        return {};
    if (row->byHand != ByHand::Taken)
        return forbidden(*row, u"entered"_s);
    if (const Result<void> set = setByHand(database, *row, ByHand::Entered); !set)
        return set;
    const Result<int> shown =
        database.change(u"UPDATE dossier SET status = ?, official_code = ?, search = ?, updated_at = ? WHERE seq = ?"_s,
                        { toStored(DossierStatus::Submitted), code,
                          searchText(row->dossier.applicantName, row->dossier.localCode, code), stored(at), row->dossier.row });
    return shown ? Result<void>() : passOn(shown);
}

} // namespace motcua
