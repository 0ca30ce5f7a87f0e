#pragma once

#include "core/base/result.h"
#include "core/store/outboxrows.h"

#include <QDateTime>
#include <QString>

namespace motcua {

class Database;

// A dossier that reaches a portal by another way than our own contract. Call inside Database::write().

// Out of the queue, so that sync cannot send it beside the person; again = nothing happens. HandOverForbidden unless it waits and the
// portal has never been told of it.
Result<void> takeByHand(Database &database, const QString &dossierId);
// Back into the queue, by somebody's decision, while no code was entered. HandOverForbidden.
Result<void> giveBackToSync(Database &database, const QString &dossierId);
// The portal's page gave this code. HandOverForbidden when it was not taken, or has another code.
Result<void> enterOfficialCode(Database &database, const QString &dossierId, const QString &code, const QDateTime &at);
// The national gateway says that a record with this code is there: out of the queue, submitted, with its code, and no receipt. Again =
// nothing happens. HandOverForbidden when it is not in the queue.
Changed noteFound(Database &database, const DeliveryKey &key, const QString &code, const QDateTime &at);

} // namespace motcua
