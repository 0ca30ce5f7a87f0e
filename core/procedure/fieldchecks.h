#pragma once

#include "core/procedure/formstate.h"

#include <QDate>

namespace motcua {

// What JSON Schema cannot say of one answer: real days, names as people have them, the structure of ID numbers, units in force.
// Only the severity, keyword and message of the findings are filled. Empty = nothing to say.
struct FieldQuestion
{
    const ProcedurePack &pack;
    const QJsonObject &answers;
    const FieldInfo &field;
    QDate today;
};

QList<Finding> checkField(const FieldQuestion &question);

} // namespace motcua
