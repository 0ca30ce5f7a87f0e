#pragma once

#include <QString>

namespace motcua {

// Stored values as people read them. Pure functions; what is no such value comes back unchanged, so that nothing typed is lost.

QString shownDate(const QString &stored);                          // yyyy-MM-dd, yyyy-MM, yyyy -> dd/MM/yyyy, MM/yyyy, yyyy
QString groupedDigits(const QString &digits, int first, int rest); // 070195000123, 3, 3 -> 070 195 000 123
QString shownMoney(qint64 dong);                                   // 1234567 -> 1.234.567
QString shownNumber(double number);                                // 120.5 -> 120,5

} // namespace motcua
