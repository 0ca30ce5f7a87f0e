#include "core/fee/vietqr.h"

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr qsizetype longestPurpose = 25;

// Tag, length in two digits, value.
QByteArray field(const char *tag, const QByteArray &value)
{
    return tag + QByteArray::number(value.size()).rightJustified(2, '0') + value;
}

QByteArray cleaned(const QString &purpose)
{
    QByteArray ascii;
    for (const QChar c : purpose.toUpper()) {
        const bool plain = (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u' ';
        if (plain && ascii.size() < longestPurpose)
            ascii.append(c.toLatin1());
    }
    return ascii.trimmed();
}

} // namespace

QByteArray vietQrPayload(const VietQr &qr)
{
    const QByteArray account = field("00", qr.to.bin.toLatin1()) + field("01", qr.to.number.toLatin1());
    const QByteArray merchant = field("00", "A000000727") + field("01", account) + field("02", "QRIBFTTA");
    QByteArray payload = field("00", "01") + field("01", qr.kind == VietQr::Kind::Static ? "11" : "12") + field("38", merchant)
                         + field("53", "704");
    if (qr.amount > 0)
        payload += field("54", QByteArray::number(qr.amount));
    payload += field("58", "VN");
    if (const QByteArray purpose = cleaned(qr.purpose); !purpose.isEmpty())
        payload += field("62", field("08", purpose));
    payload += "6304"; // the checksum covers its own tag and length
    return payload + QByteArray::number(crc16CcittFalse(payload), 16).toUpper().rightJustified(4, '0');
}

QString paymentPurpose(const QString &localCode)
{
    QString digits = localCode.section(u'-', 1);
    digits.remove(u'-');
    for (const QString &head : { u"PHI TAM "_s, u"PHI "_s }) {
        if (head.size() + digits.size() <= longestPurpose)
            return head + digits;
    }
    return digits.right(longestPurpose);
}

quint16 crc16CcittFalse(const QByteArray &bytes)
{
    quint16 crc = 0xFFFF;
    for (const char byte : bytes) {
        crc = quint16(crc ^ quint16(quint8(byte) << 8));
        for (int bit = 0; bit < 8; ++bit)
            crc = quint16((crc & 0x8000) != 0 ? (crc << 1) ^ 0x1021 : crc << 1);
    }
    return crc;
}

} // namespace motcua
