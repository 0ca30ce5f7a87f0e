#include "core/jose/verifykey.h"

#include "core/base/sha256.h"
#include "core/jose/base64url.h"
#include "core/jose/strictdocument.h"

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

// The members that the thumbprint is made of, in the order of RFC 7638.
QByteArray requiredMembers(const VerifyKey &key)
{
    return R"({"crv":"Ed25519","kty":"OKP","x":")" + toBase64Url(key.point) + R"("})";
}

} // namespace

QString VerifyKey::id() const
{
    return QString::fromLatin1(toBase64Url(sha256(requiredMembers(*this))));
}

QString VerifyKey::text() const
{
    return QString::fromLatin1(toBase64Url(point));
}

bool VerifyKey::verifies(const QByteArray &message, const QByteArray &signature) const
{
    return point.size() == crypto_sign_PUBLICKEYBYTES && signature.size() == crypto_sign_BYTES
           && crypto_sign_verify_detached(bytesOf(signature), bytesOf(message), static_cast<unsigned long long>(message.size()),
                                          bytesOf(point))
                  == 0;
}

QByteArray publicJwk(const VerifyKey &key)
{
    return R"({"kty":"OKP","crv":"Ed25519","x":")" + toBase64Url(key.point) + R"(","kid":")" + key.id().toLatin1() + "\"}\n";
}

tl::expected<VerifyKey, QString> verifyKeyFromJwk(const QByteArray &jwk)
{
    const auto json = strictObject(jwk);
    if (!json)
        return tl::unexpected(json.error());
    if (json->contains("d"_L1))
        return tl::unexpected(u"this is a private key; only its public half belongs here"_s);
    if (json->value("kty"_L1) != "OKP"_L1 || json->value("crv"_L1) != "Ed25519"_L1)
        return tl::unexpected(u"not a public Ed25519 key (RFC 8037)"_s);
    return verifyKeyFromText(json->value("x"_L1).toString());
}

tl::expected<VerifyKey, QString> verifyKeyFromText(const QString &point)
{
    VerifyKey key;
    if (!fromBase64Url(point, key.point) || key.point.size() != crypto_sign_PUBLICKEYBYTES)
        return tl::unexpected(u"not 32 bytes in base64url"_s);
    return key;
}

} // namespace motcua
