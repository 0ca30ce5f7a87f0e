// SyncPass, the papers: one dossier after the other, its smallest remaining paper first; the next piece leaves when the one before has
// been given to its socket, so that the link is never idle. When a piece falls silent, a new connection asks how much of it arrived; the
// first of the two that moves wins. Meanwhile another paper, of which nothing is in doubt, fills the link.
#include "core/base/clock.h"
#include "core/base/sha256.h"
#include "core/base/log.h"
#include "sync/linkpolicy.h"
#include "sync/sendorder.h"
#include "sync/sendpolicy.h"
#include "sync/syncpass.h"
#include "sync/tusupload.h"
#include "sync/uploadid.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr qint64 checkPiece = 1 << 20;
constexpr qint64 smallestChunk = 4 * 1024;
constexpr int mostAnswersDue = 2;  // of pieces that were given to their sockets
constexpr int mostCorrections = 3; // offsets put right without one byte of progress between them
constexpr int mostCuts = 6;        // of the link in one pass without anything gained; then the schedule decides when to try again

Error ownCopyDamaged(const OutboundFile &file)
{
    return fail(ErrorCode::OutboundFileDamaged, file.attachmentId, file.component).value();
}

} // namespace

bool SyncPass::lookAtPolicy()
{
    const Result<SyncPolicy> policy = m_outbox.policy();
    const Result<qint64> spent = m_outbox.bytesToday(toLegalTime(m_clock.now()).date());
    if (!kept(policy) || !kept(spent))
        return false;
    m_policy = *policy;
    m_spentToday = *spent;
    m_held = heldBackBy(m_policy, m_spentToday);
    const bool any =
        std::any_of(m_queue.begin(), m_queue.end(), [&](const auto &each) { return isHeld(each) && !each.files.isEmpty(); });
    m_progress.held(any ? m_held : HeldBack::Nothing);
    return true;
}

// What went over the wire while papers did, both ways, as the link's bill counts it.
void SyncPass::countBytes(bool atEnd)
{
    constexpr qint64 often = 64 * 1024;
    const qint64 wire = m_transport.figures().wireBytes;
    if (!m_papersFlew)
        m_counted = wire;
    if (wire == m_counted || (!atEnd && wire - m_counted < often))
        return;
    const qint64 bytes = wire - m_counted;
    m_counted = wire;
    if (const Result<void> added = m_outbox.addBytes(toLegalTime(m_clock.now()).date(), bytes); !added) {
        if (!m_over)
            over(added.error());
        return;
    }
    if (!atEnd)
        lookAtPolicy();
}

bool SyncPass::isHeld(const OutboundDossier &dossier) const
{
    return !papersMayGo(m_held, dossier);
}

bool SyncPass::mayStartPiece() const
{
    const int lanes = m_transport.figures().lanes;
    int filling = 0; // pieces that still have bytes to give
    int pieces = 0;
    int doubted = 0;
    for (auto flight = m_flights.begin(); flight != m_flights.end(); ++flight) {
        if (flight->kind != Flight::Kind::Piece)
            continue;
        if (flight->doubted) {
            ++doubted;
            continue;
        }
        ++pieces;
        filling += m_transport.progress(flight.key()).bodyGiven ? 0 : 1;
    }
    // One other paper fills the link while the offsets of all that fell silent are asked for: more would make more lanes than it takes.
    const int places = doubted > 1 ? std::max(1, lanes - doubted + 1) : lanes;
    return filling < places && pieces < std::min(lanes + mostAnswersDue, m_mostLanes);
}

// Originals whose smaller pictures go first travel when everything else has been given to its socket: they take no link from it.
bool SyncPass::startNextPiece()
{
    if (startNextPiece(false))
        return true;
    for (auto flight = m_flights.cbegin(); flight != m_flights.cend(); ++flight) {
        const OutboundDossier *dossier = flight->kind == Flight::Kind::Piece && !flight->doubted ? find(flight->key) : nullptr;
        if (dossier && !followsLater(*dossier, flight->uploadId) && !m_transport.progress(flight.key()).bodyGiven)
            return false;
    }
    return !m_over && startNextPiece(true);
}

bool SyncPass::startNextPiece(bool later)
{
    for (const OutboundDossier &dossier : std::as_const(m_queue)) {
        const auto told = m_told.constFind(keyOf(dossier));
        if (told == m_told.constEnd() || isHeld(dossier))
            continue;
        for (const WantedUpload &wanted : told->wanted) {
            if (followsLater(dossier, wanted.uploadId) != later)
                continue;
            const QList<OutboundFile> files = dossier.files + dossier.renditions;
            const auto file = std::find_if(files.begin(), files.end(), [&](const OutboundFile &each) {
                return uploadIdOf(dossier.id, each.name, each.sha256) == wanted.uploadId;
            });
            Q_ASSERT(file != files.end()); // readSyncAnswer lets no others through
            if (isUnderWay(wanted.uploadId, file->sha256))
                continue;
            if (m_carried.contains(file->sha256) && !m_asked.contains(wanted.uploadId)) {
                m_asked.insert(wanted.uploadId); // the portal may have it already: the same content went for another dossier
                Flight ask;
                ask.key = keyOf(dossier);
                ask.file = *file;
                ask.uploadId = wanted.uploadId;
                askOffset(ask, Transport::Way::Any);
                return true;
            }
            return startPiece(dossier, *file, wanted);
        }
    }
    return false;
}

bool SyncPass::followsLater(const OutboundDossier &dossier, const QString &uploadId) const
{
    return !m_originalsFirst.contains(keyOf(dossier)) && mayFollowLater(dossier, uploadId);
}

// Everything that the next receipt speaks of is there, as far as we know.
bool SyncPass::receiptIsDue(const OutboundDossier &dossier) const
{
    const auto told = m_told.constFind(keyOf(dossier));
    if (told == m_told.constEnd() || !told->told)
        return false;
    if (told->wanted.isEmpty())
        return true;
    return dossier.delivery != DeliveryState::Received
           && std::all_of(told->wanted.cbegin(), told->wanted.cend(),
                          [&](const WantedUpload &each) { return followsLater(dossier, each.uploadId); });
}

// False: nothing was started, and the dossier or the pass is settled.
bool SyncPass::startPiece(const OutboundDossier &dossier, const OutboundFile &file, const WantedUpload &wanted)
{
    Flight piece;
    piece.kind = Flight::Kind::Piece;
    piece.since = std::chrono::steady_clock::now();
    piece.key = keyOf(dossier);
    piece.file = file;
    piece.uploadId = wanted.uploadId;
    piece.from = wanted.offset;
    if (wanted.remaining() == 0) { // all there, but the portal wants it: let it say so
        advance(piece, wanted.offset, false);
        return true;
    }
    const Result<QByteArray> bytes =
        m_outbox.readFile(file.attachmentId, wanted.offset, std::min(chunkNow(), wanted.remaining()));
    if (!bytes) {
        if (bytes.error().code == ErrorCode::AttachmentDamaged || bytes.error().code == ErrorCode::AttachmentGone)
            ownCopyIsDamaged(piece.key, ownCopyDamaged(file), piece.uploadId);
        else
            setAside(piece.key, bytes.error(), false);
        return !m_over;
    }
    if (bytes->isEmpty()) { // the file here is shorter than its manifest says
        Judgement tooShort;
        tooShort.verdict = Verdict::DigestMismatch;
        afterWrongDigest(piece, tooShort);
        return !m_over;
    }
    piece.length = bytes->size();
    HttpRequest http =
        m_portal.pieceRequest(wanted.uploadId, *bytes, wanted.offset, wanted.offset + bytes->size() == wanted.length);
    http.beforeFirstByte = [this, key = piece.key] { return find(key) && mayLeave({ key }); };
    const Ticket ticket = m_transport.start(http, Transport::Way::Any);
    m_transport.allow(ticket, m_memory.way.answer);
    m_flights.insert(ticket, piece);
    m_papersFlew = true;
    m_papersSince = m_papersSince.value_or(piece.since);
    return true;
}

void SyncPass::askOffset(const Flight &piece, Transport::Way way)
{
    for (Flight &each : m_flights) {
        if (each.kind != Flight::Kind::Offset || each.uploadId != piece.uploadId || each.doubted)
            continue;
        if (piece.cut) {
            each.cut = true;
            each.delivery = piece.delivery;
        }
        return;
    }
    Flight ask = piece;
    ask.kind = Flight::Kind::Offset;
    ask.since = std::chrono::steady_clock::now();
    ask.doubted = false;
    m_flights.insert(m_transport.start(TusUpload::offsetRequest(m_portal.uploadUrl(piece.uploadId)), way), ask);
}

// The portal holds this much of the file.
void SyncPass::advance(const Flight &flight, qint64 offset, bool gained)
{
    WantedUpload *wanted = wantedOf(flight.key, flight.uploadId);
    const OutboundDossier *dossier = find(flight.key);
    if (!wanted || !dossier)
        return;
    gained = gained || offset > wanted->offset;
    m_papersKept += std::max<qint64>(0, offset - wanted->offset);
    wanted->offset = offset;
    m_progress.answered();
    if (gained) {
        m_cuts = 0;
        m_corrections.remove(flight.uploadId);
        m_gained.insert(flight.key);
        m_memory.fruitless.remove(flight.key);
        m_outcome.progress = true;
    }
    QList<WantedUpload> &left = m_told[flight.key].wanted;
    qint64 missing = 0;
    for (const WantedUpload &each : std::as_const(left))
        missing += each.remaining();
    m_progress.confirmed(flight.key, bytesOf(*dossier) - missing);
    if (wanted->remaining() > 0)
        return;
    m_carried.insert(flight.file.sha256);
    left.removeIf([&](const WantedUpload &each) { return each.uploadId == flight.uploadId; });
    m_callDue = m_callDue || receiptIsDue(*dossier); // it comes with the next call
}

void SyncPass::landPiece(const Flight &flight, const Transmission &transmission)
{
    if (!find(flight.key) || !wantedOf(flight.key, flight.uploadId))
        return; // settled meanwhile
    qint64 offset = flight.from;
    const Judgement judgement = TusUpload::readPatch(transmission, flight.length, offset);
    switch (judgement.verdict) {
    case Verdict::Ok:
        learnWay(flight, offset - flight.from, true);
        afterPiece(flight, offset, PortalClient::receiptsBeside(transmission));
        return;
    case Verdict::Stopped:
        return;
    case Verdict::Offline: {
        Flight cut = flight;
        cut.cut = true;
        afterCut(cut, judgement);
        return;
    }
    case Verdict::UploadUnknown: // the portal forgot it: the manifest goes again
        tellAgain(flight.key);
        return;
    case Verdict::DigestMismatch:
        afterWrongDigest(flight, judgement);
        return;
    case Verdict::Conflict:
    case Verdict::ItemRefused:
        if (judgement.problem.slug == "rejected"_L1 || judgement.verdict == Verdict::Conflict)
            refuse(flight.key, *errorOf(judgement, flight.key.id), judgement.problem);
        else
            setAside(flight.key, *errorOf(judgement, flight.key.id), !judgement.isPortalsWord());
        return;
    case Verdict::OffsetMismatch:
        afterOffsetMismatch(flight, judgement);
        return;
    case Verdict::TooLarge:
        if (flight.length / 2 < smallestChunk)
            setAside(flight.key, *errorOf(judgement, flight.key.id), !judgement.isPortalsWord());
        else
            m_chunkCap = std::min(m_chunkCap, flight.length / 2);
        return;
    default:
        afterFault(flight, judgement);
    }
}

// A receipt that came with the answer saves the call that would have fetched it. Without one, that call is made.
void SyncPass::afterPiece(const Flight &flight, qint64 offset, const QList<Receipt> &receipts)
{
    const bool dueBefore = m_callDue;
    advance(flight, offset, true);
    if (receipts.isEmpty() || m_over)
        return;
    for (const Receipt &receipt : receipts)
        takeReceipt(receipt);
    const OutboundDossier *dossier = find(flight.key);
    if (!dossier || !receiptIsDue(*dossier))
        m_callDue = dueBefore;
}

void SyncPass::landOffset(const Flight &flight, const Transmission &transmission)
{
    WantedUpload *wanted = wantedOf(flight.key, flight.uploadId);
    if (!wanted)
        return;
    Ticket silent = 0;
    for (auto piece = m_flights.begin(); piece != m_flights.end(); ++piece) {
        if (piece->kind == Flight::Kind::Piece && piece->uploadId == flight.uploadId)
            silent = piece.key();
    }
    qint64 offset = 0;
    const Judgement judgement = TusUpload::readOffset(transmission, flight.file.size, offset);
    const bool allThere = judgement.ok() && silent != 0 && offset >= m_flights[silent].from + m_flights[silent].length;
    if (silent != 0 && !allThere && m_transport.progress(silent).lastMove > flight.since)
        return; // it was only slow: it goes on, and the new connection stays in reserve
    const QList<Ticket> others = m_flights.keys();
    for (const Ticket other : others) {
        if (m_flights[other].kind != Flight::Kind::Offset || m_flights[other].uploadId != flight.uploadId)
            continue;
        if (judgement.verdict == Verdict::Offline)
            return; // the other one may still be answered
        dropFlight(other);
    }
    if (judgement.verdict == Verdict::Offline) {
        afterCut(flight, judgement);
        return;
    }
    if (silent != 0 && judgement.ok() && liesAtAProxy(silent, flight, offset)) {
        m_progress.answered();
        return;
    }
    Flight seen = flight;
    if (silent != 0) {
        seen.cut = true;
        seen.delivery = m_transport.progress(silent).delivery;
        dropFlight(silent);
    }
    switch (judgement.verdict) {
    case Verdict::Ok:
        if (seen.cut)
            learnWay(seen, offset - seen.from, false);
        advance(flight, offset, false);
        return;
    case Verdict::Stopped:
        return;
    case Verdict::UploadUnknown:
        tellAgain(flight.key);
        return;
    default:
        afterFault(flight, judgement);
    }
}

// The link broke. How much arrived is asked over another connection, unless that is being done already.
void SyncPass::afterCut(const Flight &flight, const Judgement &judgement)
{
    if (++m_cuts <= mostCuts) {
        askOffset(flight, Transport::Way::Any);
        return;
    }
    if (!m_gained.contains(flight.key))
        ++m_memory.fruitless[flight.key];
    endBy(judgement);
}

void SyncPass::afterFault(const Flight &flight, const Judgement &judgement)
{
    // The portal wanted this file a moment ago, so that after its own word nothing is in doubt.
    if (judgement.isPortalsWord() && !hasFlights(flight.key) && m_inFlight.remove(flight.key))
        kept(m_outbox.markWaiting({ flight.key }));
    if (!m_gained.contains(flight.key))
        ++m_memory.fruitless[flight.key];
    endBy(judgement);
}

void SyncPass::afterOffsetMismatch(const Flight &flight, const Judgement &judgement)
{
    if (++m_corrections[flight.uploadId] > mostCorrections) {
        setAside(flight.key, *errorOf(judgement, flight.key.id), !judgement.isPortalsWord());
    } else if (judgement.problem.offset < 0) {
        askOffset(flight, Transport::Way::Any);
    } else if (judgement.problem.offset > flight.file.size) {
        afterFault(flight, portalFault(u"offset beyond the end of the file"_s));
    } else {
        advance(flight, judgement.problem.offset, false);
    }
}

void SyncPass::tellAgain(const DeliveryKey &key)
{
    m_told[key].told = false;
    m_told[key].wanted.clear();
}

// A smaller picture is not missed: what it was made from goes at once.
void SyncPass::ownCopyIsDamaged(const DeliveryKey &key, const Error &error, const QString &uploadId)
{
    const OutboundDossier *dossier = find(key);
    const bool isRendition =
        dossier && std::any_of(dossier->renditions.cbegin(), dossier->renditions.cend(), [&](const OutboundFile &each) {
            return uploadIdOf(key.id, each.name, each.sha256) == uploadId;
        });
    if (!isRendition) {
        refuse(key, error, {});
        return;
    }
    qCWarning(logSync) << "a smaller picture is left out:" << forLog(error);
    m_originalsFirst.insert(key);
    m_told[key].wanted.removeIf([&](const WantedUpload &each) { return each.uploadId == uploadId; });
}

// Our copy may be damaged, or the bytes on the way: look at ours first, then try once more from the start.
void SyncPass::afterWrongDigest(const Flight &flight, const Judgement &judgement)
{
    const DeliveryKey key = flight.key;
    if (const Result<void> copy = checkOwnCopy(flight.file); !copy) {
        if (copy.error().code != ErrorCode::OutboundFileDamaged) // our store does not answer: that says nothing about the paper
            over(copy.error());
        else
            ownCopyIsDamaged(key, copy.error(), flight.uploadId);
        return;
    }
    Told &told = m_told[key];
    if (told.sentTwice.contains(flight.uploadId)) {
        setAside(key, *errorOf(judgement, key.id), false);
        return;
    }
    told.sentTwice.insert(flight.uploadId);
    if (WantedUpload *wanted = wantedOf(key, flight.uploadId))
        wanted->offset = 0;
}

// --- what is under way ----------------------------------------------------------------------------------------------------------

WantedUpload *SyncPass::wantedOf(const DeliveryKey &key, const QString &uploadId)
{
    const auto told = m_told.find(key);
    if (told == m_told.end())
        return nullptr;
    const auto wanted = std::find_if(told->wanted.begin(), told->wanted.end(),
                                     [&](const WantedUpload &each) { return each.uploadId == uploadId; });
    return wanted == told->wanted.end() ? nullptr : &*wanted;
}

// The upload itself, or the same content for another one: each content travels once.
bool SyncPass::isUnderWay(const QString &uploadId, const QString &sha256) const
{
    return std::any_of(m_flights.begin(), m_flights.end(), [&](const Flight &each) {
        return each.kind != Flight::Kind::Call && (each.uploadId == uploadId || each.file.sha256 == sha256);
    });
}

bool SyncPass::hasFlights(const DeliveryKey &key) const
{
    return std::any_of(m_flights.begin(), m_flights.end(),
                       [&](const Flight &each) { return each.kind != Flight::Kind::Call && each.key == key; });
}

void SyncPass::dropFlights(const DeliveryKey &key)
{
    const QList<Ticket> tickets = m_flights.keys();
    for (const Ticket ticket : tickets) {
        if (m_flights.value(ticket).kind != Flight::Kind::Call && m_flights.value(ticket).key == key)
            dropFlight(ticket);
    }
}

void SyncPass::dropFlight(Ticket ticket)
{
    m_flights.remove(ticket);
    m_transport.drop(ticket);
}

Result<void> SyncPass::checkOwnCopy(const OutboundFile &file)
{
    Sha256 hash;
    for (qint64 offset = 0; offset < file.size;) {
        const Result<QByteArray> piece = m_outbox.readFile(file.attachmentId, offset, std::min(checkPiece, file.size - offset));
        const bool damaged =
            piece ? piece->isEmpty()
                  : piece.error().code == ErrorCode::AttachmentGone || piece.error().code == ErrorCode::AttachmentDamaged;
        if (damaged)
            return tl::unexpected(ownCopyDamaged(file));
        if (!piece)
            return passOn(piece);
        hash.add(*piece);
        offset += piece->size();
    }
    if (QString::fromLatin1(hash.result().toHex()) != file.sha256)
        return tl::unexpected(ownCopyDamaged(file));
    return {};
}

} // namespace motcua
