#include "core/store/database.h"

#include "core/base/log.h"
#include "core/store/cipherhandle.h"
#include "core/store/diskspace.h"
#include "core/store/guard.h"
#include "core/store/replacement.h"
#include "core/store/schema.h"
#include "core/store/search.h"
#include "core/store/sqlcipherdriver.h"
#include "core/store/sqlitefailure.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <sqlite3.h>

#include <atomic>
#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// Up to here the whole file is checked at each opening (about 0.1 s); a larger one after an unclean end and when doctor asks.
constexpr qint64 alwaysCheckedBytes = 16 << 20;

QString walOf(const QString &path)
{
    return path + u"-wal"_s;
}

Result<void> quickCheck(sqlite3 *handle)
{
    const Result<QString> answer = firstValue(handle, "PRAGMA quick_check(1)");
    if (answer && *answer == u"ok"_s)
        return {};
    // A page whose HMAC does not fit comes back as a general error, so every failure but a full disk counts as damage here.
    if (!answer && answer.error().code == ErrorCode::DiskFull)
        return passOn(answer);
    return damaged(answer ? u"quick_check"_s : u"quick_check: "_s + answer.error().detail);
}

// Made under another name and renamed when whole: after a crash there is either no database or a complete one.
Result<void> createFile(const QString &path, const Secret &key)
{
    const QString unfinished = path + u".new"_s;
    if (const Result<void> removed = removeExpendable(unfinished); !removed) // an earlier attempt; it never held a dossier
        return removed;
    {
        const Result<SqliteHandle> handle = openEncrypted(unfinished, key, true);
        if (!handle)
            return passOn(handle);
        QFile::setPermissions(unfinished, QFile::ReadOwner | QFile::WriteOwner); // SQLite gives the same to -wal and -shm
        if (const Result<void> vacuum = runScript(handle->get(), "PRAGMA auto_vacuum = INCREMENTAL"); !vacuum)
            return vacuum;
        if (const Result<void> ready = prepareForWriting(handle->get()); !ready)
            return ready;
        if (const Result<void> migrated = migrate(handle->get(), allMigrations()); !migrated)
            return migrated;
        if (const Result<void> searchable = prepareSearch(handle->get()); !searchable)
            return searchable;
    }
    if (QFileInfo(walOf(unfinished)).size() > 0)
        return storeFailure(u"the new database was not checkpointed"_s);
    return moveIntoPlace(unfinished, path);
}

Result<SqliteHandle> openFile(const QString &path, const Secret &key)
{
    const bool unclean = QFileInfo(walOf(path)).size() > 0;
    const bool small = QFileInfo(path).size() <= alwaysCheckedBytes;
    Result<SqliteHandle> handle = openEncrypted(path, key, false);
    if (!handle)
        return handle;
    if (const Result<void> known = requireKnownSchema(handle->get(), allMigrations()); !known)
        return passOn(known);
    if (unclean || small) {
        if (const Result<void> whole = quickCheck(handle->get()); !whole)
            return passOn(whole);
    }
    keepWalOnClose(handle->get(), false);
    if (const Result<void> ready = prepareForWriting(handle->get()); !ready)
        return passOn(ready);
    if (const Result<void> migrated = migrate(handle->get(), allMigrations()); !migrated)
        return passOn(migrated);
    if (const Result<void> searchable = prepareSearch(handle->get()); !searchable)
        return passOn(searchable);
    forbidDropping(handle->get());
    return handle;
}

} // namespace

// BEGIN IMMEDIATE at once, ROLLBACK unless committed. SQLite rolls back by itself after some I/O errors and would then run what
// follows statement by statement, so every step asks first whether the transaction is still there.
class TransactionGuard
{
public:
    explicit TransactionGuard(Database &database)
        : m_database(database)
    {
        m_database.m_writing = true;
    }

    ~TransactionGuard()
    {
        if (sqlite3_get_autocommit(handle()) == 0)
            sqlite3_exec(handle(), "ROLLBACK", nullptr, nullptr, nullptr);
        m_database.m_writing = false;
    }

    TransactionGuard(const TransactionGuard &) = delete;
    TransactionGuard &operator=(const TransactionGuard &) = delete;

    Result<void> begin() { return run("BEGIN IMMEDIATE"); }

    Result<void> commit()
    {
        if (const Result<void> open = m_database.usable(); !open)
            return open;
        return run("COMMIT");
    }

private:
    sqlite3 *handle() const { return m_database.m_driver->sqlite(); }

    Result<void> run(const char *sql)
    {
        const int code = sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr);
        if (code != SQLITE_OK)
            return m_database.failure(code);
        return {};
    }

    Database &m_database;
};

Database::Database(QString connectionName, QString path)
    : m_connectionName(std::move(connectionName))
    , m_path(std::move(path))
{
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, const Secret &key, bool create)
{
    if (const Result<void> finished = finishReplacement(path); !finished)
        return passOn(finished);
    if (create && !QFileInfo::exists(path)) {
        if (const Result<void> made = createFile(path, key); !made)
            return passOn(made);
    }
    Result<SqliteHandle> handle = openFile(path, key);
    if (!handle)
        return passOn(handle);

    static std::atomic_int opened = 0;
    std::unique_ptr<Database> database(new Database(u"motcua-%1"_s.arg(++opened), path));
    database->m_driver = new SqlCipherDriver(std::move(*handle));
    QSqlDatabase::addDatabase(database->m_driver, database->m_connectionName);
    return database;
}

Database::~Database()
{
    if (m_driver)
        m_driver->close();
    QSqlDatabase::removeDatabase(m_connectionName);
}

Result<void> Database::usable() const
{
    if (m_dead)
        return storeFailure(u"closed after a failed fsync"_s);
    if (m_writing && sqlite3_get_autocommit(m_driver->sqlite()) != 0)
        return storeFailure(u"the transaction was rolled back"_s);
    return {};
}

tl::unexpected<Error> Database::failure(int code) const
{
    if (code == SQLITE_IOERR_FSYNC || code == SQLITE_IOERR_DIR_FSYNC)
        m_dead = true;
    return sqliteFailure(m_driver->sqlite(), code);
}

tl::unexpected<Error> Database::failure(const QSqlError &error) const
{
    return failure(error.nativeErrorCode().toInt());
}

Result<void> Database::write(const std::function<Result<void>()> &work)
{
    if (const Result<void> ready = usable(); !ready)
        return ready;
    if (m_writing)
        return work();
    const Result<void> done = inTransaction(work);
    if (!done && done.error().code == ErrorCode::DiskFull)
        m_spaceFreed = Ballast(QFileInfo(m_path).absolutePath()).release() || m_spaceFreed;
    return done;
}

Result<void> Database::inTransaction(const std::function<Result<void>()> &work)
{
    TransactionGuard transaction(*this);
    if (const Result<void> begun = transaction.begin(); !begun)
        return begun;
    if (const Result<void> done = work(); !done)
        return done;
    return transaction.commit();
}

bool Database::spaceWasFreed()
{
    return std::exchange(m_spaceFreed, false);
}

Result<void> Database::rows(const QString &sql, const QVariantList &values,
                            const std::function<void(const QSqlQuery &)> &onRow) const
{
    if (const Result<void> ready = usable(); !ready)
        return ready;
    sqlite3 *handle = m_driver->sqlite();
    const bool isOwn = sqlite3_get_autocommit(handle) != 0 && !sql.startsWith("PRAGMA"_L1);
    if (isOwn)
        sqlite3_exec(handle, "BEGIN", nullptr, nullptr, nullptr);
    const Result<void> read = readAll(sql, values, onRow);
    // SQLCipher gives a page that fails its HMAC as zeros, and only the next read of the same transaction says so: without that read an
    // empty form could be shown, and saved over the real one.
    Result<void> trusted = read;
    const int code = sqlite3_exec(handle, "SELECT 1 FROM sqlite_master LIMIT 1", nullptr, nullptr, nullptr);
    if (code != SQLITE_OK && (read || read.error().code == ErrorCode::StoreFailed) && (code & 0xff) != SQLITE_BUSY)
        trusted = damaged(u"a page read as zeros: sqlite %1"_s.arg(code));
    if (isOwn && sqlite3_get_autocommit(handle) == 0)
        sqlite3_exec(handle, "COMMIT", nullptr, nullptr, nullptr);
    return trusted;
}

Result<void> Database::readAll(const QString &sql, const QVariantList &values,
                               const std::function<void(const QSqlQuery &)> &onRow) const
{
    QSqlQuery query(connection());
    query.setForwardOnly(true);
    bool good = query.prepare(sql);
    for (const QVariant &value : values)
        query.addBindValue(value);
    good = good && query.exec();
    while (good && query.next())
        onRow(query);
    if (query.lastError().isValid())
        return failure(query.lastError());
    return {};
}

Result<QVariant> Database::value(const QString &sql, const QVariantList &values) const
{
    QVariant found;
    const Result<void> read = rows(sql, values, [&](const QSqlQuery &row) {
        if (!found.isValid())
            found = row.value(0);
    });
    if (!read)
        return passOn(read);
    return found;
}

Result<int> Database::change(const QString &sql, const QVariantList &values)
{
    if (!m_writing)
        return storeFailure(u"a change outside a transaction"_s);
    if (const Result<void> ready = usable(); !ready)
        return passOn(ready);
    QSqlQuery query(connection());
    query.setForwardOnly(true);
    bool good = query.prepare(sql);
    for (const QVariant &value : values)
        query.addBindValue(value);
    good = good && query.exec();
    if (!good)
        return failure(query.lastError());
    return query.numRowsAffected();
}

qint64 Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_driver->sqlite());
}

QSqlDatabase Database::connection() const
{
    return QSqlDatabase::database(m_connectionName, false);
}

QString Database::cipherVersion() const
{
    return firstValue(m_driver->sqlite(), "PRAGMA cipher_version").value_or(QString());
}

int Database::schemaVersion() const
{
    return schemaVersionOf(m_driver->sqlite()).value_or(0);
}

Result<void> Database::checkIntegrity()
{
    if (const Result<void> ready = usable(); !ready)
        return ready;
    // cipher_integrity_check reads the file, not the WAL: without a checkpoint it names pages whose good copy is in the WAL.
    if (const auto moved = checkpoint(); !moved)
        return passOn(moved);
    int bad = 0;
    const Result<void> checked = rows(u"PRAGMA cipher_integrity_check"_s, {}, [&](const QSqlQuery &) { ++bad; });
    if (!checked)
        return checked;
    if (bad > 0)
        return damaged(u"cipher_integrity_check: %1"_s.arg(bad));
    return quickCheck(m_driver->sqlite());
}

Result<bool> Database::checkpoint()
{
    if (const Result<void> ready = usable(); !ready)
        return passOn(ready);
    const Result<QString> busy = firstValue(m_driver->sqlite(), "PRAGMA wal_checkpoint(TRUNCATE)");
    if (!busy)
        return passOn(busy);
    return *busy == u"0"_s;
}

Result<void> Database::shrink()
{
    if (const Result<bool> moved = checkpoint(); !moved)
        return passOn(moved);
    // As a script: it gives one row for each page, and a query that is not read to its end would free one page only.
    if (const Result<void> freed = runScript(m_driver->sqlite(), "PRAGMA incremental_vacuum"); !freed)
        return freed;
    const Result<bool> moved = checkpoint();
    return moved ? Result<void>() : passOn(moved);
}

Secret Database::key() const
{
    return keyOf(m_driver->sqlite());
}

Result<void> Database::rekey(const Secret &key)
{
    if (const Result<void> ready = usable(); !ready)
        return ready;
    if (m_writing)
        return storeFailure(u"rekey inside a transaction"_s);
    if (const auto moved = checkpoint(); !moved)
        return passOn(moved);
    if (const Result<void> changed = changeKey(m_driver->sqlite(), key); !changed)
        return changed;
    const Result<bool> moved = checkpoint();
    return moved ? Result<void>() : passOn(moved);
}

} // namespace motcua
