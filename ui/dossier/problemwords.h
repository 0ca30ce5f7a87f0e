#pragma once

#include "core/dossier/dossier.h"
#include "core/procedure/procedurepack.h"

#include <QString>
#include <QStringList>

namespace motcua {

// Why a dossier came back, with the field and the papers by the names that they have in the form.
QString problemWords(const ProcedurePack &pack, const DeliveryProblem &problem);
// What is asked for, one line for each thing, with its day.
QStringList askedWords(const ProcedurePack &pack, const PortalRequest &request);

} // namespace motcua
