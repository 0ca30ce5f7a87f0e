#pragma once

#include "core/base/result.h"
#include "core/procedure/procedurepack.h"

#include <QHash>
#include <QMutex>
#include <QString>

namespace motcua {

class Database;

// Finds the pack a dossier was captured under, for life, whatever has been installed since.
// Thread-safe.
class PackShelf
{
public:
    explicit PackShelf(const PackCatalog &catalog);

    // The text kept with the dossiers, else that of the catalog. On the store thread. PackNotKept.
    Result<PackPtr> fetch(Database &database, const QString &code, const QString &version);
    // What fetch() has found before, else the newest version of the procedure, else nullptr.
    PackPtr find(const QString &code, const QString &version) const;

private:
    const PackCatalog &m_catalog;
    mutable QMutex m_mutex;
    QHash<QString, PackPtr> m_known;
};

} // namespace motcua
