#include "ui/queue/filterchip.h"

#include "ui/theme/icon.h"
#include "ui/theme/paint.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace motcua {

FilterChip::FilterChip(const QString &words, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(words);
    setAccessibleName(words);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
}

void FilterChip::setCount(int count)
{
    m_count = count;
    setAccessibleName(words());
    updateGeometry();
    update();
}

QString FilterChip::words() const
{
    return m_count > 0 ? u"%1 · %2"_s.arg(text()).arg(m_count) : text();
}

QSize FilterChip::sizeHint() const
{
    const Theme &theme = themeOf(this);
    const int width = QFontMetrics(theme.font(TextRole::Strong)).horizontalAdvance(words());
    return { width + theme.px(isChecked() ? 50 : 28), theme.px(36) };
}

void FilterChip::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    const ThemeColors &colors = theme.colors();
    QPainter painter(this);
    const QColor fill = isChecked() ? colors.primary : underMouse() ? colors.primarySoft : colors.surface;
    const QColor ink = isChecked() ? colors.onPrimary : colors.text;
    paintBox(painter, rect(), fill, isChecked() ? colors.primary : colors.lineStrong, theme.border(), height() / 2.0);
    int left = theme.px(14);
    if (isChecked()) {
        const int side = theme.px(16);
        paintIcon(painter, QRectF(left, (height() - side) / 2.0, side, side), Icon::Check, ink);
        left += side + theme.px(6);
    }
    painter.setFont(theme.font(isChecked() ? TextRole::Strong : TextRole::Body));
    painter.setPen(ink);
    painter.drawText(QRect(left, 0, width() - left, height()), Qt::AlignVCenter | Qt::AlignLeft, words());
    if (hasFocus()) {
        paintBox(painter, rect(), Qt::transparent, colors.surface, Theme::focusWidth + 2, height() / 2.0);
        paintFocusRing(painter, rect(), colors.focus, height() / 2.0);
    }
}

} // namespace motcua
