#pragma once

#include "core/procedure/packschema.h"

namespace motcua {

// The JSON Forms UI schema as a tree, each control bound to the leaf of the resolved data schema that its scope names.
// `pointer` is where the UI schema stands in the pack.
OrProblem<LayoutElement> parseLayout(const QJsonObject &uiSchema, const QJsonObject &resolvedSchema,
                                     const QString &pointer = QStringLiteral("/uiSchema"));

// {"scope": …, "schema": …, "failWhenUndefined": …} of a rule, a component or an advice.
OrProblem<LayoutRule> parseCondition(const QJsonObject &condition, const QJsonObject &resolvedSchema, const QString &pointer);

} // namespace motcua
