#pragma once

#include "sync/portalclient.h"
#include "sync/syncprogress.h"

#include <QHash>
#include <QSet>

#include <optional>
#include <utility>

namespace motcua {

// Everything that can be exchanged with the portal now, in the order that serves people: news and acknowledgements, then every
// waiting form, then the papers of one dossier after the other. On exactly-once see the head of syncpass.cpp. One object = one pass.
class SyncPass
{
public:
    SyncPass(Outbox &outbox, Transport &transport, const PortalAccess &portal, const Clock &clock, SyncMonitor &monitor,
             SyncMemory &memory, StopAsked stop);

    SyncOutcome run();

private:
    // What the portal said about a dossier in this pass.
    struct Told
    {
        bool told = false; // the portal knows the manifest
        int times = 0;     // how often it was told
        QList<WantedUpload> wanted;
        QSet<QString> sentTwice; // uploads that were begun again after a wrong digest
    };
    enum class FileEnd { Complete, DossierSettled, PassOver };

    void work();
    bool loadQueue();
    void tellAgainWhatHasNoReceipt();
    bool exchange();
    QList<OutboundDossier> nextBatch();
    bool afterRefusedCall(const QList<OutboundDossier> &batch, const Judgement &judgement);
    void settle(const ItemResult &result);
    void takeReceipt(const Receipt &receipt);
    bool settleSuspect();

    std::optional<OutboundDossier> nextToUpload() const;
    bool upload(const OutboundDossier &dossier);
    FileEnd uploadFile(const OutboundDossier &dossier, const OutboundFile &file, WantedUpload wanted);
    FileEnd afterWrongDigest(const OutboundDossier &dossier, const OutboundFile &file, const Judgement &judgement);
    Result<void> checkOwnCopy(const OutboundFile &file);

    bool mayLeave(const QList<DeliveryKey> &keys);
    void refuse(const DeliveryKey &key, const Error &error, const Problem &problem);
    void setAside(const DeliveryKey &key, const Error &error, bool inDoubt);
    void endBy(const Judgement &judgement);
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
    PortalClient m_portal;
    SyncProgress m_progress;
    SyncMemory &m_memory;

    SyncOutcome m_outcome;
    bool m_over = false;
    std::optional<LinkState> m_endLink;
    bool m_moreNews = false;
    int m_newsCalls = 0;
    QList<OutboundDossier> m_queue; // pending, without what was set aside
    QHash<DeliveryKey, Told> m_told;
    QSet<DeliveryKey> m_setAside; // not touched again in this pass
    QSet<DeliveryKey> m_inFlight; // marked Sending, not settled yet
    qsizetype m_batchLimit = mostDossiersPerCall;
    qint64 m_chunk = 512 * 1024;
    std::optional<std::pair<DeliveryKey, Judgement>> m_suspect; // a call with only this one was refused as a whole
};

} // namespace motcua
