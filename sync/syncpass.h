#pragma once

#include "sync/lineagekeeper.h"
#include "sync/linkdiagnosis.h"
#include "sync/portalclient.h"
#include "sync/receiptcheck.h"
#include "sync/syncprogress.h"

#include <QHash>
#include <QMap>
#include <QSet>

#include <optional>
#include <utility>

namespace motcua {

// Everything that can be exchanged with the portal now, in the order that serves people: news and acknowledgements, then every
// waiting form, then the papers, see sendOrder(). Several requests are under way at once, each on a lane of the transport; on what
// happens when one falls silent see syncpasspapers.cpp, on exactly-once the head of syncpass.cpp. One object = one pass.
class SyncPass
{
public:
    SyncPass(Outbox &outbox, Transport &transport, const PortalAccess &portal, const Clock &clock, SyncMonitor &monitor,
             SyncMemory &memory, StopAsked stop);

    SyncOutcome run();

private:
    using Ticket = Transport::Ticket;
    using Instant = Transport::Instant;

    // What the portal said about a dossier in this pass.
    struct Told
    {
        bool told = false; // the portal knows the manifest
        int times = 0;     // how often it was told
        QList<WantedUpload> wanted;
        QSet<QString> sentTwice; // uploads that were begun again after a wrong digest
    };

    // A request that is under way.
    struct Flight
    {
        enum class Kind {
            Call,   // POST /sync
            Piece,  // PATCH: bytes of a paper
            Offset, // HEAD: how many of them the portal holds
            Key,    // GET /receipt-key
        };
        Kind kind = Kind::Call;
        Instant since = {};
        bool doubted = false; // silent: another one asks in its place, and the first that answers counts
        Ticket rival = 0;     // of a Call: the same one sent again
        int again = 0;        // how often
        DeliveryKey key = {};
        OutboundFile file = {};
        QString uploadId = {};
        qint64 from = 0;
        qint64 length = 0;
        Transport::Delivery delivery = {}; // of a Piece that was cut, and of the Offset that is asked because of it
        bool cut = false;
        qint64 waitedFor = -1; // of a Piece that lies at a proxy: the portal's offset when we began to wait
        SyncRequest request = {};
        QSet<DeliveryKey> whole = {}; // of a Call: what should have had a receipt when it left
    };

    void work();
    bool launch();
    void land(const Transport::Event &event);
    void landSilent(Ticket ticket);
    void sendCallAgain(Ticket silent);
    void lookAtLink();
    bool loadQueue();

    bool callIsDue() const;
    bool startCall();
    Ticket sendCall(const Flight &call, Transport::Way way);
    bool isUnderWay(Flight::Kind kind) const;
    void askKey(Transport::Way way);
    void landKey(const Transmission &transmission);
    void landCall(const Flight &call, const Transmission &transmission);
    void take(const Flight &call, const SyncAnswer &answer);
    QList<OutboundDossier> nextBatch();
    bool afterRefusedCall(const QList<OutboundDossier> &batch, const Judgement &judgement);
    void settle(const ItemResult &result);
    void noteWanted(const ItemResult &result);
    bool receiptIsDue(const OutboundDossier &dossier) const;
    bool followsLater(const OutboundDossier &dossier, const QString &uploadId) const;
    void takeReceipt(const Receipt &receipt);
    bool settleSuspect();

    bool lookAtPolicy();
    void countBytes(bool atEnd);
    bool isHeld(const OutboundDossier &dossier) const;
    bool mayStartPiece() const;
    bool startNextPiece();
    bool startNextPiece(bool later);
    bool startPiece(const OutboundDossier &dossier, const OutboundFile &file, const WantedUpload &wanted);
    void askOffset(const Flight &piece, Transport::Way way);
    void landPiece(const Flight &flight, const Transmission &transmission);
    void afterPiece(const Flight &flight, qint64 offset, const QList<Receipt> &receipts);
    void landOffset(const Flight &flight, const Transmission &transmission);
    void learnWay(const Flight &flight, qint64 kept, bool answered);
    bool liesAtAProxy(Ticket silent, const Flight &asked, qint64 offset);
    qint64 chunkNow();
    void tellSpeed();
    void afterCut(const Flight &flight, const Judgement &judgement);
    void afterFault(const Flight &flight, const Judgement &judgement);
    void afterOffsetMismatch(const Flight &flight, const Judgement &judgement);
    void afterWrongDigest(const Flight &flight, const Judgement &judgement);
    void advance(const Flight &flight, qint64 offset, bool gained);
    void tellAgain(const DeliveryKey &key);
    void ownCopyIsDamaged(const DeliveryKey &key, const Error &error, const QString &uploadId);
    Result<void> checkOwnCopy(const OutboundFile &file);
    WantedUpload *wantedOf(const DeliveryKey &key, const QString &uploadId);
    bool isUnderWay(const QString &uploadId, const QString &sha256) const;
    bool hasFlights(const DeliveryKey &key) const;
    void dropFlights(const DeliveryKey &key);
    void dropFlight(Ticket ticket);

    bool mayLeave(const QList<DeliveryKey> &keys);
    void refuse(const DeliveryKey &key, const Error &error, const Problem &problem);
    void setAside(const DeliveryKey &key, const Error &error, bool inDoubt);
    void endBy(const Judgement &found);
    ClockEvidence clockEvidence() const;
    void settleWhatIsInFlight();
    const OutboundDossier *find(const DeliveryKey &key) const;
    // False: our own store failed, and the pass is over.
    template <typename T>
    bool kept(const Result<T> &done)
    {
        return done ? true : over(done.error());
    }
    bool over(const Error &ofOurStore);

    Outbox &m_outbox;
    Transport &m_transport;
    const Clock &m_clock;
    StopAsked m_stop;
    PortalAccess m_access;
    PortalClient m_portal;
    LineageKeeper m_lineage;
    ReceiptCheck m_receipts;
    SyncProgress m_progress;
    SyncMemory &m_memory;

    SyncOutcome m_outcome;
    bool m_over = false;
    std::optional<LinkState> m_endLink;
    bool m_callDue = true;
    bool m_keyDue = false;
    bool m_offeredAgain = false; // a portal that always asks again is broken
    bool m_heard = false;        // the portal gave a good answer in this pass: a cut after that is the link's
    int m_cuts = 0;              // one after the other, without anything gained between them
    SyncPolicy m_policy;
    HeldBack m_held = HeldBack::Nothing; // papers, unless the officer ordered their dossier to go now
    qint64 m_spentToday = 0;
    qint64 m_counted = 0; // of the transport's bytes
    bool m_papersFlew = false;
    bool m_moreNews = false;
    int m_newsCalls = 0;
    int m_unsent = 0;
    Instant m_lookedForForms;
    std::optional<Instant> m_papersSince; // the first piece of this pass
    qint64 m_papersKept = 0;              // bytes that the portal confirmed since then
    QList<OutboundDossier> m_queue;       // pending, without what was set aside, in the order of sending
    QHash<DeliveryKey, Told> m_told;
    QSet<DeliveryKey> m_originalsFirst; // the smaller picture is damaged here: nothing waits for it
    QSet<DeliveryKey> m_setAside;       // not touched again in this pass
    QSet<DeliveryKey> m_inFlight;       // marked Sending, not settled yet
    QSet<DeliveryKey> m_gained;         // of which the portal confirmed bytes in this pass
    QHash<QString, int> m_corrections;  // by upload: offsets put right without one byte of progress between them
    QSet<QString> m_carried;            // SHA-256 of contents that the portal got whole in this pass
    QSet<QString> m_asked;              // uploads whose offset was asked because of that
    QMap<Ticket, Flight> m_flights;
    qsizetype m_batchLimit = mostDossiersPerCall;
    qint64 m_chunkCap = 2 * 1024 * 1024;
    int m_mostLanes = 4;                                        // connections at once, by the portal's wish
    std::optional<std::pair<DeliveryKey, Judgement>> m_suspect; // a call with only this one was refused as a whole
};

} // namespace motcua
