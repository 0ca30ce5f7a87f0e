#include "core/store/pagecheck.h"

#include "core/store/cipherhandle.h"
#include "core/store/sqlitefailure.h"

using namespace Qt::StringLiterals;

namespace motcua {

Result<void> checkPagesBeside(const QString &path, const Secret &key)
{
    const Result<SqliteHandle> handle = openBeside(path, key);
    if (!handle)
        return passOn(handle);
    const Result<QString> answer = firstValue(handle->get(), "PRAGMA quick_check(1)");
    if (answer && *answer == u"ok"_s)
        return {};
    if (!answer && answer.error().code == ErrorCode::DiskFull)
        return passOn(answer);
    return damaged(answer ? u"quick_check"_s : u"quick_check: "_s + answer.error().detail);
}

} // namespace motcua
