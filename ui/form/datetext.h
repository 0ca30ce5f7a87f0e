#pragma once

#include "core/procedure/shownvalue.h"

#include <QString>
#include <QStringView>

namespace motcua {

// Dates as people at the counter type them. Stored: yyyy, yyyy-MM or yyyy-MM-dd; shownDate() is the other way.

// Reads 5/3/1990, 05-03-1990, 05031990, 3/1990, 031990, 1990 and the stored forms. Empty when it is no date of the calendar, or
// a partial one where the whole date is wanted. Two-digit years are never guessed.
QString storedDate(QStringView typed, bool partialAllowed);

} // namespace motcua
