#include "ui/widgets/statebadge.h"

#include "ui/theme/paint.h"

#include <QPainter>

namespace motcua {

namespace {

constexpr int height = 26;

QFont badgeFont(const Theme &theme)
{
    QFont font = theme.font(TextRole::Small);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

QSize badgeSize(const Theme &theme, const BadgeWords &words)
{
    const int text = QFontMetrics(badgeFont(theme)).horizontalAdvance(words.text);
    return { text + theme.px(words.icon == Icon::None ? 20 : 42), theme.px(height) };
}

void paintBadge(QPainter &painter, const QRect &rect, const Theme &theme, const BadgeWords &words)
{
    const ToneColors &colors = theme.tone(words.tone);
    const QSize wanted = badgeSize(theme, words);
    const QRect pill(rect.left(), rect.top() + (rect.height() - wanted.height()) / 2, qMin(wanted.width(), rect.width()),
                     wanted.height());
    paintBox(painter, pill, colors.soft, colors.line, theme.border(), pill.height() / 2.0);
    int x = pill.left() + theme.px(10);
    if (words.icon != Icon::None) {
        const int side = theme.px(16);
        paintIcon(painter, QRectF(x, pill.top() + (pill.height() - side) / 2.0, side, side), words.icon, colors.ink);
        x += side + theme.px(6);
    }
    const QFont font = badgeFont(theme);
    const int room = pill.right() - theme.px(8) - x;
    painter.setFont(font);
    painter.setPen(colors.ink);
    painter.drawText(QRect(x, pill.top(), room + theme.px(6), pill.height()), Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(font).elidedText(words.text, Qt::ElideRight, room + theme.px(2)));
}

StateBadge::StateBadge(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

StateBadge::StateBadge(const BadgeWords &words, QWidget *parent)
    : StateBadge(parent)
{
    setWords(words);
}

void StateBadge::setWords(const BadgeWords &words)
{
    m_words = words;
    setAccessibleName(words.text);
    setToolTip(words.text);
    updateGeometry();
    update();
}

QSize StateBadge::sizeHint() const
{
    return badgeSize(themeOf(this), m_words);
}

QSize StateBadge::minimumSizeHint() const
{
    return { themeOf(this).px(56), sizeHint().height() };
}

void StateBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBadge(painter, rect(), themeOf(this), m_words);
}

} // namespace motcua
