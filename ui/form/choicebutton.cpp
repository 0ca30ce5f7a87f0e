#include "ui/form/choicebutton.h"

#include "ui/theme/paint.h"

#include <QPainter>
#include <QStyleOptionButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

ChoiceButton::ChoiceButton(const QString &words, int number, QWidget *parent)
    : QRadioButton(words, parent)
    , m_number(number)
{
    setAttribute(Qt::WA_Hover);
    // Not Fixed: that would cut wrapped words at the height of one line.
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChoiceButton::setKeyShown(bool shown)
{
    if (m_keyShown == shown)
        return;
    m_keyShown = shown;
    update();
}

int ChoiceButton::textLeft() const
{
    const Theme &theme = themeOf(this);
    return theme.px(6) + theme.px(22) + theme.px(10);
}

int ChoiceButton::capRoom() const
{
    return m_number <= 9 ? themeOf(this).px(34) : themeOf(this).px(8);
}

QRect ChoiceButton::wordsIn(int width) const
{
    const QRect room(0, 0, std::max(40, width - textLeft() - capRoom()), 4096);
    return fontMetrics().boundingRect(room, Qt::TextWordWrap, text());
}

QSize ChoiceButton::sizeHint() const
{
    const int width = textLeft() + fontMetrics().horizontalAdvance(text()) + capRoom() + 2;
    return { width, heightForWidth(width) };
}

QSize ChoiceButton::minimumSizeHint() const
{
    return { std::min(sizeHint().width(), themeOf(this).px(160)), themeOf(this).px(36) };
}

int ChoiceButton::heightForWidth(int width) const
{
    const Theme &theme = themeOf(this);
    return std::max(theme.px(36), wordsIn(width).height() + theme.px(14));
}

void ChoiceButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    const ThemeColors &colors = theme.colors();
    QPainter painter(this);
    if (underMouse() && isEnabled())
        paintBox(painter, rect(), colors.sunken, Qt::transparent, 0, theme.radius());

    QStyleOptionButton option;
    initStyleOption(&option);
    const int side = theme.px(22);
    option.rect = QRect(theme.px(6), (std::min(height(), theme.px(36)) - side) / 2, side, side);
    style()->drawPrimitive(QStyle::PE_IndicatorRadioButton, &option, &painter, this);

    const int top = (std::min(height(), theme.px(36)) - fontMetrics().height()) / 2;
    painter.setPen(isEnabled() ? colors.text : colors.muted);
    painter.drawText(QRect(textLeft(), top, width() - textLeft() - capRoom(), height() - top), Qt::TextWordWrap, text());

    if (m_keyShown && m_number <= 9 && isEnabled()) {
        const int width = theme.px(22);
        const int wide = std::min(wordsIn(this->width()).width(), this->width() - textLeft() - capRoom());
        const QRectF cap(textLeft() + wide + theme.px(8), (std::min(height(), theme.px(36)) - width) / 2.0, width, width);
        paintBox(painter, cap, colors.sunken, colors.line, 1, theme.px(4));
        painter.setFont(theme.font(TextRole::Small));
        painter.setPen(colors.muted);
        painter.drawText(cap, Qt::AlignCenter, QString::number(m_number));
    }
    if (hasFocus())
        paintFocusRing(painter, rect(), colors.focus, theme.radius());
}

} // namespace motcua
