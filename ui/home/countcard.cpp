#include "ui/home/countcard.h"

#include "ui/theme/paint.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace motcua {

CountCard::CountCard(Icon icon, Tone tone, const QString &label, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(icon)
    , m_tone(tone)
{
    setText(label);
    setAccessibleName(label);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
}

void CountCard::setCount(int count)
{
    m_count = count;
    setAccessibleName(u"%1: %2"_s.arg(text()).arg(count));
    update();
}

QSize CountCard::sizeHint() const
{
    const Theme &theme = themeOf(this);
    return { theme.px(168), theme.px(88) };
}

void CountCard::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    const ThemeColors &colors = theme.colors();
    QPainter painter(this);
    const bool loud = m_count > 0 && m_tone != Tone::Neutral;
    const bool lit = underMouse() || isDown();
    const QColor line = lit ? colors.primary : loud ? theme.tone(m_tone).line : colors.line;
    paintBox(painter, rect(), lit ? colors.primarySoft : colors.surface, line, theme.border(), theme.px(8));

    const int margin = theme.px(16);
    const int side = theme.px(36);
    const QRectF circle(width() - margin - side, theme.px(14), side, side);
    const ToneColors &tone = theme.tone(loud ? m_tone : Tone::Neutral);
    paintBox(painter, circle, tone.soft, loud ? tone.line : QColor(Qt::transparent), loud ? 1 : 0, side / 2.0);
    const qreal inset = theme.px(8);
    paintIcon(painter, circle.adjusted(inset, inset, -inset, -inset), m_icon, tone.ink);

    painter.setFont(theme.font(TextRole::Number));
    painter.setPen(m_count == 0 ? colors.muted : loud ? tone.ink : colors.text);
    const QString number = m_count < 0 ? u"–"_s : QLocale(QLocale::Vietnamese, QLocale::Vietnam).toString(m_count);
    painter.drawText(QRect(margin, theme.px(8), width() - 2 * margin - side, theme.px(44)), Qt::AlignLeft | Qt::AlignVCenter,
                     number);
    painter.setFont(theme.font(TextRole::Body));
    painter.setPen(colors.text);
    painter.drawText(QRect(margin, theme.px(54), width() - 2 * margin, theme.px(24)), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, width() - 2 * margin));
    if (hasFocus())
        paintFocusRing(painter, rect(), colors.focus, theme.px(8));
}

void CountCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

} // namespace motcua
