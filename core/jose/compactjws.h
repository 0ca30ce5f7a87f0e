#pragma once

#include "core/jose/verifykey.h"

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

namespace motcua {

// A signature in compact serialization (RFC 7515): header.payload.signature.
struct CompactJws
{
    QString keyId;
    QString type; // "typ": what kind of statement was signed; the reader must ask for its own
    QByteArray payload;
    QByteArray message; // what was signed
    QByteArray signature;

    bool isSignedBy(const VerifyKey &key) const { return keyId == key.id() && key.verifies(message, signature); }
};

// Of the headers that RFC 7515 allows only those are accepted whose every member we understand: alg EdDSA, kid, typ. The error says
// what is wrong. Nothing is verified yet.
tl::expected<CompactJws, QString> readCompactJws(const QByteArray &text);

} // namespace motcua
