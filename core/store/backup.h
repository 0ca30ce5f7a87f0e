#pragma once

#include "core/base/result.h"
#include "core/vault/secret.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace motcua {

// Copies of the database under the same key, each read back whole before it counts. Blocking, on a connection of their own: call on a
// worker thread; the counter goes on writing meanwhile.
struct BackupFile
{
    QString path;
    QDateTime madeAt; // from its name
    qint64 bytes = 0;
};

struct BackupContent
{
    int dossiers = 0;
    int unsent = 0;
    qint64 journalHead = 0;
};

// Newest first, by their names; they may still be unusable.
QList<BackupFile> backupsIn(const QString &folder);
// Opens it and reads every page: BackupUnusable.
Result<BackupContent> examineBackup(const QString &path, const Secret &key);

// CopyNeedsSpace (what must stay free after it: `floorBytes`), BackupNotMade. Of the copies before, two usable ones stay.
Result<BackupFile> makeBackup(const QString &database, const Secret &key, const QString &folder, const QDateTime &now,
                              qint64 floorBytes);

struct Restored
{
    QString keptFolder; // the database before; empty = there was none
    int missing = 0;    // dossiers of the database before that the backup does not know as they were
};

// The database must be closed. RestoreWouldLose unless `setAside`: then the database before is kept beside. What was waiting is in doubt
// afterwards, because nobody knows what was sent since; numbers of the day go on higher; the journal tells.
Result<Restored> restoreBackup(const QString &backup, const QString &database, const Secret &key, const QString &actor,
                               const QDateTime &now, bool setAside);

} // namespace motcua
