#include "core/store/sqlcipherresult.h"

#include "core/store/sqlcipherdriver.h"

#include <QSqlField>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QMetaType typeOf(sqlite3_stmt *statement, int column)
{
    const QByteArray declared = QByteArray(sqlite3_column_decltype(statement, column)).toUpper();
    if (declared.contains("INT"))
        return QMetaType(QMetaType::LongLong);
    if (declared.contains("REAL"))
        return QMetaType(QMetaType::Double);
    if (declared.contains("BLOB"))
        return QMetaType(QMetaType::QByteArray);
    return QMetaType(QMetaType::QString);
}

QVariant valueAt(sqlite3_stmt *statement, int column)
{
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
        return QVariant(qlonglong(sqlite3_column_int64(statement, column)));
    case SQLITE_FLOAT:
        return QVariant(sqlite3_column_double(statement, column));
    case SQLITE_BLOB: {
        const void *bytes = sqlite3_column_blob(statement, column); // before its size: that is the order SQLite asks for
        return QVariant(QByteArray(static_cast<const char *>(bytes), sqlite3_column_bytes(statement, column)));
    }
    case SQLITE_NULL:
        return {};
    default: {
        const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(statement, column));
        return QVariant(QString::fromUtf8(text, sqlite3_column_bytes(statement, column)));
    }
    }
}

bool onlySpaceOrSemicolons(const char *text)
{
    for (; *text; ++text) {
        if (!std::isspace(static_cast<unsigned char>(*text)) && *text != ';')
            return false;
    }
    return true;
}

} // namespace

QSqlError sqlError(sqlite3 *handle, int code, QSqlError::ErrorType type)
{
    return { {}, QString::fromUtf8(sqlite3_errmsg(handle)), type, QString::number(code) };
}

SqlCipherResult::SqlCipherResult(const SqlCipherDriver *driver)
    : QSqlResult(driver)
{
}

SqlCipherResult::~SqlCipherResult()
{
    finalize();
}

sqlite3 *SqlCipherResult::sqlite() const
{
    const auto *own = static_cast<const SqlCipherDriver *>(driver());
    return own ? own->sqlite() : nullptr;
}

QVariant SqlCipherResult::handle() const
{
    return QVariant::fromValue(static_cast<void *>(m_statement));
}

void SqlCipherResult::finalize()
{
    sqlite3_finalize(m_statement);
    m_statement = nullptr;
    m_rows.clear();
    m_hasAhead = false;
    m_columns.clear();
}

bool SqlCipherResult::failed(int code)
{
    setLastError(sqlError(sqlite(), code, QSqlError::StatementError));
    setActive(false);
    setAt(QSql::BeforeFirstRow);
    return false;
}

bool SqlCipherResult::reset(const QString &query)
{
    return prepare(query) && exec();
}

bool SqlCipherResult::prepare(const QString &query)
{
    finalize();
    setActive(false);
    if (!sqlite()) {
        setLastError(QSqlError({}, u"the database is closed"_s, QSqlError::ConnectionError, QString::number(SQLITE_MISUSE)));
        return false;
    }
    const QByteArray text = query.toUtf8();
    const char *rest = nullptr;
    const int code = sqlite3_prepare_v2(sqlite(), text.constData(), int(text.size()) + 1, &m_statement, &rest);
    if (code != SQLITE_OK)
        return failed(code);
    if (!m_statement || !onlySpaceOrSemicolons(rest)) {
        finalize();
        setLastError(
            QSqlError({}, u"exactly one statement is needed"_s, QSqlError::StatementError, QString::number(SQLITE_MISUSE)));
        return false;
    }
    setSelect(sqlite3_column_count(m_statement) > 0);
    for (int column = 0; column < sqlite3_column_count(m_statement); ++column)
        m_columns.append(QSqlField(QString::fromUtf8(sqlite3_column_name(m_statement, column)), typeOf(m_statement, column)));
    return true;
}

int SqlCipherResult::bindOne(int position, const QVariant &value)
{
    const auto keep = [this](QByteArray bytes) -> const QByteArray & { return m_bound.emplaceBack(std::move(bytes)); };
    if (value.isNull())
        return sqlite3_bind_null(m_statement, position);
    switch (value.typeId()) {
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
    case QMetaType::Long:
    case QMetaType::ULong:
    case QMetaType::Short:
    case QMetaType::UShort:
        return sqlite3_bind_int64(m_statement, position, value.toLongLong());
    case QMetaType::Double:
    case QMetaType::Float:
        return sqlite3_bind_double(m_statement, position, value.toDouble());
    case QMetaType::QByteArray: {
        const QByteArray &bytes = keep(value.toByteArray());
        // An empty array is an empty BLOB, not NULL.
        return sqlite3_bind_blob64(m_statement, position, bytes.isNull() ? "" : bytes.constData(), sqlite3_uint64(bytes.size()),
                                   SQLITE_STATIC);
    }
    default: {
        const QByteArray &bytes = keep(value.toString().toUtf8());
        return sqlite3_bind_text64(m_statement, position, bytes.isNull() ? "" : bytes.constData(), sqlite3_uint64(bytes.size()),
                                   SQLITE_STATIC, SQLITE_UTF8);
    }
    }
}

bool SqlCipherResult::bindAll()
{
    const int wanted = sqlite3_bind_parameter_count(m_statement);
    const int given = boundValueCount();
    if (wanted != given) {
        setLastError(QSqlError({}, u"wrong number of values"_s, QSqlError::StatementError, QString::number(SQLITE_RANGE)));
        return false;
    }
    m_bound.clear();
    m_bound.reserve(given); // the references handed to SQLite stay good
    for (int index = 0; index < given; ++index) {
        if (const int code = bindOne(index + 1, boundValue(index)); code != SQLITE_OK)
            return failed(code);
    }
    return true;
}

int SqlCipherResult::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW) {
        m_ahead = currentRow();
        m_hasAhead = true;
    } else {
        m_finished = true;
        sqlite3_reset(m_statement); // gives up the read lock, so that checkpoints can go on
    }
    return code;
}

SqlCipherResult::Row SqlCipherResult::currentRow() const
{
    Row row;
    const int columns = sqlite3_column_count(m_statement);
    row.reserve(columns);
    for (int column = 0; column < columns; ++column)
        row.append(valueAt(m_statement, column));
    return row;
}

bool SqlCipherResult::exec()
{
    if (!m_statement || !sqlite())
        return false;
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    m_rows.clear();
    m_hasAhead = false;
    m_finished = false;
    m_changes = -1;
    setLastError({});
    setAt(QSql::BeforeFirstRow);
    if (!bindAll())
        return false;
    const int before = sqlite3_total_changes(sqlite());
    const int code = step();
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        return failed(code);
    const bool changing = sqlite3_stmt_readonly(m_statement) == 0;
    m_changes = changing && sqlite3_total_changes(sqlite()) != before ? sqlite3_changes(sqlite()) : (changing ? 0 : -1);
    m_insertId = changing ? QVariant(qlonglong(sqlite3_last_insert_rowid(sqlite()))) : QVariant();
    setActive(true);
    return true;
}

bool SqlCipherResult::readRow(Row *row)
{
    if (!m_hasAhead) {
        if (m_finished || !m_statement)
            return false;
        if (const int code = step(); code != SQLITE_ROW) {
            if (code != SQLITE_DONE)
                setLastError(sqlError(sqlite(), code, QSqlError::StatementError));
            return false;
        }
    }
    *row = std::move(m_ahead);
    m_hasAhead = false;
    return true;
}

bool SqlCipherResult::fetchNext()
{
    const int next = at() == QSql::BeforeFirstRow ? 0 : at() + 1;
    return at() != QSql::AfterLastRow && fetch(next);
}

bool SqlCipherResult::fetch(int index)
{
    if (!isSelect() || index < 0)
        return false;
    if (isForwardOnly()) {
        int position = at();
        if (position == QSql::AfterLastRow || (position >= 0 && index <= position))
            return position == index;
        position = position < 0 ? -1 : position;
        Row row;
        while (position < index) {
            if (!readRow(&row)) {
                setAt(QSql::AfterLastRow);
                return false;
            }
            ++position;
        }
        m_rows = { row };
        setAt(index);
        return true;
    }
    Row row;
    while (m_rows.size() <= index) {
        if (!readRow(&row)) {
            setAt(QSql::AfterLastRow);
            return false;
        }
        m_rows.append(row);
    }
    setAt(index);
    return true;
}

bool SqlCipherResult::fetchFirst()
{
    return isForwardOnly() && at() >= 0 ? at() == 0 : fetch(0);
}

bool SqlCipherResult::fetchLast()
{
    Row row;
    if (isForwardOnly()) {
        bool any = at() >= 0;
        int position = at() < 0 ? -1 : at();
        while (readRow(&row)) {
            m_rows = { row };
            ++position;
            any = true;
        }
        setAt(any ? position : int(QSql::AfterLastRow));
        return any;
    }
    while (readRow(&row))
        m_rows.append(row);
    return !m_rows.isEmpty() && fetch(int(m_rows.size()) - 1);
}

QVariant SqlCipherResult::data(int column)
{
    const qsizetype index = isForwardOnly() ? 0 : at();
    if (at() < 0 || index >= m_rows.size() || column < 0 || column >= m_rows.at(index).size())
        return {};
    const QVariant &value = m_rows.at(index).at(column);
    return value.isValid() ? value : QVariant(m_columns.field(column).metaType());
}

bool SqlCipherResult::isNull(int column)
{
    return data(column).isNull();
}

int SqlCipherResult::size()
{
    return -1;
}

int SqlCipherResult::numRowsAffected()
{
    return m_changes;
}

QVariant SqlCipherResult::lastInsertId() const
{
    return m_insertId;
}

QSqlRecord SqlCipherResult::record() const
{
    return isSelect() ? m_columns : QSqlRecord();
}

void SqlCipherResult::detachFromResultSet()
{
    if (m_statement)
        sqlite3_reset(m_statement);
    m_finished = true;
}

} // namespace motcua
