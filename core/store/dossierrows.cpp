#include "core/store/dossierrows.h"

#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/store/database.h"

#include <QSqlQuery>

#include <optional>

using namespace Qt::StringLiterals;

namespace motcua {

Result<DossierKey> dossierKey(const Database &database, const QString &idOrLocalCode)
{
    std::optional<DossierKey> key;
    const QString typed = idOrLocalCode.trimmed();
    const Result<void> read = database.rows(
        u"SELECT seq, id, revision, local_code, applicant_name, official_code, status, delivery FROM dossier WHERE id = ? OR local_code = ?"_s,
        { typed.toLower(), typed.toUpper() }, [&](const QSqlQuery &row) {
            key = { row.value(0).toLongLong(),
                    row.value(1).toString(),
                    row.value(2).toInt(),
                    row.value(3).toString(),
                    row.value(4).toString(),
                    row.value(5).toString(),
                    dossierStatusFromStored(row.value(6).toString()),
                    deliveryStateFromStored(row.value(7).toString()) };
        });
    if (!read)
        return passOn(read);
    if (!key)
        return fail(ErrorCode::DossierUnknown, idOrLocalCode.left(64));
    return *key;
}

Result<DossierKey> editableDossier(const Database &database, const QString &id)
{
    Result<DossierKey> key = dossierKey(database, id);
    if (key && !mayBeEdited(key->status))
        return fail(ErrorCode::DossierNotEditable, id, toStored(key->status));
    return key;
}

QString searchText(const QString &applicantName, const QString &localCode, const QString &officialCode)
{
    const QString codes = localCode + u' ' + officialCode;
    QString pieces = codes;
    for (QChar &c : pieces) {
        if (c == u'-' || c == u'.')
            c = u' ';
    }
    return u' ' + folded(applicantName + u' ' + codes + u' ' + pieces);
}

QVariant stored(const QDateTime &time)
{
    return time.isValid() ? QVariant(toRfc3339(time)) : QVariant();
}

QDateTime timeFrom(const QVariant &value)
{
    const QString text = value.toString();
    return text.isEmpty() ? QDateTime() : fromRfc3339(text);
}

} // namespace motcua
