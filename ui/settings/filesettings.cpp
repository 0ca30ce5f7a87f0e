#include "ui/settings/filesettings.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr auto themeKey = "screen/theme"_L1;
constexpr auto textKey = "screen/textPercent"_L1;
constexpr auto lockKey = "screen/lockMinutes"_L1;
constexpr auto highContrast = "highContrast"_L1;
constexpr auto light = "light"_L1;

} // namespace

FileSettings::FileSettings(const QString &path)
    : m_file(path, QSettings::IniFormat)
{
}

ThemeKind FileSettings::theme() const
{
    return m_file.value(themeKey).toString() == highContrast ? ThemeKind::HighContrast : ThemeKind::Light;
}

void FileSettings::setTheme(ThemeKind theme)
{
    m_file.setValue(themeKey, theme == ThemeKind::HighContrast ? QString(highContrast) : QString(light));
}

int FileSettings::textPercent() const
{
    return std::clamp(m_file.value(textKey, minTextPercent).toInt(), minTextPercent, maxTextPercent);
}

void FileSettings::setTextPercent(int percent)
{
    m_file.setValue(textKey, std::clamp(percent, minTextPercent, maxTextPercent));
}

int FileSettings::lockMinutes() const
{
    return std::clamp(m_file.value(lockKey, usualLockMinutes).toInt(), minLockMinutes, maxLockMinutes);
}

void FileSettings::setLockMinutes(int minutes)
{
    m_file.setValue(lockKey, std::clamp(minutes, minLockMinutes, maxLockMinutes));
}

} // namespace motcua
