#include "core/store/backup.h"

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/store/cipherhandle.h"
#include "core/store/diskspace.h"
#include "core/store/guard.h"
#include "core/store/schema.h"
#include "core/store/sqlitefailure.h"
#include "core/vault/durablefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

const QString nameFormat = u"yyyyMMdd-HHmmss"_s;

qint64 number(sqlite3 *handle, const char *sql)
{
    return firstValue(handle, sql).value_or(QString()).toLongLong();
}

QByteArray headHash(sqlite3 *handle, qint64 seq)
{
    return firstValue(handle, ("SELECT hex(hash) FROM journal WHERE seq = " + QByteArray::number(seq)).constData())
        .value_or(QString())
        .toLatin1();
}

} // namespace

QList<BackupFile> backupsIn(const QString &folder)
{
    QList<BackupFile> found;
    const QFileInfoList files = QDir(folder).entryInfoList({ u"motcua-*.db"_s }, QDir::Files, QDir::Name | QDir::Reversed);
    for (const QFileInfo &file : files) {
        QDateTime madeAt = QDateTime::fromString(file.completeBaseName().section(u'-', 1), nameFormat);
        madeAt.setTimeSpec(Qt::UTC);
        if (madeAt.isValid())
            found.append({ file.absoluteFilePath(), madeAt, file.size() });
    }
    return found;
}

Result<BackupContent> examineBackup(const QString &path, const Secret &key)
{
    const QString name = QFileInfo(path).fileName();
    const Result<SqliteHandle> handle = openEncrypted(path, key, false);
    if (!handle)
        return backupUnusable(name, u"not opened: "_s + handle.error().detail);
    keepWalOnClose(handle->get(), true);
    if (const auto known = requireKnownSchema(handle->get(), allMigrations()); !known)
        return passOn(known);
    const Result<QString> pages = firstValue(handle->get(), "PRAGMA cipher_integrity_check");
    if (!pages || !pages->isEmpty())
        return backupUnusable(name, u"cipher_integrity_check"_s);
    const Result<QString> quick = firstValue(handle->get(), "PRAGMA quick_check(1)");
    if (!quick || *quick != u"ok"_s)
        return backupUnusable(name, u"quick_check"_s);
    return BackupContent { int(number(handle->get(), "SELECT count(*) FROM dossier")),
                           int(number(handle->get(),
                                      "SELECT count(*) FROM outbox WHERE state IN ('waiting', 'sending', 'in_doubt')")),
                           number(handle->get(), "SELECT max(seq) FROM journal") };
}

Result<BackupFile> makeBackup(const QString &database, const Secret &key, const QString &folder, const QDateTime &now,
                              qint64 floorBytes)
{
    if (!QDir().mkpath(folder))
        return storeFailure(u"no folder for backups"_s);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const qint64 needed = QFileInfo(database).size() + QFileInfo(database + u"-wal"_s).size() + floorBytes;
    const std::optional<qint64> free = DiskSpace().freeBytes(folder);
    if (free && *free < needed)
        return copyNeedsSpace(needed - *free);

    const QString path = folder + u"/motcua-"_s + now.toUTC().toString(nameFormat) + u".db"_s;
    const QString unfinished = path + u".new"_s;
    if (const Result<void> removed = removeExpendable(unfinished); !removed)
        return passOn(removed);
    qint64 head = 0;
    QByteArray hash;
    {
        const Result<SqliteHandle> source = openBeside(database, key);
        if (!source)
            return passOn(source);
        head = number(source->get(), "SELECT max(seq) FROM journal");
        hash = headHash(source->get(), head);
        if (const Result<void> copied = copyInto(source->get(), unfinished); !copied) {
            static_cast<void>(removeExpendable(unfinished));
            return copied.error().code == ErrorCode::DiskFull ? tl::unexpected<Error>(copied.error())
                                                              : backupNotMade(copied.error().detail);
        }
    }
    QFile::setPermissions(unfinished, QFile::ReadOwner | QFile::WriteOwner);
    if (!syncFile(unfinished))
        return backupNotMade(u"not synced"_s);
    const Result<BackupContent> content = examineBackup(unfinished, key);
    const bool whole = content && content->journalHead >= head;
    if (!whole) {
        static_cast<void>(removeExpendable(unfinished));
        return backupNotMade(content ? u"journal ends early"_s : content.error().detail);
    }
    // The log may have grown while it was copied, but what was there is there.
    if (const Result<SqliteHandle> copy = openEncrypted(unfinished, key, false); !copy || headHash(copy->get(), head) != hash)
        return backupNotMade(u"another journal"_s);
    if (const Result<void> placed = moveIntoPlace(unfinished, path); !placed)
        return passOn(placed);

    int usable = 0;
    const QList<BackupFile> all = backupsIn(folder);
    for (const BackupFile &one : all) {
        if (usable >= backupsKept) {
            if (const Result<void> removed = removeBackup(one.path, usable); !removed)
                qCWarning(logStore).noquote() << "old backup:" << forLog(removed.error());
        } else if (one.path == QFileInfo(path).absoluteFilePath() || examineBackup(one.path, key)) {
            ++usable;
        }
    }
    return BackupFile { path, now, QFileInfo(path).size() };
}

} // namespace motcua
