#include "core/paper/smallpicture.h"

#include <QBuffer>
#include <QImageWriter>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int quality = 70;

// JPEG knows no transparency, and would show black where a PNG shows the paper behind it.
QImage onWhite(const QImage &image)
{
    QImage paper(image.size(), QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter painter(&paper);
    painter.drawImage(0, 0, image);
    return paper;
}

} // namespace

std::optional<PaperFile> smallPicture(const QImage &shown, qint64 size)
{
    QByteArray content;
    QBuffer buffer(&content);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(quality);
    writer.setOptimizedWrite(true);
    if (shown.isNull() || !writer.write(onWhite(shown)) || content.size() * 2 > size)
        return std::nullopt;
    return PaperFile { content, u"image/jpeg"_s, 1 };
}

} // namespace motcua
