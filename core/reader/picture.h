#pragma once

#include "core/base/result.h"
#include "core/paper/paperfile.h"
#include "core/paper/paperkind.h"

#include <QImage>

namespace motcua {

// JPEG and PNG, through the decoders that come with Qt Gui. Thread-safe.
Result<PaperFile> inspectPicture(const QByteArray &content, PaperKind kind, const PaperLimits &limits);
Result<QImage> renderPicture(const QByteArray &content, PaperKind kind, const QSize &bounds);
Result<PaperFile> rotatePicture(const PaperFile &paper, PaperKind kind, int degrees);

} // namespace motcua
