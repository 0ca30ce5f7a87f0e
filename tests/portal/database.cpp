#include "tests/portal/database.h"

#include <sqlite3.h>

namespace portal {

bool DatabaseError::diskFull() const
{
    return (m_code & 0xff) == SQLITE_FULL || (m_code & 0xff) == SQLITE_IOERR;
}

Database::Database(const std::filesystem::path &file)
{
    const int result =
        sqlite3_open_v2(file.c_str(), &m_handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    if (result != SQLITE_OK) {
        sqlite3_close(m_handle);
        throw DatabaseError(result, "portal.sqlite cannot be opened");
    }
    sqlite3_busy_timeout(m_handle, 5000);
    run("PRAGMA journal_mode=WAL");
    run("PRAGMA synchronous=FULL");
    run("PRAGMA foreign_keys=ON");
}

Database::~Database()
{
    sqlite3_close(m_handle);
}

void Database::run(const char *sql)
{
    const int result = sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr);
    if (result != SQLITE_OK)
        throw DatabaseError(result, sqlite3_errmsg(m_handle));
}

int Database::changedRows() const
{
    return sqlite3_changes(m_handle);
}

Statement::Statement(const Database &database, const char *sql)
    : m_handle(database.handle())
{
    check(sqlite3_prepare_v2(m_handle, sql, -1, &m_statement, nullptr));
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

bool Statement::next()
{
    const int result = sqlite3_step(m_statement);
    if (result == SQLITE_ROW)
        return true;
    if (result != SQLITE_DONE)
        throw DatabaseError(result, sqlite3_errmsg(m_handle));
    return false;
}

std::string Statement::text(int column) const
{
    const void *bytes = sqlite3_column_blob(m_statement, column);
    const auto length = std::size_t(sqlite3_column_bytes(m_statement, column));
    return bytes ? std::string(static_cast<const char *>(bytes), length) : std::string();
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

void Statement::bind(int index, std::string_view value)
{
    check(sqlite3_bind_text64(m_statement, index, value.data() ? value.data() : "", value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind(int index, std::int64_t value)
{
    check(sqlite3_bind_int64(m_statement, index, value));
}

void Statement::check(int result) const
{
    if (result != SQLITE_OK)
        throw DatabaseError(result, sqlite3_errmsg(m_handle));
}

Transaction::Transaction(Database &database)
    : m_database(database)
{
    m_database.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction()
{
    if (m_open)
        sqlite3_exec(m_database.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit()
{
    m_database.run("COMMIT");
    m_open = false;
}

} // namespace portal
