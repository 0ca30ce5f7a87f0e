#pragma once

#include "core/base/result.h"
#include "core/outbox/outbox.h"

#include <QByteArray>
#include <QDate>

namespace motcua {

class Database;

// What the queue remembers beside its rows: what people allow it to send, what it has cost, and the marks and keys by which kiosk
// and portal know each other. Changes inside Database::write().

Result<SyncPolicy> readPolicy(Database &database);
Result<void> writePolicy(Database &database, const SyncPolicy &policy);

Result<qint64> bytesUsed(const Database &database, const QDate &legalDay);
Result<void> addBytesUsed(Database &database, const QDate &legalDay, qint64 bytes);

Result<Lineage> readLineage(Database &database);
Result<void> writeLineage(Database &database, const Lineage &lineage);

Result<QByteArray> readReceiptKey(Database &database); // empty = none
// Kept in its canonical spelling: ReceiptKeyUnusable. ReceiptKeyDiffers when another one is pinned, unless it is to be replaced; an empty key with `replace` forgets it.
Result<void> writeReceiptKey(Database &database, const QByteArray &jwk, bool replace);

} // namespace motcua
