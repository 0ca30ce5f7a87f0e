#pragma once

#include "core/base/result.h"
#include "core/vault/secret.h"

#include <QByteArray>
#include <QString>

namespace motcua {

// Keys that sign procedure files: Ed25519 as JSON Web Keys (RFC 8037), named by their thumbprint (RFC 7638).

struct PackKey
{
    QByteArray point; // 32 bytes

    QString id() const;   // thumbprint, base64url: "kid"
    QString text() const; // the point as base64url: how profile.json keeps it
    bool verifies(const QByteArray &message, const QByteArray &signature) const;

    bool operator==(const PackKey &) const = default;
};

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

QByteArray publicJwk(const PackKey &key);
Result<PackKey> packKeyFromJwk(const QByteArray &jwk); // PackKeyUnusable; refuses private keys: they do not belong on a kiosk
Result<PackKey> packKeyFromText(const QString &point); // PackKeyUnusable

// Unpadded base64url, refused unless it is the one spelling of its bytes; nothing when it is not.
QByteArray toBase64Url(const QByteArray &bytes);
bool fromBase64Url(const QString &text, QByteArray &bytes);

} // namespace motcua
