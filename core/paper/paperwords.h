#pragma once

#include <QString>

namespace motcua {

// A value as it may stand on paper: without control characters, signs that turn the direction of writing, and those by which a text
// engine marks its own frames and objects. Line breaks stay.
QString printable(const QString &value);

} // namespace motcua
