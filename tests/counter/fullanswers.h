#pragma once

#include "core/procedure/procedurepack.h"

#include <QHash>
#include <QJsonObject>
#include <QJsonValue>

namespace motcua::sample {

// Answers to every field of a pack, made from its own description: invented people only. `chosen` fixes single answers by pointer.
QJsonObject fullAnswers(const ProcedurePack &pack, const QHash<QString, QJsonValue> &chosen = {});

// The same with markup, tags of templates, control signs and letters that turn the writing in every text.
QJsonObject hostileAnswers(const ProcedurePack &pack, const QHash<QString, QJsonValue> &chosen = {});

} // namespace motcua::sample
