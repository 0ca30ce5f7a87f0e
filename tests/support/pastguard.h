#pragma once

#include "core/store/database.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QVariant>

#include <sqlite3.h>

namespace motcua {

// Tests that play a dying disk write what the guard of the store (docs/storage.md) lets nobody write; while this lives, its triggers rest.
class PastTheGuard
{
public:
    explicit PastTheGuard(const Database &database)
        : m_handle(static_cast<sqlite3 *>(database.connection().driver()->handle().value<void *>()))
    {
        sqlite3_db_config(m_handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    }
    ~PastTheGuard() { sqlite3_db_config(m_handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, nullptr); }
    PastTheGuard(const PastTheGuard &) = delete;
    PastTheGuard &operator=(const PastTheGuard &) = delete;

private:
    sqlite3 *m_handle;
};

} // namespace motcua
