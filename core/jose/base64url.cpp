#include "core/jose/base64url.h"

namespace motcua {

namespace {

constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

QByteArray toBase64Url(const QByteArray &bytes)
{
    return bytes.toBase64(base64Url);
}

bool fromBase64Url(const QString &text, QByteArray &bytes)
{
    const QByteArray ascii = text.toLatin1();
    const auto decoded = QByteArray::fromBase64Encoding(ascii, base64Url | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || (*decoded).toBase64(base64Url) != ascii || QString::fromLatin1(ascii) != text)
        return false;
    bytes = *decoded;
    return true;
}

} // namespace motcua
