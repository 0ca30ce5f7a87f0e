#pragma once

#include <QByteArray>
#include <QPainterPath>

#include <optional>

namespace motcua {

// A QR code (ISO/IEC 18004, TCVN 7322:2009) as one path of squares, so that print stays sharp. Error correction M: a folded or stained
// slip still reads.
struct QrCode
{
    int modules = 0;   // per side, without the quiet zone
    QPainterPath dark; // one unit per module, origin at the first module

    static constexpr int quietModules = 4; // white modules that must stay around it
};

std::optional<QrCode> makeQrCode(const QByteArray &utf8);

} // namespace motcua
