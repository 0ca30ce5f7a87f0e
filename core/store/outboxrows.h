#pragma once

#include "core/base/result.h"
#include "core/outbox/outbox.h"

namespace motcua {

class Database;

// The queue as SQL: what StoreOutbox does inside one transaction. Its state machine is in deliverysteps.h, what the portal answers in
// portalanswers.h.

constexpr qint64 attachmentPartBytes = 1 << 20; // bytes of a paper in one row

// Bytes of a paper; fewer when it ends. AttachmentGone.
Result<QByteArray> readAttachment(const Database &database, qint64 row, qint64 offset, qint64 length);
Result<QByteArray> readAttachment(const Database &database, const QString &attachmentId, qint64 offset, qint64 length);

tl::unexpected<Error> paperDamaged(const QString &subject, const QString &detail = {}); // AttachmentDamaged

// Each answers which dossiers it changed: none when the call had been made before or speaks of an older revision.
using Changed = Result<QStringList>;

Changed doubtWhatWasBeingSent(Database &database);
Result<QList<OutboundDossier>> pendingDossiers(const Database &database, int limit, bool withForms = true);
Result<QByteArray> frozenForm(const Database &database, const DeliveryKey &key); // DossierUnknown
Changed moveTo(Database &database, DeliveryState state, const QList<DeliveryKey> &keys, const DeliveryProblem &problem = {});
Changed moveToWanted(Database &database, const QList<DeliveryKey> &keys); // Waiting, and known at the portal for good
// The officer's order that its papers go whatever the policy says, or its end. NotInQueue.
Changed orderNow(Database &database, const QString &dossierId, bool now);
Result<int> unsent(const Database &database);

} // namespace motcua
