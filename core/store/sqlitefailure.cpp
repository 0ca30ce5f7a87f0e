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

tl::unexpected<Error> sqliteFailure(sqlite3 *handle, int code)
{
    const QString detail = u"sqlite %1"_s.arg(code);
    if (diskIsFull(handle, code))
        return fail(ErrorCode::DiskFull, {}, detail);
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
