#pragma once

#include "core/identity/ethnicgroups.h"
#include "core/procedure/answertext.h"
#include "core/procedure/procedurepack.h"

#include <QDate>
#include <QList>
#include <QString>

namespace motcua {

class AdministrativeUnits;

// What field editors may know besides their field. Plain values and one immutable list; nothing of a procedure.
struct FormContext
{
    const AdministrativeUnits *units = nullptr; // outlives the form
    QString homeCommune;                        // of this kiosk: offered first
    QList<Choice> countries;                    // names of countries the pack knows, for addresses abroad
    QDate today;                                // legal day, for doubts about days to come
    PackPtr pack {};                            // whose rows the tables draw; the form sets it
};

} // namespace motcua
