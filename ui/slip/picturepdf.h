#pragma once

#include <QByteArray>
#include <QImage>

namespace motcua {

// A picture as one A4 page of a PDF, in memory, so that it is read and printed like any paper.
QByteArray pictureAsPdf(const QImage &image);

} // namespace motcua
