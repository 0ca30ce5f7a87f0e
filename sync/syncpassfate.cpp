// SyncPass, what becomes of a dossier and of the pass. The rules of exactly-once are at the head of syncpass.cpp.
#include "sync/syncpass.h"

#include "core/base/clock.h"
#include "core/base/errorcatalog.h"
#include "core/base/log.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

LinkState linkStateOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Offline:
    case Verdict::NoLibrary:
        return LinkState::Offline;
    case Verdict::CaptivePortal:
        return LinkState::CaptivePortal;
    case Verdict::WrongClock:
        return LinkState::WrongClock;
    case Verdict::KioskCloned:
        return LinkState::ClonedKiosk;
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

} // namespace

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
    const OutboundDossier *dossier = find(key);
    const bool wasReceived = dossier && dossier->delivery == DeliveryState::Received;
    if (!kept(m_outbox.refuse(key, { errorId(error.code), problem.reason, problem.field, m_clock.now() })))
        return;
    // What the portal has received once stays received, whatever it says now; somebody is told, and the next pass tries again.
    if (wasReceived) {
        setAside(key, error, false);
        return;
    }
    dropFlights(key);
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
    dropFlights(key);
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

void SyncPass::endBy(const Judgement &found)
{
    const Judgement judgement = diagnosed(found, clockEvidence(), m_access.url, m_access.plainPort);
    m_over = true;
    m_outcome.retryAfter = judgement.retryAfter;
    if (judgement.verdict == Verdict::Stopped)
        return;
    m_outcome.error = errorOf(judgement);
    m_endLink = linkStateOf(judgement.verdict);
    qCWarning(logSync) << "pass ended:" << forLog(*m_outcome.error);
}

ClockEvidence SyncPass::clockEvidence() const
{
    ClockEvidence evidence { m_clock.now(), m_memory.portalTime };
    if (m_memory.portalTime.isValid())
        evidence.since =
            std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - m_memory.portalTimeAt);
    return evidence;
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
