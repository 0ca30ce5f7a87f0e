#pragma once

#include "core/base/result.h"

#include <QString>

struct sqlite3;

namespace motcua {

// The one guard that every path passes which destroys or replaces data (design.md, promise 1; the list: docs/storage.md).
// Rows: the triggers guard_* and journal_keeps_* lie in the database itself; this forbids the connection to drop, alter or detach them.
// Files: only what is rebuilt at will may be removed, and nothing is ever put over something that exists. DestructionRefused.
void forbidDropping(sqlite3 *handle);
void allowDropping(sqlite3 *handle); // for a migration, before anything else uses the connection

// What can be made again without a loss: unfinished copies (*.new), intents that were carried out (*.replacing) and the ballast.
bool isExpendable(const QString &fileName);
// A file that is expendable, with SQLite's files beside it. Success when there is none.
Result<void> removeExpendable(const QString &path);
// Of two verified backups that are newer, so many must be there before the oldest may go.
constexpr int backupsKept = 2;
Result<void> removeBackup(const QString &path, int newerVerified);
// Renames and makes it survive a power cut; refuses when something has that name already.
Result<void> moveIntoPlace(const QString &from, const QString &to);

} // namespace motcua
