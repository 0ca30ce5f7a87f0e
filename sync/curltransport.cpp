#include "sync/curltransport.h"

#include "sync/socketprogress.h"

#include <QList>
#include <QUuid>

#include <curl/curl.h>

#ifndef Q_OS_WIN
#    include <unistd.h>
#endif

#include <algorithm>
#include <mutex>

namespace motcua {

namespace {

// CURLINFO_SSL_VERIFYRESULT: X509_V_OK, and what newer curl sets before the certificate was looked at.
constexpr long certificateGood = 0;
constexpr long certificateNotJudged = 1;

constexpr int pollMilliseconds = 100; // how soon a stop is noticed
constexpr long keepAliveSeconds = 20;

// What curl's callbacks see of the request that is under way.
struct Exchange
{
    const HttpRequest &request;
    HttpResponse response;
    qsizetype bodySent = 0;
    bool firstByteMayLeave = false;
    bool givenUp = false;
    bool tooLong = false;
};

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
    const auto length = qsizetype(size * count);
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
    if (line.startsWith("HTTP/"))
        exchange.response.headers.clear(); // an interim answer came before
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

bool sameOrigin(const QUrl &left, const QUrl &right)
{
    constexpr int httpsPort = 443;
    return left.scheme() == right.scheme() && left.host() == right.host() && left.port(httpsPort) == right.port(httpsPort);
}

class HeaderList
{
public:
    ~HeaderList() { curl_slist_free_all(m_list); }
    HeaderList() = default;
    HeaderList(const HeaderList &) = delete;
    HeaderList &operator=(const HeaderList &) = delete;

    void add(const QByteArray &line) { m_list = curl_slist_append(m_list, line.constData()); }
    curl_slist *get() const { return m_list; }

private:
    curl_slist *m_list = nullptr;
};

} // namespace

struct CurlTransport::Handles
{
    CURLM *multi = curl_multi_init();
    CURL *easy = curl_easy_init();
    QList<curl_socket_t> sockets;

    ~Handles()
    {
        curl_easy_cleanup(easy);
        curl_multi_cleanup(multi);
    }

    static int onOpened(void *data, curl_socket_t socket, curlsocktype)
    {
        static_cast<Handles *>(data)->sockets.append(socket);
        tuneSocket(qintptr(socket));
        return CURL_SOCKOPT_OK;
    }

    static int onClose(void *data, curl_socket_t socket)
    {
        static_cast<Handles *>(data)->sockets.removeAll(socket);
#ifdef Q_OS_WIN
        return closesocket(socket);
#else
        return close(socket);
#endif
    }

    StallWatch::Counts counts() const
    {
        curl_off_t up = 0;
        curl_off_t down = 0;
        long headers = 0;
        curl_easy_getinfo(easy, CURLINFO_SIZE_UPLOAD_T, &up);
        curl_easy_getinfo(easy, CURLINFO_SIZE_DOWNLOAD_T, &down);
        curl_easy_getinfo(easy, CURLINFO_HEADER_SIZE, &headers);
        StallWatch::Counts counts { qint64(up), qint64(down) + headers, false, qint64(down) + headers };
        for (const curl_socket_t socket : sockets) {
            const SocketBytes bytes = bytesOnSocket(qintptr(socket));
            counts.up += bytes.acknowledged;
            counts.down += bytes.received;
        }
        return counts;
    }
};

CurlTransport::CurlTransport(CurlOptions options)
    : m_options(std::move(options))
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    m_handles = std::make_unique<Handles>();
}

CurlTransport::~CurlTransport() = default;

Transmission CurlTransport::send(const HttpRequest &request, const StopAsked &stop)
{
    CURL *easy = m_handles->easy;
    CURLM *multi = m_handles->multi;
    Exchange exchange { request, {} };
    curl_easy_reset(easy); // connections and TLS sessions survive this

    HeaderList headers;
    headers.add("Expect:"); // no round trip just to ask whether we may send
    headers.add("X-Request-ID: " + QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    bool typed = false;
    for (const auto &[name, value] : request.headers) {
        headers.add(name + ": " + value);
        typed = typed || name == "Content-Type";
    }
    if (!typed)
        headers.add("Content-Type:"); // otherwise curl calls every body a web form
    if (!m_options.token.isEmpty() && sameOrigin(request.url, m_options.tokenOrigin))
        headers.add("Authorization: Bearer " + m_options.token.toUtf8());

    const QByteArray url = request.url.toEncoded();
    const QByteArray caFile = m_options.caFile.toLocal8Bit();
    char curlText[CURL_ERROR_SIZE] = {};
    curl_easy_setopt(easy, CURLOPT_URL, url.constData());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "https");
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(easy, CURLOPT_CAINFO, caFile.constData());
    curl_easy_setopt(easy, CURLOPT_CAPATH, nullptr); // distributions preset the machine's own list here
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L); // a name server that is silent must not hold up a stop
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, long(m_options.connectTimeout.count()));
    curl_easy_setopt(easy, CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(easy, CURLOPT_TCP_KEEPIDLE, keepAliveSeconds);
    curl_easy_setopt(easy, CURLOPT_TCP_KEEPINTVL, keepAliveSeconds);
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "motcua/" MOTCUA_VERSION);
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, curlText);
    curl_easy_setopt(easy, CURLOPT_SOCKOPTFUNCTION, &Handles::onOpened);
    curl_easy_setopt(easy, CURLOPT_SOCKOPTDATA, m_handles.get());
    curl_easy_setopt(easy, CURLOPT_CLOSESOCKETFUNCTION, &Handles::onClose);
    curl_easy_setopt(easy, CURLOPT_CLOSESOCKETDATA, m_handles.get());
    curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, &beforeRequest);
    curl_easy_setopt(easy, CURLOPT_PREREQDATA, &exchange);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &writeBody);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &exchange);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &readHeader);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, &exchange);
    if (request.method == "HEAD") {
        curl_easy_setopt(easy, CURLOPT_NOBODY, 1L);
    } else if (request.method != "GET") {
        curl_easy_setopt(easy, CURLOPT_POST, 1L);
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.size()));
        curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request.method.constData());
        curl_easy_setopt(easy, CURLOPT_READFUNCTION, &readBody);
        curl_easy_setopt(easy, CURLOPT_READDATA, &exchange);
        curl_easy_setopt(easy, CURLOPT_SEEKFUNCTION, &rewindBody);
        curl_easy_setopt(easy, CURLOPT_SEEKDATA, &exchange);
    }

    curl_multi_add_handle(multi, easy);
    StallWatch watch(m_options.stall, std::chrono::steady_clock::now());
    long verifyResult = 0;
    const auto broken = [&](TransportFailure::Kind kind, const QString &detail) {
        return tl::unexpected(TransportFailure { kind, exchange.firstByteMayLeave, detail, faultOf(kind, verifyResult) });
    };
    CURLcode code = CURLE_OK;
    bool stopped = false;
    bool dead = false;
    for (bool done = false; !done;) {
        int running = 0;
        curl_multi_perform(multi, &running);
        int left = 0;
        while (const CURLMsg *message = curl_multi_info_read(multi, &left)) {
            code = message->data.result;
            done = true;
        }
        if (done)
            break;
        stopped = stop && stop();
        StallWatch::Counts counts = m_handles->counts();
        counts.sent = exchange.firstByteMayLeave && exchange.bodySent == request.body.size();
        dead = watch.isDead(std::chrono::steady_clock::now(), counts);
        if (stopped || dead)
            break;
        curl_multi_poll(multi, nullptr, 0, pollMilliseconds, nullptr);
    }
    long status = 0;
    curl_easy_getinfo(easy, CURLINFO_SSL_VERIFYRESULT, &verifyResult);
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    curl_multi_remove_handle(multi, easy); // closes the connection of a transfer that is not done

    if (stopped || exchange.givenUp)
        return broken(TransportFailure::Kind::Stopped, {});
    if (dead)
        return broken(TransportFailure::Kind::NoConnection, QStringLiteral("stalled"));
    if (exchange.tooLong)
        return broken(TransportFailure::Kind::NotHttp, QStringLiteral("answer longer than %1 bytes").arg(request.answerLimit));
    if (code != CURLE_OK) {
        // curl's own words name our files when the setup is wrong; those stay out of logs.
        const bool quotable = curlText[0] != '\0' && kindOf(code, verifyResult) != TransportFailure::Kind::BadSetup;
        const char *text = quotable ? curlText : curl_easy_strerror(code);
        // HTTP/0.9 is refused under the same number as a wrong address.
        const bool spoke = exchange.firstByteMayLeave && code == CURLE_UNSUPPORTED_PROTOCOL;
        const TransportFailure::Kind kind = spoke ? TransportFailure::Kind::NotHttp : kindOf(code, verifyResult);
        return broken(kind, QStringLiteral("curl %1: %2").arg(int(code)).arg(QString::fromLocal8Bit(text)));
    }
    exchange.response.status = int(status);
    return std::move(exchange.response);
}

} // namespace motcua
