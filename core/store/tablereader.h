#pragma once

#include "core/store/cipherhandle.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>

struct sqlite3_stmt;

namespace motcua {

// Reads every readable row of a damaged database. SQLCipher's connection does not recover from a page that fails its HMAC, so it is opened
// anew after each failure, and the rows beyond are looked for one by one.
class TableReader
{
public:
    TableReader(QString path, const Secret &key);

    using Use = std::function<Result<void>(sqlite3_stmt *row)>; // the row's own columns from 1 on, its number (or nothing) at 0
    struct Read
    {
        qint64 kept = 0;
        QList<qint64> lost; // numbers of rows that cannot be read; for tables without numbers nothing
        bool hasGap = false;
    };

    // `highest`: the greatest number that was ever given; 0 = not known.
    Result<Read> numbered(const QByteArray &table, const QByteArray &columns, qint64 highest, const Use &use);
    // In the order of the key, from both ends; then by each value of its first column, where that is known from elsewhere.
    Result<Read> keyed(const QByteArray &table, const QByteArray &columns, const QByteArray &key,
                       const QList<qint64> &firstValues, const Use &use);
    Result<void> one(const QByteArray &table, const QByteArray &columns, qint64 number,
                     const Use &use); // nothing when it is not there
    QList<QByteArray> columnsOf(const QByteArray &table);

private:
    enum class End { Done, Damaged };
    Result<End> run(const QByteArray &sql, qint64 value, const Use &use);
    bool reopen();

    QString m_path;
    const Secret &m_key;
    SqliteHandle m_handle;
};

} // namespace motcua
