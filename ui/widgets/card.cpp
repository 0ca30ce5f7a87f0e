#include "ui/widgets/card.h"

#include "ui/theme/paint.h"

#include <QPainter>
#include <QVBoxLayout>

namespace motcua {

Card::Card(QWidget *parent)
    : QFrame(parent)
    , m_body(new QVBoxLayout(this))
{
    const Theme &theme = themeOf(this);
    m_body->setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(20));
    m_body->setSpacing(theme.px(8));
}

void Card::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    paintBox(painter, rect(), theme.colors().surface, theme.colors().line, theme.border(), theme.px(8));
}

} // namespace motcua
