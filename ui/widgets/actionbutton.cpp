#include "ui/widgets/actionbutton.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionButton>
#include <QTimerEvent>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

int keyCapWidth(const Theme &theme, const QString &keys)
{
    return keys.isEmpty() ? 0 : QFontMetrics(theme.font(TextRole::Small)).horizontalAdvance(keys) + theme.px(12);
}

} // namespace

ActionButton::ActionButton(Emphasis emphasis, const QString &text, Icon icon, QWidget *parent)
    : QPushButton(text, parent)
    , m_emphasis(emphasis)
    , m_icon(icon)
{
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ActionButton::setEmphasis(Emphasis emphasis)
{
    m_emphasis = emphasis;
    update();
}

void ActionButton::setIconKind(Icon icon)
{
    m_icon = icon;
    updateGeometry();
    update();
}

void ActionButton::setKeyHint(const QString &keys)
{
    m_keys = keys;
    setAccessibleDescription(keys);
    updateGeometry();
    update();
}

void ActionButton::setBusy(bool busy)
{
    if (busy == isBusy())
        return;
    if (busy) {
        m_timer = startTimer(60);
    } else {
        killTimer(m_timer);
        m_timer = 0;
    }
    setEnabled(!busy);
    update();
}

QSize ActionButton::sizeHint() const
{
    const Theme &theme = themeOf(this);
    int width = QFontMetrics(theme.font(TextRole::Strong)).horizontalAdvance(text());
    if (m_icon != Icon::None)
        width += theme.px(20) + (text().isEmpty() ? 0 : theme.px(8));
    if (!m_keys.isEmpty())
        width += theme.px(10) + keyCapWidth(theme, m_keys);
    const int padding = m_emphasis == Emphasis::Quiet ? theme.px(10) : theme.px(16);
    return { width + 2 * padding, m_emphasis == Emphasis::Quiet ? theme.field() : theme.target() };
}

void ActionButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    QPainter painter(this);
    const QColor ink = paintButton(painter, rect(), theme, m_emphasis, option.state);

    const QFont font = theme.font(TextRole::Strong);
    const int textWidth = QFontMetrics(font).horizontalAdvance(text());
    const int iconSide = m_icon == Icon::None && !isBusy() ? 0 : theme.px(20);
    const int gap = iconSide && !text().isEmpty() ? theme.px(8) : 0;
    const int cap = keyCapWidth(theme, m_keys);
    const int capGap = cap ? theme.px(10) : 0;
    const int whole = iconSide + gap + textWidth + capGap + cap;
    int x = qMax(theme.px(8), (width() - whole) / 2);
    if (iconSide) {
        const QRectF place(x, (height() - iconSide) / 2.0, iconSide, iconSide);
        if (isBusy()) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(ink, 2.5, Qt::SolidLine, Qt::RoundCap));
            painter.drawArc(place.adjusted(2, 2, -2, -2), -m_turn * 16, 270 * 16);
        } else {
            paintIcon(painter, place, m_icon, ink);
        }
    }
    x += iconSide + gap;
    painter.setFont(font);
    painter.setPen(ink);
    const int room = width() - x - (cap ? cap + capGap : 0) - theme.px(6);
    painter.drawText(QRect(x, 0, qMax(room, 0), height()), Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(font).elidedText(text(), Qt::ElideRight, room));
    if (cap) {
        const int capHeight = theme.px(20);
        const QRectF place(x + qMin(textWidth, room) + capGap, (height() - capHeight) / 2.0, cap, capHeight);
        QColor line = ink;
        line.setAlphaF(0.55f);
        paintBox(painter, place, Qt::transparent, line, 1, theme.px(4));
        painter.setFont(theme.font(TextRole::Small));
        painter.setPen(ink);
        painter.drawText(place, Qt::AlignCenter, m_keys);
    }
}

void ActionButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        animateClick();
        return;
    }
    QPushButton::keyPressEvent(event);
}

void ActionButton::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer)
        return QPushButton::timerEvent(event);
    m_turn = (m_turn + 24) % 360;
    update();
}

PrimaryButton::PrimaryButton(const QString &text, Icon icon, QWidget *parent)
    : ActionButton(Emphasis::Primary, text, icon, parent)
{
}

SecondaryButton::SecondaryButton(const QString &text, Icon icon, QWidget *parent)
    : ActionButton(Emphasis::Secondary, text, icon, parent)
{
}

QuietButton::QuietButton(const QString &text, Icon icon, QWidget *parent)
    : ActionButton(Emphasis::Quiet, text, icon, parent)
{
}

DangerButton::DangerButton(const QString &text, Icon icon, QWidget *parent)
    : ActionButton(Emphasis::Danger, text, icon, parent)
{
}

} // namespace motcua
