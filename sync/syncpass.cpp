#include "sync/syncpass.h"

#include "core/base/clock.h"
#include "core/base/errorcatalog.h"
#include "core/base/log.h"

#include <algorithm>

// Exactly once. Where each rule is kept:
//  1. Identity. Dossier id, revision, form text and upload ids are fixed at submission (Outbox::pending, uploadIdOf). Sending the
//     same again is harmless: the portal answers the same.
//  2. Before the first byte of a dossier leaves, its row is Sending, durably: mayLeave(), called by the transport when the
//     connection stands.
//  3. No answer, or one that is not the portal's: the row becomes InDoubt: settleWhatIsInFlight(), the only way out of a pass.
//  4. Received only by a receipt whose manifest equals ours, stored durably: takeReceipt(), the only caller of storeReceipt.
//  5. The portal may forget a receipt only after that: exchange() acknowledges what Outbox::unacknowledgedReceipts lists, never
//     what it has just read.
//  6. One dossier's problem is that dossier's: refuse() and setAside(); the others go on.

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int longestQueue = 1000; // dossiers held in memory at once; the rest follows as these are received
constexpr qsizetype mostAcknowledged = 200;
constexpr int mostTimesTold = 4;    // in one pass; then something is wrong at the portal
constexpr int mostNewsCalls = 1000; // one after the other; a portal that always has more news is broken

QList<DeliveryKey> keysOf(const QList<OutboundDossier> &dossiers)
{
    QList<DeliveryKey> keys;
    for (const OutboundDossier &dossier : dossiers)
        keys.append(keyOf(dossier));
    return keys;
}

LinkState linkStateOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Offline:
        return LinkState::Offline;
    case Verdict::WrongCertificate:
    case Verdict::BadSetup:
        return LinkState::WrongCertificate;
    case Verdict::PortalBusy:
        return LinkState::PortalBusy;
    case Verdict::Unauthorized:
        return LinkState::Unauthorized;
    default:
        return LinkState::PortalFault;
    }
}

Error manifestDiffers(const Receipt &receipt)
{
    return fail(ErrorCode::PortalManifestDiffers, receipt.dossierId, u"receipt sequence %1"_s.arg(receipt.sequence)).value();
}

} // namespace

SyncPass::SyncPass(Outbox &outbox, Transport &transport, const PortalAccess &portal, const Clock &clock, SyncMonitor &monitor,
                   SyncMemory &memory, StopAsked stop)
    : m_outbox(outbox)
    , m_transport(transport)
    , m_clock(clock)
    , m_stop(std::move(stop))
    , m_portal(transport, portal, m_stop)
    , m_progress(monitor, clock)
    , m_memory(memory)
{
}

SyncOutcome SyncPass::run()
{
    m_progress.begin();
    work();
    settleWhatIsInFlight();
    m_progress.end(m_endLink, m_outcome.error);
    return m_outcome;
}

void SyncPass::work()
{
    while (!m_over && !m_stop()) {
        if (!loadQueue() || !exchange() || !loadQueue())
            return;
        tellAgainWhatHasNoReceipt();
        const bool untold =
            std::any_of(m_queue.begin(), m_queue.end(), [&](const auto &each) { return !m_told[keyOf(each)].told; });
        if (m_moreNews || m_suspect || untold)
            continue;
        if (const std::optional<OutboundDossier> dossier = nextToUpload()) {
            if (m_memory.formsOnly) {
                m_outcome.papersLeft = true;
                return;
            }
            if (!upload(*dossier))
                return;
            continue;
        }
        const Result<QList<DeliveryKey>> unacknowledged = m_outbox.unacknowledgedReceipts();
        if (!kept(unacknowledged))
            return;
        m_outcome.idle = unacknowledged->isEmpty();
        if (m_outcome.idle)
            return;
    }
}

bool SyncPass::loadQueue()
{
    const Result<QList<OutboundDossier>> pending = m_outbox.pending(longestQueue + int(m_setAside.size()));
    if (!kept(pending))
        return false;
    m_queue.clear();
    for (const OutboundDossier &dossier : *pending) {
        if (!m_setAside.contains(keyOf(dossier)))
            m_queue.append(dossier);
    }
    m_progress.queued(m_queue);
    return true;
}

// Its papers are whole at the portal as far as we know, and still no receipt came.
void SyncPass::tellAgainWhatHasNoReceipt()
{
    for (const OutboundDossier &dossier : std::as_const(m_queue)) {
        Told &told = m_told[keyOf(dossier)];
        if (told.wanted.isEmpty())
            told.told = false;
    }
}

// --- forms, acknowledgements and news: one call ---------------------------------------------------------------------------------

bool SyncPass::exchange()
{
    const Result<QString> cursor = m_outbox.cursor();
    const Result<QList<DeliveryKey>> unacknowledged = m_outbox.unacknowledgedReceipts();
    if (!kept(cursor) || !kept(unacknowledged))
        return false;
    const SyncRequest request { *cursor, nextBatch(), unacknowledged->first(std::min(unacknowledged->size(), mostAcknowledged)) };
    const QList<DeliveryKey> keys = keysOf(request.dossiers);

    const Reply<SyncAnswer> reply = m_portal.sync(request, [&] { return mayLeave(keys); });
    if (!reply.judgement.ok())
        return afterRefusedCall(request.dossiers, reply.judgement);
    const SyncAnswer &answer = reply.value;
    m_progress.answered();
    m_outcome.progress = true;
    m_batchLimit = std::min(m_batchLimit * 2, mostDossiersPerCall);
    m_moreNews = answer.more;
    m_newsCalls = m_moreNews ? m_newsCalls + 1 : 0;
    if (m_newsCalls > mostNewsCalls) {
        endBy(portalFault(u"always more news"_s));
        return false;
    }

    for (const Receipt &receipt : answer.receipts)
        takeReceipt(receipt);
    for (const ItemResult &result : answer.results)
        settle(result);
    if (m_over || !settleSuspect())
        return false;
    if (!request.acknowledge.isEmpty() && !kept(m_outbox.markAcknowledged(request.acknowledge)))
        return false;
    // Last, so that a change is never applied before the receipt that came with it.
    if (!answer.changes.isEmpty() || answer.cursor != request.cursor)
        return kept(m_outbox.applyChanges(answer.changes, answer.cursor));
    return true;
}

QList<OutboundDossier> SyncPass::nextBatch()
{
    QList<OutboundDossier> batch;
    if (m_suspect)
        return batch; // see afterRefusedCall
    qint64 bytes = 0;
    for (const OutboundDossier &dossier : std::as_const(m_queue)) {
        if (m_told[keyOf(dossier)].told)
            continue;
        bytes += toJson(dossier).size();
        if (batch.size() >= m_batchLimit || (bytes > mostBytesPerCall && !batch.isEmpty()))
            break;
        batch.append(dossier);
    }
    return batch;
}

// The call was refused as a whole. When its content is to blame, smaller calls find the dossier that the portal cannot take.
bool SyncPass::afterRefusedCall(const QList<OutboundDossier> &batch, const Judgement &judgement)
{
    const bool contentRefused = judgement.verdict == Verdict::TooLarge || judgement.verdict == Verdict::ItemRefused;
    if (judgement.isPortalsWord()) {
        // What was in doubt before this call still is: the portal said nothing about it.
        QList<DeliveryKey> waiting;
        for (const OutboundDossier &dossier : batch) {
            if (dossier.delivery == DeliveryState::Waiting && m_inFlight.remove(keyOf(dossier)))
                waiting.append(keyOf(dossier));
        }
        if (!waiting.isEmpty() && !kept(m_outbox.markWaiting(waiting)))
            return false;
    }
    if (!contentRefused || batch.isEmpty()) {
        endBy(contentRefused ? portalFault(judgement.detail) : judgement);
        return false;
    }
    if (batch.size() > 1)
        m_batchLimit = batch.size() / 2;
    else
        m_suspect = { keyOf(batch.first()), judgement }; // guilty only if a call without it succeeds
    return true;
}

bool SyncPass::settleSuspect()
{
    if (!m_suspect)
        return true;
    const auto [key, judgement] = *m_suspect;
    m_suspect.reset();
    if (find(key)) {
        if (judgement.isPortalsWord())
            refuse(key, *errorOf(judgement, key.id), judgement.problem);
        else // a proxy before the portal; only the portal refuses a dossier
            setAside(key, *errorOf(portalFault(judgement.detail), key.id), true);
    }
    return !m_over;
}

void SyncPass::settle(const ItemResult &result)
{
    switch (result.outcome) {
    case ItemResult::Outcome::Received:
        takeReceipt(result.receipt);
        return;
    case ItemResult::Outcome::Rejected: {
        Judgement judgement;
        judgement.verdict = verdictOfProblem(result.problem);
        judgement.problem = result.problem;
        judgement.detail = result.problem.slug;
        const Error error = *errorOf(judgement, result.key.id);
        if (judgement.verdict == Verdict::ItemRefused || judgement.verdict == Verdict::TooLarge
            || judgement.verdict == Verdict::Conflict)
            refuse(result.key, error, result.problem);
        else
            setAside(result.key, error, false);
        return;
    }
    case ItemResult::Outcome::Wanted:
        break;
    }
    const OutboundDossier *dossier = find(result.key);
    if (!dossier)
        return;
    Told &told = m_told[result.key];
    told.told = true;
    told.wanted = result.wanted;
    std::sort(told.wanted.begin(), told.wanted.end(), [](const auto &a, const auto &b) { return a.remaining() < b.remaining(); });
    if (++told.times > mostTimesTold || told.wanted.isEmpty()) {
        setAside(result.key, *errorOf(portalFault(u"wanted again and again"_s), result.key.id), false);
        return;
    }
    qint64 missing = 0;
    for (const WantedUpload &wanted : result.wanted)
        missing += wanted.remaining();
    m_progress.confirmed(result.key, bytesOf(*dossier) - missing);
    m_inFlight.remove(result.key);
    kept(m_outbox.markWaiting({ result.key }));
}

void SyncPass::takeReceipt(const Receipt &receipt)
{
    const DeliveryKey key { receipt.dossierId, receipt.revision };
    const OutboundDossier *dossier = find(key);
    if (!dossier || m_over)
        return; // ours already; its acknowledgement is on the way
    if (!sameManifest(*dossier, receipt)) {
        setAside(key, manifestDiffers(receipt), true);
        return;
    }
    if (!kept(m_outbox.storeReceipt(receipt)))
        return;
    m_inFlight.remove(key);
    m_memory.fruitless.remove(key);
    m_progress.complete(key);
    m_queue.removeIf([&](const OutboundDossier &each) { return keyOf(each) == key; });
    ++m_outcome.received;
    qCInfo(logSync) << "received by the portal:" << key.id << "revision" << key.revision;
}

// --- what becomes of a dossier --------------------------------------------------------------------------------------------------

bool SyncPass::mayLeave(const QList<DeliveryKey> &keys)
{
    QList<DeliveryKey> fresh;
    for (const DeliveryKey &key : keys) {
        if (!m_inFlight.contains(key))
            fresh.append(key);
    }
    if (fresh.isEmpty())
        return true;
    if (!kept(m_outbox.markSending(fresh)))
        return false;
    m_inFlight.unite(QSet<DeliveryKey>(fresh.begin(), fresh.end()));
    return true;
}

void SyncPass::refuse(const DeliveryKey &key, const Error &error, const Problem &problem)
{
    if (!kept(m_outbox.refuse(key, { errorId(error.code), problem.reason, problem.field, m_clock.now() })))
        return;
    m_inFlight.remove(key);
    m_memory.fruitless.remove(key);
    m_setAside.insert(key);
    m_told.remove(key);
    m_queue.removeIf([&](const OutboundDossier &each) { return keyOf(each) == key; });
    ++m_outcome.refused;
    m_progress.dropped(key);
    qCWarning(logSync) << "refused:" << forLog(error);
}

void SyncPass::setAside(const DeliveryKey &key, const Error &error, bool inDoubt)
{
    m_setAside.insert(key);
    m_told.remove(key);
    m_queue.removeIf([&](const OutboundDossier &each) { return keyOf(each) == key; });
    if (!m_outcome.error)
        m_outcome.error = error;
    m_progress.problem(error);
    qCWarning(logSync) << "set aside until the next pass:" << forLog(error);
    if (m_inFlight.remove(key))
        kept(inDoubt ? m_outbox.markInDoubt({ key }, errorId(error.code)) : m_outbox.markWaiting({ key }));
}

void SyncPass::endBy(const Judgement &judgement)
{
    m_over = true;
    m_outcome.retryAfter = judgement.retryAfter;
    if (judgement.verdict == Verdict::Stopped)
        return;
    m_outcome.error = errorOf(judgement);
    m_endLink = linkStateOf(judgement.verdict);
    qCWarning(logSync) << "pass ended:" << forLog(*m_outcome.error);
}

void SyncPass::settleWhatIsInFlight()
{
    if (m_inFlight.isEmpty())
        return;
    const QString why = m_outcome.error ? errorId(m_outcome.error->code) : QString();
    kept(m_outbox.markInDoubt(m_inFlight.values(), why)); // when even this fails, pending() finds them in doubt at the next start
    m_inFlight.clear();
}

const OutboundDossier *SyncPass::find(const DeliveryKey &key) const
{
    const auto found =
        std::find_if(m_queue.begin(), m_queue.end(), [&](const OutboundDossier &each) { return keyOf(each) == key; });
    return found == m_queue.end() ? nullptr : &*found;
}

bool SyncPass::over(const Error &ofOurStore)
{
    m_over = true;
    m_outcome.error = ofOurStore;
    qCWarning(logSync) << "pass ended by our own store:" << forLog(ofOurStore);
    return false;
}

} // namespace motcua
