#pragma once

#include "core/identity/kioskprofile.h"

#include <QStringList>

namespace motcua {

struct KioskOptions
{
    ProfileFiles files;
    bool fullScreen = false;   // --kiosk
    bool measureStart = false; // --measure-start: print time to first paint and memory, then end (./dev bench start)
};

// Prints help or version and ends the program when asked to.
KioskOptions kioskOptions(const QStringList &arguments);

} // namespace motcua
