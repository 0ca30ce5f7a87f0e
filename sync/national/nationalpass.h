#pragma once

#include "core/procedure/procedurepack.h"
#include "sync/national/nationalclient.h"
#include "sync/syncservice.h"

namespace motcua {

// One pass through the national door: the same outbox, the oldest dossier first, papers before the record that names them.
//
// What these shapes allow: a record is an upsert by MaHoSo, which is made from the local code, so a repetition is never a second
// record. They do not allow exactly-once as our own contract does: no digest is confirmed, no stored answer is replayed, and a record
// of the same code by somebody else looks like ours. So: what may have arrived is asked for (TraCuuHoSo) before it is sent again, and
// a record that is there is taken for ours only when procedure and time of submission are ours too; else it is a conflict for people.
class NationalPass
{
public:
    using PackOf = std::function<PackPtr(const QString &code, const QString &version)>;

    NationalPass(Outbox &outbox, NationalClient &client, PackOf packOf, const Clock &clock, SyncMonitor &monitor, StopAsked stop);

    SyncOutcome run();

private:
    bool sendOne(const OutboundDossier &dossier);
    bool sendPapers(const OutboundDossier &dossier);
    std::optional<QByteArray> content(const OutboundFile &file);
    bool ask(const OutboundDossier &dossier, const QJsonObject &item, bool *there);
    bool submit(const OutboundDossier &dossier, const QJsonObject &item, bool updating);
    bool found(const OutboundDossier &dossier);
    bool refuse(const OutboundDossier &dossier, Verdict verdict, const QString &reason);
    bool setAside(const OutboundDossier &dossier, const QString &detail);
    bool stopBy(const OutboundDossier &dossier, const Judgement &judgement);
    bool over(const Error &error);

    Outbox &m_outbox;
    NationalClient &m_client;
    PackOf m_packOf;
    const Clock &m_clock;
    SyncMonitor &m_monitor;
    StopAsked m_stop;
    SyncOutcome m_outcome;
    bool m_inFlight = false; // the dossier at hand is marked as being sent
    int m_setAside = 0;      // dossiers of this pass that the gateway would not take, for reasons that may be its own
    LinkState m_link = LinkState::Checking;
};

// With a connection of its own; the counterpart of runSyncPass(). `national` is the text of DIR/national.json.
SyncOutcome runNationalPass(Outbox &outbox, const PortalAccess &access, const QByteArray &national,
                            const NationalPass::PackOf &packOf, const Clock &clock, SyncMonitor &monitor, const StopAsked &stop);

} // namespace motcua
