// SyncPass, the papers: one dossier after the other, its smallest remaining paper first.
#include "sync/syncpass.h"
#include "sync/tusupload.h"
#include "sync/uploadid.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr qint64 checkPiece = 1 << 20;

Error ownCopyDamaged(const OutboundFile &file)
{
    return fail(ErrorCode::OutboundFileDamaged, file.attachmentId, file.component).value();
}

} // namespace

std::optional<OutboundDossier> SyncPass::nextToUpload() const
{
    const OutboundDossier *next = nullptr;
    int fewest = 0;
    for (const OutboundDossier &dossier : m_queue) { // oldest submission first, among those that held up the others equally often
        const int fruitless = m_memory.fruitless.value(keyOf(dossier));
        if (m_told.value(keyOf(dossier)).wanted.isEmpty() || (next && fruitless >= fewest))
            continue;
        next = &dossier;
        fewest = fruitless;
    }
    return next ? std::optional(*next) : std::nullopt;
}

bool SyncPass::upload(const OutboundDossier &dossier)
{
    while (!m_told[keyOf(dossier)].wanted.isEmpty()) {
        const WantedUpload wanted = m_told[keyOf(dossier)].wanted.first();
        const auto file = std::find_if(dossier.files.begin(), dossier.files.end(), [&](const OutboundFile &each) {
            return uploadIdOf(dossier.id, each.name, each.sha256) == wanted.uploadId;
        });
        Q_ASSERT(file != dossier.files.end()); // readSyncAnswer lets no others through
        switch (uploadFile(dossier, *file, wanted)) {
        case FileEnd::Complete:
            m_told[keyOf(dossier)].wanted.removeFirst();
            break;
        case FileEnd::DossierSettled:
            return !m_over;
        case FileEnd::PassOver:
            return false;
        }
    }
    return true; // the receipt comes with the next exchange
}

SyncPass::FileEnd SyncPass::uploadFile(const OutboundDossier &dossier, const OutboundFile &file, WantedUpload wanted)
{
    const DeliveryKey key = keyOf(dossier);
    qint64 otherMissing = 0;
    for (const WantedUpload &each : std::as_const(m_told[key].wanted))
        otherMissing += each.uploadId == wanted.uploadId ? 0 : each.remaining();

    const auto read = [&](qint64 offset, qint64 length) { return m_outbox.readFile(file.attachmentId, offset, length); };
    TusUpload tus(m_transport, { file.size, read }, m_stop);
    tus.setChunk(m_chunk);
    tus.onFirstByte([&] { return mayLeave({ key }); });
    bool fruitless = true;
    tus.onConfirmed([&](qint64 offset) {
        fruitless = fruitless && offset <= wanted.offset;
        m_progress.confirmed(key, bytesOf(dossier) - otherMissing - (file.size - offset));
    });
    const TusUpload::End end = tus.send(m_portal.uploadUrl(wanted.uploadId), wanted.offset);
    m_chunk = tus.chunk();
    if (!fruitless)
        m_memory.fruitless.remove(key);

    if (end.sourceError) {
        if (end.sourceError->code == ErrorCode::AttachmentDamaged || end.sourceError->code == ErrorCode::AttachmentGone)
            refuse(key, ownCopyDamaged(file), {});
        else
            setAside(key, *end.sourceError, false);
        return FileEnd::DossierSettled;
    }
    const Judgement &judgement = end.judgement;
    switch (judgement.verdict) {
    case Verdict::Ok:
        m_progress.answered();
        m_outcome.progress = true;
        return FileEnd::Complete;
    case Verdict::UploadUnknown: // the portal forgot it: the manifest goes again
        m_told[key].told = false;
        m_told[key].wanted.clear();
        return FileEnd::DossierSettled;
    case Verdict::DigestMismatch:
        return afterWrongDigest(dossier, file, judgement);
    case Verdict::Conflict:
    case Verdict::ItemRefused:
        if (judgement.problem.slug == "rejected"_L1 || judgement.verdict == Verdict::Conflict)
            refuse(key, *errorOf(judgement, key.id), judgement.problem);
        else
            setAside(key, *errorOf(judgement, key.id), !judgement.isPortalsWord());
        return FileEnd::DossierSettled;
    case Verdict::OffsetMismatch:
    case Verdict::TooLarge:
        setAside(key, *errorOf(judgement, key.id), !judgement.isPortalsWord());
        return FileEnd::DossierSettled;
    default:
        // The portal wanted this file a moment ago, so that after its own word nothing is in doubt.
        if (judgement.isPortalsWord() && m_inFlight.remove(key))
            kept(m_outbox.markWaiting({ key }));
        if (fruitless && judgement.verdict != Verdict::Stopped)
            ++m_memory.fruitless[key];
        endBy(judgement);
        return FileEnd::PassOver;
    }
}

// Our copy may be damaged, or the bytes on the way: look at ours first, then try once more from the start.
SyncPass::FileEnd SyncPass::afterWrongDigest(const OutboundDossier &dossier, const OutboundFile &file, const Judgement &judgement)
{
    const DeliveryKey key = keyOf(dossier);
    const QString uploadId = uploadIdOf(dossier.id, file.name, file.sha256);
    if (const Result<void> copy = checkOwnCopy(file); !copy) {
        if (copy.error().code != ErrorCode::OutboundFileDamaged) { // our store does not answer: that says nothing about the paper
            over(copy.error());
            return FileEnd::PassOver;
        }
        refuse(key, copy.error(), {});
        return FileEnd::DossierSettled;
    }
    Told &told = m_told[key];
    if (told.sentTwice.contains(uploadId)) {
        setAside(key, *errorOf(judgement, key.id), false);
        return FileEnd::DossierSettled;
    }
    told.sentTwice.insert(uploadId);
    return uploadFile(dossier, file, { uploadId, 0, file.size });
}

Result<void> SyncPass::checkOwnCopy(const OutboundFile &file)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (qint64 offset = 0; offset < file.size;) {
        const Result<QByteArray> piece = m_outbox.readFile(file.attachmentId, offset, std::min(checkPiece, file.size - offset));
        const bool damaged =
            piece ? piece->isEmpty()
                  : piece.error().code == ErrorCode::AttachmentGone || piece.error().code == ErrorCode::AttachmentDamaged;
        if (damaged)
            return tl::unexpected(ownCopyDamaged(file));
        if (!piece)
            return passOn(piece);
        hash.addData(*piece);
        offset += piece->size();
    }
    if (QString::fromLatin1(hash.result().toHex()) != file.sha256)
        return tl::unexpected(ownCopyDamaged(file));
    return {};
}

} // namespace motcua
