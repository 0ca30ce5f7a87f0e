#pragma once

#include "app/ctl/arguments.h"
#include "core/base/result.h"
#include "core/identity/kioskprofile.h"
#include "core/vault/secret.h"

#include "app/engine/engine.h"

#include <memory>

namespace motcua {

// --profile, or the folder of this user when it is not given.
ProfileFiles profileFiles(const Arguments &arguments);

struct Unlocked
{
    std::unique_ptr<Engine> engine;
    Secret passphrase; // as given; empty when the keychain opened
};

// Opens the engine and its store, with the passphrase of --passphrase-file or else the keychain, and sets who acts.
Result<Unlocked> unlock(const Arguments &arguments);

} // namespace motcua
