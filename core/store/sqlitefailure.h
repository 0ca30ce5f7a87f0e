#pragma once

#include "core/base/result.h"

#include <QString>

struct sqlite3;

namespace motcua {

// SQLite's result codes in the words of the error book. `code` is an extended result code. Only numbers go into `detail`: SQLite's
// own texts may quote data.
tl::unexpected<Error> sqliteFailure(sqlite3 *handle, int code);
tl::unexpected<Error> storeFailure(const QString &detail);
tl::unexpected<Error> damaged(const QString &detail);
tl::unexpected<Error> notADatabase(const QString &detail);
tl::unexpected<Error> cannotOpen(const QString &detail);
tl::unexpected<Error> destructionRefused(const QString &detail); // by the guard of docs/storage.md
tl::unexpected<Error> copyNeedsSpace(qint64 missingBytes);
tl::unexpected<Error> backupNotMade(const QString &detail);
tl::unexpected<Error> backupUnusable(const QString &file, const QString &detail);
tl::unexpected<Error> restoreWouldLose(const QString &subject);
tl::unexpected<Error> salvageNotNeeded();

} // namespace motcua
