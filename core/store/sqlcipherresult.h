#pragma once

#include <QList>
#include <QSqlError>
#include <QSqlRecord>
#include <QSqlResult>
#include <QVariant>

struct sqlite3;
struct sqlite3_stmt;

namespace motcua {

class SqlCipherDriver;

QSqlError sqlError(sqlite3 *handle, int code, QSqlError::ErrorType type);

// One prepared statement and the rows it gives. Exactly one statement per query: a second one in the same text is refused.
class SqlCipherResult final : public QSqlResult
{
public:
    explicit SqlCipherResult(const SqlCipherDriver *driver);
    ~SqlCipherResult() override;

    QVariant handle() const override;

protected:
    bool prepare(const QString &query) override;
    bool exec() override;
    bool reset(const QString &query) override;
    QVariant data(int column) override;
    bool isNull(int column) override;
    bool fetch(int index) override;
    bool fetchNext() override;
    bool fetchFirst() override;
    bool fetchLast() override;
    int size() override;
    int numRowsAffected() override;
    QVariant lastInsertId() const override;
    QSqlRecord record() const override;
    void detachFromResultSet() override;

private:
    using Row = QList<QVariant>;

    sqlite3 *sqlite() const;
    void finalize();
    bool bindAll();
    int bindOne(int position, const QVariant &value);
    int step(); // reads one row further into m_ahead; gives SQLite's code
    Row currentRow() const;
    bool readRow(Row *row); // the next row in order, whether it is waiting or has to be fetched
    bool failed(int code);

    sqlite3_stmt *m_statement = nullptr;
    QList<QByteArray> m_bound; // keeps bytes alive while SQLite reads them
    QSqlRecord m_columns;
    QList<Row> m_rows; // all that were read; only the current one when forward-only
    Row m_ahead;       // read by exec() to know that the statement runs
    bool m_hasAhead = false;
    bool m_finished = false;
    int m_changes = -1;
    QVariant m_insertId;
};

} // namespace motcua
