#pragma once

#include "core/base/result.h"
#include "core/identity/account.h"
#include "core/vault/slotfile.h"
#include "core/vault/stretch.h"

#include <optional>

namespace motcua {

// A person's slot. The passphrase opens the person's own X25519 key, and the master key is sealed to that key's public half: so a new
// master key can be given to everybody without their passphrases, and nobody who knows only the old one can follow. Slots of the
// first format hold the master key under the passphrase itself; they are renewed when their owner signs in.
struct OpenedSlot
{
    Secret masterKey;
    std::optional<Secret> personKey; // X25519, private; none for a slot of the first format
};

// For every passphrase that people set; also said by the recovery page. Those in use are never measured. PassphraseTooShort.
inline constexpr qsizetype shortestPassphrase = 10; // characters
Result<void> requireLongEnough(const Secret &passphrase);

// LoginNotUsable, PassphraseNotStretched.
Result<KeySlot> makePassphraseSlot(const Account &account, const Secret &masterKey, const Secret &passphrase,
                                   const KdfCost &cost);
// Nothing when the passphrase is another's. PassphraseNotStretched.
Result<std::optional<OpenedSlot>> openPassphraseSlot(const KeySlot &slot, const Secret &passphrase, const QByteArray &keyId);

bool isRenewable(const KeySlot &slot); // it has a person's key
KeySlot resealed(const KeySlot &slot, const Secret &masterKey,
                 const QByteArray &keyId); // the same slot around another master key
std::optional<Secret> openSealed(const KeySlot &slot, const Secret &personKey, const QByteArray &keyId);

} // namespace motcua
