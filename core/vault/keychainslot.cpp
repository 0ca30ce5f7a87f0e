#include "core/vault/keychainslot.h"

#include "core/base/log.h"
#include "core/vault/keywrap.h"

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// Two profiles on one machine have different keys and so different entries. The prefix matters on Windows, where the entry is
// found by this name alone.
QString keychainEntry(const QByteArray &keyId)
{
    return u"motcua/device-secret/"_s + QString::fromLatin1(keyId.toHex());
}

} // namespace

std::optional<KeySlot> makeKeychainSlot(SecretStore &keychain, const Secret &masterKey)
{
    const Secret deviceSecret = Secret::random(keyBytes);
    KeySlot slot;
    slot.type = KeySlot::keychainType;
    slot.keyId = keyIdOf(masterKey);
    if (const Result<void> kept = keychain.write(keychainEntry(slot.keyId), deviceSecret); !kept) {
        qCInfo(logVault).noquote() << "no keychain slot:" << forLog(kept.error());
        return {};
    }
    wrap(slot, masterKey, deviceSecret);
    return slot;
}

Result<Secret> openKeychainSlot(const KeySlot &slot, SecretStore &keychain)
{
    const Result<Secret> deviceSecret = keychain.read(keychainEntry(slot.keyId));
    if (!deviceSecret)
        return passOn(deviceSecret);
    std::optional<Secret> masterKey = unwrappedMaster(slot, *deviceSecret, slot.keyId);
    if (!masterKey)
        return noKeychainSlot(u"the keychain's secret does not fit"_s);
    return std::move(*masterKey);
}

tl::unexpected<Error> noKeychainSlot(const QString &detail)
{
    return fail(ErrorCode::KeychainSlotMissing, {}, detail);
}

} // namespace motcua
