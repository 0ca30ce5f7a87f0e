#define POINTERHOLDER_TRANSITION 4

#include "tests/reader/samples.h"

#include <QBuffer>
#include <QImageWriter>
#include <QPainter>
#include <QPdfWriter>
#include <QtEndian>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>
#include <zlib.h>

namespace samples {

namespace {

QByteArray written(const QImage &image, const char *format)
{
    QByteArray content;
    QBuffer buffer(&content);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(95);
    writer.write(image);
    return content;
}

quint32 pngCrc(const QByteArray &bytes)
{
    return quint32(crc32(0, reinterpret_cast<const Bytef *>(bytes.constData()), uInt(bytes.size())));
}

QByteArray bigEndian(quint32 value)
{
    const quint32 swapped = qToBigEndian(value);
    return { reinterpret_cast<const char *>(&swapped), 4 };
}

} // namespace

QImage picture(const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::blue);
    QPainter(&image).fillRect(0, 0, size.width() / 2, size.height() / 2, Qt::red);
    return image;
}

QByteArray jpeg(const QSize &size)
{
    return written(picture(size), "jpeg");
}

QByteArray jpegWithExif(const QSize &size, int orientation)
{
    // TIFF header, one IFD: Orientation and a GPS IFD with the latitude's reference.
    QByteArray exif("Exif\0\0MM\0*\0\0\0\x08", 14);
    exif += QByteArray("\0\x02", 2);
    exif += QByteArray("\x01\x12\0\x03\0\0\0\x01\0", 9) + char(orientation) + QByteArray("\0\0", 2);
    exif += QByteArray("\x88\x25\0\x04\0\0\0\x01\0\0\0\x26", 12);
    exif += QByteArray("\0\0\0\0", 4);
    exif += QByteArray("\0\x01\0\x01\0\x02\0\0\0\x02N\0\0\0", 14) + QByteArray("\0\0\0\0", 4) + "GPS-11.5N-106.9E";
    const quint16 length = qToBigEndian(quint16(exif.size() + 2));
    QByteArray content = jpeg(size);
    content.insert(2, QByteArray("\xff\xe1", 2) + QByteArray(reinterpret_cast<const char *>(&length), 2) + exif);
    return content;
}

QByteArray png(const QSize &size)
{
    QImage image = picture(size);
    image.setText(QStringLiteral("Comment"), QStringLiteral("GPS-11.5N-106.9E"));
    return written(image, "png");
}

QByteArray pngSaying(quint32 width, quint32 height)
{
    QByteArray content = png(QSize(8, 8));
    const QByteArray header = "IHDR" + bigEndian(width) + bigEndian(height) + content.mid(24, 5);
    return content.replace(12, 21, header + bigEndian(pngCrc(header)));
}

// Every row is the same deflate block, so that gigabytes of pixels cost a test no time.
QByteArray pngUnfolding(int side)
{
    const QByteArray row(1 + 4 * qsizetype(side), 0);
    z_stream stream {};
    deflateInit(&stream, Z_BEST_COMPRESSION);
    const auto folded = [&](const QByteArray &bytes, int flush) {
        QByteArray out(qsizetype(deflateBound(&stream, uLong(bytes.size()))) + 16, Qt::Uninitialized);
        stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
        stream.avail_in = uInt(bytes.size());
        stream.next_out = reinterpret_cast<Bytef *>(out.data());
        stream.avail_out = uInt(out.size());
        deflate(&stream, flush);
        return out.first(out.size() - qsizetype(stream.avail_out));
    };
    QByteArray pixels = folded(row, Z_FULL_FLUSH);
    const QByteArray again = folded(row, Z_FULL_FLUSH);
    uLong sum = adler32(1, reinterpret_cast<const Bytef *>(row.constData()), uInt(row.size()));
    const uLong ofRow = sum;
    for (int y = 1; y < side; ++y) {
        pixels += again;
        sum = adler32_combine(sum, ofRow, row.size());
    }
    pixels += QByteArray("\x03\0", 2) + bigEndian(quint32(sum));
    deflateEnd(&stream);

    const auto chunk = [](const QByteArray &typed) {
        return bigEndian(quint32(typed.size() - 4)) + typed + bigEndian(pngCrc(typed));
    };
    const QByteArray depthAndColour("\x08\x06\0\0\0", 5);
    return QByteArray("\x89PNG\r\n\x1a\n", 8)
           + chunk("IHDR" + bigEndian(quint32(side)) + bigEndian(quint32(side)) + depthAndColour) + chunk("IDAT" + pixels)
           + chunk("IEND");
}

QByteArray pdf(int pages)
{
    QByteArray content;
    QBuffer buffer(&content);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    QPainter painter(&writer);
    for (int page = 0; page < pages; ++page) {
        if (page > 0)
            writer.newPage();
        painter.fillRect(0, 0, writer.width() / 4, writer.height() / 4, Qt::red);
    }
    painter.end();
    return content;
}

QByteArray pdfOf(const QList<QByteArray> &objects)
{
    QByteArray content = "%PDF-1.7\n";
    QByteArray table = "0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(content.size()).rightJustified(10, '0') + " 00000 n \n";
        content += QByteArray::number(i + 1) + " 0 obj\n" + objects.at(i) + "\nendobj\n";
    }
    const QByteArray start = QByteArray::number(content.size());
    const QByteArray count = QByteArray::number(objects.size() + 1);
    content +=
        "xref\n0 " + count + "\n" + table + "trailer\n<< /Size " + count + " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
    return content;
}

QByteArray pdfWith(const QByteArray &catalogEntries, const QList<QByteArray> &moreObjects)
{
    return pdfOf(QList<QByteArray> { "<< /Type /Catalog /Pages 2 0 R " + catalogEntries + " >>",
                                     "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                                     "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>" }
                 + moreObjects);
}

QByteArray encryptedPdf(const char *userPassword, const char *ownerPassword)
{
    const QByteArray plain = pdf(1);
    QPDF document;
    document.processMemoryFile("sample", plain.constData(), size_t(plain.size()));
    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.setR6EncryptionParameters(userPassword, ownerPassword, true, true, true, true, true, true, qpdf_r3p_full, true);
    writer.write();
    const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
    return { reinterpret_cast<const char *>(buffer->getBuffer()), qsizetype(buffer->getSize()) };
}

} // namespace samples
