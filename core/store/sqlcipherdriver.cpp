#include "core/store/sqlcipherdriver.h"

#include "core/store/sqlcipherresult.h"

#include <QSqlError>
#include <QSqlField>
#include <QSqlQuery>
#include <QSqlRecord>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace motcua {

SqlCipherDriver::SqlCipherDriver(SqliteHandle handle, QObject *parent)
    : QSqlDriver(parent)
    , m_handle(std::move(handle))
{
    setOpen(m_handle != nullptr);
}

SqlCipherDriver::~SqlCipherDriver()
{
    SqlCipherDriver::close();
}

bool SqlCipherDriver::hasFeature(DriverFeature feature) const
{
    switch (feature) {
    case Transactions:
    case BLOB:
    case Unicode:
    case PreparedQueries:
    case PositionalPlaceholders:
    case LastInsertId:
    case SimpleLocking:
    case FinishQuery:
    case LowPrecisionNumbers:
        return true;
    case NamedPlaceholders: // Qt rewrites them to positional ones
    case QuerySize:
    case BatchOperations:
    case EventNotifications:
    case MultipleResultSets:
    case CancelQuery:
        return false;
    }
    return false;
}

bool SqlCipherDriver::open(const QString &, const QString &, const QString &, const QString &, int, const QString &)
{
    return isOpen();
}

void SqlCipherDriver::close()
{
    if (!isOpen())
        return;
    m_handle.reset(); // results that are still alive hold the connection until they end
    setOpen(false);
    setOpenError(false);
}

QSqlResult *SqlCipherDriver::createResult() const
{
    return new SqlCipherResult(this);
}

bool SqlCipherDriver::execute(const char *sql, int errorType)
{
    if (!isOpen())
        return false;
    const int code = sqlite3_exec(sqlite(), sql, nullptr, nullptr, nullptr);
    if (code == SQLITE_OK)
        return true;
    setLastError(sqlError(sqlite(), code, QSqlError::ErrorType(errorType)));
    return false;
}

bool SqlCipherDriver::beginTransaction()
{
    return execute("BEGIN IMMEDIATE", QSqlError::TransactionError);
}

bool SqlCipherDriver::commitTransaction()
{
    return execute("COMMIT", QSqlError::TransactionError);
}

bool SqlCipherDriver::rollbackTransaction()
{
    return execute("ROLLBACK", QSqlError::TransactionError);
}

QStringList SqlCipherDriver::tables(QSql::TableType type) const
{
    QStringList names;
    QSqlQuery query(createResult());
    query.setForwardOnly(true);
    query.exec(
        u"SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' ORDER BY name"_s);
    while (query.next()) {
        const bool view = query.value(1).toString() == u"view"_s;
        if ((type & (view ? QSql::Views : QSql::Tables)) != 0)
            names.append(query.value(0).toString());
    }
    return names;
}

QSqlRecord SqlCipherDriver::record(const QString &table) const
{
    QSqlQuery query(createResult());
    query.setForwardOnly(true);
    if (!query.exec(u"SELECT * FROM %1 LIMIT 0"_s.arg(escapeIdentifier(table, TableName))))
        return {};
    return query.record();
}

QVariant SqlCipherDriver::handle() const
{
    return QVariant::fromValue(static_cast<void *>(sqlite()));
}

QString SqlCipherDriver::escapeIdentifier(const QString &identifier, IdentifierType) const
{
    if (identifier.startsWith(u'"') && identifier.endsWith(u'"') && identifier.size() > 1)
        return identifier;
    QString inner = identifier;
    return u'"' + inner.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace motcua
