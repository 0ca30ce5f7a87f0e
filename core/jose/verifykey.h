#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

namespace motcua {

// An Ed25519 public key as a JSON Web Key (RFC 8037), named by its thumbprint (RFC 7638).
struct VerifyKey
{
    QByteArray point; // 32 bytes

    QString id() const;   // thumbprint, base64url: "kid"
    QString text() const; // the point as base64url
    bool verifies(const QByteArray &message, const QByteArray &signature) const;

    bool operator==(const VerifyKey &) const = default;
};

QByteArray publicJwk(const VerifyKey &key);

// The error says what is wrong. A key that brings its private half is refused: whoever shows that has lost it.
tl::expected<VerifyKey, QString> verifyKeyFromJwk(const QByteArray &jwk);
tl::expected<VerifyKey, QString> verifyKeyFromText(const QString &point);

} // namespace motcua
