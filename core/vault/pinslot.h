#pragma once

#include "core/base/result.h"
#include "core/vault/secretstore.h"
#include "core/vault/slotfile.h"

namespace motcua {

// A PIN opens in about 0.2 s, and only together with a secret of this machine's keychain: on another machine a million PINs say
// nothing. It holds the master key itself and so ends with it: after a rotation everybody sets a new one.
bool isUsablePin(const Secret &pin); // 6 to 12 digits, no row, no repetition

Result<KeySlot> makePinSlot(const KeySlot &person, const Secret &masterKey, const Secret &pin,
                            SecretStore &keychain);                                        // PinTooSimple, KeychainUnavailable
Result<Secret> openPinSlot(const KeySlot &slot, const Secret &pin, SecretStore &keychain); // WrongPin, PinUnavailable
tl::unexpected<Error> pinUnavailable(const QString &login, const QString &why);

} // namespace motcua
