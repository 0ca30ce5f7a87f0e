#pragma once

#include "core/identity/kioskprofile.h"

#include <QStringList>

namespace motcua {

struct KioskOptions
{
    ProfileFiles files;
    bool fullScreen = false; // --kiosk
};

// Prints help or version and ends the program when asked to.
KioskOptions kioskOptions(const QStringList &arguments);

} // namespace motcua
