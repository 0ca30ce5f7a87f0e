#include "sync/gzip.h"

#include <QtEndian>

#include <array>

namespace motcua {

namespace {

constexpr quint32 polynomial = 0xedb88320U;

quint32 crc32(const QByteArray &bytes)
{
    static const auto table = [] {
        std::array<quint32, 256> entries {};
        for (quint32 byte = 0; byte < entries.size(); ++byte) {
            quint32 value = byte;
            for (int bit = 0; bit < 8; ++bit)
                value = (value >> 1) ^ ((value & 1) != 0 ? polynomial : 0);
            entries.at(byte) = value;
        }
        return entries;
    }();
    quint32 value = ~0U;
    for (const char byte : bytes)
        value = (value >> 8) ^ table.at((value ^ uchar(byte)) & 0xff);
    return ~value;
}

} // namespace

QByteArray gzip(const QByteArray &bytes)
{
    // Qt gives its own length, then zlib's head, the deflated bytes, and zlib's sum.
    constexpr qsizetype before = 4 + 2;
    constexpr qsizetype after = 4;
    constexpr int best = 9;
    const QByteArray compressed = qCompress(bytes, best);
    const quint32 sum = qToLittleEndian(crc32(bytes));
    const quint32 size = qToLittleEndian(quint32(bytes.size()));
    QByteArray result("\x1f\x8b\x08\0\0\0\0\0\x02\xff", 10);
    result += compressed.mid(before, compressed.size() - before - after);
    result.append(reinterpret_cast<const char *>(&sum), sizeof sum);
    result.append(reinterpret_cast<const char *>(&size), sizeof size);
    return result;
}

} // namespace motcua
