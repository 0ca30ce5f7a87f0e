#pragma once

#include <QByteArray>
#include <QColor>
#include <QImage>
#include <QList>
#include <QSize>

// Papers made in code: nothing here ever belonged to anybody.
namespace samples {

QImage picture(const QSize &size); // red top left, blue elsewhere
QByteArray jpeg(const QSize &size);
QByteArray jpegWithExif(const QSize &size, int orientation); // carries a GPS place too
QByteArray png(const QSize &size);
QByteArray pngSaying(quint32 width, quint32 height); // the header claims this size
QByteArray pdf(int pages);                           // by QPdfWriter; red mark top left
QByteArray pdfOf(const QList<QByteArray> &objects);  // object 1 is the catalog; well-formed
QByteArray pdfWith(const QByteArray &catalogEntries,
                   const QList<QByteArray> &moreObjects = {}); // one empty page; more objects from 4
QByteArray encryptedPdf(const char *userPassword, const char *ownerPassword);

} // namespace samples
