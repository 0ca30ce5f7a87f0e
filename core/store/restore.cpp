// restoreBackup() of backup.h.
#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/store/backup.h"
#include "core/store/cipherhandle.h"
#include "core/store/database.h"
#include "core/store/diskspace.h"
#include "core/store/dossierrows.h"
#include "core/store/guard.h"
#include "core/store/replacement.h"
#include "core/store/repositories.h"
#include "core/store/sqlitefailure.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QSqlQuery>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// Everything that a person would miss, one line each: a dossier as it stands, each paper, each submission, each receipt.
constexpr char marks[] =
    "SELECT 'd', id, status || delivery || revision || updated_at || coalesce(purged_at, '') FROM dossier "
    "UNION ALL SELECT 'a', d.id, a.id || a.sha256 || a.removed FROM attachment a JOIN dossier d ON d.seq = a.dossier "
    "UNION ALL SELECT 'f', d.id, f.form FROM dossier_form f JOIN dossier d ON d.seq = f.dossier "
    "UNION ALL SELECT 'o', d.id, o.revision || o.state || o.form_sha256 FROM outbox o JOIN dossier d ON d.seq = o.dossier "
    "UNION ALL SELECT 'r', d.id, r.official_code || r.acknowledged FROM receipt r JOIN outbox o ON o.seq = r.outbox "
    "JOIN dossier d ON d.seq = o.dossier";

using Marks = QSet<QByteArray>;

Result<void> eachMark(sqlite3 *handle, const std::function<void(const QByteArray &id, const QByteArray &mark)> &use)
{
    sqlite3_stmt *statement = nullptr;
    int code = sqlite3_prepare_v2(handle, marks, -1, &statement, nullptr);
    const auto text = [&](int column) {
        return QByteArray(static_cast<const char *>(sqlite3_column_blob(statement, column)),
                          sqlite3_column_bytes(statement, column));
    };
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = sqlite3_step(statement);
        if (code == SQLITE_ROW)
            use(text(1), text(0) + text(1) + text(2));
    }
    sqlite3_finalize(statement);
    return code == SQLITE_DONE ? Result<void>() : sqliteFailure(handle, code);
}

// Dossiers of the database that the backup does not know in exactly the same state. A database that cannot be read: nobody can tell.
Result<int> missingIn(const QString &backup, const QString &database, const Secret &key)
{
    const Result<SqliteHandle> theirs = openEncrypted(backup, key, false);
    if (!theirs)
        return passOn(theirs);
    keepWalOnClose(theirs->get(), true);
    Marks known;
    if (const auto read = eachMark(theirs->get(), [&](const QByteArray &, const QByteArray &mark) { known.insert(mark); }); !read)
        return passOn(read);
    const Result<SqliteHandle> ours = openEncrypted(database, key, false);
    if (!ours)
        return passOn(ours);
    keepWalOnClose(ours->get(), true);
    QSet<QByteArray> missing;
    const auto read = eachMark(ours->get(), [&](const QByteArray &id, const QByteArray &mark) {
        if (!known.contains(mark))
            missing.insert(id);
    });
    return read ? Result<int>(int(missing.size())) : passOn(read);
}

// The copy becomes a database of today, in which nobody trusts what was not sent then.
Result<void> settleCopy(const QString &path, const Secret &key, const QString &actor, const QDateTime &madeAt,
                        const QDateTime &now)
{
    constexpr int numbersLeftOut = 200; // of the day: so many dossiers may have been captured after the backup was made
    Result<std::unique_ptr<Database>> copy = Database::open(path, key, false);
    if (!copy)
        return passOn(copy);
    Database &database = **copy;
    const Result<void> done = database.write([&]() -> Result<void> {
        const QString today = toLegalTime(now).date().toString(Qt::ISODate);
        const std::pair<QString, QVariantList> steps[] = {
            { u"UPDATE outbox SET state = 'in_doubt' WHERE state IN ('waiting', 'sending') AND other_door = 0"_s, {} },
            { u"UPDATE dossier SET delivery = 'in_doubt' WHERE delivery IN ('waiting', 'sending') AND other_door = 0"_s, {} },
            { u"INSERT INTO day_serial (day, last) VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET last = last + excluded.last"_s,
              { today, numbersLeftOut } },
        };
        for (const auto &[sql, values] : steps) {
            if (const Result<int> changed = database.change(sql, values); !changed)
                return passOn(changed);
        }
        const auto entry = JournalRepository(database).append(now, actor, u"store.restored"_s, {}, toRfc3339(madeAt));
        return entry ? Result<void>() : passOn(entry);
    });
    if (!done)
        return done;
    const Result<bool> moved = database.checkpoint();
    return moved ? Result<void>() : passOn(moved);
}

} // namespace

Result<Restored> restoreBackup(const QString &backup, const QString &database, const Secret &key, const QString &actor,
                               const QDateTime &now, bool setAside)
{
    if (const Result<BackupContent> content = examineBackup(backup, key); !content)
        return passOn(content);
    if (const Result<void> finished = finishReplacement(database); !finished)
        return passOn(finished);
    Restored restored;
    if (QFileInfo::exists(database)) {
        const Result<int> missing = missingIn(backup, database, key);
        restored.missing = missing.value_or(-1);
        if (restored.missing != 0 && !setAside)
            return restoreWouldLose(missing ? QString::number(*missing) : u"?"_s);
    }
    const qint64 needed = QFileInfo(backup).size() * 2;
    const QString folder = QFileInfo(database).absolutePath();
    if (const auto free = DiskSpace().freeBytes(folder); free && *free < needed)
        return copyNeedsSpace(needed - *free);

    const QString unfinished = database + u".new"_s;
    if (const Result<void> removed = removeExpendable(unfinished); !removed)
        return passOn(removed);
    {
        const Result<SqliteHandle> source = openEncrypted(backup, key, false);
        if (!source)
            return passOn(source);
        keepWalOnClose(source->get(), true);
        if (const Result<void> copied = copyInto(source->get(), unfinished); !copied)
            return passOn(copied);
    }
    QDateTime madeAt = QFileInfo(backup).lastModified();
    for (const BackupFile &one : backupsIn(QFileInfo(backup).absolutePath())) {
        if (one.path == QFileInfo(backup).absoluteFilePath())
            madeAt = one.madeAt;
    }
    if (const Result<void> settled = settleCopy(unfinished, key, actor, madeAt, now); !settled)
        return passOn(settled);
    QFile::setPermissions(unfinished, QFile::ReadOwner | QFile::WriteOwner);
    if (const auto whole = examineBackup(unfinished, key); !whole || !syncFile(unfinished))
        return backupNotMade(u"the restored copy is not whole"_s);
    const Result<QString> kept = replaceDatabase(database, unfinished, u"kept-"_s + now.toUTC().toString(u"yyyyMMdd-HHmmss"_s));
    if (!kept)
        return passOn(kept);
    restored.keptFolder = *kept;
    return restored;
}

} // namespace motcua
