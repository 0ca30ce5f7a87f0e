#pragma once

#include "core/paper/paperfile.h"

#include <QImage>
#include <QSize>

#include <optional>

namespace motcua {

// A smaller copy of a photographed or scanned paper, for a link on which the paper itself would take minutes. Whoever reads it must be
// able to read the paper: 1600 points on the longer side are about 140 on an inch of an A4 sheet.
inline constexpr QSize smallPictureBounds { 1600, 1600 };

// `shown` is the paper as motcua-reader drew it within these bounds, `size` its weight in bytes. Nothing when the copy would not be
// half as heavy: then it is not worth sending the paper twice. Thread-safe.
std::optional<PaperFile> smallPicture(const QImage &shown, qint64 size);

} // namespace motcua
