#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QImage>
#include <QSize>
#include <QString>

namespace motcua {

struct PaperLimits
{
    qint64 maxBytes = 10 * 1024 * 1024;
    int maxPages = 100;
    qint64 maxPixels = 100'000'000; // of one image or page, before it is decoded
};

// A file that was found to be what it claims.
struct PaperFile
{
    QByteArray content;
    QString mediaType; // image/jpeg, image/png, application/pdf
    int pages = 1;
};

// Decides from the bytes, not from the name: PaperEmpty, PaperTooLarge, PaperKindUnknown (not JPEG, PNG or PDF), PaperBroken, PaperEncrypted,
// PaperTooManyPages, PaperTooManyPixels. `claimedSuffix` ("jpg") only sharpens the message: PaperNotWhatItClaims. Thread-safe.
Result<PaperFile> inspectPaper(const QByteArray &content, const QString &claimedSuffix, const PaperLimits &limits);

// One page as a picture that fits into `bounds`, for previews. Thread-safe; run it off the GUI thread.
Result<QImage> renderPaper(const QByteArray &content, const QString &mediaType, int page, const QSize &bounds);

// Turned clockwise by 90, 180 or 270 degrees; every page of a PDF. Thread-safe.
Result<PaperFile> rotatePaper(const PaperFile &paper, int degrees);

QString suffixFor(const QString &mediaType); // "jpg", "png", "pdf"

} // namespace motcua
