#pragma once

#include "core/base/result.h"
#include "core/vault/secret.h"

#include <QString>

#include <functional>
#include <memory>

class QSqlDatabase;
class QSqlQuery;

namespace motcua {

// The open database: one connection, used only on the thread that opened it.
// open(): CipherMissing, NotADatabase (wrong key or first page damaged), DatabaseDamaged, DatabaseNewer, DiskFull, DatabaseCannotOpen;
// never creates a file unless `create` is set, never deletes, renames or overwrites one.
class Database
{
public:
    static Result<std::unique_ptr<Database>> open(const QString &path, const Secret &key, bool create);
    ~Database();

    // BEGIN IMMEDIATE … COMMIT with fsync. Rolls back when `work` fails; refuses to go on in autocommit after an I/O error.
    // When write() returns success, the change is on disk.
    Result<void> write(const std::function<Result<void>()> &work);

    QSqlDatabase connection() const; // for repositories
    QString cipherVersion() const;
    int schemaVersion() const;
    Result<void> checkIntegrity(); // checkpoint, cipher_integrity_check, quick_check: reads the whole file

private:
    explicit Database(QString connectionName);
    QString m_connectionName;
    friend class TransactionGuard;
};

} // namespace motcua
