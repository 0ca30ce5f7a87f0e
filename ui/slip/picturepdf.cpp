#include "ui/slip/picturepdf.h"

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace motcua {

QByteArray pictureAsPdf(const QImage &image)
{
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageOrientation(image.width() > image.height() ? QPageLayout::Landscape : QPageLayout::Portrait);
    QPainter painter(&writer);
    QRectF place(QPointF(0, 0), QSizeF(image.size()).scaled(QSizeF(writer.width(), writer.height()), Qt::KeepAspectRatio));
    place.moveCenter(QPointF(writer.width() / 2.0, writer.height() / 2.0));
    painter.drawImage(place, image);
    painter.end();
    return pdf;
}

} // namespace motcua
