#pragma once

#include "core/dossier/dossier.h"
#include "core/procedure/formstate.h"

#include <QJsonArray>
#include <QJsonObject>

namespace motcua {

// The shapes of --json, documented in docs/motcuactl.md.
QJsonObject toJson(const DossierSummary &dossier);
QJsonObject toJson(const Dossier &dossier);
QJsonObject toJson(const Receipt &receipt);
QJsonObject fromPortalJson(const Dossier &dossier); // requests, results, messages, receipts
QJsonArray toJson(const QList<Finding> &findings);

} // namespace motcua
