#include "core/paper/qrcode.h"

#include <qrencode.h>

#include <memory>

namespace motcua {

std::optional<QrCode> makeQrCode(const QByteArray &utf8)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(int(utf8.size()), reinterpret_cast<const unsigned char *>(utf8.constData()), 0, QR_ECLEVEL_M),
        &QRcode_free);
    if (!code)
        return std::nullopt;
    QrCode qr;
    qr.modules = code->width;
    const auto isDark = [&](int row, int column) { return (code->data[row * code->width + column] & 1) != 0; };
    for (int row = 0; row < qr.modules; ++row) {
        for (int column = 0; column < qr.modules; ++column) {
            if (!isDark(row, column))
                continue;
            // Neighbours become one bar: no hairlines between them on paper.
            const int start = column;
            while (column < qr.modules && isDark(row, column))
                ++column;
            qr.dark.addRect(start, row, column - start, 1);
        }
    }
    return qr;
}

} // namespace motcua
