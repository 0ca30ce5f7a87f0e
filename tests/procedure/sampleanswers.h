#pragma once

#include "core/procedure/procedurepack.h"

#include <QJsonObject>

// Invented people and complete answers to the shipped procedure 1.004873, to be changed in one place by each test.
namespace sample {

motcua::PackPtr pack();

QJsonObject forSelf();  // asks for herself, single, for a loan: complete
QJsonObject forOther(); // a daughter asks for her father, who is widowed

// The same answers with some changed: {"/request/copies": 2}; undefined removes.
QJsonObject with(QJsonObject data, const QList<std::pair<QString, QJsonValue>> &changes);

} // namespace sample
