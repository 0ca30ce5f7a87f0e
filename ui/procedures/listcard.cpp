#include "ui/procedures/listcard.h"

#include "ui/theme/paint.h"
#include "ui/widgets/textlabel.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace motcua {

ListCard::ListCard(Icon icon, Icon chevron, QWidget *parent)
    : QAbstractButton(parent)
    , m_column(new QVBoxLayout(this))
    , m_icon(icon)
    , m_chevron(chevron)
{
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    const Theme &theme = themeOf(this);
    m_column->setContentsMargins(theme.px(68), theme.px(14), theme.px(48), theme.px(14));
    m_column->setSpacing(theme.px(3));
}

void ListCard::setMarked(bool marked)
{
    m_marked = marked;
    update();
}

QSize ListCard::sizeHint() const
{
    return layout()->sizeHint();
}

void ListCard::add(TextLabel *label)
{
    label->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_column->addWidget(label);
}

void ListCard::setChevron(Icon chevron)
{
    m_chevron = chevron;
    update();
}

void ListCard::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    const ThemeColors &colors = theme.colors();
    QPainter painter(this);
    const bool lit = m_marked || underMouse() || hasFocus();
    paintBox(painter, rect(), lit ? colors.primarySoft : colors.surface, lit ? colors.primary : colors.line, theme.border(),
             theme.px(8));
    paintIcon(painter, QRectF(theme.px(22), theme.px(15), theme.px(26), theme.px(26)), m_icon, colors.primary);
    const int side = theme.px(22);
    // Beside the first line when the card opens downwards, in the middle when it leads on.
    const qreal top = m_chevron == Icon::ChevronRight ? (height() - side) / 2.0 : theme.px(17);
    paintIcon(painter, QRectF(width() - theme.px(38), top, side, side), m_chevron, lit ? colors.primary : colors.muted);
    if (hasFocus())
        paintFocusRing(painter, rect(), colors.focus, theme.px(8));
}

void ListCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

} // namespace motcua
