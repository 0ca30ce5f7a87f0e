#pragma once

#include "ui/theme/theme.h"

#include <QRectF>
#include <QStyle>

class QPainter;

namespace motcua {

// Shapes shared by the style and by our own widgets.

// A rounded box with its border inside `rect`.
void paintBox(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &line, qreal width, qreal radius);

// The 3-px ring, inside `rect`.
void paintFocusRing(QPainter &painter, const QRectF &rect, const QColor &color, qreal radius);

enum class Emphasis {
    Primary,   // the one next step of a page
    Secondary, // everything else that does something
    Quiet,     // words only, until hovered
    Danger,    // takes something away; still needs a confirmation
};

// Background of a button; answers the colour of its text.
QColor paintButton(QPainter &painter, const QRectF &rect, const Theme &theme, Emphasis emphasis, QStyle::State state);

// A small downward chevron.
void paintChevron(QPainter &painter, const QPointF &center, qreal width, const QColor &color);

} // namespace motcua
