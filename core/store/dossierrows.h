#pragma once

#include "core/base/result.h"
#include "core/dossier/dossier.h"

#include <QDateTime>
#include <QString>
#include <QVariant>

namespace motcua {

class Database;
struct SmallPicture;

// What several repositories need of one row of `dossier`.
struct DossierKey
{
    qint64 row = 0;
    QString id;
    int revision = 1;
    QString localCode;
    QString applicantName;
    QString officialCode;
    DossierStatus status = DossierStatus::Draft;
    DeliveryState delivery = DeliveryState::None;
};

Result<DossierKey> dossierKey(const Database &database, const QString &idOrLocalCode); // DossierUnknown
Result<DossierKey> editableDossier(const Database &database, const QString &id);       // DossierUnknown, DossierNotEditable

// Kept as a hidden paper and listed in the manifest of this row of the outbox; nothing happens when its paper has changed since.
Result<void> freezeRendition(Database &database, qint64 outbox, const SmallPicture &picture);

// What a list is searched by: each word after a space, codes also in their pieces, so that "007" finds TAM-25231-01-261122-007-K.
QString searchText(const QString &applicantName, const QString &localCode, const QString &officialCode);

QVariant stored(const QDateTime &time); // NULL when invalid
QDateTime timeFrom(const QVariant &value);

} // namespace motcua
