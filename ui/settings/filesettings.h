#pragma once

#include "ui/settings/uisettings.h"

#include <QSettings>

namespace motcua {

// The settings of the screen in an INI file of the profile folder ("DIR/screen.ini"). An unreadable file means the defaults.
class FileSettings final : public UiSettings
{
public:
    explicit FileSettings(const QString &path);

    ThemeKind theme() const override;
    void setTheme(ThemeKind theme) override;
    int textPercent() const override;
    void setTextPercent(int percent) override;
    int lockMinutes() const override;
    void setLockMinutes(int minutes) override;

private:
    QSettings m_file;
};

} // namespace motcua
