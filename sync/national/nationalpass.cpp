#include "sync/national/nationalpass.h"

#include "core/base/clock.h"
#include "core/base/errorcatalog.h"
#include "core/base/ids.h"
#include "core/base/log.h"
#include "core/base/result.h"
#include "sync/curltransport.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int mostDossiers = 200;
constexpr int mostSetAside = 3;

LinkState linkOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Offline:
        return LinkState::Offline;
    case Verdict::WrongCertificate:
        return LinkState::WrongCertificate;
    case Verdict::PortalBusy:
        return LinkState::PortalBusy;
    case Verdict::Unauthorized:
        return LinkState::Unauthorized;
    default:
        return LinkState::PortalFault;
    }
}

// Only the members that no gateway has a reason to change.
bool isOurs(const QJsonObject &there, const QJsonObject &item)
{
    return there.value("MaHoSo"_L1) == item.value("MaHoSo"_L1) && there.value("MaTTHC"_L1) == item.value("MaTTHC"_L1)
           && there.value("NgayNopHoSo"_L1) == item.value("NgayNopHoSo"_L1);
}

} // namespace

NationalPass::NationalPass(Outbox &outbox, NationalClient &client, PackOf packOf, const Clock &clock, SyncMonitor &monitor,
                           StopAsked stop)
    : m_outbox(outbox)
    , m_client(client)
    , m_packOf(std::move(packOf))
    , m_clock(clock)
    , m_monitor(monitor)
    , m_stop(std::move(stop))
{
}

SyncOutcome NationalPass::run()
{
    const Result<QList<OutboundDossier>> pending = m_outbox.pending(mostDossiers);
    if (!pending) {
        over(pending.error());
        return m_outcome;
    }
    bool goesOn = true;
    for (const OutboundDossier &dossier : *pending) {
        if (m_stop() || !(goesOn = sendOne(dossier)))
            break;
    }
    m_outcome.idle = goesOn && m_setAside == 0 && !m_stop();
    SyncSnapshot snapshot = m_monitor.snapshot();
    if (m_outcome.progress || !pending->isEmpty())
        snapshot.link = goesOn ? LinkState::Online : m_link;
    if (m_outcome.progress)
        snapshot.lastSuccess = m_clock.now();
    snapshot.lastError = m_outcome.error;
    m_monitor.publish(snapshot);
    return m_outcome;
}

// False: the pass is over.
bool NationalPass::sendOne(const OutboundDossier &dossier)
{
    if (dossier.delivery == DeliveryState::Received)
        return true; // offered again: these shapes know no such thing
    const PackPtr pack = m_packOf(dossier.procedureCode, dossier.packVersion);
    if (!pack)
        return refuse(dossier, Verdict::ItemRefused, {});
    const QJsonObject item = nationalItem(dossier, *pack, m_client.setup());
    m_inFlight = false;
    if (dossier.delivery != DeliveryState::Waiting) {
        bool there = false;
        if (!ask(dossier, item, &there))
            return false;
        if (there)
            return true; // settled, as found or as a conflict
    }
    return sendPapers(dossier) && submit(dossier, item, false);
}

// Was it there already? Then it is settled, as found or as a conflict.
bool NationalPass::ask(const OutboundDossier &dossier, const QJsonObject &item, bool *there)
{
    const NationalAnswer record = m_client.lookUp(item.value("MaHoSo"_L1).toString());
    if (!record.judgement.ok())
        return stopBy(dossier, record.judgement);
    m_outcome.progress = true;
    *there = record.kind == NationalAnswer::Kind::Accepted && !record.result.isEmpty();
    if (!*there)
        return true;
    if (!isOurs(record.result.first(), item))
        return refuse(dossier, Verdict::Conflict, record.message);
    return found(dossier);
}

bool NationalPass::sendPapers(const OutboundDossier &dossier)
{
    for (const OutboundFile &file : dossier.files) {
        if (m_client.setup().uploadPattern.isEmpty()) {
            Judgement judgement;
            judgement.verdict = Verdict::BadSetup;
            judgement.detail = u"national: no place for papers"_s;
            return stopBy(dossier, judgement);
        }
        const std::optional<QByteArray> bytes = content(file);
        if (!bytes)
            return false;
        const Judgement put = m_client.putPaper(paperUrl(m_client.setup(), file.sha256, file.name), file.mediaType, *bytes);
        if (!put.ok())
            return stopBy(dossier, put);
        m_outcome.progress = true;
    }
    return true;
}

std::optional<QByteArray> NationalPass::content(const OutboundFile &file)
{
    const Result<QByteArray> bytes = m_outbox.readFile(file.attachmentId, 0, file.size);
    if (!bytes) {
        over(bytes.error());
        return std::nullopt;
    }
    if (bytes->size() != file.size || sha256Hex(*bytes) != file.sha256) {
        over(*errorOf(portalFault(u"our own copy of a paper"_s), file.attachmentId));
        return std::nullopt;
    }
    return *bytes;
}

bool NationalPass::submit(const OutboundDossier &dossier, const QJsonObject &item, bool updating)
{
    const NationalAnswer answer = m_client.submit(item, updating, [&] {
        m_inFlight = m_inFlight || m_outbox.markSending({ keyOf(dossier) }).has_value();
        return m_inFlight;
    });
    if (!answer.judgement.ok())
        return stopBy(dossier, answer.judgement);
    m_outcome.progress = true;
    switch (answer.kind) {
    case NationalAnswer::Kind::Other:
        if (m_client.setup().refusals.contains(answer.code))
            return refuse(dossier, Verdict::ItemRefused, answer.message);
        return setAside(dossier, u"error_code %1"_s.arg(answer.code));
    case NationalAnswer::Kind::Exists: {
        // Ours, its answer lost in an earlier life of this kiosk, or somebody else's: never overwritten without a look.
        bool there = false;
        if (updating)
            return setAside(dossier, u"exists while updating"_s);
        if (!ask(dossier, item, &there))
            return false;
        return there || refuse(dossier, Verdict::Conflict, answer.message);
    }
    case NationalAnswer::Kind::Accepted:
        break;
    }
    // "0" alone is an adapter's word; only the record that can be looked up is the portal's.
    bool there = false;
    if (!ask(dossier, item, &there))
        return false;
    if (there)
        return true;
    return setAside(dossier, u"accepted, but the record cannot be found"_s);
}

// Nobody published what the codes mean: an expired session must not turn a whole queue into dossiers to be mended. It stays in doubt,
// the others go on, and a gateway that takes nobody ends the pass.
bool NationalPass::setAside(const OutboundDossier &dossier, const QString &detail)
{
    const Judgement judgement = portalFault(u"gateway: "_s + detail);
    if (!stopBy(dossier, judgement))
        return ++m_setAside < mostSetAside;
    return true;
}

// These shapes confirm no digest and no time: that the record is there is all that may be said.
bool NationalPass::found(const OutboundDossier &dossier)
{
    const Result<void> kept = m_outbox.noteFound(keyOf(dossier), nationalCode(dossier, m_client.setup()));
    if (!kept)
        return over(kept.error());
    m_inFlight = false;
    ++m_outcome.found;
    qCInfo(logSync) << "found at the national gateway:" << dossier.id;
    return true;
}

bool NationalPass::refuse(const OutboundDossier &dossier, Verdict verdict, const QString &reason)
{
    Judgement judgement;
    judgement.verdict = verdict;
    const Error error = *errorOf(judgement, dossier.id);
    const Result<void> done = m_outbox.refuse(keyOf(dossier), { errorId(error.code), reason, {}, m_clock.now() });
    if (!done)
        return over(done.error());
    m_inFlight = false;
    ++m_outcome.refused;
    return true;
}

bool NationalPass::stopBy(const OutboundDossier &dossier, const Judgement &judgement)
{
    m_link = linkOf(judgement.verdict);
    m_outcome.retryAfter = judgement.retryAfter;
    m_outcome.error = errorOf(judgement);
    if (m_inFlight) {
        const QString why = m_outcome.error ? errorId(m_outcome.error->code) : QString();
        // In doubt even when the gateway refused the call as a whole: next time it is asked before anything is sent.
        const Result<void> marked = m_outbox.markInDoubt({ keyOf(dossier) }, why);
        if (!marked)
            return over(marked.error());
    }
    return false;
}

bool NationalPass::over(const Error &error)
{
    m_outcome.error = error;
    qCWarning(logSync) << "national pass ended:" << forLog(error);
    return false;
}

SyncOutcome runNationalPass(Outbox &outbox, const PortalAccess &access, const QByteArray &national,
                            const NationalPass::PackOf &packOf, const Clock &clock, SyncMonitor &monitor, const StopAsked &stop)
{
    SyncOutcome outcome;
    Result<NationalSetup> setup = readNationalSetup(national);
    Result<NationalSecrets> secrets = readNationalSecrets(access.token);
    if (!setup || !secrets) {
        outcome.error = setup ? secrets.error() : setup.error();
        return outcome;
    }
    qCWarning(logSync) << "national door: not yet tested against a real endpoint";
    CurlOptions options;
    options.caFile = access.caFile;
    CurlTransport gateway(options);
    CurlTransport files(options);
    NationalClient client(gateway, files, std::move(*setup), std::move(*secrets), stop);
    return NationalPass(outbox, client, packOf, clock, monitor, stop).run();
}

} // namespace motcua
