#include "core/vault/recoveryslot.h"

#include "core/vault/keywrap.h"
#include "core/vault/recoverycode.h"

#include <sodium.h>

namespace motcua {

std::optional<KeySlot> makeRecoverySlot(const ProvincePublicKey &province, const Secret &masterKey, const QString &provedAt)
{
    const Secret ephemeral = Secret::random(keyBytes);
    Secret shared(keyBytes);
    KeySlot slot;
    slot.type = KeySlot::recoveryType;
    slot.keyId = keyIdOf(masterKey);
    slot.publicKey = province.bytes;
    slot.provedAt = provedAt;
    slot.ephemeral.resize(crypto_box_PUBLICKEYBYTES);
    crypto_scalarmult_base(reinterpret_cast<unsigned char *>(slot.ephemeral.data()), ephemeral.data());
    // A point of low order would give every kiosk the same code.
    if (crypto_scalarmult(shared.data(), ephemeral.data(), reinterpret_cast<const unsigned char *>(province.bytes.constData()))
        != 0)
        return {};
    const Secret code = recoveryCode(shared, slot.ephemeral, slot.publicKey);
    wrap(slot, masterKey, recoveryWrappingKey(code, slot.ephemeral, slot.publicKey));
    return slot;
}

std::optional<Secret> openRecoverySlot(const KeySlot &slot, const Secret &code)
{
    return unwrappedMaster(slot, recoveryWrappingKey(code, slot.ephemeral, slot.publicKey), slot.keyId);
}

QString challengeOf(const KeySlot &slot)
{
    return challengeText({ slot.ephemeral, ProvincePublicKey { slot.publicKey }.id() });
}

} // namespace motcua
