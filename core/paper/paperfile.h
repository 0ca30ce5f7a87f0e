#pragma once

#include <QByteArray>
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

QString suffixFor(const QString &mediaType); // "jpg", "png", "pdf"

} // namespace motcua
