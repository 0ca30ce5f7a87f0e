#pragma once

#include "core/base/result.h"
#include "core/jose/base64url.h"
#include "core/jose/verifykey.h"
#include "core/vault/secret.h"

#include <QByteArray>
#include <QString>

namespace motcua {

// Keys that sign procedure files: Ed25519 as JSON Web Keys (RFC 8037), named by their thumbprint (RFC 7638).

using PackKey = VerifyKey;

class PackSigningKey
{
public:
    static PackSigningKey generate();

    PackKey publicKey() const;
    QByteArray sign(const QByteArray &message) const;
    Secret privateJwk() const;                                // the file of the signer; never printed
    static Result<PackSigningKey> fromJwk(const Secret &jwk); // PackKeyUnusable

private:
    explicit PackSigningKey(Secret seed);
    Secret m_seed;
};

Result<PackKey> packKeyFromJwk(const QByteArray &jwk); // PackKeyUnusable; refuses private keys: they do not belong on a kiosk
Result<PackKey> packKeyFromText(const QString &point); // PackKeyUnusable

} // namespace motcua
