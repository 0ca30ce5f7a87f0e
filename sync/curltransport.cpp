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

constexpr auto tuneEvery = 100ms;
constexpr auto lookAtLeast = 50ms; // how late a silence or a knock may be noticed
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
    , m_gauge(std::chrono::steady_clock::now())
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
    track.lane->start(request, ticket, connected, linkpolicy::recordSize(m_gauge.goodput()));
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
    while (Track *track = trackOf(ticket)) {
        track->lane->abort();
        track->silent = false;
    }
}

bool CurlTransport::hasTwin(const Track &track, Ticket ticket) const
{
    return std::any_of(m_tracks.begin(), m_tracks.end(), [&](const auto &other) {
        return other.get() != &track && other->lane->busy() && other->lane->ticket() == ticket;
    });
}

// Until one address has answered there is no knocking: a lost SYN of the first connection would cost a second. So the same request
// tries again over another lane, and the first of them that is connected goes on.
void CurlTransport::connectAgain(Track &track, Instant now)
{
    const Ticket ticket = track.lane->ticket();
    int attempts = 0;
    Instant newest;
    for (const auto &each : m_tracks) {
        if (!each->lane->busy() || each->lane->ticket() != ticket)
            continue;
        ++attempts;
        newest = std::max(newest, each->lane->startedAt());
    }
    if (attempts < linkpolicy::mostFirstAttempts && now - newest > linkpolicy::connectAgainAfter)
        run(freeTrack(), *track.lane->request(), ticket, std::nullopt);
}

void CurlTransport::leaveTo(const Track &winner)
{
    for (const auto &each : m_tracks) {
        if (each.get() != &winner && each->lane->busy() && each->lane->ticket() == winner.lane->ticket())
            each->lane->abort();
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
    return { m_gauge.rtt(), m_gauge.goodput(), m_gauge.retransmitShare(), m_gauge.losesOnAir(), m_gauge.lanes(),
             m_wireBytes,   m_network };
}

// Keeps the figures of the whole link.
void CurlTransport::learn(Track &track)
{
    const Lane &lane = *track.lane;
    const SocketFigures &figures = lane.figures();
    Seen &seen = track.seen;
    if (lane.socket() < 0)
        return;
    if (seen.socket != lane.socket() || figures.acknowledged < seen.acknowledged) {
        seen = {};
        seen.socket = lane.socket();
    }
    if (m_network.isEmpty() || !seen.addressKnown) {
        seen.addressKnown = figures.rtt.count() > 0; // connected
        m_network = seen.addressKnown ? ownAddress(lane.socket()) : m_network;
    }
    const qint64 acknowledged = figures.acknowledged - seen.acknowledged;
    m_wireBytes += acknowledged + figures.received - seen.received;
    m_gauge.add(figures,
                { figures.delivered - seen.delivered, figures.sent - seen.sent, figures.retransmitted - seen.retransmitted },
                lane.requestLeft() && !lane.bodyGiven());
    seen.acknowledged = figures.acknowledged;
    seen.delivered = figures.delivered;
    seen.received = figures.received;
    seen.sent = figures.sent;
    seen.retransmitted = figures.retransmitted;
}

void CurlTransport::tune(Track &track, Instant now)
{
    const Lane &lane = *track.lane;
    const SocketFigures &figures = lane.figures();
    Seen &seen = track.seen;
    if (lane.socket() < 0 || seen.socket != lane.socket() || figures.rtt.count() == 0)
        return;
    if (m_gauge.losesOnAir() && !seen.modelAsked) { // after the handshake: until then a route may decide
        const QByteArray usual = congestionControl(lane.socket());
        seen.modelAsked = true;
        if (chooseCongestionControl(lane.socket(), "bbr"))
            seen.usualControl = usual;
    } else if (!m_gauge.losesOnAir() && seen.modelAsked) {
        chooseCongestionControl(lane.socket(), std::exchange(seen.usualControl, {}));
        seen.modelAsked = false;
    }
    if (now - seen.tuned < tuneEvery || m_gauge.path() == 0)
        return;
    seen.tuned = now;
    const auto sending =
        std::count_if(m_tracks.begin(), m_tracks.end(), [](const auto &each) { return each->lane->requestLeft(); });
    limitSendBuffer(lane.socket(), linkpolicy::sendBuffer(m_gauge.path(), int(sending), m_gauge.losesOnAir(), figures.heldBack(),
                                                          figures.segmentSize));
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
    // Beside others, as after an outage, it waits for its turn rather than being lost.
    const bool alone = std::none_of(m_tracks.begin(), m_tracks.end(),
                                    [&](const auto &other) { return other.get() != &track && other->lane->busy(); });
    constexpr qsizetype little = 16 * 1024;
    const bool handshake = track.lane->handshaking();
    if (alone && track.allowed == 0ms && (handshake || waits || track.lane->request()->body.size() < little))
        return linkpolicy::doubtLittleAfter(known ? inMilliseconds(figures.rtt) : m_gauge.rtt(), handshake, waits);
    return linkpolicy::doubtAfter(known ? inMilliseconds(figures.rtt) : m_gauge.rtt(),
                                  known ? inMilliseconds(figures.rttVariation) : m_gauge.rttVariation(), waits, othersMove)
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
    learn(track);
    if (lane.socket() >= 0 && (end ? end->has_value() : lane.requestLeft())) {
        m_knocker.learn(lane.socket());
        m_knockerOrigin = track.origin;
    }
    if (end) {
        track.silent = false;
        if (!end->has_value() && hasTwin(track, ticket))
            return;
        events.append({ Event::Kind::Answered, ticket, std::move(*end), lane.delivery(now) });
        return;
    }
    if (lane.lastMove() != movedBefore)
        track.silent = false;
    if (lane.connecting())
        connectAgain(track, now);
    else
        leaveTo(track);
    const auto still = std::chrono::duration_cast<linkpolicy::Span>(now - lane.lastMove());
    if (!track.silent && (lane.requestLeft() || (lane.handshaking() && !m_knocker.knowsAddress()))
        && still > doubtAfter(track, now)) {
        track.silent = true;
        events.append({ Event::Kind::Silent, ticket });
    }
}

// Requests that want a connection of their own get the next one that comes through.
void CurlTransport::serveWaiting(Instant now, QList<Event> &events)
{
    m_knocker.step(now, int(m_waiting.size()), m_gauge.rtt());
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
        m_knocker.step(now, 0, m_gauge.rtt());
}

void CurlTransport::step(Instant now, QList<Event> &events)
{
    for (const Ticket ticket : std::exchange(m_unsendable, {}))
        events.append({ Event::Kind::Answered, ticket,
                        tl::unexpected(TransportFailure { TransportFailure::Kind::NoLibrary, false, m_options.curl }) });
    m_gauge.begin();
    // One more may come while they are looked at. NOLINTNEXTLINE(modernize-loop-convert)
    for (size_t i = 0; i < m_tracks.size(); ++i)
        stepTrack(*m_tracks[i], now, events);
    m_gauge.end(now);
    for (const auto &track : m_tracks)
        tune(*track, now);
    serveWaiting(now, events);
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
