#include "core/vault/keywrap.h"

#include <sodium.h>

namespace motcua {

namespace {

constexpr std::size_t tagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(keyBytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

unsigned char *writable(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

const unsigned char *readable(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

void update(crypto_generichash_state &state, QByteArrayView part)
{
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char *>(part.data()), size_t(part.size()));
}

} // namespace

Secret hashed(QByteArrayView domain, std::initializer_list<QByteArrayView> parts, std::size_t size)
{
    Secret digest(size);
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, size);
    update(state, domain);
    for (const QByteArrayView part : parts)
        update(state, part);
    crypto_generichash_final(&state, digest.data(), digest.size());
    sodium_memzero(&state, sizeof state);
    return digest;
}

QByteArray openHash(QByteArrayView domain, std::initializer_list<QByteArrayView> parts, std::size_t size)
{
    return viewOf(hashed(domain, parts, size)).toByteArray();
}

QByteArray keyIdOf(const Secret &masterKey)
{
    return openHash("motcua-key-id", { viewOf(masterKey) }, keyBytes).first(8);
}

void wrap(KeySlot &slot, const Secret &content, const Secret &wrappingKey)
{
    slot.nonce.resize(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    randombytes_buf(slot.nonce.data(), size_t(slot.nonce.size()));
    slot.wrapped.resize(qsizetype(content.size()) + qsizetype(tagBytes));
    const QByteArray bound = slot.associatedData();
    crypto_aead_xchacha20poly1305_ietf_encrypt(writable(slot.wrapped), nullptr, content.data(), content.size(), readable(bound),
                                               size_t(bound.size()), nullptr, readable(slot.nonce), wrappingKey.data());
}

std::optional<Secret> unwrapped(const KeySlot &slot, const Secret &wrappingKey)
{
    if (slot.nonce.size() != crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
        || slot.wrapped.size() != qsizetype(keyBytes) + qsizetype(tagBytes) || wrappingKey.size() != keyBytes)
        return {};
    Secret content(keyBytes);
    const QByteArray bound = slot.associatedData();
    const int answer = crypto_aead_xchacha20poly1305_ietf_decrypt(content.data(), nullptr, nullptr, readable(slot.wrapped),
                                                                  size_t(slot.wrapped.size()), readable(bound),
                                                                  size_t(bound.size()), readable(slot.nonce), wrappingKey.data());
    return answer == 0 ? std::optional(std::move(content)) : std::nullopt;
}

std::optional<Secret> unwrappedMaster(const KeySlot &slot, const Secret &wrappingKey, const QByteArray &keyId)
{
    std::optional<Secret> masterKey = unwrapped(slot, wrappingKey);
    if (masterKey && keyIdOf(*masterKey) != keyId)
        masterKey.reset();
    return masterKey;
}

} // namespace motcua
