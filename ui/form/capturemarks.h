#pragma once

#include <QString>

namespace motcua {

// Places of the capture page that are not a field, in the place where a dossier remembers the field last worked on.
inline const QString papersMark = QStringLiteral("@papers");
inline const QString reviewMark = QStringLiteral("@review");

// The card of one component on the page of papers: "@papers/000.00.00.G15-KQ003453".
inline QString papersMarkOf(const QString &component)
{
    return papersMark + QLatin1Char('/') + component;
}

} // namespace motcua
