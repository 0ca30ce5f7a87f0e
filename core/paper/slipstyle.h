#pragma once

#include <QColor>
#include <QPen>

namespace motcua::slipstyle {

// Colours and measures that the parts of the slip share. Millimetres and points.
inline constexpr QColor ink(0x14, 0x18, 0x1f);
inline constexpr QColor quiet(0x55, 0x5d, 0x68);
inline constexpr QColor line(0xb4, 0xba, 0xc2);
inline constexpr QColor tint(0xf2, 0xf4, 0xf6);

inline constexpr qreal bodySize = 10;
inline constexpr qreal cellSize = 9;
inline constexpr qreal smallSize = 8.5;
inline constexpr qreal footSize = 7.5;
inline constexpr qreal cellPad = 1.6;

struct Column
{
    qreal left;
    qreal width;
};

inline QPen hairline(qreal width, const QColor &color = line)
{
    return QPen(color, width, Qt::SolidLine, Qt::FlatCap);
}

} // namespace motcua::slipstyle
