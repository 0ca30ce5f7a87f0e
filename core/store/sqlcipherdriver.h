#pragma once

#include "core/store/cipherhandle.h"

#include <QSqlDriver>

namespace motcua {

// Qt SQL over a connection that openEncrypted() made. Built on the public QSqlDriver API alone and linked to its own SQLite, so it
// needs no plugin and no plugin can take its place (storage.md 1.1). Results hand rows on as they come; a result that is not
// forward-only keeps the rows it has read. Errors carry the extended result code as native code. One thread.
class SqlCipherDriver final : public QSqlDriver
{
    Q_OBJECT

public:
    explicit SqlCipherDriver(SqliteHandle handle, QObject *parent = nullptr);
    ~SqlCipherDriver() override;

    sqlite3 *sqlite() const { return m_handle.get(); }

    bool hasFeature(DriverFeature feature) const override;
    bool open(const QString &, const QString &, const QString &, const QString &, int,
              const QString &) override; // is open already
    void close() override;
    QSqlResult *createResult() const override;
    bool beginTransaction() override; // IMMEDIATE: a writer that cannot go on learns it at once, not at its first change
    bool commitTransaction() override;
    bool rollbackTransaction() override;
    QStringList tables(QSql::TableType type) const override;
    QSqlRecord record(const QString &table) const override;
    QVariant handle() const override;
    QString escapeIdentifier(const QString &identifier, IdentifierType type) const override;

private:
    bool execute(const char *sql, int errorType);

    SqliteHandle m_handle;
};

} // namespace motcua
