#include "ui/shell/toast.h"

#include "ui/theme/paint.h"
#include "ui/widgets/banner.h"

#include <QAccessible>
#include <QEvent>
#include <QPainter>

namespace motcua {

namespace {

constexpr int shownFor = 5000;

} // namespace

Toast::Toast(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_timer.setSingleShot(true);
    m_timer.setInterval(shownFor);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    parent->installEventFilter(this);
    hide();
}

void Toast::say(Tone tone, const QString &text)
{
    m_tone = tone;
    m_text = text;
    setAccessibleName(text);
    place();
    show();
    raise();
    update();
    m_timer.start();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Toast::place()
{
    const Theme &theme = themeOf(this);
    const QWidget *home = parentWidget();
    const QFontMetrics metrics(theme.font());
    const int room = home->width() - theme.px(48);
    const int width = qMin(metrics.horizontalAdvance(m_text) + theme.px(72), qMin(room, theme.px(720)));
    const QRect words = metrics.boundingRect(QRect(0, 0, width - theme.px(68), 1000), Qt::TextWordWrap, m_text);
    const int height = words.height() + theme.px(24);
    setGeometry((home->width() - width) / 2, home->height() - height - theme.px(20), width, height);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

void Toast::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    const ThemeColors &colors = theme.colors();
    QPainter painter(this);
    paintBox(painter, rect(), colors.rail, theme.isHighContrast() ? colors.lineStrong : colors.rail, theme.border(), theme.px(8));
    const int side = theme.px(22);
    paintIcon(painter, QRectF(theme.px(16), (height() - side) / 2.0, side, side), iconOf(m_tone), colors.focusOnDark);
    painter.setFont(theme.font());
    painter.setPen(colors.railText);
    painter.drawText(rect().adjusted(theme.px(48), 0, -theme.px(16), 0), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap,
                     m_text);
}

} // namespace motcua
