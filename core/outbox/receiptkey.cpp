#include "core/outbox/receiptkey.h"

#include "core/base/ids.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr qsizetype pointBytes = 32;
constexpr qsizetype groupDigits = 4;

} // namespace

QByteArray canonicalReceiptKey(const QByteArray &jwk)
{
    const QJsonObject key = QJsonDocument::fromJson(jwk).object();
    const QByteArray x = key.value("x"_L1).toString().toLatin1();
    const auto point = QByteArray::fromBase64Encoding(x, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    const bool usable = key.value("kty"_L1) == "OKP"_L1 && key.value("crv"_L1) == "Ed25519"_L1 && !key.contains("d"_L1)
                        && point.decodingStatus == QByteArray::Base64DecodingStatus::Ok && point.decoded.size() == pointBytes;
    if (!usable)
        return {};
    const QByteArray same = point.decoded.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    return "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + same + "\"}";
}

QString receiptKeyFingerprint(const QByteArray &jwk)
{
    const QByteArray canonical = canonicalReceiptKey(jwk);
    if (canonical.isEmpty())
        return {};
    QString digits = sha256Hex(canonical);
    for (qsizetype place = digits.size() - groupDigits; place > 0; place -= groupDigits)
        digits.insert(place, u' ');
    return digits;
}

} // namespace motcua
