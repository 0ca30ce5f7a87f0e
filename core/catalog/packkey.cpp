#include "core/catalog/packkey.h"

#include "core/jose/strictdocument.h"

#include <sodium.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

tl::unexpected<Error> unusable(const QString &why)
{
    return fail(ErrorCode::PackKeyUnusable, {}, why);
}

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

} // namespace

PackSigningKey::PackSigningKey(Secret seed)
    : m_seed(std::move(seed))
{
}

PackSigningKey PackSigningKey::generate()
{
    return PackSigningKey(Secret::random(crypto_sign_SEEDBYTES));
}

PackKey PackSigningKey::publicKey() const
{
    PackKey key { QByteArray(crypto_sign_PUBLICKEYBYTES, '\0') };
    Secret expanded(std::size_t { crypto_sign_SECRETKEYBYTES });
    crypto_sign_seed_keypair(reinterpret_cast<unsigned char *>(key.point.data()), expanded.data(), m_seed.data());
    return key;
}

QByteArray PackSigningKey::sign(const QByteArray &message) const
{
    QByteArray point(crypto_sign_PUBLICKEYBYTES, '\0');
    QByteArray signature(crypto_sign_BYTES, '\0');
    Secret expanded(std::size_t { crypto_sign_SECRETKEYBYTES });
    crypto_sign_seed_keypair(reinterpret_cast<unsigned char *>(point.data()), expanded.data(), m_seed.data());
    crypto_sign_detached(reinterpret_cast<unsigned char *>(signature.data()), nullptr, bytesOf(message),
                         static_cast<unsigned long long>(message.size()), expanded.data());
    return signature;
}

Secret PackSigningKey::privateJwk() const
{
    const PackKey key = publicKey();
    QByteArray seed(reinterpret_cast<const char *>(m_seed.data()), qsizetype(m_seed.size()));
    QByteArray written = toBase64Url(seed);
    QByteArray jwk = R"({"kty":"OKP","crv":"Ed25519","x":")" + toBase64Url(key.point) + R"(","d":")" + written + R"(","kid":")"
                     + key.id().toLatin1() + "\"}\n";
    Secret secret { QByteArrayView(jwk) };
    for (QByteArray *buffer : { &seed, &written, &jwk })
        sodium_memzero(buffer->data(), size_t(buffer->size()));
    return secret;
}

Result<PackSigningKey> PackSigningKey::fromJwk(const Secret &jwk)
{
    QByteArray text(reinterpret_cast<const char *>(jwk.data()), qsizetype(jwk.size()));
    const auto json = strictObject(text);
    sodium_memzero(text.data(), size_t(text.size()));
    QByteArray seed;
    if (!json || json->value("kty"_L1) != "OKP"_L1 || json->value("crv"_L1) != "Ed25519"_L1
        || !fromBase64Url(json->value("d"_L1).toString(), seed) || seed.size() != crypto_sign_SEEDBYTES)
        return unusable(u"not a private Ed25519 key (RFC 8037)"_s);
    PackSigningKey key(Secret { QByteArrayView(seed) });
    sodium_memzero(seed.data(), size_t(seed.size()));
    if (key.publicKey().text() != json->value("x"_L1).toString())
        return unusable(u"the two halves of this key do not belong together"_s);
    return key;
}

Result<PackKey> packKeyFromJwk(const QByteArray &jwk)
{
    const auto key = verifyKeyFromJwk(jwk);
    if (!key)
        return unusable(key.error());
    return *key;
}

Result<PackKey> packKeyFromText(const QString &point)
{
    const auto key = verifyKeyFromText(point);
    if (!key)
        return unusable(key.error());
    return *key;
}

} // namespace motcua
