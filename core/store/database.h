#pragma once

#include "core/base/result.h"
#include "core/vault/bootclock.h"
#include "core/vault/secret.h"

#include <QString>
#include <QVariantList>

#include <functional>
#include <memory>

class QSqlDatabase;
class QSqlError;
class QSqlQuery;

namespace motcua {

class SqlCipherDriver;

// What seals the rows of the log of acts, beside the wall clock. Without a key rows are only chained.
struct JournalMarks
{
    std::shared_ptr<const Secret> key;
    const BootClock *clock = nullptr; // outlives the database
};

// The open database: one connection, used only on the thread that opened it.
// open(): CipherMissing, NotADatabase (wrong key or first page damaged), DatabaseDamaged, DatabaseNewer, DiskFull, DatabaseCannotOpen;
// never creates a file unless `create` is set, never deletes, renames or overwrites one. A refused file is left byte for byte as it was.
class Database
{
public:
    static Result<std::unique_ptr<Database>> open(const QString &path, const Secret &key, bool create);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    // BEGIN IMMEDIATE … COMMIT with fsync. Rolls back when `work` fails; refuses to go on in autocommit after an I/O error.
    // When write() returns success, the change is on disk. A write() inside `work` joins it. After a failed fsync every call fails
    // (StoreFailed) until the database is opened again: what the disk holds is then unknown.
    Result<void> write(const std::function<Result<void>()> &work);

    // For the repositories. rows() calls `onRow` for each row in order; change() gives the number of rows changed, inside write() only.
    Result<void> rows(const QString &sql, const QVariantList &values, const std::function<void(const QSqlQuery &)> &onRow) const;
    Result<QVariant> value(const QString &sql, const QVariantList &values = {}) const; // invalid when there is no row
    Result<int> change(const QString &sql, const QVariantList &values = {});
    // Since the last question: the disk was full and the ballast beside the database was given up, so that trying again may succeed.
    bool spaceWasFreed();
    qint64 lastInsertId() const;

    QSqlDatabase connection() const;
    void setJournalMarks(JournalMarks marks) { m_journalMarks = std::move(marks); }
    const JournalMarks &journalMarks() const { return m_journalMarks; }
    QString anchorFile() const { return m_path + QStringLiteral(".anchor"); } // see journalkeeping.h
    QString connectionName() const { return m_connectionName; }               // differs at each opening
    QString cipherVersion() const;
    int schemaVersion() const;
    Result<void> checkIntegrity(); // checkpoint, cipher_integrity_check, quick_check: reads the whole file

    // What is in the log goes into the file, and the log becomes empty. False: somebody reads an older state; nothing is lost.
    Result<bool> checkpoint();
    Result<void> shrink(); // free pages leave the file, and the log becomes empty
    // For a second connection of the store room: backups are read beside the counter's work.
    const QString &path() const { return m_path; }
    Secret key() const;

    // The whole database under another key: after success it is on disk under that one, before under the old one, never under both.
    // Needs as much free space as the file is large. Not inside write().
    Result<void> rekey(const Secret &key);

private:
    Database(QString connectionName, QString path);
    Result<void> inTransaction(const std::function<Result<void>()> &work);
    Result<void> readAll(const QString &sql, const QVariantList &values,
                         const std::function<void(const QSqlQuery &)> &onRow) const;
    Result<void> usable() const;
    tl::unexpected<Error> failure(int code) const;
    tl::unexpected<Error> failure(const QSqlError &error) const;

    JournalMarks m_journalMarks;
    QString m_connectionName;
    QString m_path;
    bool m_spaceFreed = false;
    SqlCipherDriver *m_driver = nullptr; // owned by the QSqlDatabase of that name
    bool m_writing = false;
    mutable bool m_dead = false;
    friend class TransactionGuard;
};

} // namespace motcua
