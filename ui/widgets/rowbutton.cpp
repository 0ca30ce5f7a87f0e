#include "ui/widgets/rowbutton.h"

#include "ui/theme/paint.h"

#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace motcua {

RowButton::RowButton(Icon icon, const QString &title, const QString &text, const BadgeWords &badge, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(icon)
    , m_text(text)
    , m_badge(badge)
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(badge.text.isEmpty() ? text : u"%1. %2"_s.arg(text, badge.text));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize RowButton::sizeHint() const
{
    const Theme &theme = themeOf(this);
    return { theme.px(320), theme.px(56) };
}

QSize RowButton::minimumSizeHint() const
{
    const Theme &theme = themeOf(this);
    return { theme.px(180), theme.px(56) };
}

void RowButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    const ThemeColors &colors = theme.colors();
    QPainter painter(this);
    if (underMouse() || isDown())
        paintBox(painter, rect(), colors.primarySoft, Qt::transparent, 0, theme.radius());
    const int margin = theme.px(10);
    const int side = theme.px(22);
    paintIcon(painter, QRectF(margin, (height() - side) / 2.0, side, side), m_icon,
              m_badge.text.isEmpty() ? colors.primary : theme.tone(m_badge.tone).ink);

    const int chevron = theme.px(18);
    int right = width() - margin - chevron;
    paintIcon(painter, QRectF(right, (height() - chevron) / 2.0, chevron, chevron), Icon::ChevronRight, colors.muted);
    right -= theme.px(8);
    const int left = margin + side + theme.px(12);
    if (!m_badge.text.isEmpty()) {
        const int badge = qMin(badgeSize(theme, m_badge).width(), (right - left) / 2);
        right -= badge;
        paintBadge(painter, QRect(right, 0, badge, height()), theme, m_badge);
        right -= theme.px(12);
    }
    const int room = right - left;
    const QRect upper(left, theme.px(6), room, height() / 2 - theme.px(6));
    const QRect lower(left, height() / 2, room, height() / 2 - theme.px(6));
    const auto line = [&](const QRect &place, TextRole role, const QColor &ink, const QString &words) {
        const QFont font = theme.font(role);
        painter.setFont(font);
        painter.setPen(ink);
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                         QFontMetrics(font).elidedText(words, Qt::ElideRight, place.width()));
    };
    line(upper, TextRole::Strong, colors.text, text());
    line(lower, TextRole::Small, colors.muted, m_text);
    if (hasFocus())
        paintFocusRing(painter, rect(), colors.focus, theme.radius());
}

void RowButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

} // namespace motcua
