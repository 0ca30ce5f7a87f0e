#pragma once

#include "core/base/result.h"
#include "core/vault/secret.h"

#include <QString>

namespace motcua {

// Reads every page in use of an open database, on a connection of its own: the counter goes on meanwhile. Through SQLite's own eyes, log
// included, so that a page that is just being written is never taken for a damaged one (Database::checkIntegrity() looks at the file
// itself and holds up the store). DatabaseDamaged.
Result<void> checkPagesBeside(const QString &path, const Secret &key);

} // namespace motcua
