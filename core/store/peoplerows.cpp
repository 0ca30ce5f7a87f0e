#include "core/store/peoplerows.h"

#include "core/store/database.h"
#include "core/store/dossierrows.h"
#include "core/vault/slotaccess.h"

#include <QJsonDocument>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QString wordOf(AccountStanding standing)
{
    switch (standing) {
    case AccountStanding::Active:
        return u"active"_s;
    case AccountStanding::Disabled:
        return u"disabled"_s;
    case AccountStanding::Left:
        break;
    }
    return u"left"_s;
}

Result<void> keepRecord(Database &database, const QString &dossierId, const QString &record)
{
    const Result<DossierKey> key = dossierKey(database, dossierId);
    if (!key)
        return passOn(key);
    const Result<int> kept = database.change(
        u"INSERT INTO assistance (dossier, record) VALUES (?, ?) ON CONFLICT (dossier) DO UPDATE SET record = excluded.record"_s,
        { key->row, record });
    return kept ? Result<void>() : passOn(kept);
}

} // namespace

Result<AskedDossier> askedDossier(const Database &database, const QString &idOrLocalCode, const QString &login)
{
    const Result<DossierKey> key = dossierKey(database, idOrLocalCode);
    if (!key)
        return passOn(key);
    AskedDossier asked { key->id, {} };
    const Result<void> read = database.rows(
        u"SELECT created_by, handed_over, EXISTS (SELECT 1 FROM account WHERE login = created_by AND state <> 'active') "
        "FROM dossier WHERE seq = ?"_s,
        { key->row }, [&](const QSqlQuery &row) {
            const bool handedOver = row.value(1).toBool();
            asked.standing = { row.value(0).toString() == login && !handedOver,
                               row.value(2).toBool() && !handedOver && mayBeEdited(key->status) };
        });
    return read ? Result<AskedDossier>(asked) : passOn(read);
}

Result<QString> dossierOfPaper(const Database &database, const QString &attachmentId)
{
    const Result<QVariant> id =
        database.value(u"SELECT d.id FROM attachment a JOIN dossier d ON d.seq = a.dossier WHERE a.id = ?"_s, { attachmentId });
    return id ? Result<QString>(id->toString()) : passOn(id);
}

Result<QString> dossierOfResult(const Database &database, const QString &resultId)
{
    const Result<QVariant> id =
        database.value(u"SELECT d.id FROM portal_result r JOIN dossier d ON d.seq = r.dossier WHERE r.id = ?"_s, { resultId });
    return id ? Result<QString>(id->toString()) : passOn(id);
}

Result<void> writeHandOver(Database &database, const QString &dossierId, const QDateTime &at)
{
    const Result<DossierKey> key = dossierKey(database, dossierId);
    if (!key)
        return passOn(key);
    const Result<int> given =
        mayBeEdited(key->status) ? database.change(
            u"UPDATE dossier SET handed_over = 1, updated_at = ? WHERE seq = ? AND handed_over = 0"_s, { stored(at), key->row })
                                 : Result<int>(0);
    if (!given)
        return passOn(given);
    return *given == 1 ? Result<void>() : fail(ErrorCode::DraftNotHandedOver, key->localCode, toStored(key->status));
}

Result<void> writeAccountStanding(Database &database, const QString &login, AccountStanding standing)
{
    const Result<int> changed = database.change(u"UPDATE account SET state = ? WHERE login = ?"_s, { wordOf(standing), login });
    if (!changed)
        return passOn(changed);
    return *changed == 1 ? Result<void>() : accountUnknown(login);
}

Result<void> writeAssistance(Database &database, const QString &dossierId, const Assistance &given)
{
    return keepRecord(database, dossierId, QString::fromUtf8(QJsonDocument(toJson(given)).toJson(QJsonDocument::Compact)));
}

Result<void> forgetAssistance(Database &database, const QString &dossierId)
{
    return keepRecord(database, dossierId, u""_s);
}

Result<std::optional<Assistance>> readAssistance(const Database &database, const QString &dossierId)
{
    const Result<QVariant> record =
        database.value(u"SELECT a.record FROM assistance a JOIN dossier d ON d.seq = a.dossier WHERE d.id = ?"_s, { dossierId });
    if (!record)
        return passOn(record);
    return assistanceFrom(QJsonDocument::fromJson(record->toString().toUtf8()).object());
}

} // namespace motcua
