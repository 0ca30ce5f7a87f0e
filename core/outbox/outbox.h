#pragma once

#include "core/base/result.h"
#include "core/dossier/dossier.h"
#include "core/dossier/fromportal.h"
#include "core/dossier/receipt.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QHashFunctions>
#include <QList>
#include <QString>

#include <algorithm>
#include <optional>

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
    QByteArray form; // exact UTF-8 JSON text, frozen at submission; empty in an outline()
    QString formSha256;
    QList<OutboundFile> files;
    QList<OutboundBranch> branches;                  // none: not a linked procedure
    DeliveryState delivery = DeliveryState::Waiting; // Received: originals are to follow, or see offerAgainAfter()
    qint64 formSize = 0;                             // bytes
    QDate nearestDate;                               // the legal day that presses on it, frozen at submission; invalid = none
    bool now = false;                                // by order of the officer: papers go although metered or over the budget
    QByteArray formerReceipt;                        // its proof, when it is offered again; else empty
    QByteArray assistance = {};          // who helped and how the citizen confirmed, frozen (JSON); empty: not recorded
    QList<OutboundFile> renditions = {}; // smaller pictures that go first, each under the name of the file that follows it

    const OutboundFile *renditionOf(const QString &name) const
    {
        const auto found = std::find_if(renditions.cbegin(), renditions.cend(),
                                        [&](const OutboundFile &rendition) { return rendition.name == name; });
        return found == renditions.cend() ? nullptr : &*found;
    }
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
    std::optional<SupplementRequest> request = {};
    QList<ResultFile> results = {};
    QString message = {};
};

// What the kiosk may send, set by people.
struct SyncPolicy
{
    qint64 dailyBytes = 0;  // for papers and results, up and down, in one legal day; 0 = no limit
    bool formsOnly = false; // a metered link: papers stay, unless a dossier is ordered to go now
    // Where the procedure allows it, a smaller picture goes first and the original after everything else; decided at submission.
    bool renditions = false;

    bool operator==(const SyncPolicy &) const = default;
};

// Which of two kiosks with the same identity this is: random marks that move on with each call (portal-api.yaml, `lineage`).
struct Lineage
{
    QByteArray known; // the last one that the portal has confirmed
    QByteArray next;  // the one it is told now; durable here before the first byte leaves

    bool operator==(const Lineage &) const = default;
};

// A row of the log of acts, as both sides name it.
struct JournalMark
{
    qint64 sequence = 0; // 0: none
    QByteArray hash;     // 32 bytes

    bool operator==(const JournalMark &) const = default;
};

Error journalDisputed(const QString &kind); // JournalDisputed: what the portal objects to, "rollback" or "fork"

// What a call says of the log (portal-api.yaml, `journal`).
struct JournalCall
{
    JournalMark head;  // of this kiosk now
    JournalMark since; // our own row at the sequence that the portal confirmed last; empty hash: it is not here any more
    QString objection; // not settled yet: "rollback", "fork"
};

// A file that the portal has for us and that is not whole here.
struct WantedResult
{
    ResultFile file;
    QString dossierId;
    qint64 held = 0; // bytes that are here: go on from there
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

    // Submitted, not received, not refused, or to be offered again; oldest submission first: the order of sending is decided by sync.
    // When there are more than `limit`, these are the ones that press most.
    // Rows left in Sending by a crash come back as InDoubt.
    virtual Result<QList<OutboundDossier>> pending(int limit) = 0;
    // The same without the text of the forms: for long queues.
    virtual Result<QList<OutboundDossier>> outline(int limit) = 0;
    virtual Result<QByteArray> form(const DeliveryKey &key) = 0;          // as frozen; DossierUnknown
    virtual Result<void> markSending(const QList<DeliveryKey> &keys) = 0; // before the first byte leaves
    virtual Result<void> markWaiting(const QList<DeliveryKey> &keys) = 0; // the portal answered: it took nothing
    // -> Waiting: the portal has the form and wants papers. From then on nobody may enter it there by hand.
    virtual Result<void> markWanted(const QList<DeliveryKey> &keys) = 0;
    virtual Result<void> markInDoubt(const QList<DeliveryKey> &keys, const QString &errorId) = 0;
    // -> Received; idempotent. One that names originals still to come stays pending until a receipt names none. For one that was
    // offered again: it is settled, and the official code that people hold stays.
    virtual Result<void> storeReceipt(const Receipt &receipt) = 0;
    // -> Refused, dossier NeedsFix. One that is received stays so, and pending: people are told that something contradicts its receipt.
    virtual Result<void> refuse(const DeliveryKey &key, const DeliveryProblem &problem) = 0;
    // A portal that gives no receipts has a record of it under this code: out of the queue, never received. Idempotent.
    virtual Result<void> noteFound(const DeliveryKey &key, const QString &officialCode) = 0;

    // `length` bytes from `offset`, fewer at the end.
    virtual Result<QByteArray> readFile(const QString &attachmentId, qint64 offset, qint64 length) = 0;

    virtual Result<QList<DeliveryKey>> unacknowledgedReceipts() = 0;
    virtual Result<void> markAcknowledged(const QList<DeliveryKey> &keys) = 0;

    virtual Result<QString> cursor() = 0;
    // Stores the changes and the cursor behind them in one transaction; changes seen before are ignored, and so
    // are those of a dossier or branch that is not here.
    virtual Result<void> applyChanges(const QList<StatusChange> &changes, const QString &cursor) = 0;

    // The portal was restored from an old copy: all that it received here after this sequence is pending again, shown as received.
    // Marking such a row as sending, waiting or in doubt changes nothing.
    virtual Result<void> offerAgainAfter(qint64 sequence) = 0;

    virtual Result<int> unsentCount() = 0; // without those that are offered again

    virtual Result<SyncPolicy> policy() = 0;
    virtual Result<qint64> bytesToday(const QDate &legalDay) = 0; // what papers and results have cost on that day
    virtual Result<void> addBytes(const QDate &legalDay, qint64 bytes) = 0;

    virtual Result<Lineage> lineage() = 0; // both empty before the first call
    virtual Result<void> storeLineage(const Lineage &lineage) = 0;

    // The log of acts is anchored at the portal with each call. Without a store there is none.
    virtual Result<JournalCall> journalCall() { return JournalCall {}; }
    // The portal took a call that told `sent`; before it, it held `held`. Answers what is to be shown: "", "rollback", "fork".
    virtual Result<QString> journalAnswered(const JournalMark &, const JournalMark &, const QString &) { return QString(); }

    // The portal's key for receipts (JWK). Pinned once; another one is refused (ReceiptKeyDiffers) until IT staff replaces it.
    virtual Result<QByteArray> receiptKey() = 0; // as canonicalReceiptKey() spells it; empty = none yet
    virtual Result<void> pinReceiptKey(const QByteArray &jwk) = 0;

    // Results that are not whole here, oldest first.
    virtual Result<QList<WantedResult>> resultsWanted() = 0;
    // Goes on at `offset`; 0 begins again. ResultPieceWrong when it leaves a gap or leads past the end.
    virtual Result<void> storeResultPiece(const QString &id, qint64 offset, const QByteArray &bytes) = 0;
    // Every byte is here: the digest is checked. ResultDamaged drops the bytes, so that it is fetched anew.
    virtual Result<void> completeResult(const QString &id) = 0;
};

} // namespace motcua
