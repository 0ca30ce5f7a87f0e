#include "sync/uploadid.h"

#include "core/base/sha256.h"

namespace motcua {

QString uploadIdOf(const QString &dossierId, const QString &fileName, const QString &sha256)
{
    constexpr char alphabet[] = "abcdefghijklmnopqrstuvwxyz234567";
    constexpr qsizetype length = 32;
    const QString identity = dossierId + u'\n' + fileName + u'\n' + sha256;
    const QByteArray digest = motcua::sha256(identity.toUtf8());

    QString id;
    uint bits = 0;
    int held = 0;
    for (const char byte : digest.first(length * 5 / 8)) {
        bits = (bits << 8) | uchar(byte);
        held += 8;
        for (; held >= 5; held -= 5)
            id += QLatin1Char(alphabet[(bits >> (held - 5)) & 31]);
        bits &= (1u << held) - 1;
    }
    return id;
}

} // namespace motcua
