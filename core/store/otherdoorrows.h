#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QString>

namespace motcua {

class Database;

// A dossier that a person enters at a portal's web page instead of sync. Call inside Database::write().

// Out of the queue, so that sync cannot send it beside the person; again = nothing happens. HandOverForbidden unless it waits.
Result<void> takeByHand(Database &database, const QString &dossierId);
// Back into the queue, by somebody's decision, while no code was entered. HandOverForbidden.
Result<void> giveBackToSync(Database &database, const QString &dossierId);
// The portal's page gave this code. HandOverForbidden when it was not taken, or has another code.
Result<void> enterOfficialCode(Database &database, const QString &dossierId, const QString &code, const QDateTime &at);

} // namespace motcua
