#pragma once

#include "core/identity/kioskprofile.h"

#include <QStringList>

namespace motcua {

struct KioskOptions
{
    ProfileFiles files;
    bool fullScreen = false; // --kiosk
    QString packs;           // --packs: folder of procedures that are being written
};

// Prints help or version and ends the program when asked to.
KioskOptions kioskOptions(const QStringList &arguments);

} // namespace motcua
