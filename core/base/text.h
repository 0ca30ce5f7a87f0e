#pragma once

#include <QString>
#include <QStringView>

namespace motcua {

// Stored text: Unicode NFC, control characters out, runs of spaces squeezed, ends trimmed (domain.md 3.7).
QString normalized(QStringView text);

// Search form: tone and vowel marks dropped, đ as d, lower case, spaces squeezed. "Điểu Thị Mai" -> "dieu thi mai".
QString folded(QStringView text);

// True when every word of `needle` begins a word of `haystack`; both are folded here.
bool matchesFolded(QStringView haystack, QStringView needle);

} // namespace motcua
