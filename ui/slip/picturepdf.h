#pragma once

#include <QByteArray>

namespace motcua {

// A picture as one A4 page of a PDF, in memory, so that it is read and printed like any paper. Empty when it cannot be read.
QByteArray pictureAsPdf(const QByteArray &picture);

} // namespace motcua
