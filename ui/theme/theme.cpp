#include "ui/theme/theme.h"

#include "ui/theme/bundledfonts.h"
#include "ui/theme/themestyle.h"

#include <QApplication>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

ThemeColors lightColors()
{
    return {
        .window = 0xf6f2ea,
        .surface = 0xfffefb,
        .sunken = 0xefe9dd,
        .line = 0xdfd7c7,
        .lineStrong = 0x8a8474,
        .text = 0x1d2a29,
        .muted = 0x566260,
        .primary = 0x0e6a60,
        .primaryHover = 0x0b5a52,
        .primaryPressed = 0x084842,
        .onPrimary = 0xffffff,
        .primarySoft = 0xdfeee9,
        .rail = 0x0b3d39,
        .railRaised = 0x17564f,
        .railText = 0xf2f7f3,
        .railMuted = 0xa9c7bf,
        .focus = 0x1a5fd0,
        .focusOnDark = 0xffd479,
    };
}

ThemeColors contrastColors()
{
    return {
        .window = Qt::black,
        .surface = 0x0c0c0c,
        .sunken = 0x1c1c1c,
        .line = 0x9a9a9a,
        .lineStrong = 0xffffff,
        .text = 0xffffff,
        .muted = 0xe0e0e0,
        .primary = 0x6fe3d2,
        .primaryHover = 0x9bf0e3,
        .primaryPressed = 0x4cc9b7,
        .onPrimary = Qt::black,
        .primarySoft = 0x123f3a,
        .rail = Qt::black,
        .railRaised = 0x123f3a,
        .railText = 0xffffff,
        .railMuted = 0xd0d0d0,
        .focus = 0xffe14a,
        .focusOnDark = 0xffe14a,
    };
}

ToneColors lightTone(Tone tone)
{
    switch (tone) {
    case Tone::Info:
        return { 0x24557f, 0xe3edf5, 0xb4cde0 };
    case Tone::Good:
        return { 0x1b6237, 0xe0f0e2, 0xa9d0b2 };
    case Tone::Waiting:
        return { 0x7d4b00, 0xfcefd2, 0xe6c583 };
    case Tone::Doubt:
        return { 0x5f3d80, 0xefe7f6, 0xcdb6e0 };
    case Tone::Error:
        return { 0xa3201a, 0xfbe5e1, 0xe9b3ab };
    case Tone::Neutral:
        break;
    }
    return { 0x4b5654, 0xece7dc, 0xd0c8b7 };
}

ToneColors contrastTone(Tone tone)
{
    constexpr QRgb soft = 0x141414;
    const QColor ink = [tone]() -> QColor {
        switch (tone) {
        case Tone::Info:
            return 0x9fd0ff;
        case Tone::Good:
            return 0x8df0a2;
        case Tone::Waiting:
            return 0xffd166;
        case Tone::Doubt:
            return 0xdcb8ff;
        case Tone::Error:
            return 0xff9d92;
        case Tone::Neutral:
            break;
        }
        return 0xffffff;
    }();
    return { ink, soft, ink };
}

} // namespace

Theme::Theme(ThemeKind kind, int textPercent)
    : m_kind(kind)
    , m_textPercent(textPercent)
    , m_colors(kind == ThemeKind::HighContrast ? contrastColors() : lightColors())
{
    for (int index = 0; index < 6; ++index)
        m_tones[index] = isHighContrast() ? contrastTone(Tone(index)) : lightTone(Tone(index));
}

const ToneColors &Theme::tone(Tone tone) const
{
    return m_tones[int(tone)];
}

QFont Theme::font(TextRole role) const
{
    const auto made = [this](int size, QFont::Weight weight) {
        QFont font(u"Noto Sans"_s);
        font.setPixelSize(px(size));
        font.setWeight(weight);
        font.setHintingPreference(
            QFont::PreferNoHinting); // marks stand on their letters alike at every size, and text is ready sooner
        return font;
    };
    switch (role) {
    case TextRole::Strong:
        return made(15, QFont::DemiBold);
    case TextRole::Small:
        return made(13, QFont::Normal);
    case TextRole::Heading:
        return made(18, QFont::DemiBold);
    case TextRole::Title:
        return made(24, QFont::DemiBold);
    case TextRole::Number:
        return made(30, QFont::DemiBold);
    case TextRole::Code:
    case TextRole::Body:
        break;
    }
    return made(15, QFont::Normal);
}

QPalette Theme::palette() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, m_colors.window);
    palette.setColor(QPalette::WindowText, m_colors.text);
    palette.setColor(QPalette::Base, m_colors.surface);
    palette.setColor(QPalette::AlternateBase, m_colors.sunken);
    palette.setColor(QPalette::Text, m_colors.text);
    palette.setColor(QPalette::PlaceholderText, m_colors.muted);
    palette.setColor(QPalette::Button, m_colors.surface);
    palette.setColor(QPalette::ButtonText, m_colors.text);
    palette.setColor(QPalette::BrightText, m_colors.onPrimary);
    palette.setColor(QPalette::Highlight, m_colors.primary);
    palette.setColor(QPalette::HighlightedText, m_colors.onPrimary);
    palette.setColor(QPalette::Link, m_colors.primary);
    palette.setColor(QPalette::LinkVisited, m_colors.primary);
    palette.setColor(QPalette::ToolTipBase, m_colors.rail);
    palette.setColor(QPalette::ToolTipText, m_colors.railText);
    palette.setColor(QPalette::Light, m_colors.surface);
    palette.setColor(QPalette::Midlight, m_colors.sunken);
    palette.setColor(QPalette::Mid, m_colors.line);
    palette.setColor(QPalette::Dark, m_colors.lineStrong);
    palette.setColor(QPalette::Shadow, m_colors.lineStrong);
    for (const QPalette::ColorRole role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        palette.setColor(QPalette::Disabled, role, m_colors.lineStrong);
    palette.setColor(QPalette::Disabled, QPalette::Base, m_colors.sunken);
    return palette;
}

void applyTheme(QApplication &application, const Theme &theme)
{
    loadBundledFonts();
    application.setFont(theme.font());
    application.setPalette(theme.palette());
    application.setStyle(new ThemeStyle(theme));
    // setStyle() resets what the style's own palette does not know.
    application.setPalette(theme.palette());
}

const Theme &themeOf(const QWidget *widget)
{
    static const Theme fallback;
    for (const QStyle *style : { widget ? widget->style() : nullptr, QApplication::style() }) {
        if (const auto *own = qobject_cast<const ThemeStyle *>(style))
            return own->theme();
    }
    return fallback;
}

} // namespace motcua
