#pragma once

#include "core/vault/secret.h"
#include "core/vault/slotfile.h"

#include <QByteArray>
#include <QByteArrayView>

#include <initializer_list>
#include <optional>

namespace motcua {

inline constexpr std::size_t keyBytes = 32; // master keys, wrapping keys, X25519 keys

// BLAKE2b over a domain word and parts. The parts have fixed lengths in every use, so no two inputs run together.
Secret hashed(QByteArrayView domain, std::initializer_list<QByteArrayView> parts, std::size_t size = keyBytes);
QByteArray openHash(QByteArrayView domain, std::initializer_list<QByteArrayView> parts, std::size_t size); // of nothing secret
inline QByteArrayView viewOf(const Secret &secret)
{
    return { secret.data(), qsizetype(secret.size()) };
}

QByteArray keyIdOf(const Secret &masterKey); // 8 bytes; tells keys apart and gives nothing away

// XChaCha20-Poly1305 of 32 bytes under a wrapping key; bound to what the slot says of itself (KeySlot::associatedData).
void wrap(KeySlot &slot, const Secret &content, const Secret &wrappingKey);
std::optional<Secret> unwrapped(const KeySlot &slot, const Secret &wrappingKey);

// The same for a slot that holds a master key: only the one that the slot's key id names counts.
std::optional<Secret> unwrappedMaster(const KeySlot &slot, const Secret &wrappingKey, const QByteArray &keyId);

} // namespace motcua
