#include "core/jose/compactjws.h"

#include "core/jose/base64url.h"
#include "core/jose/strictdocument.h"

using namespace Qt::StringLiterals;

namespace motcua {

tl::expected<CompactJws, QString> readCompactJws(const QByteArray &text)
{
    const QList<QByteArray> parts = text.split('.');
    CompactJws jws;
    QByteArray header;
    if (parts.size() != 3 || !fromBase64Url(QString::fromLatin1(parts.at(0)), header)
        || !fromBase64Url(QString::fromLatin1(parts.at(1)), jws.payload)
        || !fromBase64Url(QString::fromLatin1(parts.at(2)), jws.signature))
        return tl::unexpected(u"not three parts in base64url"_s);
    const auto members = strictObject(header);
    if (!members)
        return tl::unexpected(members.error());
    jws.keyId = members->value("kid"_L1).toString();
    jws.type = members->value("typ"_L1).toString();
    if (members->value("alg"_L1) != "EdDSA"_L1 || members->size() != 3 || jws.keyId.isEmpty() || jws.type.isEmpty())
        return tl::unexpected(u"a header other than alg EdDSA, kid and typ"_s);
    jws.message = parts.at(0) + '.' + parts.at(1);
    return jws;
}

} // namespace motcua
