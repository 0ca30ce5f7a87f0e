#include "core/store/guard.h"

#include "core/store/sqlitefailure.h"
#include "core/vault/durablefile.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

int decide(void *, int action, const char *, const char *, const char *schema, const char *)
{
    switch (action) {
    case SQLITE_DROP_TABLE:
    case SQLITE_DROP_TRIGGER:
    case SQLITE_DROP_VIEW:
    case SQLITE_DROP_VTABLE:
    case SQLITE_DROP_INDEX:
    case SQLITE_ALTER_TABLE:
        return schema && qstrcmp(schema, "temp") == 0 ? SQLITE_OK : SQLITE_DENY;
    default:
        return SQLITE_OK;
    }
}

} // namespace

void forbidDropping(sqlite3 *handle)
{
    sqlite3_set_authorizer(handle, decide, nullptr);
}

void allowDropping(sqlite3 *handle)
{
    sqlite3_set_authorizer(handle, nullptr, nullptr);
}

bool isExpendable(const QString &fileName)
{
    static const QRegularExpression shape(u"^([^/]+\\.new(-wal|-shm|-journal)?|[^/]+\\.replacing|ballast)$"_s);
    return shape.match(fileName).hasMatch();
}

Result<void> removeExpendable(const QString &path)
{
    if (!isExpendable(QFileInfo(path).fileName()))
        return destructionRefused(u"not expendable"_s);
    for (const QLatin1StringView suffix : { ""_L1, "-wal"_L1, "-shm"_L1, "-journal"_L1 }) {
        QFile file(path + suffix);
        if (file.exists() && !file.remove())
            return storeFailure(u"not removed"_s);
    }
    return {};
}

Result<void> removeBackup(const QString &path, int newerVerified)
{
    if (newerVerified < backupsKept)
        return destructionRefused(u"%1 newer backups"_s.arg(newerVerified));
    QFile file(path);
    return file.remove() && syncFolderOf(path) ? Result<void>() : storeFailure(u"an old backup was not removed"_s);
}

Result<void> moveIntoPlace(const QString &from, const QString &to)
{
    if (QFileInfo::exists(to))
        return destructionRefused(u"a file is there"_s);
    if (!QFile::rename(from, to) || !syncFolderOf(to))
        return storeFailure(u"not renamed"_s);
    return {};
}

} // namespace motcua
