#pragma once

#include "sync/knocker.h"
#include "sync/lane.h"
#include "sync/linkgauge.h"
#include "sync/transport.h"

#include <QHash>

#include <memory>
#include <vector>

namespace motcua {

// HTTPS by libcurl over lanes: a few connections to one portal that are kept warm, each with one request at a time. Says when one
// falls silent, and makes new connections by knocking. What to do about it is for the caller to decide.
class CurlTransport final : public Transport
{
public:
    explicit CurlTransport(CurlOptions options);
    ~CurlTransport() override;

    Ticket start(const HttpRequest &request, Way way) override;
    QList<Event> wait(std::chrono::milliseconds atMost) override;
    void drop(Ticket ticket) override;
    Progress progress(Ticket ticket) const override;
    void allow(Ticket ticket, std::chrono::milliseconds later) override;
    LinkFigures figures() const override;

private:
    // A request that waits for a connection of its own.
    struct Waiting
    {
        Ticket ticket;
        HttpRequest request;
        Instant since;
    };
    struct Seen
    {
        qint64 acknowledged = 0;
        qint64 delivered = 0;
        qint64 received = 0;
        qint64 sent = 0;
        qint64 retransmitted = 0;
        qintptr socket = -1;
        Instant tuned;
        bool modelAsked = false;
        QByteArray usualControl; // while another one was chosen
        bool addressKnown = false;
    };
    struct Track
    {
        std::unique_ptr<Lane> lane;
        bool silent = false;
        std::chrono::milliseconds allowed {}; // for its answer, beyond what is usual
        QString origin;                       // of the request that it carries or carried last
        Seen seen;
    };

    void connectAgain(Track &track, Instant now);
    bool hasTwin(const Track &track, Ticket ticket) const;
    Track *trackOf(Ticket ticket);
    const Track *trackOf(Ticket ticket) const;
    Track &freeTrack();
    bool anySilent() const;
    void leaveTo(const Track &winner);
    void run(Track &track, const HttpRequest &request, Ticket ticket, std::optional<qintptr> connected);
    void step(Instant now, QList<Event> &events);
    void stepTrack(Track &track, Instant now, QList<Event> &events);
    std::chrono::milliseconds doubtAfter(const Track &track, Instant now) const;
    void learn(Track &track);
    void tune(Track &track, Instant now);
    void serveWaiting(Instant now, QList<Event> &events);
    void sleep(std::chrono::milliseconds atMost) const;

    const CurlOptions m_options;
    LaneShare m_share;
    Knocker m_knocker;
    QString m_knockerOrigin; // whose address it knows
    std::vector<std::unique_ptr<Track>> m_tracks;
    QList<Waiting> m_waiting;
    QHash<Ticket, std::chrono::milliseconds> m_allowedLater; // of what has no lane yet
    QByteArray m_network;
    QList<Ticket> m_unsendable; // this machine lacks libcurl
    Ticket m_lastTicket = 0;
    LinkGauge m_gauge;
    qint64 m_wireBytes = 0;
};

} // namespace motcua
