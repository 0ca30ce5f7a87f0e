#pragma once

#include "sync/contract.h"
#include "sync/syncservice.h"
#include "sync/transport.h"

namespace motcua {

template <typename T>
struct Reply
{
    Judgement judgement;
    T value {}; // only when the judgement is ok
};

// What GET /catalog/packs brought; empty when there is nothing newer than what was asked with, or no catalog at all.
struct ProcedureFile
{
    QByteArray content;
    QByteArray tag; // ETag as it came
};

// The calls of the contract, typed. Blocking; on the sync thread.
class PortalClient
{
public:
    PortalClient(Transport &transport, PortalAccess portal, StopAsked stop);

    // POST /sync, for who keeps several requests under way.
    HttpRequest syncRequest(const SyncRequest &request) const;
    static Reply<SyncAnswer> readSync(const Transmission &transmission, const SyncRequest &request);
    Reply<QDateTime> ping();        // the portal's time; invalid when it does not say
    Reply<QByteArray> receiptKey(); // JWK; empty when the portal does not sign
    Reply<ProcedureFile> procedures(const QByteArray &knownTag);
    QUrl uploadUrl(const QString &uploadId) const;

private:
    QUrl api(const QString &path) const;

    Transport &m_transport;
    PortalAccess m_portal;
    StopAsked m_stop;
};

} // namespace motcua
