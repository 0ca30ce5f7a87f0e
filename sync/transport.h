#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QUrl>

#include <tl/expected.hpp>

#include <chrono>
#include <functional>
#include <optional>
#include <utility>

namespace motcua {

using StopAsked = std::function<bool()>;

struct HttpRequest
{
    QByteArray method;
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    qint64 answerLimit = 64 * 1024; // bytes; a longer answer is a fault
    bool keepCut = false;           // what came of an answer before a cut is of use: TransportFailure::soFar
    // Called once, when the connection stands and its certificate was verified, before the first byte of the request leaves. False
    // gives the request up. This is where the outbox learns that bytes may be on their way.
    std::function<bool()> beforeFirstByte;
};

struct HttpResponse
{
    int status = 0;
    QHash<QByteArray, QByteArray> headers; // names in lower case
    QByteArray body;

    QByteArray header(const QByteArray &lowerCaseName) const { return headers.value(lowerCaseName); }
};

// What was wrong with the certificate. The dates are only judged when the authority vouches for it.
enum class CertificateFault {
    None,
    NotYetValid,
    Expired,
    NotVouchedFor, // another authority, or another name
};

// Why no whole HTTP answer came back.
struct TransportFailure
{
    enum class Kind {
        NoConnection,     // not reached, cut, or silent for too long
        WrongCertificate, // something answered that the province's authority does not vouch for; no request was sent to it
        BadSetup,         // our own certificate file or address is not usable
        NoLibrary,        // this machine lacks libcurl
        NotHttp,          // an answer that is no HTTP, or longer than allowed
        Stopped,          // we gave up: stop was asked or beforeFirstByte said no
    };
    Kind kind = Kind::NoConnection;
    bool mayHaveArrived = false;                           // the request may have left, so that the portal may have acted on it
    QString detail;                                        // for the help desk; no personal data
    CertificateFault certificate = CertificateFault::None; // of WrongCertificate
    std::optional<HttpResponse> soFar = {};                // of HttpRequest::keepCut: headers whole, body as far as it came
};

using Transmission = tl::expected<HttpResponse, TransportFailure>;

// What was seen of the way to the portal lately; zero = not known.
struct LinkFigures
{
    std::chrono::milliseconds rtt {};
    qint64 goodput = 0;         // bytes/s acknowledged, while there was something to send
    double retransmitShare = 0; // of the bytes sent
    bool losesOnAir = false;    // see linkpolicy
    int lanes = 2;              // papers at once that fill it
    qint64 wireBytes = 0;       // TCP payload in both directions since the transport was made
    QByteArray network = {};    // our own address on it; empty where the platform does not tell
};

// The only way out of the machine. Used from one thread. Several requests may be under way, each on a connection of its own.
class Transport
{
public:
    using Ticket = quint64;
    using Instant = std::chrono::steady_clock::time_point;

    enum class Way {
        Any,   // over a connection that stands, if one is free and there is no doubt about it
        Fresh, // over one that is made now: the others have fallen silent
    };
    // How far the body of a request came as TCP tells it: to whoever is at the other end of the connection, the portal or a proxy.
    struct Delivery
    {
        qint64 acknowledged = 0;              // bytes; 0 where the platform does not tell
        std::chrono::milliseconds sending {}; // from the first byte until the last one was acknowledged, or until now
        std::chrono::milliseconds waiting {}; // from then on
        bool whole = false;                   // all of it was acknowledged
    };
    struct Event
    {
        enum class Kind {
            Answered, // the end of this request
            Silent,   // nothing moves although it should; said again only after it has moved
        };
        Kind kind = Kind::Answered;
        Ticket ticket = 0;
        Transmission transmission = {}; // of Answered
        Delivery delivery = {};         //
    };
    struct Progress
    {
        Instant lastMove;       // when the portal last acknowledged or sent a byte of this request
        bool bodyGiven = false; // the socket has taken all of it: something else may follow on another connection
        Delivery delivery = {};
    };

    virtual ~Transport() = default;
    virtual Ticket start(const HttpRequest &request, Way way) = 0;
    // What has happened, waiting for it at most so long.
    virtual QList<Event> wait(std::chrono::milliseconds atMost) = 0;
    virtual void drop(Ticket ticket) = 0; // given up: no event follows, and nothing of it is delivered late
    virtual Progress progress(Ticket ticket) const = 0;
    // It is known why its answer comes so much later than usual: it is silent only after that. Takes back a Silent that was told.
    virtual void allow(Ticket ticket, std::chrono::milliseconds later) = 0;
    virtual LinkFigures figures() const = 0;

    // One request, blocking. What happens meanwhile to others that are under way is told by the next wait().
    Transmission send(const HttpRequest &request, const StopAsked &stop);

protected:
    QList<Event> takeKept() { return std::exchange(m_kept, {}); } // for wait()

private:
    QList<Event> m_kept;
};

} // namespace motcua
