#pragma once

#include "core/base/result.h"
#include "core/dossier/dossier.h"
#include "core/outbox/outbox.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

namespace motcua {

class Database;

// What the portal gives back beside a status: requests, messages and files. Changes inside Database::write().

Result<void> keepFromPortal(Database &database, qint64 dossierRow, const StatusChange &change);
// Counts anew what somebody has to do: after every change of what it is counted from.
Result<void> refreshAsks(Database &database, qint64 dossierRow);

Result<QList<PortalRequest>> requestsOf(const Database &database, qint64 dossierRow);
Result<QList<PortalResult>> resultsOf(const Database &database, qint64 dossierRow);
Result<QList<PortalMessage>> messagesOf(const Database &database, qint64 dossierRow);

// `revision` carries the answer to everything that was asked before it.
Result<void> answerRequests(Database &database, qint64 dossierRow, int revision);
// Somebody told the citizen what came.
Result<void> noteTold(Database &database, const QString &dossierId, const QDateTime &at);

Result<QList<WantedResult>> wantedResults(const Database &database);
Result<void> keepResultPiece(Database &database, const QString &id, qint64 offset, const QByteArray &bytes);
// Answers whether the digest fits; when it does not, the bytes are dropped.
Result<bool> finishResult(Database &database, const QString &id, QString *dossierId);
Result<QByteArray> resultContent(const Database &database, const QString &id); // ResultUnknown, ResultDamaged
tl::unexpected<Error> resultDamaged(const QString &id);

} // namespace motcua
