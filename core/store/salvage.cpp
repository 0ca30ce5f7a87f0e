#include "core/store/salvage.h"

#include "core/store/backup.h"
#include "core/store/database.h"
#include "core/store/diskspace.h"
#include "core/store/guard.h"
#include "core/store/replacement.h"
#include "core/store/repositories.h"
#include "core/store/sqlitefailure.h"
#include "core/store/tablereader.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlQuery>

#include <sqlite3.h>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// In an order in which what others refer to comes first. Numbers drawn from answers and the search make themselves anew.
struct Table
{
    const char *name;
    const char *key = nullptr;     // of a table without row numbers
    const char *numbers = nullptr; // whose numbers it shares or refers to
};
constexpr Table tables[] = {
    { "setting", "key" },
    { "account", "login" },
    { "pack" },
    { "day_serial", "day" },
    { "bytes_used", "day" },
    { "dossier", nullptr, "dossier" },
    { "dossier_form", nullptr, "dossier" },
    { "attachment", nullptr, "attachment" },
    { "attachment_part" },
    { "outbox", nullptr, "outbox" },
    { "outbox_form", nullptr, "outbox" },
    { "outbox_file", "outbox, position", "outbox" },
    { "branch", "outbox, id", "outbox" },
    { "receipt", nullptr, "outbox" },
    { "receipt_file", "outbox, position", "outbox" },
    { "payment", nullptr, "dossier" },
    { "portal_change", "dossier, sequence", "dossier" },
    { "portal_request", "dossier, sequence", "dossier" },
    { "portal_message", "dossier, sequence", "dossier" },
    { "portal_result", nullptr, "portal_result" },
    { "portal_result_part" },
    { "journal" },
};

class Salvage
{
public:
    Salvage(const QString &damaged, const Secret &key, Database &fresh, QString backup)
        : m_reader(damaged, key)
        , m_key(key)
        , m_fresh(fresh)
        , m_handle(static_cast<sqlite3 *>(fresh.connection().driver()->handle().value<void *>()))
        , m_backup(std::move(backup))
    {
    }

    Result<SalvageReport> run()
    {
        if (const Result<void> counted = readNumbers(); !counted)
            return passOn(counted);
        SalvageReport report;
        for (const Table &table : tables) {
            const Result<SalvagedTable> one = copy(table);
            if (!one)
                return passOn(one);
            report.tables.append(*one);
        }
        report.damagedPapers =
            count("SELECT count(*) FROM attachment a WHERE a.size <> (SELECT total(length(p.content)) FROM attachment_part p "
                  "WHERE p.attachment = a.seq)");
        report.withoutDossier = count("SELECT count(*) FROM pragma_foreign_key_check");
        const auto journal = JournalRepository(m_fresh).all();
        report.journalWhole = journal && !firstBrokenLink(*journal);
        return report;
    }

private:
    int count(const char *sql) const { return firstValue(m_handle, sql).value_or(QString()).toInt(); }

    // The greatest numbers ever given, so that the end of a damaged table is known.
    Result<void> readNumbers()
    {
        const auto read = m_reader.keyed("sqlite_sequence", "name, seq", "name", {}, [&](sqlite3_stmt *row) -> Result<void> {
            m_highest.insert(reinterpret_cast<const char *>(sqlite3_column_text(row, 1)), sqlite3_column_int64(row, 2));
            return {};
        });
        return read ? Result<void>() : passOn(read);
    }

    Result<SalvagedTable> copy(const Table &table)
    {
        SalvagedTable done { QString::fromLatin1(table.name) };
        const QByteArray columns = commonColumns(table.name, m_reader);
        if (columns.isEmpty()) // a table that the damaged database never had
            return done;
        TableReader::Read read;
        const Result<void> written = m_fresh.write([&]() -> Result<void> {
            const auto use = [&](sqlite3_stmt *row) { return insert(table.name, columns, row); };
            const qint64 highest = table.numbers ? m_highest.value(table.numbers) : 0;
            const auto got = table.key ? m_reader.keyed(table.name, columns, table.key, numbersUpTo(highest), use)
                                       : m_reader.numbered(table.name, columns, highest, use);
            if (!got)
                return passOn(got);
            read = *got;
            return {};
        });
        if (!written)
            return passOn(written);
        done.kept = count(QByteArray("SELECT count(*) FROM ").append(table.name).constData());
        done.lost = read.lost.size();
        done.hasGap = read.hasGap;
        if (!read.lost.isEmpty() && !m_backup.isEmpty()) {
            if (const Result<void> filled = fill(table.name, columns, read.lost, done); !filled)
                return passOn(filled);
        }
        return done;
    }

    QList<qint64> numbersUpTo(qint64 highest) const
    {
        QList<qint64> numbers(qsizetype(std::min<qint64>(highest, 200'000)));
        std::iota(numbers.begin(), numbers.end(), 1);
        return numbers;
    }

    // What both have: the damaged database may be of an older version.
    QByteArray commonColumns(const char *table, TableReader &reader)
    {
        const QList<QByteArray> theirs = reader.columnsOf(table);
        QByteArrayList both;
        const auto read =
            m_fresh.rows(u"SELECT name FROM pragma_table_info(?)"_s, { QString::fromLatin1(table) }, [&](const QSqlQuery &row) {
                const QByteArray name = row.value(0).toString().toLatin1();
                if (theirs.contains(name))
                    both.append(name);
            });
        return read ? both.join(", ") : QByteArray();
    }

    Result<void> insert(const char *table, const QByteArray &columns, sqlite3_stmt *row)
    {
        const qsizetype count = columns.count(',') + 1;
        QByteArray marks = QByteArray("?, ").repeated(count);
        marks.chop(2);
        const QByteArray sql = QByteArray("INSERT OR IGNORE INTO ") + table + " (" + columns + ") VALUES (" + marks + ")";
        sqlite3_stmt *statement = nullptr;
        int code = sqlite3_prepare_v2(m_handle, sql.constData(), -1, &statement, nullptr);
        for (int column = 1; code == SQLITE_OK && column <= count; ++column)
            code = sqlite3_bind_value(statement, column, sqlite3_column_value(row, column));
        if (code == SQLITE_OK)
            code = sqlite3_step(statement);
        sqlite3_finalize(statement);
        // A row that the rules of the schema do not take is none that this program wrote.
        return code == SQLITE_DONE || (code & 0xff) == SQLITE_CONSTRAINT ? Result<void>() : sqliteFailure(m_handle, code);
    }

    Result<void> fill(const char *table, const QByteArray &columns, const QList<qint64> &lost, SalvagedTable &done)
    {
        TableReader backup(m_backup, m_key);
        const int before = int(done.kept);
        const Result<void> written = m_fresh.write([&]() -> Result<void> {
            for (const qint64 number : lost) {
                const auto got =
                    backup.one(table, columns, number, [&](sqlite3_stmt *row) { return insert(table, columns, row); });
                if (!got)
                    return passOn(got);
            }
            return {};
        });
        if (!written)
            return written;
        done.kept = count(QByteArray("SELECT count(*) FROM ").append(table).constData());
        done.filled = done.kept - before;
        return {};
    }

    TableReader m_reader;
    const Secret &m_key;
    Database &m_fresh;
    sqlite3 *m_handle;
    QString m_backup;
    QHash<QByteArray, qint64> m_highest;
};

// A dossier that came back from an older backup stands where its submissions and receipts say.
Result<void> straighten(Database &database)
{
    const auto newest = u"(SELECT %1 FROM outbox o WHERE o.dossier = dossier.seq ORDER BY o.revision DESC LIMIT 1)"_s;
    return database.write([&]() -> Result<void> {
        const Result<int> moved = database.change(
            u"UPDATE dossier SET revision = max(revision, %1), "
            "delivery = CASE WHEN status = 'withdrawn' THEN delivery ELSE %2 END, "
            "status = CASE WHEN status IN ('draft', 'queued') AND %2 = 'received' THEN 'submitted' "
            "WHEN status = 'draft' THEN 'queued' ELSE status END "
            "WHERE EXISTS (SELECT 1 FROM outbox o WHERE o.dossier = dossier.seq) AND (delivery <> %2 OR revision < %1) "
            "AND status NOT IN ('withdrawn', 'needs_fix')"_s.arg(newest.arg(u"o.revision"_s), newest.arg(u"o.state"_s)));
        if (!moved)
            return passOn(moved);
        const Result<int> coded = database.change(
            u"UPDATE dossier SET official_code = (SELECT r.official_code FROM receipt r JOIN outbox o ON o.seq = r.outbox WHERE "
            "o.dossier = dossier.seq ORDER BY o.revision DESC LIMIT 1) WHERE official_code = '' AND EXISTS "
            "(SELECT 1 FROM receipt r JOIN outbox o ON o.seq = r.outbox WHERE o.dossier = dossier.seq)"_s);
        return coded ? Result<void>() : passOn(coded);
    });
}

Result<void> requireDamage(const QString &path, const Secret &key)
{
    const Result<SqliteHandle> handle = openEncrypted(path, key, false);
    if (!handle)
        return passOn(handle);
    keepWalOnClose(handle->get(), true);
    const Result<QString> pages = firstValue(handle->get(), "PRAGMA cipher_integrity_check");
    const Result<QString> quick = firstValue(handle->get(), "PRAGMA quick_check(1)");
    const bool sound = pages && pages->isEmpty() && quick && *quick == u"ok"_s;
    return sound ? Result<void>(salvageNotNeeded()) : Result<void>();
}

} // namespace

qint64 SalvageReport::kept() const
{
    return std::accumulate(tables.cbegin(), tables.cend(), qint64(0),
                           [](qint64 sum, const SalvagedTable &table) { return sum + table.kept; });
}

qint64 SalvageReport::lost() const
{
    return std::accumulate(tables.cbegin(), tables.cend(), qint64(0),
                           [](qint64 sum, const SalvagedTable &table) { return sum + table.lost - table.filled; });
}

Result<SalvageReport> salvageDatabase(const QString &database, const Secret &key, const QString &backupFolder,
                                      const QString &actor, const QDateTime &now)
{
    if (const Result<void> finished = finishReplacement(database); !finished)
        return passOn(finished);
    if (const Result<void> damage = requireDamage(database, key); !damage)
        return passOn(damage);
    const qint64 needed = QFileInfo(database).size() + QFileInfo(database + u"-wal"_s).size();
    if (const auto free = DiskSpace().freeBytes(QFileInfo(database).absolutePath()); free && *free < needed)
        return copyNeedsSpace(needed - *free);
    QString backup;
    for (const BackupFile &one : backupsIn(backupFolder)) {
        if (backup.isEmpty() && examineBackup(one.path, key))
            backup = one.path;
    }

    const QString fresh = database + u".salvaged.new"_s;
    if (const Result<void> removed = removeExpendable(fresh); !removed)
        return passOn(removed);
    SalvageReport report;
    {
        Result<std::unique_ptr<Database>> open = Database::open(fresh, key, true);
        if (!open)
            return passOn(open);
        // Children are kept although their parent is lost.
        if (const auto loose = (*open)->rows(u"PRAGMA foreign_keys = OFF"_s, {}, [](const QSqlQuery &) {}); !loose)
            return passOn(loose);
        Result<SalvageReport> done = Salvage(database, key, **open, backup).run();
        if (!done)
            return done;
        report = std::move(*done);
        if (const Result<void> straight = straighten(**open); !straight)
            return passOn(straight);
        const Result<void> told = (*open)->write([&]() -> Result<void> {
            const auto entry = JournalRepository(**open).append(now, actor, u"store.salvaged"_s, {},
                                                                u"%1 kept, %2 lost"_s.arg(report.kept()).arg(report.lost()));
            return entry ? Result<void>() : passOn(entry);
        });
        if (!told)
            return passOn(told);
        if (const Result<void> whole = (*open)->checkIntegrity(); !whole)
            return passOn(whole);
    }
    if (!syncFile(fresh))
        return storeFailure(u"the salvaged database is not on the disk"_s);
    const Result<QString> kept = replaceDatabase(database, fresh, u"kept-"_s + now.toUTC().toString(u"yyyyMMdd-HHmmss"_s));
    if (!kept)
        return passOn(kept);
    report.keptFolder = *kept;
    return report;
}

} // namespace motcua
