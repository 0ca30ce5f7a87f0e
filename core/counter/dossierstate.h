#pragma once

#include "core/dossier/dossier.h"
#include "core/procedure/formstate.h"

#include <QDate>
#include <QHash>
#include <QString>

namespace motcua {

// How many papers each component has: what evaluateForm() asks for.
QHash<QString, int> papersPerComponent(const QList<Attachment> &attachments);

// What the answers of a dossier mean: of a draft as they stand today, of a submitted one as they were on the legal day of submission,
// so that slip, papers and screens say the same as what was frozen. Pure.
FormState stateOf(const Dossier &dossier, const ProcedurePack &pack, QDate today);

} // namespace motcua
