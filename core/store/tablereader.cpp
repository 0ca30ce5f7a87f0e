#include "core/store/tablereader.h"

#include "core/store/sqlitefailure.h"

#include <sqlite3.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr qint64 farthestJump = 1LL << 24; // numbers of rows; no kiosk has as many
constexpr qint64 mostProbes = 100'000;     // about two minutes

} // namespace

TableReader::TableReader(QString path, const Secret &key)
    : m_path(std::move(path))
    , m_key(key)
{
}

bool TableReader::reopen()
{
    m_handle.reset();
    Result<SqliteHandle> opened = openEncrypted(m_path, m_key, false);
    if (!opened)
        return false;
    m_handle = std::move(*opened);
    keepWalOnClose(m_handle.get(), true);
    return true;
}

// Rows until the end or until one cannot be read; a failure of `use` is a failure of ours and ends everything.
Result<TableReader::End> TableReader::run(const QByteArray &sql, qint64 value, const Use &use)
{
    if (!m_handle && !reopen())
        return cannotOpen(u"the damaged database"_s);
    sqlite3_stmt *statement = nullptr;
    int code = sqlite3_prepare_v2(m_handle.get(), sql.constData(), -1, &statement, nullptr);
    if (code == SQLITE_OK && sqlite3_bind_parameter_count(statement) > 0)
        sqlite3_bind_int64(statement, 1, value);
    Result<void> used;
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = sqlite3_step(statement);
        if (code != SQLITE_ROW)
            break;
        // A page that fails its HMAC comes back as zeros, and only what is read next says so: a row counts when the next read succeeds.
        if (!firstValue(m_handle.get(), "SELECT count(*) FROM sqlite_master")) {
            code = SQLITE_CORRUPT;
            break;
        }
        used = use(statement);
        if (!used)
            break;
    }
    sqlite3_finalize(statement);
    if (!used)
        return passOn(used);
    if (code == SQLITE_DONE)
        return End::Done;
    m_handle.reset(); // after a bad page every later answer of this connection is worth nothing
    return End::Damaged;
}

Result<TableReader::Read> TableReader::numbered(const QByteArray &table, const QByteArray &columns, qint64 highest,
                                                const Use &use)
{
    Read read;
    qint64 last = 0; // numbers begin at 1
    const Use counted = [&](sqlite3_stmt *row) -> Result<void> {
        last = sqlite3_column_int64(row, 0);
        ++read.kept;
        return use(row);
    };
    const QByteArray rows = "SELECT rowid, " + columns + " FROM " + table;
    QList<std::pair<qint64, qint64>> gaps; // first and last number
    for (qint64 from = 1;;) {
        const qint64 before = last;
        const Result<End> end = run(rows + " WHERE rowid >= ?1 ORDER BY rowid", from, counted);
        if (!end)
            return passOn(end);
        // A jump landed, or there is nothing beyond: what was jumped over is probed below.
        if (from > before + 1 && (last > before || *end == End::Done))
            gaps.append({ before + 1, highest > 0 && last == before ? std::min(from - 1, highest) : from - 1 });
        if (*end == End::Done)
            break;
        read.hasGap = true;
        // Farther and farther, until another page answers; what lies behind a failure is a failure again if it is on the same page.
        from = last > before ? last + 1 : std::max(from + 1, last + (from - last) * 2);
        if (from - last > farthestJump)
            break;
    }
    qint64 probes = 0;
    for (const auto &[first, until] : std::as_const(gaps)) {
        for (qint64 number = first; number <= until && probes < mostProbes; ++number, ++probes) {
            const Result<End> end = run(rows + " WHERE rowid = ?1", number, counted);
            if (!end)
                return passOn(end);
            if (*end == End::Damaged)
                read.lost.append(number);
        }
    }
    return read;
}

Result<TableReader::Read> TableReader::keyed(const QByteArray &table, const QByteArray &columns, const QByteArray &key,
                                             const QList<qint64> &firstValues, const Use &use)
{
    Read read;
    const Use counted = [&](sqlite3_stmt *row) -> Result<void> {
        ++read.kept;
        return use(row);
    };
    const QByteArray rows = "SELECT 0, " + columns + " FROM " + table;
    Result<End> end = run(rows + " ORDER BY " + key, 0, counted);
    if (!end)
        return passOn(end);
    if (*end == End::Done)
        return read;
    read.hasGap = true;
    QByteArrayList backwards = key.split(',');
    for (QByteArray &column : backwards)
        column = column.trimmed() + " DESC";
    end = run(rows + " ORDER BY " + backwards.join(", "), 0, counted);
    for (const qint64 value : firstValues) {
        if (!end)
            return passOn(end);
        end = run(rows + " WHERE " + key.split(',').first() + " = ?1 ORDER BY " + key, value, counted);
    }
    return end ? Result<Read>(read) : passOn(end);
}

Result<void> TableReader::one(const QByteArray &table, const QByteArray &columns, qint64 number, const Use &use)
{
    const Result<End> end = run("SELECT rowid, " + columns + " FROM " + table + " WHERE rowid = ?1", number, use);
    return end ? Result<void>() : passOn(end);
}

QList<QByteArray> TableReader::columnsOf(const QByteArray &table)
{
    QList<QByteArray> names;
    const auto end = run("SELECT 0, name FROM pragma_table_info('" + table + "')", 0, [&](sqlite3_stmt *row) -> Result<void> {
        names.append(reinterpret_cast<const char *>(sqlite3_column_text(row, 1)));
        return {};
    });
    return end ? names : QList<QByteArray>();
}

} // namespace motcua
