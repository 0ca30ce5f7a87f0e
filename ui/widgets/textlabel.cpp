#include "ui/widgets/textlabel.h"

#include <QEvent>

namespace motcua {

namespace {

QColor inkColor(const Theme &theme, TextLabel::Ink ink)
{
    switch (ink) {
    case TextLabel::Ink::Muted:
        return theme.colors().muted;
    case TextLabel::Ink::OnRail:
        return theme.colors().railText;
    case TextLabel::Ink::OnRailMuted:
        return theme.colors().railMuted;
    case TextLabel::Ink::Primary:
        return theme.colors().primary;
    case TextLabel::Ink::Error:
        return theme.tone(Tone::Error).ink;
    case TextLabel::Ink::Normal:
        break;
    }
    return theme.colors().text;
}

} // namespace

TextLabel::TextLabel(const QString &text, TextRole role, Ink ink, QWidget *parent)
    : QLabel(text, parent)
    , m_role(role)
    , m_ink(ink)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    restyle();
}

void TextLabel::setInk(Ink ink)
{
    m_ink = ink;
    m_tone = -1;
    restyle();
}

void TextLabel::setRole(TextRole role)
{
    m_role = role;
    restyle();
}

void TextLabel::setTone(Tone tone)
{
    m_tone = int(tone);
    restyle();
}

int TextLabel::heightForWidth(int width) const
{
    if (!wordWrap())
        return QLabel::heightForWidth(width);
    if (m_heights.text != text() || m_heights.font != font() || m_heights.margins != contentsMargins())
        m_heights = { text(), font(), contentsMargins(), {} };
    if (!m_heights.ofWidth.contains(width))
        m_heights.ofWidth.insert(width, QLabel::heightForWidth(width));
    return m_heights.ofWidth.value(width);
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::ParentChange)
        restyle();
}

void TextLabel::restyle()
{
    if (m_restyling)
        return;
    m_restyling = true;
    const Theme &theme = themeOf(this);
    setFont(theme.font(m_role));
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, m_tone < 0 ? inkColor(theme, m_ink) : theme.tone(Tone(m_tone)).ink);
    setPalette(colors);
    m_restyling = false;
}

} // namespace motcua
