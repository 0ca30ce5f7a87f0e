#include "sync/curltransport.h"

#include "sync/linkpolicy.h"

#ifdef Q_OS_WIN
#    include <winsock2.h>
#else
#    include <sys/select.h>
#endif

#include <algorithm>
#include <thread>

namespace motcua {

using namespace std::chrono_literals;

namespace {

constexpr auto window = 2s;          // goodput is measured over this
constexpr double windowWeight = 0.4; // of a new window
constexpr auto tuneEvery = 100ms;
constexpr auto lookAtLeast = 50ms; // how late a silence or a knock may be noticed
constexpr double fade = 0.9;
constexpr double enoughToJudge = 60'000; // bytes
constexpr auto aMoment = 700ms;

QString originOf(const QUrl &url)
{
    constexpr int httpsPort = 443;
    return url.host() + QLatin1Char(':') + QString::number(url.port(httpsPort));
}

std::chrono::milliseconds inMilliseconds(std::chrono::microseconds span)
{
    return std::chrono::ceil<std::chrono::milliseconds>(span);
}

} // namespace

CurlTransport::CurlTransport(CurlOptions options)
    : m_options(std::move(options))
    , m_share(m_options.curl)
    , m_windowStart(std::chrono::steady_clock::now())
{
}

CurlTransport::~CurlTransport() = default;

CurlTransport::Track *CurlTransport::trackOf(Ticket ticket)
{
    for (const auto &track : m_tracks) {
        if (track->lane->busy() && track->lane->ticket() == ticket)
            return track.get();
    }
    return nullptr;
}

const CurlTransport::Track *CurlTransport::trackOf(Ticket ticket) const
{
    return const_cast<CurlTransport *>(this)->trackOf(ticket);
}

bool CurlTransport::anySilent() const
{
    return std::any_of(m_tracks.begin(), m_tracks.end(), [](const auto &track) { return track->silent; });
}

CurlTransport::Track &CurlTransport::freeTrack()
{
    for (const auto &track : m_tracks) {
        if (!track->lane->busy() && !track->lane->standing())
            return *track;
    }
    m_tracks.push_back(std::make_unique<Track>());
    m_tracks.back()->lane = std::make_unique<Lane>(m_options, m_share);
    return *m_tracks.back();
}

void CurlTransport::run(Track &track, const HttpRequest &request, Ticket ticket, std::optional<qintptr> connected)
{
    track.silent = false;
    track.allowed = m_allowedLater.take(ticket);
    track.origin = originOf(request.url);
    track.fresh = !track.lane->standing();
    track.lane->start(request, ticket, connected, linkpolicy::recordSize(qint64(m_goodput)));
}

Transport::Ticket CurlTransport::start(const HttpRequest &request, Way way)
{
    const Ticket ticket = ++m_lastTicket;
    if (!m_share.library()) {
        m_unsendable.append(ticket);
        return ticket;
    }
    if (way == Way::Any && !anySilent()) {
        for (const auto &track : m_tracks) {
            if (!track->lane->busy() && track->lane->standing() && track->origin == originOf(request.url)) {
                run(*track, request, ticket, std::nullopt);
                return ticket;
            }
        }
    }
    if (m_knocker.knowsAddress() && m_knockerOrigin == originOf(request.url))
        m_waiting.append({ ticket, request, std::chrono::steady_clock::now() });
    else
        run(freeTrack(), request, ticket, std::nullopt); // the first one is curl's own: names, both address families
    return ticket;
}

void CurlTransport::drop(Ticket ticket)
{
    m_unsendable.removeOne(ticket);
    m_waiting.removeIf([&](const Waiting &each) { return each.ticket == ticket; });
    m_allowedLater.remove(ticket);
    if (Track *track = trackOf(ticket)) {
        track->lane->abort();
        track->silent = false;
    }
}

Transport::Progress CurlTransport::progress(Ticket ticket) const
{
    const Track *track = trackOf(ticket);
    return track ? Progress { track->lane->lastMove(), track->lane->bodyGiven(),
                              track->lane->delivery(std::chrono::steady_clock::now()) }
                 : Progress {};
}

void CurlTransport::allow(Ticket ticket, std::chrono::milliseconds later)
{
    if (Track *track = trackOf(ticket)) {
        track->allowed = later;
        track->silent = false;
    } else {
        m_allowedLater.insert(ticket, later);
    }
}

LinkFigures CurlTransport::figures() const
{
    return {
        m_rtt,       qint64(m_goodput), m_sent > 0 ? m_retransmitted / m_sent : 0, m_losesOnAir, m_losesOnAir && m_modelBased,
        m_wireBytes, m_network
    };
}

// Keeps the figures of the whole link and tunes the lane's socket by them.
void CurlTransport::learn(Track &track, Instant now)
{
    const Lane &lane = *track.lane;
    const SocketFigures &figures = lane.figures();
    Seen &seen = track.seen;
    if (lane.socket() < 0)
        return;
    if (seen.socket != lane.socket() || figures.acknowledged < seen.acknowledged)
        seen = { 0, 0, 0, 0, now, lane.socket(), now };
    if (m_network.isEmpty() || !seen.addressKnown) {
        seen.addressKnown = figures.rtt.count() > 0; // connected
        m_network = seen.addressKnown ? ownAddress(lane.socket()) : m_network;
    }
    if (m_losesOnAir && !seen.modelBased && figures.rtt.count() > 0) { // after the handshake: until then a route may decide
        seen.modelBased = true;
        m_modelBased = chooseModelBasedCongestion(lane.socket());
    }
    const qint64 acknowledged = figures.acknowledged - seen.acknowledged;
    m_windowBytes += acknowledged;
    m_wireBytes += acknowledged + figures.received - seen.received;
    m_sent += double(figures.sent - seen.sent);
    m_retransmitted += double(figures.retransmitted - seen.retransmitted);
    if (acknowledged > 0 || figures.received > seen.received)
        track.lastHeard = now;
    seen.acknowledged = figures.acknowledged;
    seen.received = figures.received;
    seen.sent = figures.sent;
    seen.retransmitted = figures.retransmitted;
    m_windowBusy = m_windowBusy || figures.unacknowledged > 0;
    if (figures.rtt.count() > 0) {
        m_rtt = inMilliseconds(figures.rtt);
        m_rttVariation = inMilliseconds(figures.rttVariation);
        m_leastRtt = m_leastRtt.count() > 0 ? std::min(m_leastRtt, figures.leastRtt) : figures.leastRtt;
    }
    if (now - seen.tuned >= tuneEvery && figures.deliveryRate > 0) {
        seen.tuned = now;
        limitSendBuffer(lane.socket(),
                        linkpolicy::sendBuffer(figures.deliveryRate, inMilliseconds(figures.leastRtt), figures.segmentSize));
    }
}

std::chrono::milliseconds CurlTransport::doubtAfter(const Track &track, Instant now) const
{
    const SocketFigures &figures = track.lane->figures();
    const bool known = figures.rtt.count() > 0;
    const bool othersMove = std::any_of(m_tracks.begin(), m_tracks.end(), [&](const auto &other) {
        return other.get() != &track && other->lane->busy() && other->lane->requestLeft()
               && now - other->lane->lastMove() < aMoment;
    });
    const bool waits = track.lane->waitsForAnswer();
    return linkpolicy::doubtAfter(known ? inMilliseconds(figures.rtt) : m_rtt,
                                  known ? inMilliseconds(figures.rttVariation) : m_rttVariation, waits, othersMove)
           + (waits ? track.allowed : 0ms);
}

void CurlTransport::stepTrack(Track &track, Instant now, QList<Event> &events)
{
    Lane &lane = *track.lane;
    if (!lane.busy())
        return;
    const Ticket ticket = lane.ticket();
    const Instant movedBefore = lane.lastMove();
    std::optional<Transmission> end = lane.step(now);
    learn(track, now);
    if (lane.socket() >= 0 && (end ? end->has_value() : lane.requestLeft())) {
        m_knocker.learn(lane.socket());
        m_knockerOrigin = track.origin;
    }
    if (end) {
        track.silent = false;
        events.append({ Event::Kind::Answered, ticket, std::move(*end), lane.delivery(now) });
        return;
    }
    if (lane.lastMove() != movedBefore)
        track.silent = false;
    const auto still = std::chrono::duration_cast<linkpolicy::Span>(now - lane.lastMove());
    if (!track.silent && lane.requestLeft() && still > doubtAfter(track, now)) {
        track.silent = true;
        events.append({ Event::Kind::Silent, ticket });
    }
}

// Requests that want a connection of their own get the next one that comes through.
void CurlTransport::serveWaiting(Instant now, QList<Event> &events)
{
    m_knocker.step(now, int(m_waiting.size()), m_rtt);
    while (!m_waiting.isEmpty()) {
        const std::optional<qintptr> socket = m_knocker.take();
        if (!socket)
            break;
        const Waiting waiting = m_waiting.takeFirst();
        run(freeTrack(), waiting.request, waiting.ticket, socket);
    }
    for (qsizetype i = m_waiting.size() - 1; i >= 0; --i) {
        const bool refused = m_knocker.refused();
        if (refused || now - m_waiting.at(i).since > m_options.stall.silence) {
            if (refused)
                m_knocker.forget(); // it may have moved: the next one asks for its name again
            const QString why = refused ? QStringLiteral("refused") : QStringLiteral("no connection");
            events.append({ Event::Kind::Answered, m_waiting.takeAt(i).ticket,
                            tl::unexpected(TransportFailure { TransportFailure::Kind::NoConnection, false, why }) });
            m_allowedLater.remove(events.last().ticket);
        }
    }
    if (m_waiting.isEmpty())
        m_knocker.step(now, 0, m_rtt);
}

void CurlTransport::step(Instant now, QList<Event> &events)
{
    for (const Ticket ticket : std::exchange(m_unsendable, {}))
        events.append({ Event::Kind::Answered, ticket,
                        tl::unexpected(TransportFailure { TransportFailure::Kind::NoLibrary, false, m_options.curl }) });
    for (const auto &track : m_tracks)
        stepTrack(*track, now, events);
    serveWaiting(now, events);
    if (now - m_windowStart >= window) {
        const double seconds = std::chrono::duration<double>(now - m_windowStart).count();
        if (m_windowBusy && m_windowBytes > 0) {
            const double rate = double(m_windowBytes) / seconds;
            m_goodput = m_goodput > 0 ? m_goodput * (1 - windowWeight) + rate * windowWeight : rate;
        }
        if (m_windowBusy && m_leastRtt.count() > 0) {
            const double ratio = double(m_rtt.count()) * 1000 / double(m_leastRtt.count());
            m_rttRatio = m_rttRatio > 0 ? m_rttRatio * (1 - windowWeight) + ratio * windowWeight : ratio;
        }
        if (m_sent > enoughToJudge)
            m_losesOnAir = linkpolicy::losesOnAir(m_losesOnAir, m_retransmitted / m_sent, m_rttRatio);
        m_sent *= fade;
        m_retransmitted *= fade;
        m_windowBytes = 0;
        m_windowBusy = false;
        m_windowStart = now;
    }
}

void CurlTransport::sleep(std::chrono::milliseconds atMost) const
{
    fd_set read;
    fd_set write;
    fd_set except;
    FD_ZERO(&read);
    FD_ZERO(&write);
    FD_ZERO(&except);
    int most = -1;
    std::chrono::milliseconds patience = std::min<std::chrono::milliseconds>(atMost, lookAtLeast);
    for (const auto &track : m_tracks) {
        track->lane->fillSets(&read, &write, &except, most);
        patience = std::min(patience, track->lane->patience());
    }
    for (const qintptr socket : m_knocker.pending()) {
        if (socket < FD_SETSIZE)
            FD_SET(socket, &write);
        most = std::max(most, int(socket));
    }
    if (most < 0) { // a name is being looked up, or there is nothing to do
        std::this_thread::sleep_for(std::min<std::chrono::milliseconds>(patience, 10ms));
        return;
    }
    timeval timeout {};
    timeout.tv_usec = long(std::max<std::chrono::milliseconds>(patience, 0ms).count()) * 1000;
    select(most + 1, &read, &write, &except, &timeout);
}

QList<Transport::Event> CurlTransport::wait(std::chrono::milliseconds atMost)
{
    QList<Event> events = takeKept();
    const Instant end = std::chrono::steady_clock::now() + atMost;
    while (true) {
        const Instant now = std::chrono::steady_clock::now();
        step(now, events);
        if (!events.isEmpty() || now >= end)
            return events;
        sleep(std::chrono::ceil<std::chrono::milliseconds>(end - now));
    }
}

} // namespace motcua
