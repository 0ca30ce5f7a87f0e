#pragma once

#include "core/dossier/dossier.h"
#include "core/procedure/formstate.h"

#include <QJsonArray>
#include <QJsonObject>

namespace motcua {

// The shapes of --json, documented in docs/motcuactl.md.
QJsonObject toJson(const DossierSummary &dossier);
QJsonObject toJson(const Dossier &dossier);
QJsonArray toJson(const QList<Finding> &findings);

} // namespace motcua
