#pragma once

#include "app/ctl/arguments.h"
#include "core/base/result.h"
#include "core/identity/kioskprofile.h"

#include <memory>

namespace motcua {

class Engine;

// --profile, or the folder of this user when it is not given.
ProfileFiles profileFiles(const Arguments &arguments);

// Opens the engine and its store, with the passphrase of --passphrase-file or else the keychain, and sets who acts.
Result<std::unique_ptr<Engine>> openEngine(const Arguments &arguments);

} // namespace motcua
