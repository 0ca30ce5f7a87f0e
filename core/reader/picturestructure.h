#pragma once

#include <QByteArray>

namespace motcua {

// Whether the file is whole, read from its own structure: decoders paint the missing part of a cut-off picture grey and say nothing.
// Bytes after the end are allowed: phones append further pictures and short films there.
bool jpegIsWhole(const QByteArray &content); // ITU-T T.81 Annex B: every segment, then EOI
bool pngIsWhole(const QByteArray &content);  // W3C PNG: IHDR first, every CRC right, then IEND

} // namespace motcua
