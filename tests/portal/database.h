#pragma once

#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace portal {

// The only thing here that throws: a disk or database that fails ends the request with 500 or 503, in one place (server.cpp).
class DatabaseError : public std::runtime_error
{
public:
    DatabaseError(int code, const char *message)
        : std::runtime_error(message)
        , m_code(code)
    {
    }
    bool diskFull() const;

private:
    int m_code;
};

// One SQLite connection, WAL, synchronous=FULL. Not thread-safe: Ledger holds the lock.
class Database
{
public:
    explicit Database(const std::filesystem::path &file);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    void run(const char *sql);
    int changedRows() const;
    sqlite3 *handle() const { return m_handle; }

private:
    sqlite3 *m_handle = nullptr;
};

class Statement
{
public:
    Statement(const Database &database, const char *sql);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    template <typename... Values>
    Statement &with(const Values &...values)
    {
        int index = 0;
        (bind(++index, values), ...);
        return *this;
    }

    bool next(); // a row is there
    std::string text(int column) const;
    std::int64_t integer(int column) const;

private:
    void bind(int index, std::string_view value);
    void bind(int index, std::int64_t value);
    void bind(int index, int value) { bind(index, std::int64_t { value }); }
    void check(int result) const;

    sqlite3 *m_handle;
    sqlite3_stmt *m_statement = nullptr;
};

// Rolls back unless committed.
class Transaction
{
public:
    explicit Transaction(Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    void commit();

private:
    Database &m_database;
    bool m_open = true;
};

} // namespace portal
