#pragma once

#include "core/dossier/dossier.h"

#include <QDateTime>
#include <QString>

namespace motcua {

// What the person at the counter does next about this dossier, in one line, translated; the same on every screen and in motcuactl.
QString nextStep(const DossierSummary &dossier, const QDateTime &now);

} // namespace motcua
