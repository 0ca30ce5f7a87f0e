#pragma once

#include "core/base/result.h"
#include "core/paper/paperfile.h"

namespace motcua {

// PDF: judged and turned by qpdf, shown by Qt PDF (pdfium). Thread-safe.
Result<PaperFile> inspectPdf(const QByteArray &content, const PaperLimits &limits);
Result<QImage> renderPdf(const QByteArray &content, int page, const QSize &bounds);
Result<PaperFile> rotatePdf(const PaperFile &paper, int degrees);

} // namespace motcua
