#pragma once

#include <QString>
#include <QStringView>

namespace motcua {

// Dates as people at the counter type them. Stored: yyyy, yyyy-MM or yyyy-MM-dd; shown: yyyy, MM/yyyy, dd/MM/yyyy.

// Reads 5/3/1990, 05-03-1990, 05031990, 3/1990, 031990, 1990 and the stored forms. Empty when it is no date of the calendar, or
// a partial one where the whole date is wanted. Two-digit years are never guessed.
QString storedDate(QStringView typed, bool partialAllowed);

// The other way; text that is no stored date comes back unchanged, so that nothing typed is lost.
QString shownDate(const QString &stored);

} // namespace motcua
