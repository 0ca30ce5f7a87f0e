#pragma once

#include "core/vault/provincekey.h"
#include "core/vault/slotfile.h"

#include <optional>

namespace motcua {

// The province's slot: the master key under a code that the province can derive from the challenge. Sealing makes a fresh ephemeral
// key, so the answer to one challenge opens nothing sealed later. `provedAt` is when the province last showed that it can.
std::optional<KeySlot> makeRecoverySlot(const ProvincePublicKey &province, const Secret &masterKey, const QString &provedAt);
std::optional<Secret> openRecoverySlot(const KeySlot &slot, const Secret &code);
QString challengeOf(const KeySlot &slot);

} // namespace motcua
