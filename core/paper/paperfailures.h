#pragma once

#include "core/base/result.h"

#include <QSize>

namespace motcua {

// The errors that pictures and PDFs share, each raised in one place. `why` is for the help desk and names no person.
[[nodiscard]] tl::unexpected<Error> paperBroken(const QString &why);
[[nodiscard]] tl::unexpected<Error> paperTooLarge(const QString &why);
[[nodiscard]] tl::unexpected<Error> paperTooManyPixels(const QSize &size);
[[nodiscard]] tl::unexpected<Error> paperNotShown(const QString &why);
[[nodiscard]] tl::unexpected<Error> paperNotTurned(const QString &why);

} // namespace motcua
