#pragma once

#include "core/counter/lawtables.h"
#include "core/dossier/dossier.h"
#include "core/procedure/procedurepack.h"

#include <QDate>
#include <QJsonObject>

namespace motcua {

// The legal day that presses on a dossier which is submitted now: the end of the time for its procedure or one of its branches if the
// portal received it now, the portal's own due day, the last day of an unanswered request; the nearest of them. Decides the order of
// sending and is shown to nobody. Invalid when neither pack nor portal gives a day.
QDate nearestDate(const Dossier &dossier, const ProcedurePack &pack, const QJsonObject &answers, const QDateTime &now,
                  const LawTables &tables);

} // namespace motcua
