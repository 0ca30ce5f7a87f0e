#include "sync/syncprogress.h"

#include "core/base/clock.h"

namespace motcua {

qint64 bytesOf(const OutboundDossier &dossier)
{
    qint64 bytes = dossier.form.size();
    for (const OutboundFile &file : dossier.files + dossier.renditions)
        bytes += file.size;
    return bytes;
}

SyncProgress::SyncProgress(SyncMonitor &monitor, const Clock &clock)
    : m_monitor(monitor)
    , m_clock(clock)
    , m_snapshot(monitor.snapshot())
{
}

void SyncProgress::begin()
{
    if (m_snapshot.link != LinkState::Online)
        m_snapshot.link = LinkState::Checking;
    m_snapshot.sending = false;
    m_snapshot.bytesConfirmed = 0;
    m_snapshot.bytesTotal = 0;
    m_snapshot.nextAttempt = {};
    publish();
}

void SyncProgress::queued(const QList<OutboundDossier> &dossiers)
{
    for (const OutboundDossier &dossier : dossiers)
        m_bytes[{ dossier.id, dossier.revision }].total = bytesOf(dossier);
    publish();
}

void SyncProgress::confirmed(const DeliveryKey &key, qint64 bytes)
{
    m_bytes[key].confirmed = bytes;
    publish();
}

void SyncProgress::complete(const DeliveryKey &key)
{
    m_bytes[key].confirmed = m_bytes[key].total;
    publish();
}

void SyncProgress::dropped(const DeliveryKey &key)
{
    m_bytes.remove(key);
    publish();
}

void SyncProgress::answered()
{
    m_snapshot.link = LinkState::Online;
    m_snapshot.lastSuccess = m_clock.now();
    m_snapshot.lastError.reset();
    publish();
}

void SyncProgress::held(HeldBack why)
{
    m_snapshot.heldBack = why;
}

void SyncProgress::portalTime(const QDateTime &time)
{
    m_snapshot.clockAhead.reset();
    if (time.isValid())
        m_snapshot.clockAhead = std::chrono::seconds(time.secsTo(m_clock.now()));
}

void SyncProgress::journal(const QString &objection)
{
    m_snapshot.journalDispute.reset();
    if (!objection.isEmpty())
        m_snapshot.journalDispute = journalDisputed(objection);
}

void SyncProgress::weak(bool nothingComesThrough)
{
    const LinkState from = nothingComesThrough ? LinkState::Online : LinkState::Weak;
    if (m_snapshot.link != from)
        return;
    m_snapshot.link = nothingComesThrough ? LinkState::Weak : LinkState::Online;
    publish();
}

void SyncProgress::speed(qint64 bytesPerSecond)
{
    m_speed = bytesPerSecond;
}

void SyncProgress::problem(const Error &error)
{
    m_snapshot.lastError = error;
    publish();
}

void SyncProgress::end(std::optional<LinkState> link, const std::optional<Error> &error)
{
    m_snapshot.sending = false;
    if (link)
        m_snapshot.link = *link;
    m_snapshot.lastError = error;
    m_monitor.publish(m_snapshot);
}

void SyncProgress::publish()
{
    m_snapshot.bytesConfirmed = 0;
    m_snapshot.bytesTotal = 0;
    for (const Bytes &bytes : std::as_const(m_bytes)) {
        m_snapshot.bytesConfirmed += bytes.confirmed;
        m_snapshot.bytesTotal += bytes.total;
    }
    // "Sending" is said only of a link that stands.
    m_snapshot.sending = m_snapshot.link == LinkState::Online && m_snapshot.bytesConfirmed < m_snapshot.bytesTotal;
    m_snapshot.remaining.reset();
    if (m_snapshot.sending && m_speed > 0)
        m_snapshot.remaining = std::chrono::seconds((m_snapshot.bytesTotal - m_snapshot.bytesConfirmed + m_speed - 1) / m_speed);
    m_monitor.publish(m_snapshot);
}

} // namespace motcua
