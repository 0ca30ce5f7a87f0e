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
    virtual int lockMinutes() const = 0; // without anybody's hand; then the kiosk locks itself
    virtual void setLockMinutes(int minutes) = 0;
};

constexpr int minTextPercent = 100;
constexpr int maxTextPercent = 150;
constexpr int minLockMinutes = 1;
constexpr int usualLockMinutes = 5;
constexpr int maxLockMinutes = 30;

} // namespace motcua
