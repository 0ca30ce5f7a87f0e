#pragma once

#include "core/base/result.h"

#include <QString>

struct sqlite3;

namespace motcua {

class Database;

// The index behind the search of the lists: FTS5 over the folded words of `dossier`, kept by triggers in the same transaction. It is
// derived data: made anew wherever it is missing. A SQLCipher without FTS5 (Ubuntu 24.04's) goes without: lists are scanned then.
Result<void> prepareSearch(sqlite3 *handle);
// What people type, as a query of the index: every word begins a word of the dossier. Empty when no word can be looked up.
QString searchQuery(const QString &typed);
bool hasSearchIndex(const Database &database);

} // namespace motcua
