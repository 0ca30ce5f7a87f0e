#pragma once

#include "core/base/result.h"
#include "core/paper/paperfile.h"

#include <QImage>
#include <QList>
#include <QSizeF>

namespace motcua {

// The parsing itself, as ReaderProgram describes it. Only motcua-reader and tests call it. Thread-safe, memory to memory.
Result<PaperFile> inspectPaper(const QByteArray &content, const QString &claimedSuffix, const PaperLimits &limits);
Result<QImage> renderPaper(const QByteArray &content, const QString &mediaType, int page, const QSize &bounds);
Result<PaperFile> rotatePaper(const PaperFile &paper, int degrees);
Result<QList<QSizeF>> sheetsOfPdf(const QByteArray &content);

} // namespace motcua
