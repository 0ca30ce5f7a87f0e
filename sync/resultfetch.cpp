#include "sync/resultfetch.h"

#include "core/base/log.h"
#include "sync/sendpolicy.h"

namespace motcua {

namespace {

constexpr qint64 piece = 128 * 1024; // bytes: seconds on a weak link, a hundred calls for the largest result

// False: the link or our store does not go on now; the next pass does.
bool fetchOne(PortalClient &portal, Outbox &outbox, WantedResult wanted, const QDate &legalDay, const StopAsked &stop)
{
    while (wanted.held < wanted.file.size) {
        if (stop() || !mayFetch(outbox, legalDay))
            return false;
        const Reply<ResultPiece> reply = portal.resultPiece(wanted.file, wanted.held, piece);
        const qint64 got = reply.value.bytes.size();
        if (!reply.judgement.ok() && got == 0) {
            if (const std::optional<Error> error = errorOf(reply.judgement, wanted.dossierId))
                qCInfo(logSync).noquote() << "a result does not come:" << forLog(*error);
            return reply.judgement.isPortalsWord(); // it spoke of this one; the others may be there
        }
        if (got == 0)
            return true;
        if (const auto kept = outbox.storeResultPiece(wanted.file.id, reply.value.offset, reply.value.bytes); !kept) {
            qCWarning(logSync).noquote() << "a piece of a result was not kept:" << forLog(kept.error());
            return kept.error().code == ErrorCode::ResultPieceWrong;
        }
        if (const auto counted = outbox.addBytes(legalDay, got); !counted)
            return false;
        wanted.held = reply.value.offset + got;
        if (!reply.judgement.ok())
            return false; // the link broke inside this piece; what came of it is kept
    }
    if (const auto whole = outbox.completeResult(wanted.file.id); !whole) {
        qCWarning(logSync).noquote() << "a result is not what was announced:" << forLog(whole.error());
        return whole.error().code == ErrorCode::ResultDamaged;
    }
    return true;
}

} // namespace

void fetchResults(PortalClient &portal, Outbox &outbox, const QDate &legalDay, const StopAsked &stop)
{
    const Result<QList<WantedResult>> wanted = outbox.resultsWanted();
    if (!wanted)
        return;
    for (const WantedResult &one : *wanted) {
        if (!fetchOne(portal, outbox, one, legalDay, stop))
            return;
    }
}

} // namespace motcua
