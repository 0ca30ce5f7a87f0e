#include "sync/exchange.h"

#include <algorithm>

namespace motcua {

namespace {

// CURLINFO_SSL_VERIFYRESULT: X509_V_OK, and what newer curl sets before the certificate was looked at.
constexpr long certificateGood = 0;
constexpr long certificateNotJudged = 1;

size_t readBody(char *buffer, size_t size, size_t count, void *data)
{
    auto &exchange = *static_cast<Exchange *>(data);
    const QByteArray &body = exchange.request.body;
    const qsizetype length = std::min(qsizetype(size * count), body.size() - exchange.bodySent);
    std::copy_n(body.constData() + exchange.bodySent, length, buffer);
    exchange.bodySent += length;
    return size_t(length);
}

// curl rewinds when a warm connection turned out to be closed and the request goes again over a new one.
int rewindBody(void *data, curl_off_t offset, int origin)
{
    auto &exchange = *static_cast<Exchange *>(data);
    if (origin != SEEK_SET || offset < 0 || offset > exchange.request.body.size())
        return CURL_SEEKFUNC_FAIL;
    exchange.bodySent = qsizetype(offset);
    return CURL_SEEKFUNC_OK;
}

size_t writeBody(char *bytes, size_t size, size_t count, void *data)
{
    auto &exchange = *static_cast<Exchange *>(data);
    const auto length = qsizetype(size) * qsizetype(count);
    if (exchange.response.body.size() + length > exchange.request.answerLimit) {
        exchange.tooLong = true;
        return 0;
    }
    exchange.response.body.append(bytes, length);
    return size_t(length);
}

size_t readHeader(char *bytes, size_t size, size_t count, void *data)
{
    auto &exchange = *static_cast<Exchange *>(data);
    const QByteArray line(bytes, qsizetype(size * count));
    if (line.startsWith("HTTP/")) {
        exchange.response.headers.clear();
        exchange.headWhole = false;
    }
    exchange.headWhole = exchange.headWhole || line == "\r\n" || line == "\n"; // an interim answer came before
    const qsizetype colon = line.indexOf(':');
    if (colon > 0)
        exchange.response.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    return size * count;
}

int beforeRequest(void *data, char *, char *, int, int)
{
    auto &exchange = *static_cast<Exchange *>(data);
    if (exchange.firstByteMayLeave)
        return CURL_PREREQFUNC_OK;
    if (exchange.request.beforeFirstByte && !exchange.request.beforeFirstByte()) {
        exchange.givenUp = true;
        return CURL_PREREQFUNC_ABORT;
    }
    exchange.firstByteMayLeave = true;
    return CURL_PREREQFUNC_OK;
}

TransportFailure::Kind kindOf(CURLcode code, long verifyResult)
{
    switch (code) {
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_ISSUER_ERROR:
        return TransportFailure::Kind::WrongCertificate;
    case CURLE_SSL_CONNECT_ERROR: // also a link that died during the handshake
        return verifyResult == certificateGood || verifyResult == certificateNotJudged ? TransportFailure::Kind::NoConnection
                                                                                       : TransportFailure::Kind::WrongCertificate;
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_URL_MALFORMAT:
        return TransportFailure::Kind::BadSetup;
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_WRITE_ERROR:
        return TransportFailure::Kind::NotHttp;
    default:
        return TransportFailure::Kind::NoConnection;
    }
}

// Numbers of OpenSSL; the other TLS libraries of curl do not tell dates apart.
CertificateFault faultOf(TransportFailure::Kind kind, long verifyResult)
{
    constexpr long notYetValid = 9;
    constexpr long hasExpired = 10;
    if (kind != TransportFailure::Kind::WrongCertificate)
        return CertificateFault::None;
    return verifyResult == notYetValid  ? CertificateFault::NotYetValid
           : verifyResult == hasExpired ? CertificateFault::Expired
                                        : CertificateFault::NotVouchedFor;
}

} // namespace

void attach(const CurlLibrary &curl, CURL *easy, Exchange &exchange)
{
    curl.easy_setopt(easy, CURLOPT_PREREQFUNCTION, &beforeRequest);
    curl.easy_setopt(easy, CURLOPT_PREREQDATA, &exchange);
    curl.easy_setopt(easy, CURLOPT_WRITEFUNCTION, &writeBody);
    curl.easy_setopt(easy, CURLOPT_WRITEDATA, &exchange);
    curl.easy_setopt(easy, CURLOPT_HEADERFUNCTION, &readHeader);
    curl.easy_setopt(easy, CURLOPT_HEADERDATA, &exchange);
    curl.easy_setopt(easy, CURLOPT_READFUNCTION, &readBody);
    curl.easy_setopt(easy, CURLOPT_READDATA, &exchange);
    curl.easy_setopt(easy, CURLOPT_SEEKFUNCTION, &rewindBody);
    curl.easy_setopt(easy, CURLOPT_SEEKDATA, &exchange);
}

std::optional<HttpResponse> soFar(const Exchange &exchange, const CurlLibrary &curl, CURL *easy, TransportFailure::Kind kind)
{
    long status = 0;
    curl.easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    if (!exchange.request.keepCut || kind != TransportFailure::Kind::NoConnection || exchange.response.body.isEmpty())
        return std::nullopt;
    HttpResponse response = exchange.response;
    response.status = int(status);
    return response;
}

Transmission endOf(Exchange &exchange, const CurlLibrary &curl, CURL *easy, CURLcode code, const char *curlText)
{
    long verifyResult = 0;
    long status = 0;
    curl.easy_getinfo(easy, CURLINFO_SSL_VERIFYRESULT, &verifyResult);
    curl.easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    const auto broken = [&](TransportFailure::Kind kind, const QString &detail) {
        return tl::unexpected(TransportFailure { kind, exchange.firstByteMayLeave, detail, faultOf(kind, verifyResult),
                                                 soFar(exchange, curl, easy, kind) });
    };
    if (exchange.givenUp)
        return broken(TransportFailure::Kind::Stopped, {});
    if (exchange.tooLong)
        return broken(TransportFailure::Kind::NotHttp,
                      QStringLiteral("answer longer than %1 bytes").arg(exchange.request.answerLimit));
    if (code != CURLE_OK) {
        // curl's own words name our files when the setup is wrong; those stay out of logs.
        const bool quotable = *curlText != '\0' && kindOf(code, verifyResult) != TransportFailure::Kind::BadSetup;
        const char *text = quotable ? curlText : curl.easy_strerror(code);
        // HTTP/0.9 is refused under the same number as a wrong address.
        const bool spoke = exchange.firstByteMayLeave && code == CURLE_UNSUPPORTED_PROTOCOL;
        const TransportFailure::Kind kind = spoke ? TransportFailure::Kind::NotHttp : kindOf(code, verifyResult);
        return broken(kind, QStringLiteral("curl %1: %2").arg(int(code)).arg(QString::fromLocal8Bit(text)));
    }
    // A connection that was closed in good order inside the headers ends well for curl.
    if (!exchange.headWhole)
        return broken(TransportFailure::Kind::NoConnection, QStringLiteral("cut inside the headers"));
    exchange.response.status = int(status);
    return std::move(exchange.response);
}

} // namespace motcua
