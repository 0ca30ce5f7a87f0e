#include "core/store/sqlitefailure.h"

#include <sqlite3.h>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

bool diskIsFull(sqlite3 *handle, int code)
{
    const int primary = code & 0xff;
    return primary == SQLITE_FULL
           || (primary == SQLITE_IOERR && (sqlite3_system_errno(handle) == ENOSPC || code == SQLITE_IOERR_SHMSIZE));
}

} // namespace

tl::unexpected<Error> storeFailure(const QString &detail)
{
    return fail(ErrorCode::StoreFailed, {}, detail);
}

tl::unexpected<Error> damaged(const QString &detail)
{
    return fail(ErrorCode::DatabaseDamaged, {}, detail);
}

tl::unexpected<Error> notADatabase(const QString &detail)
{
    return fail(ErrorCode::NotADatabase, {}, detail);
}

tl::unexpected<Error> cannotOpen(const QString &detail)
{
    return fail(ErrorCode::DatabaseCannotOpen, {}, detail);
}

tl::unexpected<Error> destructionRefused(const QString &detail)
{
    return fail(ErrorCode::DestructionRefused, {}, detail);
}

tl::unexpected<Error> copyNeedsSpace(qint64 missingBytes)
{
    return fail(ErrorCode::CopyNeedsSpace, u"%1 MB"_s.arg((missingBytes >> 20) + 1));
}

tl::unexpected<Error> backupNotMade(const QString &detail)
{
    return fail(ErrorCode::BackupNotMade, {}, detail);
}

tl::unexpected<Error> backupUnusable(const QString &file, const QString &detail)
{
    return fail(ErrorCode::BackupUnusable, file, detail);
}

tl::unexpected<Error> restoreWouldLose(const QString &subject)
{
    return fail(ErrorCode::RestoreWouldLose, subject);
}

tl::unexpected<Error> salvageNotNeeded()
{
    return fail(ErrorCode::SalvageNotNeeded);
}

tl::unexpected<Error> sqliteFailure(sqlite3 *handle, int code)
{
    const QString detail = u"sqlite %1"_s.arg(code);
    if (diskIsFull(handle, code))
        return fail(ErrorCode::DiskFull, {}, detail);
    // Only the guard's triggers and the authorizer refuse in this way (migrations/*_guard.sql, guard.cpp).
    if (code == SQLITE_CONSTRAINT_TRIGGER || (code & 0xff) == SQLITE_AUTH)
        return destructionRefused(detail);
    switch (code & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return damaged(detail);
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return cannotOpen(detail);
    default:
        return storeFailure(detail);
    }
}

} // namespace motcua
