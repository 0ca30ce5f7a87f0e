#include "core/paper/readerwire.h"

#include "core/base/errorcatalog.h"
#include "core/paper/paperkind.h"

#include <QDataStream>
#include <QIODevice>
#include <QtEndian>

#include <algorithm>
#include <cmath>

namespace motcua::readerwire {

namespace {

constexpr quint32 version = 0x4d435201; // both programs are installed together
constexpr qsizetype bytesPerPixel = 4;
constexpr qsizetype longestDetail = 80;
constexpr qsizetype mostSheets = 10'000;
constexpr qreal largestSheet = 20'000; // points; ISO 32000 allows 14400
constexpr quint32 largestTurned = 256 * 1024 * 1024;

template <typename Write>
QByteArray written(Write write)
{
    QByteArray head;
    QDataStream stream(&head, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << version;
    write(stream);
    return head;
}

template <typename T, typename Read>
std::optional<T> read(const QByteArray &head, Read readInto)
{
    QDataStream stream(head);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 spoken = 0;
    stream >> spoken;
    T value;
    if (spoken != version || !readInto(stream, value) || stream.status() != QDataStream::Ok || !stream.atEnd())
        return std::nullopt;
    return value;
}

bool isOrdinaryText(const QString &text)
{
    return text.size() <= longestDetail
           && std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; });
}

// Only what is said of papers: a taken-over reader must not make the screen speak of anything else.
bool mayBeSaid(const Error &error)
{
    return error.subject.isEmpty() && isOrdinaryText(error.detail) && errorId(error.code).startsWith(QLatin1String("MC-4"));
}

bool isSheet(const QSizeF &sheet)
{
    return std::isfinite(sheet.width()) && std::isfinite(sheet.height()) && sheet.width() > 0 && sheet.height() > 0
           && sheet.width() <= largestSheet && sheet.height() <= largestSheet;
}

} // namespace

QByteArray lengths(qsizetype head, qsizetype body)
{
    QByteArray bytes(lengthsSize, Qt::Uninitialized);
    qToBigEndian(quint32(head), bytes.data());
    qToBigEndian(quint32(body), bytes.data() + 4);
    return bytes;
}

Lengths readLengths(const char *eightBytes)
{
    return { qFromBigEndian<quint32>(eightBytes), qFromBigEndian<quint32>(eightBytes + 4) };
}

QByteArray headOf(const ReaderQuestion &question)
{
    return written([&](QDataStream &stream) {
        stream << quint8(question.what) << question.name << question.limits.maxBytes << qint32(question.limits.maxPages)
               << question.limits.maxPixels << question.page << question.bounds << question.degrees << question.pages;
    });
}

std::optional<ReaderQuestion> readQuestion(const QByteArray &head)
{
    return read<ReaderQuestion>(head, [](QDataStream &stream, ReaderQuestion &question) {
        quint8 what = 0;
        qint32 maxPages = 0;
        stream >> what >> question.name >> question.limits.maxBytes >> maxPages >> question.limits.maxPixels >> question.page
            >> question.bounds >> question.degrees >> question.pages;
        question.what = ReaderQuestion::What(what);
        question.limits.maxPages = maxPages;
        return what <= quint8(ReaderQuestion::What::Sheets);
    });
}

QByteArray headOf(const ReaderAnswer &answer)
{
    return written([&](QDataStream &stream) {
        stream << answer.error.has_value();
        if (answer.error)
            stream << qint32(answer.error->code) << answer.error->subject << answer.error->detail;
        else
            stream << answer.mediaType << answer.pages << answer.size << answer.sheets;
    });
}

std::optional<ReaderAnswer> readAnswer(const QByteArray &head)
{
    return read<ReaderAnswer>(head, [](QDataStream &stream, ReaderAnswer &answer) {
        bool failed = false;
        stream >> failed;
        if (!failed) {
            stream >> answer.mediaType >> answer.pages >> answer.size >> answer.sheets;
            return true;
        }
        qint32 code = -1;
        QString subject;
        QString detail;
        stream >> code >> subject >> detail;
        const QList<ErrorCode> known = allErrorCodes();
        const auto same = std::find_if(known.cbegin(), known.cend(), [code](ErrorCode each) { return qint32(each) == code; });
        if (same == known.cend())
            return false;
        answer.error = Error { *same, subject, detail };
        return true;
    });
}

quint32 longestAnswer(const ReaderQuestion &question)
{
    switch (question.what) {
    case ReaderQuestion::What::Render:
        return quint32(
            std::clamp<qint64>(qint64(question.bounds.width()) * question.bounds.height() * bytesPerPixel, 0, longestBody));
    case ReaderQuestion::What::Rotate:
        return largestTurned;
    default:
        return 0;
    }
}

bool fits(const ReaderQuestion &question, const ReaderAnswer &answer, qsizetype bodySize)
{
    if (answer.error)
        return mayBeSaid(*answer.error) && bodySize == 0;
    switch (question.what) {
    case ReaderQuestion::What::Inspect:
        return bodySize == 0 && paperKindOfMediaType(answer.mediaType) != PaperKind::Unknown && answer.pages >= 1
               && answer.pages <= question.limits.maxPages;
    case ReaderQuestion::What::Render:
        return !answer.size.isEmpty() && answer.size.width() <= question.bounds.width()
               && answer.size.height() <= question.bounds.height()
               && bodySize == qsizetype(answer.size.width()) * answer.size.height() * bytesPerPixel;
    case ReaderQuestion::What::Rotate:
        return bodySize > 0 && answer.mediaType == question.name && answer.pages == question.pages;
    case ReaderQuestion::What::Sheets:
        return bodySize == 0 && !answer.sheets.isEmpty() && answer.sheets.size() <= mostSheets
               && std::all_of(answer.sheets.cbegin(), answer.sheets.cend(), isSheet);
    }
    return false;
}

QByteArray pixelsOf(const QImage &picture)
{
    const QImage plain = picture.convertToFormat(QImage::Format_RGB32);
    return QByteArray(reinterpret_cast<const char *>(plain.constBits()), plain.sizeInBytes());
}

QImage pictureOf(const QSize &size, const QByteArray &pixels)
{
    // The picture shares the bytes: a large one is copied often enough on its way here.
    auto *kept = new QByteArray(pixels);
    return QImage(
        reinterpret_cast<const uchar *>(kept->constData()), size.width(), size.height(), size.width() * bytesPerPixel,
        QImage::Format_RGB32, [](void *bytes) { delete static_cast<QByteArray *>(bytes); }, kept);
}

} // namespace motcua::readerwire
