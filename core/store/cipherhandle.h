#pragma once

#include "core/base/result.h"
#include "core/vault/secret.h"

#include <QString>

#include <memory>

struct sqlite3;

namespace motcua {

struct CloseSqlite
{
    void operator()(sqlite3 *handle) const;
};
using SqliteHandle = std::unique_ptr<sqlite3, CloseSqlite>;

// Opens the file with the key, in the order of storage.md 1.2, changing nothing in it: proves that the cipher is there and that the
// key fits. The file must exist unless `create` is set. CipherMissing, NotADatabase, DatabaseDamaged, DatabaseCannotOpen.
Result<SqliteHandle> openEncrypted(const QString &path, const Secret &key, bool create);

// A second connection to a database that this process has open; it reads, and leaves the log alone. Nothing of the file is read but through
// SQLite: closing another descriptor of it would drop SQLite's locks.
Result<SqliteHandle> openBeside(const QString &path, const Secret &key);

// A whole copy under the same key, which does not exist yet (VACUUM INTO).
Result<void> copyInto(sqlite3 *handle, const QString &path);
bool syncFile(const QString &path); // of a file that no SQLite has open

// The key that the connection works with, read from SQLCipher's own copy: a copy of ours would lie in memory all day. Empty when it has none.
Secret keyOf(sqlite3 *handle);

// Writes every page under another key, in one transaction: until it is committed the file is under the old one, whole.
Result<void> changeKey(sqlite3 *handle, const Secret &key);

// WAL, synchronous=FULL and the guards; only for a database that was found to be ours.
Result<void> prepareForWriting(sqlite3 *handle);

// What is behind `PRAGMA cipher_version`: with another SQLite linked in its place everything would work, in clear text.
Result<void> requireCipher(const QString &cipherVersion);

Result<QString> firstValue(sqlite3 *handle, const char *sql); // empty when there is no row
Result<void> runScript(sqlite3 *handle, const char *sql);     // any number of statements without answers
void keepWalOnClose(sqlite3 *handle, bool keep);              // a database that was refused is left exactly as it was

} // namespace motcua
