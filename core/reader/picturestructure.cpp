#include "core/reader/picturestructure.h"

#include <QtEndian>

#include <array>

namespace motcua {

namespace {

constexpr std::array<quint32, 256> makeCrcTable()
{
    std::array<quint32, 256> table {};
    for (quint32 n = 0; n < table.size(); ++n) {
        quint32 c = n;
        for (int bit = 0; bit < 8; ++bit)
            c = (c & 1) ? 0xedb88320u ^ (c >> 1) : c >> 1;
        table[n] = c;
    }
    return table;
}

quint32 crc32(QByteArrayView bytes)
{
    static constexpr std::array<quint32, 256> table = makeCrcTable();
    quint32 c = 0xffffffffu;
    for (const char byte : bytes)
        c = table[(c ^ uchar(byte)) & 0xff] ^ (c >> 8);
    return c ^ 0xffffffffu;
}

constexpr uchar startOfScan = 0xda;
constexpr uchar endOfImage = 0xd9;

// Markers that stand alone, without a length: TEM, RST0-7, SOI.
bool standsAlone(uchar marker)
{
    return marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

// From the first byte of coded data to the 0xff of the next marker; -1 when there is none.
qsizetype endOfCodedData(const QByteArray &content, qsizetype at)
{
    for (;; ++at) {
        at = content.indexOf('\xff', at);
        if (at < 0 || at + 1 >= content.size())
            return -1;
        const auto next = uchar(content.at(at + 1));
        const bool stuffedOrRestart = next == 0x00 || (next >= 0xd0 && next <= 0xd7);
        if (!stuffedOrRestart && next != 0xff)
            return at;
    }
}

} // namespace

bool jpegIsWhole(const QByteArray &content)
{
    qsizetype at = 2;
    bool sawScan = false;
    while (at + 1 < content.size()) {
        if (uchar(content.at(at)) != 0xff)
            return false;
        const auto marker = uchar(content.at(at + 1));
        if (marker == 0xff) {
            ++at;
            continue;
        }
        if (marker == endOfImage)
            return sawScan;
        at += 2;
        if (standsAlone(marker))
            continue;
        if (at + 2 > content.size())
            return false;
        const auto length = qFromBigEndian<quint16>(content.constData() + at);
        if (length < 2)
            return false;
        at += length;
        if (marker == startOfScan) {
            sawScan = true;
            at = endOfCodedData(content, at);
            if (at < 0)
                return false;
        }
    }
    return false;
}

bool pngIsWhole(const QByteArray &content)
{
    constexpr qsizetype signature = 8;
    constexpr qsizetype frame = 12; // length, type and CRC
    qsizetype at = signature;
    while (at + frame <= content.size()) {
        const auto length = qFromBigEndian<quint32>(content.constData() + at);
        if (qsizetype(length) > content.size() - at - frame)
            return false;
        const QByteArrayView typeAndData = QByteArrayView(content).sliced(at + 4, 4 + qsizetype(length));
        const QByteArrayView type = typeAndData.first(4);
        if ((at == signature) != (type == "IHDR"))
            return false;
        if (crc32(typeAndData) != qFromBigEndian<quint32>(content.constData() + at + 8 + length))
            return false;
        if (type == "IEND")
            return true;
        at += frame + qsizetype(length);
    }
    return false;
}

} // namespace motcua
