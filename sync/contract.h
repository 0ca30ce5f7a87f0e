#pragma once

#include "core/outbox/outbox.h"
#include "sync/synchint.h"
#include "sync/verdict.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace motcua {

struct PortalAccess;

// The values of POST /api/v1/sync as in portal-api.yaml, and their JSON. Nothing of an answer is believed before all of it was read.

struct SyncRequest
{
    QString cursor;
    QList<OutboundDossier> dossiers;
    QList<DeliveryKey> acknowledge; // receipts that are safe in our store
    Lineage lineage = {};           // without a next mark the call carries none
    JournalCall journal = {};       // without a head the call carries none
};

// A file of which the portal does not hold every byte yet.
struct WantedUpload
{
    QString uploadId;
    qint64 offset = 0; // bytes it holds
    qint64 length = 0;

    qint64 remaining() const { return length - offset; }
};

struct ItemResult
{
    enum class Outcome { Wanted, Received, Rejected };

    DeliveryKey key;
    Outcome outcome = Outcome::Wanted;
    QList<WantedUpload> wanted; // also of a received one: originals that are to follow
    Receipt receipt;
    Problem problem;
};

struct SyncAnswer
{
    QDateTime serverTime;
    QList<ItemResult> results;   // one for each dossier of the request, in its order
    QList<Receipt> receipts;     // all that this kiosk has not acknowledged
    QList<StatusChange> changes; // of whole dossiers and of branches
    QString cursor;
    bool more = false;
    // The portal was restored from an old copy: offer again what it received after this sequence. To be stored before the cursor.
    std::optional<qint64> resendAfter = {};
    SyncHint hint = {};                          // from the header Sync-Hint
    std::optional<JournalMark> journalHeld = {}; // what the portal held of our log before this call
    QString journalObjection = {};               // empty, "rollback" or "fork"
};

constexpr qsizetype mostDossiersPerCall = 25;
constexpr qint64 mostBytesPerCall = 1 << 20;

// The dossiers of one item as JSON; also tells how many bytes it adds to a call.
QByteArray toJson(const OutboundDossier &dossier);
QByteArray toJson(const SyncRequest &request, const PortalAccess &portal);

// `problem` names the first place where the answer breaks the contract; the answer is then empty.
SyncAnswer readSyncAnswer(const QByteArray &json, const SyncRequest &request, QString &problem);

// What came beside the answer to a paper's last bytes: none when it breaks the contract, for /sync gives them again.
QList<Receipt> readReceipts(const QByteArray &json);

// A receipt that stands alone, as in a signature; nothing when it breaks the contract.
std::optional<Receipt> readReceiptText(const QByteArray &json);

// The portal has exactly what we sent: same form, same files, same digests; in the place of a file that is to follow, its rendition.
bool sameManifest(const OutboundDossier &sent, const Receipt &receipt);

} // namespace motcua
