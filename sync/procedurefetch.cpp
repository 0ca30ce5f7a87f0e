#include "sync/procedurefetch.h"

#include "core/base/log.h"
#include "core/base/sha256.h"
#include "sync/leanprocedures.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// Pieces are worth keeping only when they can be asked for again and proven whole at the end.
bool canGoOn(const ProcedureDownload &download)
{
    return !download.bytes.isEmpty() && !download.isWhole() && download.tag.startsWith('"') && !download.digest.isEmpty()
           && download.size <= ProcedureInbox::largestFile;
}

// The signed file; nothing when it cannot be made out of what came.
std::optional<QByteArray> fileOf(const ProcedureDownload &download, const QByteArray &installed)
{
    if (!download.isWhole() || (!download.digest.isEmpty() && sha256(download.bytes) != download.digest))
        return std::nullopt;
    if (download.mediaType != leanProceduresType)
        return download.bytes;
    return fromLeanProcedures(download.bytes, download.base.isEmpty() ? QByteArray() : installed);
}

} // namespace

void fetchProcedures(PortalClient &portal, ProcedureInbox &inbox, Outbox &outbox, const QDate &legalDay)
{
    const auto ask = [&](const ProcedureWish &wish) {
        Reply<ProcedureDownload> reply = portal.procedures(wish);
        const qint64 came = reply.value.bytes.size() - (reply.value.tag == wish.soFar.tag ? wish.soFar.bytes.size() : 0);
        if (const Result<void> counted = outbox.addBytes(legalDay, std::max<qint64>(came, 0)); !counted)
            qCWarning(logSync).noquote() << "bytes of procedures were not counted:" << forLog(counted.error());
        return reply;
    };
    const QByteArray installed = inbox.installedFile();
    const QByteArray have = installed.isEmpty() ? QByteArray() : sha256(installed).toHex();
    ProcedureWish wish { inbox.tag(), inbox.download(), have };
    const bool keptEarlier = !wish.soFar.bytes.isEmpty();
    if (!canGoOn(wish.soFar) || (!wish.soFar.base.isEmpty() && wish.soFar.base != have))
        wish.soFar = {};

    Reply<ProcedureDownload> reply = ask(wish);
    std::optional<QByteArray> file = fileOf(reply.value, installed);
    if (reply.judgement.ok() && !reply.value.bytes.isEmpty() && !file) {
        // Damaged on our disk, or a lean form that is none: the plain file, from its start.
        qCInfo(logSync) << "procedures of the portal: what came cannot be used; asked for once more";
        wish.soFar = {};
        wish.lean = false;
        reply = ask(wish);
        file = fileOf(reply.value, installed);
    }
    if (const std::optional<Error> error = errorOf(reply.judgement)) {
        // Nothing waits for it: the next pass asks again, and goes on where the link broke.
        qCInfo(logSync).noquote() << "procedures of the portal:" << forLog(*error);
        if (canGoOn(reply.value) && reply.value.bytes.size() > wish.soFar.bytes.size())
            inbox.keepDownload(reply.value);
        else if (keptEarlier && reply.judgement.verdict == Verdict::PortalFault)
            inbox.keepDownload({}); // the portal cannot go on with it
        return;
    }
    if (!reply.judgement.ok())
        return; // stopped: what was kept is still good
    if (keptEarlier)
        inbox.keepDownload({});
    if (file && !file->isEmpty())
        inbox.take(*file, reply.value.fileTag);
}

} // namespace motcua
