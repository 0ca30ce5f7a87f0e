#pragma once

#include "app/ctl/arguments.h"
#include "core/identity/kioskprofile.h"

namespace motcua {

// --office-phone, --office-hours, --office-address as far as they are given. False when none is.
bool takeOfficeOptions(const Arguments &arguments, KioskProfile &profile);

} // namespace motcua
