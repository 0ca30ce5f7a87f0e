#pragma once

#include "core/base/result.h"
#include "core/outbox/outbox.h"

#include <QDateTime>

namespace motcua {

class Database;

// The outbox as SQL: what StoreOutbox does inside one transaction. The state machine is in outboxrows.cpp, in one table.

constexpr qint64 attachmentPartBytes = 1 << 20; // bytes of a paper in one row

// Bytes of a paper; fewer when it ends. AttachmentGone.
Result<QByteArray> readAttachment(const Database &database, qint64 row, qint64 offset, qint64 length);
Result<QByteArray> readAttachment(const Database &database, const QString &attachmentId, qint64 offset, qint64 length);

tl::unexpected<Error> paperDamaged(const QString &subject, const QString &detail = {}); // AttachmentDamaged

bool mayMove(DeliveryState from, DeliveryState to);

// Each answers which dossiers it changed: none when the call had been made before or speaks of an older revision.
using Changed = Result<QStringList>;

Changed doubtWhatWasBeingSent(Database &database);
Result<QList<OutboundDossier>> pendingDossiers(const Database &database, int limit, bool withForms = true);
Result<QByteArray> frozenForm(const Database &database, const DeliveryKey &key); // DossierUnknown
Changed moveTo(Database &database, DeliveryState state, const QList<DeliveryKey> &keys, const DeliveryProblem &problem = {});
Changed moveToWanted(Database &database, const QList<DeliveryKey> &keys); // Waiting, and known at the portal for good
Changed acceptReceipt(Database &database, const Receipt &receipt, const QDateTime &now);
Changed acceptRefusal(Database &database, const DeliveryKey &key, const DeliveryProblem &problem, const QDateTime &now);
Changed acceptChanges(Database &database, const QList<StatusChange> &changes, const QString &cursor, const QDateTime &now);
Changed offerAgain(Database &database, qint64 sequence, const QDateTime &now);
// The officer's order that its papers go whatever the policy says, or its end. NotInQueue.
Changed orderNow(Database &database, const QString &dossierId, bool now);
Result<QList<DeliveryKey>> receiptsToAcknowledge(const Database &database);
Result<void> acknowledge(Database &database, const QList<DeliveryKey> &keys);
Result<QString> changesCursor(Database &database);
Result<int> unsent(const Database &database);

} // namespace motcua
