#pragma once

#include "core/procedure/compiledpack.h"
#include "core/procedure/schemavalidator.h"

#include <QJsonObject>
#include <QString>

namespace motcua {

// The parts of a pack that rooms above turn into fees, deadlines, branches, offers and papers. Their members stay JSON
// (ProcedurePack::json); here their conditions are compiled and their pointers checked, so that whoever reads them may trust them.
OrProblem<void> checkParts(const QJsonObject &pack, CompiledPack &compiled);

// Under which name the condition of one part is kept: partName("fee/items", "registration"). CompiledPack::holds() answers true when
// the part has none. Lists: deadline/cases, fee/items, fee/waivers, branches, prefill, papers.
QString partName(const QString &list, const QString &id);

} // namespace motcua
