#pragma once

#include <QString>

namespace motcua {

// Vietnamese words for a whole number, small letters: 2026 -> "hai nghìn không trăm hai mươi sáu", 1005000 -> "một triệu không
// trăm linh năm nghìn". Negative numbers begin with "âm". Always Vietnamese: it is law's language on papers.
QString numberInWords(qint64 number);

} // namespace motcua
