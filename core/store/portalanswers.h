#pragma once

#include "core/base/result.h"
#include "core/outbox/outbox.h"
#include "core/store/outboxrows.h"

#include <QDateTime>

namespace motcua {

class Database;

// What the portal says of dossiers, as SQL: receipts, refusals, changes of state, and that it was restored from an old copy. Inside one
// transaction of StoreOutbox.

Changed acceptReceipt(Database &database, const Receipt &receipt, const QDateTime &now);
Changed acceptRefusal(Database &database, const DeliveryKey &key, const DeliveryProblem &problem, const QDateTime &now);
Changed acceptChanges(Database &database, const QList<StatusChange> &changes, const QString &cursor, const QDateTime &now);
Changed offerAgain(Database &database, qint64 sequence, const QDateTime &now);
Result<QList<DeliveryKey>> receiptsToAcknowledge(const Database &database);
Result<void> acknowledge(Database &database, const QList<DeliveryKey> &keys);
Result<QString> changesCursor(Database &database);

} // namespace motcua
