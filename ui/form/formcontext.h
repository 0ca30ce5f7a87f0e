#pragma once

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
};

// The countries of the first nationality field of the pack.
QList<Choice> countriesOf(const ProcedurePack &pack);

// Choices of ethnicity as the state numbers them (:/data/ethnic_codes.tsv), other names searchable in `alsoKnownAs`.
struct EthnicGroup
{
    QString code;
    QString name;
    QString alsoKnownAs;
};
const QList<EthnicGroup> &ethnicGroups();

} // namespace motcua
