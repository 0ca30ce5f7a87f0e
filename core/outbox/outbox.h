#pragma once

#include "core/base/result.h"
#include "core/dossier/dossier.h"
#include "core/dossier/receipt.h"

#include <QByteArray>
#include <QDateTime>
#include <QHashFunctions>
#include <QList>
#include <QString>

namespace motcua {

struct OutboundFile
{
    QString attachmentId;
    QString name;
    QString component;
    QString mediaType;
    qint64 size = 0;
    QString sha256;
};

// A branch of a linked dossier as the portal is told of it.
struct OutboundBranch
{
    QString id;
    QString procedureCode; // may be empty
    QStringList components;
};

// A submitted dossier as it must reach the portal, byte for byte the same at every attempt.
struct OutboundDossier
{
    QString id;
    int revision = 1;
    QString localCode;
    QString procedureCode;
    QString packVersion;
    QDateTime capturedAt;
    QDateTime submittedAt;
    QByteArray form; // exact UTF-8 JSON text, frozen at submission
    QString formSha256;
    QList<OutboundFile> files;
    QList<OutboundBranch> branches; // none: not a linked procedure
    DeliveryState delivery = DeliveryState::Waiting;
};

// One revision of one dossier.
struct DeliveryKey
{
    QString id;
    int revision = 1;

    bool operator==(const DeliveryKey &) const = default;
};

inline DeliveryKey keyOf(const OutboundDossier &dossier)
{
    return { dossier.id, dossier.revision };
}

inline size_t qHash(const DeliveryKey &key, size_t seed = 0)
{
    return qHashMulti(seed, key.id, key.revision);
}

struct StatusChange
{
    qint64 sequence = 0;
    QString dossierId;
    int status = 0;
    QDateTime at;
    QString note;
    QString branch = {};       // id of the branch it speaks of; empty = the dossier as a whole
    QString officialCode = {}; // of the branch, if it has one
    QDateTime dueAt = {};      // of the branch; invalid = the portal says nothing about it
};

// The sending side of the queue. Every call is one durable transaction: when it returns, the change survives a power cut. Calls
// block until then; make them from the sync thread, never from the GUI thread. States move only along
//   Waiting -> Sending -> Waiting | InDoubt | Received | Refused,   InDoubt -> Sending
// except that a receipt or a refusal, being an answer about the dossier itself, may come at any time. For an older revision it
// changes nothing.
class Outbox
{
public:
    virtual ~Outbox() = default;

    // Submitted, not received, not refused; oldest submission first. Rows left in Sending by a crash come back as InDoubt.
    virtual Result<QList<OutboundDossier>> pending(int limit) = 0;
    virtual Result<void> markSending(const QList<DeliveryKey> &keys) = 0; // before the first byte leaves
    virtual Result<void> markWaiting(const QList<DeliveryKey> &keys) = 0; // the portal answered: it wants more
    virtual Result<void> markInDoubt(const QList<DeliveryKey> &keys, const QString &errorId) = 0;
    virtual Result<void> storeReceipt(const Receipt &receipt) = 0;                           // -> Received; idempotent
    virtual Result<void> refuse(const DeliveryKey &key, const DeliveryProblem &problem) = 0; // -> Refused, dossier NeedsFix

    // `length` bytes from `offset`, fewer at the end.
    virtual Result<QByteArray> readFile(const QString &attachmentId, qint64 offset, qint64 length) = 0;

    virtual Result<QList<DeliveryKey>> unacknowledgedReceipts() = 0;
    virtual Result<void> markAcknowledged(const QList<DeliveryKey> &keys) = 0;

    virtual Result<QString> cursor() = 0;
    // Stores the changes and the cursor behind them in one transaction; changes seen before are ignored, and so
    // are those of a dossier or branch that is not here.
    virtual Result<void> applyChanges(const QList<StatusChange> &changes, const QString &cursor) = 0;

    virtual Result<int> unsentCount() = 0;
};

} // namespace motcua
