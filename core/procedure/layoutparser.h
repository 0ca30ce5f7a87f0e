#pragma once

#include "core/procedure/packschema.h"

namespace motcua {

// The JSON Forms UI schema as a tree, each control bound to the leaf of the resolved data schema that its scope names.
OrProblem<LayoutElement> parseLayout(const QJsonObject &uiSchema, const QJsonObject &resolvedSchema);

// {"scope": …, "schema": …, "failWhenUndefined": …} of a rule, a component or an advice.
OrProblem<LayoutRule> parseCondition(const QJsonObject &condition, const QJsonObject &resolvedSchema, const QString &pointer);

} // namespace motcua
