#pragma once

#include "core/procedure/procedurepack.h"
#include "core/procedure/schemavalidator.h"

#include <QJsonObject>

namespace motcua {

// The members of a pack file, checked first against resources/procedures/pack.schema.json and then for sense; docs/procedure-packs.md
// is the description for people.
OrProblem<std::shared_ptr<ProcedurePack>> readPack(const QJsonObject &json);

} // namespace motcua
