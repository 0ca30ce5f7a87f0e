#pragma once

#include <QString>

namespace motcua {

// What people type for one kind of answer, as it is stored. What cannot be read comes back without its spaces, never emptied.

QString storedPhone(const QString &typed);      // "+84 912 345 678", "(0271) 3812 345" -> "0912345678", "02713812345"
QString storedPersonalId(const QString &typed); // "070 195 000 123" -> "070195000123"
QString storedInsurance(const QString &typed);  // "te 1 75 0123456789" -> "TE1750123456789"
QString storedTime(const QString &typed);       // "7h30", "7:30", "0730", "7 giờ" -> "07:30", "07:00"

bool isInsuranceNumber(const QString &stored); // 10 or 12 digits, or the 15 characters of a card (domain.md 3.5)

} // namespace motcua
