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
    quint32 crc = 0xffffffffu;
    for (const char byte : bytes) {
        crc ^= uchar(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1) ? 0xedb88320u ^ (crc >> 1) : crc >> 1;
    }
    return ~crc;
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
