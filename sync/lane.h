#pragma once

#include "sync/socketprogress.h"
#include "sync/stallwatch.h"
#include "sync/transport.h"

#include <memory>
#include <optional>

namespace motcua {

struct CurlLibrary;

QString usualCurl(); // the name under which the loader finds libcurl

struct CurlOptions
{
    QString caFile;   // PEM: the only authority that is believed; the machine's own list is not asked
    QUrl tokenOrigin; // the bearer token goes to this scheme, host and port only
    QString token;    // may be empty
    std::chrono::milliseconds connectTimeout = std::chrono::seconds(10);
    StallLimits stall;
    QString curl = usualCurl(); // opened when the transport is made
};

// What lanes have in common: names looked up and TLS sessions, so that a second connection costs less than the first.
class LaneShare
{
public:
    explicit LaneShare(const QString &curl);
    ~LaneShare();
    LaneShare(const LaneShare &) = delete;
    LaneShare &operator=(const LaneShare &) = delete;

    const CurlLibrary *library() const { return m_curl.get(); } // null: not on this machine, so there can be no lane
    void *handle() const { return m_handle; }

private:
    const std::unique_ptr<const CurlLibrary> m_curl;
    void *m_handle = nullptr;
};

// One HTTPS connection by libcurl that is kept between requests, with one request at a time. TLS 1.2 or newer, no redirects, no plain
// HTTP. What the socket does is in sight.
class Lane
{
public:
    using Instant = Transport::Instant;

    Lane(const CurlOptions &options, const LaneShare &share);
    ~Lane();
    Lane(const Lane &) = delete;
    Lane &operator=(const Lane &) = delete;

    // `connected`: a socket of the same address on which curl goes on with TLS; owned from now on. `recordSize`: of TLS.
    void start(const HttpRequest &request, Transport::Ticket ticket, std::optional<qintptr> connected, int recordSize);
    // Moves what can be moved; -> the end of the request.
    std::optional<Transmission> step(Instant now);
    void abort(); // the request is given up and the connection with it

    bool busy() const;
    bool standing() const;    // a connection is there, TLS and all
    bool requestLeft() const; // its first byte may have left
    bool bodyGiven() const;
    bool handshaking() const;                        // connected, but no byte of the request may leave yet
    bool connecting() const;                         // and not connected yet
    const HttpRequest *request() const;              // that is under way
    bool waitsForAnswer() const;                     // everything is acknowledged
    Transport::Delivery delivery(Instant now) const; // of this request, or of the one that ended last
    Transport::Ticket ticket() const;
    Instant lastMove() const;
    Instant startedAt() const;
    qintptr socket() const; // -1: none
    const SocketFigures &figures() const;
    // For select(): curl's own wishes.
    void fillSets(void *read, void *write, void *except, int &most) const;
    std::chrono::milliseconds patience() const; // until curl wants to be called again

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace motcua
