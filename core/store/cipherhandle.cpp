#include "core/store/cipherhandle.h"

#include "core/base/log.h"
#include "core/store/sqlitefailure.h"
#include "core/vault/keywrap.h"

#include <QFile>
#include <QFileInfo>

#include <sodium.h>
#include <sqlite3.h>

#include <mutex>

#ifdef Q_OS_UNIX
#    include <unistd.h>
#endif

// In no header of SQLCipher, though its ATTACH uses it: `key` points into the connection, x'<key><salt>' in hexadecimal.
extern "C" void sqlcipherCodecGetKey(sqlite3 *handle, int database, void **key, int *length);

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int busyTimeoutMs = 5000;
constexpr qint64 pageBytes = 4096; // SQLCipher 4's default, which is kept
constexpr QByteArrayView plainHeader("SQLite format 3\0", 16);

void logSqlite(void *, int code, const char *)
{
    // The text may quote SQL or a path; the number is enough to look it up.
    if ((code & 0xff) != SQLITE_NOTICE && (code & 0xff) != SQLITE_SCHEMA)
        qCWarning(logStore) << "sqlite" << code;
}

void configureOnce()
{
    static std::once_flag done;
    std::call_once(done, [] { sqlite3_config(SQLITE_CONFIG_LOG, logSqlite, nullptr); });
}

// Read before SQLite opens the file and never after: closing any descriptor of it would drop SQLite's locks (storage.md 1.1).
Result<void> looksEncrypted(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return cannotOpen(u"not readable"_s);
    const QByteArray head = file.read(plainHeader.size());
    if (file.size() < pageBytes) // SQLite would take it for a new database and write into it
        return notADatabase(u"shorter than one page"_s);
    if (head == plainHeader)
        return notADatabase(u"plain SQLite file"_s);
    return {};
}

// SQLite refuses links anywhere in the path, but a home folder may well be reached over one: only the file itself must be none.
QByteArray nativePath(const QString &path)
{
    const QFileInfo info(path);
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    return (folder + u'/' + info.fileName()).toUtf8();
}

Secret keyText(const Secret &key)
{
    Secret text(key.size() * 2 + 4); // x'…' and the terminator
    char *out = reinterpret_cast<char *>(text.data());
    out[0] = 'x';
    out[1] = '\'';
    sodium_bin2hex(out + 2, key.size() * 2 + 1, key.data(), key.size());
    out[key.size() * 2 + 2] = '\'';
    return text;
}

Result<void> proveKey(sqlite3 *handle)
{
    const Result<QString> answer = firstValue(handle, "SELECT count(*) FROM sqlite_master");
    if (answer)
        return {};
    const int code = sqlite3_extended_errcode(handle);
    if ((code & 0xff) == SQLITE_NOTADB)
        return notADatabase(u"wrong key or first page damaged"_s);
    if ((code & 0xff) == SQLITE_BUSY)
        return cannotOpen(u"in use"_s);
    return passOn(answer);
}

} // namespace

void CloseSqlite::operator()(sqlite3 *handle) const
{
    sqlite3_close_v2(handle);
}

Result<QString> firstValue(sqlite3 *handle, const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    int code = sqlite3_prepare_v2(handle, sql, -1, &statement, nullptr);
    QString value;
    if (code == SQLITE_OK) {
        code = sqlite3_step(statement);
        if (code == SQLITE_ROW)
            value = QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0)));
    }
    sqlite3_finalize(statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        return sqliteFailure(handle, code);
    return value;
}

Result<void> runScript(sqlite3 *handle, const char *sql)
{
    const int code = sqlite3_exec(handle, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return sqliteFailure(handle, code);
    return {};
}

void keepWalOnClose(sqlite3 *handle, bool keep)
{
    sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep ? 1 : 0, nullptr);
}

Result<void> requireCipher(const QString &cipherVersion)
{
    if (cipherVersion.isEmpty())
        return fail(ErrorCode::CipherMissing);
    return {};
}

static Result<SqliteHandle> openKeyed(const QString &path, const Secret &key, bool create);

Result<SqliteHandle> openEncrypted(const QString &path, const Secret &key, bool create)
{
    configureOnce();
    if (!QFileInfo(QFileInfo(path).absolutePath()).isDir())
        return cannotOpen(u"no such folder"_s);
    if (!create) {
        if (!QFileInfo::exists(path))
            return cannotOpen(u"no such file"_s);
        if (const Result<void> encrypted = looksEncrypted(path); !encrypted)
            return passOn(encrypted);
        // Never ours, which is in WAL mode from its birth: SQLite would play it back and may empty a good database (storage.md 1.3).
        if (QFileInfo(path + u"-journal"_s).size() > 0)
            return cannotOpen(u"a rollback journal of another file lies beside it"_s);
    }
    return openKeyed(path, key, create);
}

static Result<SqliteHandle> openKeyed(const QString &path, const Secret &key, bool create)
{
    sqlite3 *raw = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOFOLLOW
                      | (create ? SQLITE_OPEN_CREATE : 0);
    const int opened = sqlite3_open_v2(nativePath(path).constData(), &raw, flags, nullptr);
    SqliteHandle handle(raw);
    if (opened != SQLITE_OK)
        return sqliteFailure(raw, opened);
    sqlite3_busy_timeout(raw, busyTimeoutMs);
    keepWalOnClose(raw, QFileInfo(path + u"-wal"_s).size() > 0);

    const Result<QString> cipher = firstValue(raw, "PRAGMA cipher_version");
    if (!cipher)
        return passOn(cipher);
    if (const Result<void> present = requireCipher(*cipher); !present)
        return passOn(present);
    firstValue(raw, "PRAGMA cipher_log_level = NONE"); // 4.6 writes to stderr otherwise; older versions do not know it
    const Secret text = keyText(key);
    if (const int keyed = sqlite3_key(raw, text.data(), int(text.size() - 1)); keyed != SQLITE_OK)
        return sqliteFailure(raw, keyed);
    if (const Result<void> memory = runScript(raw, "PRAGMA temp_store = MEMORY"); !memory) // temporary files are not encrypted
        return passOn(memory);
    if (sqlite3_db_readonly(raw, "main") == 1)
        return cannotOpen(u"read-only"_s);
    if (const Result<void> proved = proveKey(raw); !proved)
        return passOn(proved);
    return handle;
}

Result<SqliteHandle> openBeside(const QString &path, const Secret &key)
{
    if (!QFileInfo::exists(path))
        return cannotOpen(u"no such file"_s);
    Result<SqliteHandle> handle = openKeyed(path, key, false);
    if (handle)
        keepWalOnClose(handle->get(), true);
    return handle;
}

Result<void> copyInto(sqlite3 *handle, const QString &path)
{
    sqlite3_stmt *statement = nullptr;
    int code = sqlite3_prepare_v2(handle, "VACUUM INTO ?1", -1, &statement, nullptr);
    const QByteArray name = nativePath(path);
    if (code == SQLITE_OK)
        code = sqlite3_bind_text(statement, 1, name.constData(), int(name.size()), SQLITE_STATIC);
    if (code == SQLITE_OK)
        code = sqlite3_step(statement);
    sqlite3_finalize(statement);
    return code == SQLITE_DONE || code == SQLITE_OK ? Result<void>() : sqliteFailure(handle, code);
}

bool syncFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return false;
#ifdef Q_OS_UNIX
    return ::fsync(file.handle()) == 0;
#else
    return file.flush();
#endif
}

Secret keyOf(sqlite3 *handle)
{
    void *text = nullptr;
    int length = 0;
    sqlcipherCodecGetKey(handle, 0, &text, &length);
    Secret key(keyBytes);
    std::size_t read = 0;
    if (!text || length < int(2 + 2 * keyBytes)
        || sodium_hex2bin(key.data(), key.size(), static_cast<const char *>(text) + 2, 2 * keyBytes, nullptr, &read, nullptr) != 0
        || read != keyBytes)
        return {};
    return key;
}

Result<void> changeKey(sqlite3 *handle, const Secret &key)
{
    const Secret text = keyText(key);
    if (const int changed = sqlite3_rekey(handle, text.data(), int(text.size() - 1)); changed != SQLITE_OK)
        return sqliteFailure(handle, changed);
    return {};
}

Result<void> prepareForWriting(sqlite3 *handle)
{
    const Result<QString> mode = firstValue(handle, "PRAGMA journal_mode = WAL");
    if (!mode)
        return passOn(mode);
    if (*mode != u"wal"_s)
        return storeFailure(u"journal mode "_s + *mode);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    return runScript(
        handle, "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON;"
                // Without it a REPLACE would delete rows past the triggers of the guard.
                "PRAGMA recursive_triggers = ON;"
                "PRAGMA cell_size_check = ON; PRAGMA cache_size = -32000; PRAGMA journal_size_limit = 16777216;");
}

} // namespace motcua
