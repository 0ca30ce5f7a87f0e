#pragma once

#include "core/base/result.h"
#include "core/paper/paperfile.h"

#include <QImage>
#include <QList>
#include <QSizeF>

namespace motcua {

// PDF: judged and turned by qpdf, shown by Qt PDF (pdfium). Thread-safe.
Result<PaperFile> inspectPdf(const QByteArray &content, const PaperLimits &limits);
Result<QImage> renderPdf(const QByteArray &content, int page, const QSize &bounds);
Result<QList<QSizeF>> pdfSheets(const QByteArray &content); // in points
Result<PaperFile> rotatePdf(const PaperFile &paper, int degrees);

} // namespace motcua
