#include "ui/widgets/emptystate.h"

#include "ui/widgets/actionbutton.h"
#include "ui/widgets/textlabel.h"

#include <QPainter>
#include <QVBoxLayout>

namespace motcua {

EmptyState::EmptyState(Icon icon, const QString &title, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_icon(icon)
    , m_title(new TextLabel({}, TextRole::Strong))
    , m_text(new TextLabel({}, TextRole::Body, TextLabel::Ink::Muted))
    , m_action(new SecondaryButton({}))
{
    const Theme &theme = themeOf(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(16), theme.px(72), theme.px(16), theme.px(24));
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch();
    m_title->setAlignment(Qt::AlignHCenter);
    m_text->setAlignment(Qt::AlignHCenter);
    m_action->hide();
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionPressed);
    setWords(icon, title, text);
}

void EmptyState::setWords(Icon icon, const QString &title, const QString &text)
{
    m_icon = icon;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
    update();
}

void EmptyState::setAction(const QString &words, Icon icon)
{
    m_action->setText(words);
    m_action->setIconKind(icon);
    m_action->setVisible(!words.isEmpty());
}

void EmptyState::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    const int circle = theme.px(48);
    const QRectF place((width() - circle) / 2.0, theme.px(16), circle, circle);
    paintBox(painter, place, theme.colors().primarySoft, Qt::transparent, 0, circle / 2.0);
    const qreal inset = theme.px(11);
    paintIcon(painter, place.adjusted(inset, inset, -inset, -inset), m_icon, theme.colors().primary);
}

} // namespace motcua
