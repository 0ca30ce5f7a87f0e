#include "ui/form/steplist.h"

#include "ui/theme/paint.h"
#include "ui/widgets/textlabel.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace motcua {

class StepList::Button final : public QAbstractButton
{
public:
    explicit Button(QWidget *parent)
        : QAbstractButton(parent)
    {
        setFocusPolicy(Qt::TabFocus);
        setCursor(Qt::PointingHandCursor);
        setAttribute(Qt::WA_Hover);
    }

    void show(const StepWords &words, int number, bool current, bool compact)
    {
        m_words = words;
        m_number = number;
        m_current = current;
        m_compact = compact;
        setSizePolicy(compact ? QSizePolicy::Fixed : QSizePolicy::Preferred, QSizePolicy::Fixed);
        setAccessibleName(words.state.isEmpty() ? words.title : u"%1: %2"_s.arg(words.title, words.state));
        setToolTip(compact ? accessibleName() : QString());
        updateGeometry();
        update();
    }

    QSize sizeHint() const override
    {
        const Theme &theme = themeOf(this);
        return m_compact ? QSize(theme.px(40), theme.px(40)) : QSize(theme.px(236), theme.px(60));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        const ThemeColors &colors = theme.colors();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (m_current)
            paintBox(painter, rect(), colors.surface, theme.isHighContrast() ? colors.primary : colors.line, theme.border(),
                     theme.radius());
        else if (underMouse())
            paintBox(painter, rect(), colors.sunken, Qt::transparent, 0, theme.radius());

        const qreal side = theme.px(28);
        const QRectF circle(m_compact ? (width() - side) / 2 : theme.px(12), (height() - side) / 2, side, side);
        const bool marked = m_words.icon != Icon::None;
        const ToneColors &tone = theme.tone(m_words.tone);
        const QColor fill = m_current ? colors.primary : marked ? tone.soft : colors.surface;
        const QColor line = m_current ? colors.primary : marked ? tone.ink : colors.lineStrong;
        paintBox(painter, circle, fill, line, 1.5, side / 2);
        const QColor ink = m_current ? colors.onPrimary : marked ? tone.ink : colors.muted;
        if (marked && !m_current) {
            const qreal inset = theme.px(5);
            paintIcon(painter, circle.adjusted(inset, inset, -inset, -inset), m_words.icon, ink);
        } else {
            painter.setFont(theme.font(TextRole::Strong));
            painter.setPen(ink);
            painter.drawText(circle, Qt::AlignCenter, QString::number(m_number));
        }
        if (!m_compact)
            paintWords(painter, theme, int(circle.right()) + theme.px(12));
        if (hasFocus())
            paintFocusRing(painter, rect(), colors.focus, theme.radius());
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            return click();
        QAbstractButton::keyPressEvent(event);
    }

private:
    void paintWords(QPainter &painter, const Theme &theme, int left)
    {
        const QFont font = theme.font(m_current ? TextRole::Strong : TextRole::Body);
        const QFont small = theme.font(TextRole::Small);
        const int room = width() - left - theme.px(8);
        const int titleHeight = QFontMetrics(font).height();
        const int stateHeight = m_words.state.isEmpty() ? 0 : QFontMetrics(small).height();
        int y = (height() - titleHeight - stateHeight) / 2;
        painter.setFont(font);
        painter.setPen(theme.colors().text);
        painter.drawText(QRect(left, y, room, titleHeight), Qt::AlignVCenter,
                         QFontMetrics(font).elidedText(m_words.title, Qt::ElideRight, room));
        if (stateHeight == 0)
            return;
        y += titleHeight;
        painter.setFont(small);
        painter.setPen(m_words.tone == Tone::Neutral ? theme.colors().muted : theme.tone(m_words.tone).ink);
        painter.drawText(QRect(left, y, room, stateHeight), Qt::AlignVCenter,
                         QFontMetrics(small).elidedText(m_words.state, Qt::ElideRight, room));
    }

    StepWords m_words;
    int m_number = 0;
    bool m_current = false;
    bool m_compact = false;
};

StepList::StepList(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QBoxLayout(QBoxLayout::TopToBottom, this))
    , m_caption(new TextLabel({}, TextRole::Strong, TextLabel::Ink::Normal, this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(themeOf(this).px(2));
    m_layout->addWidget(m_caption, 1);
    m_layout->addStretch(0);
    m_caption->setWordWrap(false);
    m_caption->hide();
}

void StepList::setSteps(const QList<StepWords> &steps, int current)
{
    m_steps = steps;
    m_current = current;
    while (m_buttons.size() < steps.size()) {
        auto *button = new Button(this);
        const int step = int(m_buttons.size());
        connect(button, &QAbstractButton::clicked, this, [this, step] { Q_EMIT stepChosen(step); });
        m_layout->insertWidget(step, button);
        m_buttons.append(button);
    }
    refresh();
}

void StepList::setCompact(bool compact)
{
    if (compact == m_compact)
        return;
    m_compact = compact;
    m_layout->setDirection(compact ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    refresh();
}

void StepList::refresh()
{
    int number = 0;
    for (int i = 0; i < m_steps.size(); ++i) {
        const StepWords &words = m_steps[i];
        m_buttons[i]->setVisible(words.visible);
        if (words.visible)
            m_buttons[i]->show(words, ++number, i == m_current, m_compact);
    }
    // The dossier before had more steps.
    for (qsizetype i = m_steps.size(); i < m_buttons.size(); ++i)
        m_buttons[i]->hide();
    const StepWords current = m_steps.value(m_current);
    m_caption->setText(current.state.isEmpty() ? current.title : u"%1 · %2"_s.arg(current.title, current.state));
    m_caption->setVisible(m_compact);
}

} // namespace motcua
