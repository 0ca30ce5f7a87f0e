#include "ui/theme/paint.h"

#include <QPainter>
#include <QPainterPath>

namespace motcua {

void paintBox(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &line, qreal width, qreal radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(width > 0 && line.alpha() > 0 ? QPen(line, width) : QPen(Qt::NoPen));
    painter.setBrush(fill);
    const qreal inset = width / 2;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
    painter.restore();
}

void paintFocusRing(QPainter &painter, const QRectF &rect, const QColor &color, qreal radius)
{
    paintBox(painter, rect, Qt::transparent, color, Theme::focusWidth, radius);
}

QColor paintButton(QPainter &painter, const QRectF &rect, const Theme &theme, Emphasis emphasis, QStyle::State state)
{
    const ThemeColors &colors = theme.colors();
    const bool enabled = state & QStyle::State_Enabled;
    const bool pressed = enabled && (state & (QStyle::State_Sunken | QStyle::State_On));
    const bool hovered = enabled && (state & QStyle::State_MouseOver);
    const bool filled = emphasis == Emphasis::Primary;

    QColor fill = colors.surface;
    QColor line = colors.lineStrong;
    QColor ink = emphasis == Emphasis::Danger ? theme.tone(Tone::Error).ink : colors.primary;
    if (filled) {
        fill = pressed ? colors.primaryPressed : hovered ? colors.primaryHover : colors.primary;
        line = fill;
        ink = colors.onPrimary;
    } else if (emphasis == Emphasis::Quiet) {
        fill = pressed || hovered ? colors.primarySoft : QColor(Qt::transparent);
        line = Qt::transparent;
    } else if (emphasis == Emphasis::Danger) {
        fill = pressed || hovered ? theme.tone(Tone::Error).soft : colors.surface;
        line = theme.tone(Tone::Error).ink;
    } else if (pressed || hovered) {
        fill = colors.primarySoft;
        line = colors.primary;
    }
    if (!enabled) {
        fill = emphasis == Emphasis::Quiet ? QColor(Qt::transparent) : colors.sunken;
        line = emphasis == Emphasis::Quiet ? QColor(Qt::transparent) : colors.line;
        ink = colors.lineStrong;
    }
    paintBox(painter, rect, fill, line, theme.border(), theme.radius());
    if (state & QStyle::State_HasFocus) {
        // A gap in the colour of the page keeps the ring visible around a filled button.
        paintBox(painter, rect, Qt::transparent, colors.surface, Theme::focusWidth + 2, theme.radius());
        paintFocusRing(painter, rect, colors.focus, theme.radius());
    }
    return ink;
}

void paintChevron(QPainter &painter, const QPointF &center, qreal width, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, qMax(1.5, width / 6), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QPainterPath path(center + QPointF(-width / 2, -width / 4));
    path.lineTo(center + QPointF(0, width / 4));
    path.lineTo(center + QPointF(width / 2, -width / 4));
    painter.drawPath(path);
    painter.restore();
}

} // namespace motcua
