#pragma once

#include "app/ctl/arguments.h"
#include "app/ctl/exitcode.h"
#include "core/identity/kioskprofile.h"

namespace motcua {

// The parts of `motcuactl procedure` that make and judge files and keys; none of them opens a store.
ExitCode checkPacks(const Arguments &arguments);
ExitCode sealPacks(const Arguments &arguments);
ExitCode makePackKey(const Arguments &arguments);
ExitCode trustKey(const ProfileFiles &files, KioskProfile profile, const Arguments &arguments);
ExitCode distrustKey(const ProfileFiles &files, KioskProfile profile, const Arguments &arguments);

// The public keys of these files, for the profile: PackKeyUnusable, PackKeyPlaces, FileUnreadable.
Result<QStringList> packKeysFrom(const QStringList &paths, QStringList already);

} // namespace motcua
