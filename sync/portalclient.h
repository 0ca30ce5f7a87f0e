#pragma once

#include "core/outbox/procedureinbox.h"
#include "sync/contract.h"
#include "sync/syncservice.h"
#include "sync/transport.h"

namespace motcua {

template <typename T>
struct Reply
{
    Judgement judgement;
    T value {}; // only when the judgement is ok, unless the call says more
};

// Some bytes of a file that the portal gives back; from the start when the portal knows no ranges.
struct ResultPiece
{
    qint64 offset = 0;
    QByteArray bytes; // of a cut, as far as they came
};

// How a kiosk asks for procedures.
struct ProcedureWish
{
    QByteArray knownTag;     // of what was taken or refused last
    ProcedureDownload soFar; // to go on with; empty: from the start
    QByteArray have;         // SHA-256 (hex) of the installed file; empty: none
    bool lean = true;        // the lean form is welcome
};

// The calls of the contract, typed. Blocking; on the sync thread.
class PortalClient
{
public:
    PortalClient(Transport &transport, PortalAccess portal, StopAsked stop);

    // POST /sync, for who keeps several requests under way.
    HttpRequest syncRequest(const SyncRequest &request) const;
    static Reply<SyncAnswer> readSync(const Transmission &transmission, const SyncRequest &request);
    // PATCH: bytes of a paper. With the last of them the portal is asked for the receipt; it may give it or not.
    HttpRequest pieceRequest(const QString &uploadId, const QByteArray &piece, qint64 offset, bool isLast) const;
    static QList<Receipt> receiptsBeside(const Transmission &transmission); // those that came with such an answer
    // GET /receipt-key, the same way. JWK; empty when the portal does not sign.
    HttpRequest receiptKeyRequest() const;
    static Reply<QByteArray> readReceiptKey(const Transmission &transmission);
    Reply<QDateTime> ping(); // the portal's time; invalid when it does not say
    // The download as far as it is now; empty when there is nothing newer, or no catalog at all. After a cut too, beside the judgement.
    Reply<ProcedureDownload> procedures(const ProcedureWish &wish);
    // After a cut: what came of the piece, beside the judgement.
    Reply<ResultPiece> resultPiece(const ResultFile &file, qint64 offset, qint64 length);
    QUrl uploadUrl(const QString &uploadId) const;

private:
    QUrl api(const QString &path) const;

    Transport &m_transport;
    PortalAccess m_portal;
    StopAsked m_stop;
};

} // namespace motcua
