#include "core/base/ids.h"

#include "core/base/clock.h"
#include "core/base/sha256.h"

#include <QRandomGenerator>
#include <QUuid>

namespace motcua {

QString newUuid7(const Clock &clock)
{
    quint32 random[3];
    QRandomGenerator::system()->fillRange(random);
    const quint64 milliseconds = quint64(clock.now().toMSecsSinceEpoch());
    const uint timeHigh = uint(milliseconds >> 16);
    const auto timeLow = ushort(milliseconds & 0xffff);
    const auto version = ushort(0x7000 | (random[0] & 0x0fff));
    const auto variant = uchar(0x80 | ((random[0] >> 16) & 0x3f));
    const auto byte = [](quint32 word, int index) { return uchar(word >> (8 * index)); };
    return QUuid(timeHigh, timeLow, version, variant, byte(random[0], 3), byte(random[1], 0), byte(random[1], 1),
                 byte(random[1], 2), byte(random[1], 3), byte(random[2], 0), byte(random[2], 1))
        .toString(QUuid::WithoutBraces);
}

QString sha256Hex(const QByteArray &content)
{
    return QString::fromLatin1(sha256(content).toHex());
}

} // namespace motcua
