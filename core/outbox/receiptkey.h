#pragma once

#include <QByteArray>
#include <QString>

namespace motcua {

// The portal's public key for receipts: a JSON Web Key of kind OKP, Ed25519 (RFC 8037).

// Its members that matter in the one spelling that RFC 7638 hashes, so that keys can be compared; empty when it is not such a key.
QByteArray canonicalReceiptKey(const QByteArray &jwk);

// RFC 7638 thumbprint in groups of four hexadecimal digits, to be read aloud over a telephone: "9f86 d081 …"
QString receiptKeyFingerprint(const QByteArray &jwk);

} // namespace motcua
