#pragma once

#include "ui/settings/uisettings.h"
#include "ui/theme/tone.h"

#include <QColor>
#include <QFont>
#include <QPalette>

class QApplication;
class QWidget;

namespace motcua {

struct ThemeColors
{
    QColor window;     // warm paper behind everything
    QColor surface;    // cards and fields
    QColor sunken;     // headers of tables, read-only fields, key caps
    QColor line;       // hairlines
    QColor lineStrong; // borders of what can be operated: 3:1 against surface
    QColor text;
    QColor muted; // 4.5:1 against window
    QColor primary;
    QColor primaryHover;
    QColor primaryPressed;
    QColor onPrimary;
    QColor primarySoft; // selection, hover
    QColor rail;
    QColor railRaised;
    QColor railText;
    QColor railMuted;
    QColor focus;       // ring on paper
    QColor focusOnDark; // ring on the rail and on primary
};

struct ToneColors
{
    QColor ink;  // text and icon, 4.5:1 on soft and on surface
    QColor soft; // background
    QColor line; // border
};

enum class TextRole {
    Body,    // 15 px
    Strong,  // 15 px SemiBold
    Small,   // 13 px
    Heading, // 18 px SemiBold
    Title,   // 24 px SemiBold
    Number,  // 30 px SemiBold: the counts of the home page
    Code,    // 15 px with digits of one width
};

// Colours, sizes and fonts of one look. Value type; every size is in logical pixels on an 8-px grid and grows with the text size.
class Theme
{
public:
    explicit Theme(ThemeKind kind = ThemeKind::Light, int textPercent = minTextPercent);

    ThemeKind kind() const { return m_kind; }
    int textPercent() const { return m_textPercent; }
    bool isHighContrast() const { return m_kind == ThemeKind::HighContrast; }

    const ThemeColors &colors() const { return m_colors; }
    const ToneColors &tone(Tone tone) const;
    int px(int logical) const { return (logical * m_textPercent + 50) / 100; }
    QFont font(TextRole role = TextRole::Body) const;
    QPalette palette() const;

    int target() const { return px(44); } // smallest height of what is pressed often
    int field() const { return px(40); }  // height of an entry field
    int radius() const { return px(6); }
    int border() const { return isHighContrast() ? 2 : 1; }
    static constexpr int focusWidth = 3;

private:
    ThemeKind m_kind;
    int m_textPercent;
    ThemeColors m_colors;
    ToneColors m_tones[6];
};

// Loads the bundled fonts (once) and puts style, palette and font on the application; open windows follow at once.
void applyTheme(QApplication &application, const Theme &theme);

// The theme in force, carried by the application's style; the light one when none was applied.
const Theme &themeOf(const QWidget *widget);

} // namespace motcua
