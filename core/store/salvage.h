#pragma once

#include "core/base/result.h"
#include "core/vault/secret.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace motcua {

// What could be read of a damaged database, table by table.
struct SalvagedTable
{
    QString name;
    qint64 kept = 0;
    qint64 lost = 0;     // rows that lay on pages that cannot be read; an upper bound where numbers were left out
    qint64 filled = 0;   // of these, found in a backup: as they were then
    bool hasGap = false; // a part of it could not be read; where rows have no numbers nobody can count what is missing
};

struct SalvageReport
{
    QList<SalvagedTable> tables;
    int damagedPapers = 0;    // papers with a part missing; doctor names those that wait to be sent
    int withoutDossier = 0;   // rows that are kept, but whose dossier could not be read
    bool journalWhole = true; // no entry is missing in between
    QString keptFolder;       // the damaged file, untouched

    qint64 kept() const;
    qint64 lost() const; // and not filled
};

// SalvageNotNeeded when every page is sound; NotADatabase when not even the first page can be read: restore a backup then. The database
// must be closed. All readable rows go into a new database, which takes the name; the damaged one is kept beside. The journal tells.
Result<SalvageReport> salvageDatabase(const QString &database, const Secret &key, const QString &backupFolder,
                                      const QString &actor, const QDateTime &now);

} // namespace motcua
