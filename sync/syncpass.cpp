#include "sync/syncpass.h"

#include "core/base/clock.h"
#include "core/base/errorcatalog.h"
#include "core/base/log.h"
#include "sync/sendorder.h"

#include <algorithm>

// Exactly once. Where each rule is kept:
//  1. Identity. Dossier id, revision, form text and upload ids are fixed at submission (Outbox::pending, uploadIdOf). Sending the
//     same again is harmless: the portal answers the same.
//  2. Before the first byte of a dossier leaves, its row is Sending, durably: mayLeave(), called by the transport when the
//     connection stands.
//  3. No answer, or one that is not the portal's: the row becomes InDoubt: settleWhatIsInFlight(), the only way out of a pass.
//  4. Received only by a receipt whose manifest equals ours, stored durably: takeReceipt(), the only caller of storeReceipt
//     here. (The national door has no manifest to compare: see national/nationalpass.cpp.)
//  5. The portal may forget a receipt only after that: startCall() acknowledges what Outbox::unacknowledgedReceipts lists, never
//     what it has just read.
//     A receipt that names originals still to come leaves the dossier pending: the next one settles it.
//  6. One dossier's problem is that dossier's: refuse() and setAside(); the others go on.

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int longestQueue = 1000; // dossiers held in memory at once; the rest follows as these are received
constexpr qsizetype mostAcknowledged = 200;
constexpr int mostTimesTold = 4;    // in one pass; then something is wrong at the portal
constexpr int mostNewsCalls = 1000; // one after the other; a portal that always has more news is broken
constexpr int mostCuts = 6; // of the link in one pass without anything gained; then the schedule decides when to try again
constexpr std::chrono::milliseconds lookEvery { 100 };
constexpr std::chrono::milliseconds formsEvery { 1000 };

QList<DeliveryKey> keysOf(const QList<OutboundDossier> &dossiers)
{
    QList<DeliveryKey> keys;
    for (const OutboundDossier &dossier : dossiers)
        keys.append(keyOf(dossier));
    return keys;
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
    , m_access(portal)
    , m_portal(transport, portal, m_stop)
    , m_lineage(outbox)
    , m_receipts(outbox)
    , m_progress(monitor, clock)
    , m_memory(memory)
{
}

SyncOutcome SyncPass::run()
{
    m_progress.begin();
    m_counted = m_transport.figures().wireBytes;
    work();
    countBytes(true);
    while (!m_flights.isEmpty())
        dropFlight(m_flights.firstKey());
    settleWhatIsInFlight();
    m_progress.end(m_endLink, m_outcome.error);
    return m_outcome;
}

void SyncPass::work()
{
    while (!m_over && !m_stop()) {
        if (!launch())
            return;
        const QList<Transport::Event> events = m_transport.wait(lookEvery);
        for (const Transport::Event &event : events) {
            if (!m_over)
                land(event);
        }
        if (!m_over)
            lookAtLink();
    }
}

// Starts whatever may be under way now. False: the pass has come to its end.
bool SyncPass::launch()
{
    const bool asking = isUnderWay(Flight::Kind::Key);
    if (m_keyDue && !asking)
        askKey(Transport::Way::Any);
    else if (!asking && !isUnderWay(Flight::Kind::Call) && callIsDue()) // with the key, receipts come again and count
        return startCall();
    while (!m_memory.formsOnly && mayStartPiece()) {
        if (!startNextPiece())
            break;
    }
    if (m_over)
        return false;
    if (!m_flights.isEmpty())
        return true;
    const bool papers = std::any_of(m_queue.begin(), m_queue.end(), [&](const auto &each) {
        return !m_told.value(keyOf(each)).wanted.isEmpty() && !isHeld(each);
    });
    if (papers) {
        m_outcome.papersLeft = m_memory.formsOnly;
        return false;
    }
    const Result<QList<DeliveryKey>> unacknowledged = m_outbox.unacknowledgedReceipts();
    if (!kept(unacknowledged))
        return false;
    m_outcome.idle = unacknowledged->isEmpty();
    return !m_outcome.idle && startCall();
}

void SyncPass::land(const Transport::Event &event)
{
    if (!m_flights.contains(event.ticket))
        return;
    if (event.kind == Transport::Event::Kind::Silent) {
        landSilent(event.ticket);
        return;
    }
    Flight flight = m_flights.take(event.ticket);
    flight.delivery = flight.kind == Flight::Kind::Piece ? event.delivery : flight.delivery;
    switch (flight.kind) {
    case Flight::Kind::Call:
        landCall(flight, event.transmission);
        return;
    case Flight::Kind::Piece:
        landPiece(flight, event.transmission);
        return;
    case Flight::Kind::Offset:
        landOffset(flight, event.transmission);
        return;
    case Flight::Kind::Key:
        landKey(event.transmission);
        return;
    }
}

bool SyncPass::isUnderWay(Flight::Kind kind) const
{
    return std::any_of(m_flights.begin(), m_flights.end(), [kind](const Flight &each) { return each.kind == kind; });
}

// What a silent request is about is asked again over a new connection. The silent one may still win: it is dropped only by an answer.
void SyncPass::landSilent(Ticket ticket)
{
    const Flight flight = m_flights.value(ticket);
    m_progress.weak(true);
    m_flights[ticket].doubted = true;
    switch (flight.kind) {
    case Flight::Kind::Call:
        sendCallAgain(ticket);
        return;
    case Flight::Kind::Piece:
        askOffset(flight, Transport::Way::Fresh);
        return;
    case Flight::Kind::Offset: // two ask at once, and the first answer counts
        for (const QList<Ticket> all = m_flights.keys(); const Ticket former : all) {
            if (former != ticket && m_flights[former].kind == Flight::Kind::Offset
                && m_flights[former].uploadId == flight.uploadId)
                dropFlight(former);
        }
        askOffset(flight, Transport::Way::Fresh);
        return;
    case Flight::Kind::Key:
        dropFlight(ticket);
        askKey(Transport::Way::Fresh);
        return;
    }
}

// The first one stays as long as its connection does: it may be the portal that takes its time.
void SyncPass::sendCallAgain(Ticket silent)
{
    constexpr int mostAgain = 3;
    const Flight flight = m_flights.value(silent);
    const bool isAgain = flight.again > 0;
    if (flight.again >= mostAgain || (!isAgain && m_flights.contains(flight.rival)))
        return;
    const bool hasFirst = isAgain && m_flights.contains(flight.rival);
    const Ticket first = hasFirst ? flight.rival : silent;
    Flight again = flight;
    again.rival = first;
    again.doubted = false;
    ++again.again;
    const Ticket ticket = sendCall(again, Transport::Way::Fresh);
    m_flights[first].rival = ticket;
    if (hasFirst)
        dropFlight(silent);
}

void SyncPass::lookAtLink()
{
    const Instant now = std::chrono::steady_clock::now();
    bool silent = false;
    for (auto flight = m_flights.begin(); flight != m_flights.end(); ++flight) {
        if (!flight->doubted)
            continue;
        flight->doubted = now - m_transport.progress(flight.key()).lastMove > lookEvery;
        silent = silent || flight->doubted;
    }
    if (!silent)
        m_progress.weak(false);
    tellSpeed();
    countBytes(false);
    if (now - m_lookedForForms < formsEvery)
        return;
    m_lookedForForms = now;
    const Result<int> unsent = m_outbox.unsentCount(); // somebody may have submitted meanwhile: forms go before papers
    m_callDue = m_callDue || (kept(unsent) && *unsent > m_unsent);
}

bool SyncPass::loadQueue()
{
    const Result<QList<OutboundDossier>> pending = m_outbox.pending(longestQueue + int(m_setAside.size()));
    if (!kept(pending))
        return false;
    QList<OutboundDossier> queue;
    for (const OutboundDossier &dossier : *pending) {
        if (!m_setAside.contains(keyOf(dossier)))
            queue.append(dossier);
    }
    m_queue.clear();
    for (const qsizetype at : sendOrder(queue, m_memory.fruitless))
        m_queue.append(queue.at(at));
    m_progress.queued(m_queue);
    return true;
}

// --- forms, acknowledgements and news: one call ---------------------------------------------------------------------------------

bool SyncPass::callIsDue() const
{
    return m_callDue || m_moreNews || m_suspect || std::any_of(m_queue.begin(), m_queue.end(), [&](const auto &each) {
               return !m_told.value(keyOf(each)).told && !hasFlights(keyOf(each));
           });
}

bool SyncPass::startCall()
{
    if (!loadQueue() || !lookAtPolicy())
        return false;
    const Result<QString> cursor = m_outbox.cursor();
    const Result<QList<DeliveryKey>> unacknowledged = m_outbox.unacknowledgedReceipts();
    const Result<int> unsent = m_outbox.unsentCount();
    const Result<Lineage> lineage = m_lineage.forCall();
    const Result<JournalCall> journal = m_outbox.journalCall();
    if (!kept(cursor) || !kept(unacknowledged) || !kept(unsent) || !kept(lineage) || !kept(journal))
        return false;
    m_progress.journal(journal->objection);
    m_unsent = *unsent;
    Flight call;
    call.request = { *cursor, nextBatch(), unacknowledged->first(std::min(unacknowledged->size(), mostAcknowledged)), *lineage,
                     *journal };
    for (const OutboundDossier &dossier : std::as_const(m_queue)) {
        if (receiptIsDue(dossier))
            call.whole.insert(keyOf(dossier));
    }
    m_callDue = false;
    sendCall(call, Transport::Way::Any);
    return true;
}

SyncPass::Ticket SyncPass::sendCall(const Flight &call, Transport::Way way)
{
    HttpRequest http = m_portal.syncRequest(call.request);
    http.beforeFirstByte = [this, keys = keysOf(call.request.dossiers)] { return mayLeave(keys); };
    const Ticket ticket = m_transport.start(http, way);
    m_flights.insert(ticket, call);
    m_flights[ticket].since = std::chrono::steady_clock::now();
    return ticket;
}

void SyncPass::landCall(const Flight &call, const Transmission &transmission)
{
    const Reply<SyncAnswer> reply = PortalClient::readSync(transmission, call.request);
    const bool rivalFlies = m_flights.contains(call.rival);
    if (reply.judgement.verdict == Verdict::Offline && (rivalFlies || (m_heard && ++m_cuts <= mostCuts))) {
        m_callDue = m_callDue || !rivalFlies; // the same ids go again; nothing of it is settled
        return;
    }
    if (reply.judgement.verdict == Verdict::PortalBusy && rivalFlies)
        return; // it is at work on the same call: that answer counts
    if (rivalFlies)
        dropFlight(call.rival);
    if (!reply.judgement.ok()) {
        afterRefusedCall(call.request.dossiers, reply.judgement);
        return;
    }
    m_heard = true;
    m_cuts = 0;
    take(call, reply.value);
    if (m_over || !loadQueue())
        return;
    // Whole at the portal as far as we know, and still no receipt came.
    for (const DeliveryKey &key : call.whole) {
        if (const OutboundDossier *dossier = find(key); dossier && receiptIsDue(*dossier))
            m_told[key].told = false;
    }
}

void SyncPass::askKey(Transport::Way way)
{
    const Ticket ticket = m_transport.start(m_portal.receiptKeyRequest(), way);
    m_flights[ticket].kind = Flight::Kind::Key;
    m_flights[ticket].since = std::chrono::steady_clock::now();
}

void SyncPass::landKey(const Transmission &transmission)
{
    const Reply<QByteArray> reply = PortalClient::readReceiptKey(transmission);
    if (reply.judgement.verdict == Verdict::Offline && ++m_cuts <= mostCuts)
        return; // asked again by launch()
    if (!reply.judgement.ok()) {
        endBy(reply.judgement);
        return;
    }
    m_keyDue = false;
    m_callDue = kept(m_receipts.learn(reply.value));
}

void SyncPass::take(const Flight &call, const SyncAnswer &answer)
{
    const SyncRequest &request = call.request;
    if (!kept(m_lineage.confirmed()))
        return;
    m_memory.portalTime = answer.serverTime;
    m_memory.portalTimeAt = std::chrono::steady_clock::now();
    m_outcome.hintNext = answer.hint.next;
    m_outcome.hintSpread = answer.hint.spread;
    m_chunkCap = std::min(m_chunkCap, answer.hint.chunk.value_or(m_chunkCap));
    m_mostLanes = answer.hint.parallel.value_or(m_mostLanes);
    m_progress.portalTime(answer.serverTime);
    m_progress.answered();
    m_outcome.progress = true;
    if (answer.hint.next)
        m_outcome.hintNext = answer.hint.next;
    if (answer.hint.spread)
        m_outcome.hintSpread = answer.hint.spread;
    m_batchLimit = std::min(m_batchLimit * 2, mostDossiersPerCall);
    m_moreNews = answer.more;
    m_newsCalls = m_moreNews ? m_newsCalls + 1 : 0;
    if (m_newsCalls > mostNewsCalls) {
        endBy(portalFault(u"always more news"_s));
        return;
    }

    for (const Receipt &receipt : answer.receipts)
        takeReceipt(receipt);
    for (const ItemResult &result : answer.results)
        settle(result);
    if (m_over || !settleSuspect())
        return;
    if (!request.acknowledge.isEmpty() && !kept(m_outbox.markAcknowledged(request.acknowledge)))
        return;
    // Holds up nothing: dossiers go on, and somebody is told.
    if (answer.journalHeld && request.journal.head.sequence > 0) {
        const Result<QString> shown =
            m_outbox.journalAnswered(request.journal.head, *answer.journalHeld, answer.journalObjection);
        if (!kept(shown))
            return;
        m_progress.journal(*shown);
    }
    // Before the cursor: with that the portal forgets what it has asked for.
    if (answer.resendAfter && !std::exchange(m_offeredAgain, true) && !kept(m_outbox.offerAgainAfter(*answer.resendAfter)))
        return;
    // Last, so that a change is never applied before the receipt that came with it.
    if (!answer.changes.isEmpty() || answer.cursor != request.cursor)
        kept(m_outbox.applyChanges(answer.changes, answer.cursor));
}

QList<OutboundDossier> SyncPass::nextBatch()
{
    QList<OutboundDossier> batch;
    if (m_suspect)
        return batch; // see afterRefusedCall
    qint64 bytes = 0;
    for (const OutboundDossier &dossier : std::as_const(m_queue)) {
        if (m_told[keyOf(dossier)].told || hasFlights(keyOf(dossier)))
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
        if (!result.receipt.awaited().isEmpty() && !m_keyDue)
            noteWanted(result);
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
        noteWanted(result);
        return;
    }
}

void SyncPass::noteWanted(const ItemResult &result)
{
    const OutboundDossier *dossier = find(result.key);
    if (!dossier || m_over)
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
    kept(m_outbox.markWanted({ result.key }));
}

void SyncPass::takeReceipt(const Receipt &receipt)
{
    const DeliveryKey key { receipt.dossierId, receipt.revision };
    const OutboundDossier *dossier = find(key);
    if (!dossier || m_over)
        return; // ours already; its acknowledgement is on the way
    const Result<bool> needsKey = m_receipts.needsKey(receipt);
    if (!kept(needsKey))
        return;
    if (*needsKey) {
        m_keyDue = true; // the portal gives the receipt again with its next answer
        return;
    }
    if (const std::optional<Error> trouble = m_receipts.trouble(receipt)) {
        setAside(key, *trouble, true);
        return;
    }
    if (!sameManifest(*dossier, receipt)) {
        setAside(key, manifestDiffers(receipt), true);
        return;
    }
    if (!kept(m_outbox.storeReceipt(receipt)))
        return;
    m_inFlight.remove(key);
    m_memory.fruitless.remove(key);
    const bool wasReceived = dossier->delivery == DeliveryState::Received;
    const bool counted = wasReceived && !dossier->renditions.isEmpty();
    m_outcome.received += counted ? 0 : 1;
    if (!receipt.awaited().isEmpty()) {
        for (OutboundDossier &each : m_queue)
            each.delivery = keyOf(each) == key ? DeliveryState::Received : each.delivery;
        qCInfo(logSync) << "received by the portal, originals follow:" << key.id << "revision" << key.revision;
        return;
    }
    m_progress.complete(key);
    m_queue.removeIf([&](const OutboundDossier &each) { return keyOf(each) == key; });
    qCInfo(logSync) << "received by the portal:" << key.id << "revision" << key.revision;
}

} // namespace motcua
