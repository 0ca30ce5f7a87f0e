#pragma once

#include "core/base/result.h"
#include "core/procedure/procedurepack.h"

#include <QHash>
#include <QMutex>
#include <QString>

namespace motcua {

class Database;

// Finds the pack a dossier was captured under, for life: among the shipped ones, else among those kept with older dossiers.
// Thread-safe.
class PackShelf
{
public:
    explicit PackShelf(const PackCatalog &shipped);

    const PackCatalog &shipped() const { return m_shipped; }

    // Reads the kept packs when the shipped ones do not have this version. On the store thread. PackNotKept.
    Result<PackPtr> fetch(Database &database, const QString &code, const QString &version);
    // What fetch() has found before, else the newest version of the procedure, else nullptr.
    PackPtr find(const QString &code, const QString &version) const;

private:
    const PackCatalog &m_shipped;
    mutable QMutex m_mutex;
    QHash<QString, PackPtr> m_kept;
};

} // namespace motcua
