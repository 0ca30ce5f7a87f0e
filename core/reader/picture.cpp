#include "core/reader/picture.h"

#include "core/paper/paperfailures.h"
#include "core/reader/picturestructure.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImageReader>
#include <QImageWriter>
#include <QMutex>
#include <QTransform>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int jpegQuality = 92;
constexpr qint64 bytesPerMebibyte = 1024 * 1024;

QByteArray decoderName(PaperKind kind)
{
    return kind == PaperKind::Jpeg ? "jpeg" : "png";
}

qint64 decodedBytes(qint64 pixels)
{
    constexpr int bytesOfAnOrdinaryPixel = 4;
    return pixels * bytesOfAnOrdinaryPixel;
}

// Qt's own limit is one number for the whole process, so it is only ever raised: the checks before decoding are the real guard.
void allowDecoding(qint64 pixels)
{
    static QMutex mutex;
    const QMutexLocker locker(&mutex);
    const int needed = int(decodedBytes(pixels) / bytesPerMebibyte) + 1;
    if (QImageReader::allocationLimit() < needed)
        QImageReader::setAllocationLimit(needed);
}

// The handler may not guess another format from the content than the one that was checked.
class Reader
{
public:
    Reader(const QByteArray &content, PaperKind kind)
    {
        m_buffer.setData(content);
        m_buffer.open(QIODevice::ReadOnly);
        m_reader.setDevice(&m_buffer);
        m_reader.setAutoDetectImageFormat(false);
        m_reader.setFormat(decoderName(kind));
        m_reader.setAutoTransform(true);
    }
    QImageReader *operator->() { return &m_reader; }

private:
    QBuffer m_buffer;
    QImageReader m_reader;
};

// The pixels alone: texts that travel with a picture (comments, places, names of people) stay behind.
QImage withoutTexts(const QImage &image)
{
    QImage bare(image.size(), image.format());
    bare.setColorTable(image.colorTable());
    bare.setDotsPerMeterX(image.dotsPerMeterX());
    bare.setDotsPerMeterY(image.dotsPerMeterY());
    bare.setColorSpace(image.colorSpace());
    for (int y = 0; y < image.height(); ++y)
        std::copy_n(image.constScanLine(y), image.bytesPerLine(), bare.scanLine(y));
    return bare;
}

} // namespace

Result<PaperFile> inspectPicture(const QByteArray &content, PaperKind kind, const PaperLimits &limits)
{
    const bool whole = kind == PaperKind::Jpeg ? jpegIsWhole(content) : pngIsWhole(content);
    if (!whole)
        return paperBroken(u"structure"_s);
    Reader reader(content, kind);
    const QSize size = reader->size();
    if (size.isEmpty())
        return paperBroken(u"header"_s);
    const qint64 pixels = qint64(size.width()) * size.height();
    const qint64 depth = QImage::toPixelFormat(reader->imageFormat()).bitsPerPixel();
    if (pixels > limits.maxPixels || pixels * depth / 8 > decodedBytes(limits.maxPixels))
        return paperTooManyPixels(size);
    allowDecoding(limits.maxPixels);
    // A smaller copy still reads every byte of a JPEG, with a fraction of the memory.
    if (kind == PaperKind::Jpeg)
        reader->setScaledSize(QSize((size.width() + 7) / 8, (size.height() + 7) / 8));
    if (reader->read().isNull())
        return paperBroken(u"pixels"_s);
    return PaperFile { content, mediaTypeOf(kind), 1 };
}

Result<QImage> renderPicture(const QByteArray &content, PaperKind kind, const QSize &bounds)
{
    allowDecoding(PaperLimits().maxPixels);
    Reader reader(content, kind);
    const QSize size = reader->size();
    const bool lying = reader->transformation() & QImageIOHandler::TransformationRotate90;
    const QSize room = lying ? bounds.transposed() : bounds;
    if (size.width() > room.width() || size.height() > room.height())
        reader->setScaledSize(size.scaled(room, Qt::KeepAspectRatio).expandedTo(QSize(1, 1)));
    const QImage image = reader->read();
    if (image.isNull())
        return paperNotShown(u"picture"_s);
    return image;
}

Result<PaperFile> rotatePicture(const PaperFile &paper, PaperKind kind, int degrees)
{
    allowDecoding(PaperLimits().maxPixels);
    Reader reader(paper.content, kind);
    const QImage image = reader->read();
    const QImage turned = withoutTexts(image.transformed(QTransform().rotate(degrees)));
    QByteArray content;
    QBuffer buffer(&content);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, decoderName(kind));
    if (kind == PaperKind::Jpeg) {
        writer.setQuality(jpegQuality);
        writer.setOptimizedWrite(true);
    }
    if (image.isNull() || !writer.write(turned))
        return paperNotTurned(u"picture"_s);
    return PaperFile { content, paper.mediaType, 1 };
}

} // namespace motcua
