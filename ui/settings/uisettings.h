#pragma once

#include <QString>

namespace motcua {

enum class ThemeKind { Light, HighContrast };

// How this kiosk looks. Holds no personal data. Called on the GUI thread.
class UiSettings
{
public:
    virtual ~UiSettings() = default;

    virtual ThemeKind theme() const = 0;
    virtual void setTheme(ThemeKind theme) = 0;
    virtual int textPercent() const = 0; // 100 to 150
    virtual void setTextPercent(int percent) = 0;
};

constexpr int minTextPercent = 100;
constexpr int maxTextPercent = 150;

} // namespace motcua
