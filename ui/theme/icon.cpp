#include "ui/theme/icon.h"

#include <QFile>
#include <QPaintDevice>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// In the order of the enumeration.
constexpr std::array files {
    ""_L1,
    "back"_L1,
    "calendar"_L1,
    "camera"_L1,
    "check"_L1,
    "check-circle"_L1,
    "chevron-down"_L1,
    "chevron-left"_L1,
    "chevron-right"_L1,
    "clock"_L1,
    "close"_L1,
    "commune"_L1,
    "contrast"_L1,
    "copy"_L1,
    "dossier"_L1,
    "doubt"_L1,
    "download"_L1,
    "draft"_L1,
    "error"_L1,
    "eye"_L1,
    "eye-off"_L1,
    "forward"_L1,
    "help"_L1,
    "home"_L1,
    "id-card"_L1,
    "image"_L1,
    "info"_L1,
    "keyboard"_L1,
    "late"_L1,
    "law"_L1,
    "link-off"_L1,
    "link-on"_L1,
    "list"_L1,
    "lock"_L1,
    "lotus"_L1,
    "new-dossier"_L1,
    "paper"_L1,
    "papers"_L1,
    "people"_L1,
    "person"_L1,
    "phone"_L1,
    "plus"_L1,
    "print"_L1,
    "queue"_L1,
    "received"_L1,
    "refresh"_L1,
    "refused"_L1,
    "rotate-left"_L1,
    "rotate-right"_L1,
    "safe"_L1,
    "scan"_L1,
    "search"_L1,
    "send"_L1,
    "settings"_L1,
    "text-size"_L1,
    "tools"_L1,
    "trash"_L1,
    "upload"_L1,
    "warning"_L1,
    "withdrawn"_L1,
    "zoom-in"_L1,
    "zoom-out"_L1,
};
static_assert(files.size() == iconCount);

} // namespace

QPixmap iconPixmap(Icon icon, const QColor &color, int size, qreal devicePixelRatio)
{
    if (icon == Icon::None || size <= 0)
        return {};
    const QString key = u"icon/%1/%2/%3/%4"_s.arg(int(icon)).arg(color.rgba()).arg(size).arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(u":/icons/%1.svg"_s.arg(files[size_t(icon)]));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QSvgRenderer renderer(file.readAll().replace("currentColor", color.name().toLatin1()));
    pixmap = QPixmap(QSize(size, size) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(0, 0, size, size));
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void paintIcon(QPainter &painter, const QRectF &rect, Icon icon, const QColor &color)
{
    const int size = int(qMin(rect.width(), rect.height()));
    const QPixmap pixmap = iconPixmap(icon, color, size, painter.device()->devicePixelRatioF());
    if (pixmap.isNull())
        return;
    painter.drawPixmap(QPointF(qRound(rect.center().x() - size / 2.0), qRound(rect.center().y() - size / 2.0)), pixmap);
}

} // namespace motcua
