// SyncPass, proxies on the way that take a request whole before they hand it on: TCP's word is theirs, only the portal's counts.
#include "core/base/log.h"
#include "sync/bufferedway.h"
#include "sync/linkpolicy.h"
#include "sync/syncpass.h"

#include <algorithm>

namespace motcua {

qint64 SyncPass::chunkNow()
{
    const LinkFigures link = m_transport.figures();
    BufferedWay &way = m_memory.way;
    if (!link.network.isEmpty() && way.network != link.network) {
        way = {}; // another network: what was learned does not hold there
        way.network = link.network;
    }
    return linkpolicy::chunk(link.goodput, way.chunk > 0 ? std::min(way.chunk, m_chunkCap) : m_chunkCap);
}

void SyncPass::learnWay(const Flight &flight, qint64 kept, bool answered)
{
    const LinkFigures link = m_transport.figures();
    const Transport::Delivery &seen = flight.delivery;
    const BufferedWay before = m_memory.way;
    m_memory.way =
        learned(before, { flight.length, seen.acknowledged, kept, answered, seen.sending, seen.waiting, link.rtt, link.goodput });
    if (m_memory.way.chunk != before.chunk)
        qCInfo(logSync) << "bytes wait at a proxy; at most" << m_memory.way.chunk << "bytes in a request, was" << before.chunk;
}

// TCP delivered the whole piece and the portal does not hold it: somebody between us does. To send it again costs more than to wait
// as long as that would take; while the portal's offset grows, it is worth waiting on.
bool SyncPass::liesAtAProxy(Ticket silent, const Flight &asked, qint64 offset)
{
    const Transport::Progress progress = m_transport.progress(silent);
    if (!progress.delivery.whole || offset >= asked.from + asked.length)
        return false;
    Flight &piece = m_flights[silent];
    if (piece.waitedFor >= offset)
        return false; // waited for already, and nothing came
    piece.waitedFor = offset;
    piece.doubted = false;
    m_transport.allow(silent, progress.delivery.waiting + worthWaiting(asked.length, m_transport.figures().goodput));
    return true;
}

// Behind a proxy TCP's rate is that of the way to the proxy: the estimate must not be better than what the portal confirms.
void SyncPass::tellSpeed()
{
    constexpr auto enough = std::chrono::seconds(10);
    qint64 speed = m_transport.figures().goodput;
    const auto since = m_papersSince ? std::chrono::steady_clock::now() - *m_papersSince : Instant::duration {};
    if (m_memory.way.answer.count() > 0 && since > enough)
        speed = std::min(speed, m_papersKept * 1000 / std::chrono::duration_cast<std::chrono::milliseconds>(since).count());
    m_progress.speed(speed);
}

} // namespace motcua
