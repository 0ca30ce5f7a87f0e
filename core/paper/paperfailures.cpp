#include "core/paper/paperfailures.h"

using namespace Qt::StringLiterals;

namespace motcua {

tl::unexpected<Error> paperBroken(const QString &why)
{
    return fail(ErrorCode::PaperBroken, {}, why);
}

tl::unexpected<Error> paperTooLarge(const QString &why)
{
    return fail(ErrorCode::PaperTooLarge, {}, why);
}

tl::unexpected<Error> paperTooManyPixels(const QSize &size)
{
    return fail(ErrorCode::PaperTooManyPixels, {}, u"%1x%2"_s.arg(size.width()).arg(size.height()));
}

tl::unexpected<Error> paperNotShown(const QString &why)
{
    return fail(ErrorCode::PaperNotShown, {}, why);
}

tl::unexpected<Error> paperNotTurned(const QString &why)
{
    return fail(ErrorCode::PaperNotTurned, {}, why);
}

} // namespace motcua
