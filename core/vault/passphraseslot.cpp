#include "core/vault/passphraseslot.h"

#include "core/vault/keywrap.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

const unsigned char *readable(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

QByteArray sealedTo(const QByteArray &publicKey, const Secret &masterKey)
{
    QByteArray sealed(qsizetype(masterKey.size() + crypto_box_SEALBYTES), '\0');
    crypto_box_seal(reinterpret_cast<unsigned char *>(sealed.data()), masterKey.data(), masterKey.size(), readable(publicKey));
    return sealed;
}

} // namespace

Result<void> requireLongEnough(const Secret &passphrase)
{
    qsizetype characters = 0;
    for (std::size_t i = 0; i < passphrase.size(); ++i)
        characters += (passphrase.data()[i] & 0xC0) != 0x80; // the first byte of each in UTF-8
    return characters >= shortestPassphrase ? Result<void>()
                                            : fail(ErrorCode::PassphraseTooShort, QString::number(shortestPassphrase));
}

Result<KeySlot> makePassphraseSlot(const Account &account, const Secret &masterKey, const Secret &passphrase, const KdfCost &cost)
{
    static const QRegularExpression shape(u"^[a-z0-9][a-z0-9._-]{0,31}$"_s);
    if (!shape.match(account.login).hasMatch())
        return fail(ErrorCode::LoginNotUsable);
    KeySlot slot;
    slot.type = KeySlot::passphraseType;
    slot.login = account.login;
    slot.role = toStored(account.role);
    slot.cost = usable(cost);
    slot.salt = newSalt();
    const Result<Secret> wrappingKey = stretched(passphrase, slot.salt, slot.cost, slot.login);
    if (!wrappingKey)
        return passOn(wrappingKey);
    Secret personKey(keyBytes);
    slot.publicKey.resize(crypto_box_PUBLICKEYBYTES);
    crypto_box_keypair(reinterpret_cast<unsigned char *>(slot.publicKey.data()), personKey.data());
    wrap(slot, personKey, *wrappingKey);
    return resealed(slot, masterKey, keyIdOf(masterKey));
}

Result<std::optional<OpenedSlot>> openPassphraseSlot(const KeySlot &slot, const Secret &passphrase, const QByteArray &keyId)
{
    const Result<Secret> wrappingKey = stretched(passphrase, slot.salt, slot.cost, slot.login);
    if (!wrappingKey)
        return passOn(wrappingKey);
    std::optional<OpenedSlot> opened;
    if (!isRenewable(slot)) {
        if (std::optional<Secret> masterKey = unwrappedMaster(slot, *wrappingKey, keyId))
            opened = OpenedSlot { std::move(*masterKey), {} };
        return opened;
    }
    std::optional<Secret> personKey = unwrapped(slot, *wrappingKey);
    if (!personKey)
        return opened;
    if (std::optional<Secret> masterKey = openSealed(slot, *personKey, keyId))
        opened = OpenedSlot { std::move(*masterKey), std::move(personKey) };
    return opened;
}

bool isRenewable(const KeySlot &slot)
{
    return slot.type == KeySlot::passphraseType && slot.publicKey.size() == crypto_box_PUBLICKEYBYTES;
}

KeySlot resealed(const KeySlot &slot, const Secret &masterKey, const QByteArray &keyId)
{
    KeySlot fresh = slot;
    fresh.sealed = sealedTo(slot.publicKey, masterKey);
    fresh.keyId = keyId;
    return fresh;
}

std::optional<Secret> openSealed(const KeySlot &slot, const Secret &personKey, const QByteArray &keyId)
{
    if (!isRenewable(slot) || slot.sealed.size() != qsizetype(keyBytes) + qsizetype(crypto_box_SEALBYTES))
        return {};
    Secret masterKey(keyBytes);
    const int answer = crypto_box_seal_open(masterKey.data(), readable(slot.sealed), size_t(slot.sealed.size()),
                                            readable(slot.publicKey), personKey.data());
    if (answer != 0 || keyIdOf(masterKey) != keyId)
        return {};
    return masterKey;
}

} // namespace motcua
