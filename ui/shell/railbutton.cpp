#include "ui/shell/railbutton.h"

#include "ui/theme/paint.h"

#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace motcua {

RailButton::RailButton(Icon icon, const QString &words, const QString &keys, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(icon)
    , m_keys(keys)
{
    setText(words);
    setAccessibleName(words);
    setAccessibleDescription(keys);
    setToolTip(keys.isEmpty() ? words : u"%1 (%2)"_s.arg(words, keys));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
}

void RailButton::setNarrow(bool narrow)
{
    m_narrow = narrow;
    updateGeometry();
    update();
}

QSize RailButton::sizeHint() const
{
    const Theme &theme = themeOf(this);
    return { theme.px(m_narrow ? 48 : 184), theme.px(46) };
}

void RailButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    const ThemeColors &colors = theme.colors();
    QPainter painter(this);
    if (isChecked() || underMouse() || isDown()) {
        QColor fill = colors.railRaised;
        if (!isChecked())
            fill.setAlphaF(0.55f);
        paintBox(painter, rect(), fill, theme.isHighContrast() && isChecked() ? colors.railText : QColor(Qt::transparent),
                 theme.isHighContrast() ? 2 : 0, theme.radius());
    }
    if (isChecked())
        paintBox(painter, QRectF(0, theme.px(10), theme.px(4), height() - theme.px(20)), colors.focusOnDark, Qt::transparent, 0,
                 2);
    const int side = theme.px(22);
    const int left = theme.px(13);
    paintIcon(painter, QRectF(left, (height() - side) / 2.0, side, side), m_icon,
              isChecked() ? colors.railText : colors.railMuted);
    if (!m_narrow) {
        const QFont small = theme.font(TextRole::Small);
        const int cap = m_keys.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(m_keys) + theme.px(12);
        const int start = left + side + theme.px(12);
        painter.setFont(theme.font(isChecked() ? TextRole::Strong : TextRole::Body));
        painter.setPen(colors.railText);
        const int room = width() - start - cap - theme.px(10);
        painter.drawText(QRect(start, 0, room, height()), Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, room));
        if (cap) {
            const int capHeight = theme.px(20);
            const QRectF place(width() - cap - theme.px(8), (height() - capHeight) / 2.0, cap, capHeight);
            QColor line = colors.railMuted;
            line.setAlphaF(0.5f);
            paintBox(painter, place, Qt::transparent, line, 1, theme.px(4));
            painter.setFont(small);
            painter.setPen(colors.railMuted);
            painter.drawText(place, Qt::AlignCenter, m_keys);
        }
    }
    if (hasFocus())
        paintFocusRing(painter, rect(), colors.focusOnDark, theme.radius());
}

void RailButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

} // namespace motcua
