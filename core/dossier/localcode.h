#pragma once

#include <QDate>
#include <QString>

namespace motcua {

// The kiosk's own code, printed on the provisional slip: TAM-<commune 5>-<machine 2>-<yyMMdd>-<serial 3+>-<check>. It can never be
// taken for an official code (domain.md 3.1). The check character is ISO/IEC 7064 MOD 37-2 over the code without hyphens, so any one
// wrong character and any swap of neighbours is noticed.
QString makeLocalCode(const QString &communeCode, const QString &machine, const QDate &legalDate, int serial);

// Accepts lower case and spaces around, as people type it.
bool isLocalCode(const QString &text);

} // namespace motcua
