#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QUrl>

#include <tl/expected.hpp>

#include <functional>
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
        NotHttp,          // an answer that is no HTTP, or longer than allowed
        Stopped,          // we gave up: stop was asked or beforeFirstByte said no
    };
    Kind kind = Kind::NoConnection;
    bool mayHaveArrived = false;                           // the request may have left, so that the portal may have acted on it
    QString detail;                                        // for the help desk; no personal data
    CertificateFault certificate = CertificateFault::None; // of WrongCertificate
};

using Transmission = tl::expected<HttpResponse, TransportFailure>;

// The only way out of the machine. Blocking; used from one thread.
class Transport
{
public:
    virtual ~Transport() = default;
    virtual Transmission send(const HttpRequest &request, const StopAsked &stop) = 0;
};

} // namespace motcua
