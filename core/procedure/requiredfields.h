#pragma once

#include "core/procedure/compiledpack.h"

#include <QJsonObject>
#include <QSet>

namespace motcua {

// Data pointers that the schema asks for now: "required" of every object that is required or begun, through allOf and through the
// branch of if/then/else that the answers choose.
QSet<QString> requiredPointers(const CompiledPack &compiled, const QJsonObject &answers);

} // namespace motcua
