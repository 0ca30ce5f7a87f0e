#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace motcua {

class Database;

// What the portal has acknowledged and finished leaves this computer after a while: answers, papers, results, the citizen's name, words of
// the portal, and what the search knows of them. Receipt, digests, codes, dates and the journal stay. On the store thread.
struct Purgeable
{
    QString id;
    QString localCode;
    QString officialCode;
    QDateTime endedAt;
    qint64 bytes = 0; // papers, answers and results
};

constexpr int usualRetentionDays = 90;
Result<int> retentionDays(const Database &database); // 0 = never
Result<void> setRetentionDays(Database &database, int days);

// Settled (docs/storage.md) since before `before`, longest first.
Result<QList<Purgeable>> purgeable(const Database &database, const QDateTime &before, int limit);
// One transaction with its journal row. DestructionRefused by the guard when it is not settled; nothing has happened then.
Result<void> purge(Database &database, const Purgeable &dossier, const QDateTime &now);
// After purges: pages of the log and free pages leave the file too.
Result<void> sweep(Database &database);

} // namespace motcua
