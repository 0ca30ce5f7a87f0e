#include "core/paper/paperkind.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

using enum PaperKind;

struct Magic
{
    PaperKind kind;
    qsizetype offset;
    QByteArrayView bytes;
};

QByteArrayView raw(const char *bytes, qsizetype size)
{
    return { bytes, size };
}

// The signatures are from the formats' own specifications.
const std::array magics {
    Magic { Jpeg, 0, raw("\xff\xd8\xff", 3) },          Magic { Png, 0, raw("\x89PNG\r\n\x1a\n", 8) },
    Magic { OtherPicture, 0, raw("GIF8", 4) },          Magic { OtherPicture, 0, raw("BM", 2) },
    Magic { OtherPicture, 0, raw("II*\0", 4) },         Magic { OtherPicture, 0, raw("MM\0*", 4) },
    Magic { OtherPicture, 8, raw("WEBP", 4) },          Magic { OfficeFile, 0, raw("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) },
    Magic { OfficeFile, 0, raw("{\\rtf", 5) },          Magic { Archive, 0, raw("Rar!\x1a\x07", 6) },
    Magic { Archive, 0, raw("7z\xbc\xaf\x27\x1c", 6) }, Magic { Archive, 0, raw("\x1f\x8b\x08", 3) },
};

// ISO/IEC 23008-12: the brand follows "ftyp".
constexpr std::array<QByteArrayView, 8> phoneBrands { "heic", "heix", "heim", "heis", "hevc", "mif1", "msf1", "avif" };

// A zip whose first entries are those of an office package (ECMA-376, ODF 1.3).
bool isOfficeZip(const QByteArray &content)
{
    const QByteArrayView start = QByteArrayView(content).first(std::min<qsizetype>(content.size(), 4096));
    return start.contains("[Content_Types].xml") || start.contains("mimetypeapplication/vnd.oasis.opendocument");
}

// Readers accept a PDF header within the first 1024 bytes (ISO 32000-1 Annex H, note 13).
bool hasPdfHeader(const QByteArray &content)
{
    return QByteArrayView(content).first(std::min<qsizetype>(content.size(), 1024)).contains("%PDF-");
}

} // namespace

PaperKind paperKind(const QByteArray &content)
{
    const auto startsAt = [&](qsizetype offset, QByteArrayView bytes) {
        return content.size() >= offset + bytes.size() && QByteArrayView(content).sliced(offset, bytes.size()) == bytes;
    };
    for (const Magic &magic : magics) {
        if (startsAt(magic.offset, magic.bytes))
            return magic.kind;
    }
    if (startsAt(4, "ftyp")
        && std::any_of(phoneBrands.begin(), phoneBrands.end(), [&](QByteArrayView brand) { return startsAt(8, brand); }))
        return PhonePhoto;
    if (startsAt(0, raw("PK\x03\x04", 4)) || startsAt(0, raw("PK\x05\x06", 4)))
        return isOfficeZip(content) ? OfficeFile : Archive;
    return hasPdfHeader(content) ? Pdf : Unknown;
}

PaperKind paperKindOfSuffix(const QString &suffix)
{
    const QString plain = suffix.trimmed().toLower().remove(u'.');
    if (plain == "jpg"_L1 || plain == "jpeg"_L1 || plain == "jpe"_L1 || plain == "jfif"_L1)
        return Jpeg;
    if (plain == "png"_L1)
        return Png;
    return plain == "pdf"_L1 ? Pdf : Unknown;
}

QString mediaTypeOf(PaperKind kind)
{
    switch (kind) {
    case Jpeg:
        return u"image/jpeg"_s;
    case Png:
        return u"image/png"_s;
    case Pdf:
        return u"application/pdf"_s;
    default:
        return {};
    }
}

PaperKind paperKindOfMediaType(const QString &mediaType)
{
    for (const PaperKind kind : { Jpeg, Png, Pdf }) {
        if (mediaType == mediaTypeOf(kind))
            return kind;
    }
    return Unknown;
}

} // namespace motcua
