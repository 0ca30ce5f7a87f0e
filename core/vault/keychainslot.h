#pragma once

#include "core/base/result.h"
#include "core/vault/secretstore.h"
#include "core/vault/slotfile.h"

#include <optional>

namespace motcua {

// The machine's slot: the master key under a secret that only the keychain holds. A convenience, so its refusal never stops what was
// to be done: nothing is answered then, and the passphrase opens everything.
std::optional<KeySlot> makeKeychainSlot(SecretStore &keychain, const Secret &masterKey);
Result<Secret> openKeychainSlot(const KeySlot &slot, SecretStore &keychain); // KeychainUnavailable, KeychainSlotMissing
tl::unexpected<Error> noKeychainSlot(const QString &detail);

} // namespace motcua
