#pragma once

#include "core/base/result.h"

#include <span>

struct sqlite3;

namespace motcua {

// One numbered step of the schema. `minCompatible`: the newest step that an older program must know to use the result safely.
struct Migration
{
    int version;
    int minCompatible;
    const char *sql;
};

std::span<const Migration> allMigrations();

Result<int> schemaVersionOf(sqlite3 *handle); // 0 = a new database
// DatabaseNewer when a newer program wrote something that this one may not touch. Changes nothing.
Result<void> requireKnownSchema(sqlite3 *handle, std::span<const Migration> known);
// Each step in a transaction of its own, all or nothing.
Result<void> migrate(sqlite3 *handle, std::span<const Migration> known);

} // namespace motcua
