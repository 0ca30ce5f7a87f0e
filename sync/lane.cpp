#include "sync/lane.h"

#include "sync/curllibrary.h"

#include <QUuid>

#ifndef Q_OS_WIN
#    include <unistd.h>
#endif

#include <algorithm>
#include <type_traits>

namespace motcua {

namespace {

// CURLINFO_SSL_VERIFYRESULT: X509_V_OK, and what newer curl sets before the certificate was looked at.
constexpr long certificateGood = 0;
constexpr long certificateNotJudged = 1;

constexpr long keepAliveSeconds = 20;
constexpr long largestRecord = 16 * 1024;

// What curl's callbacks see of the request that is under way.
struct Exchange
{
    HttpRequest request;
    HttpResponse response;
    qsizetype bodySent = 0;
    bool firstByteMayLeave = false;
    bool givenUp = false;
    bool tooLong = false;
    bool headWhole = false; // of the final answer
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

bool sameOrigin(const QUrl &left, const QUrl &right)
{
    constexpr int httpsPort = 443;
    return left.scheme() == right.scheme() && left.host() == right.host() && left.port(httpsPort) == right.port(httpsPort);
}

class HeaderList
{
public:
    explicit HeaderList(const CurlLibrary &curl)
        : m_curl(curl)
    {
    }
    ~HeaderList() { m_curl.slist_free_all(m_list); }
    HeaderList(const HeaderList &) = delete;
    HeaderList &operator=(const HeaderList &) = delete;

    void add(const QByteArray &line) { m_list = m_curl.slist_append(m_list, line.constData()); }
    curl_slist *get() const { return m_list; }

private:
    const CurlLibrary &m_curl;
    curl_slist *m_list = nullptr;
};

} // namespace

QString usualCurl()
{
    return QStringLiteral(MOTCUA_CURL_LIBRARY);
}

LaneShare::LaneShare(const QString &curl)
    : m_curl(CurlLibrary::open(curl))
{
    if (!m_curl)
        return;
    m_handle = m_curl->share_init();
    m_curl->share_setopt(static_cast<CURLSH *>(m_handle), CURLSHOPT_SHARE, CURL_LOCK_DATA_DNS);
    m_curl->share_setopt(static_cast<CURLSH *>(m_handle), CURLSHOPT_SHARE, CURL_LOCK_DATA_SSL_SESSION);
}

LaneShare::~LaneShare()
{
    if (m_curl)
        m_curl->share_cleanup(static_cast<CURLSH *>(m_handle));
}

struct Lane::Parts
{
    Parts(const CurlOptions &given, const LaneShare &common)
        : options(given)
        , share(common)
        , curl(*common.library())
        , multi(curl.multi_init())
        , easy(curl.easy_init())
    {
    }
    ~Parts()
    {
        if (added)
            curl.multi_remove_handle(multi, easy);
        curl.easy_cleanup(easy);
        curl.multi_cleanup(multi);
        dropAdopted();
    }

    static curl_socket_t open(void *data, curlsocktype, curl_sockaddr *address)
    {
        auto &parts = *static_cast<Parts *>(data);
        if (parts.adopted >= 0) {
            parts.current = std::exchange(parts.adopted, -1);
            parts.isAdopted = true;
            return curl_socket_t(parts.current);
        }
        parts.isAdopted = false;
        return ::socket(address->family, address->socktype, address->protocol);
    }

    static int opened(void *data, curl_socket_t socket, curlsocktype)
    {
        auto &parts = *static_cast<Parts *>(data);
        parts.current = qintptr(socket);
        tuneSocket(parts.current);
        return parts.isAdopted ? CURL_SOCKOPT_ALREADY_CONNECTED : CURL_SOCKOPT_OK;
    }

    static int closed(void *data, curl_socket_t socket)
    {
        auto &parts = *static_cast<Parts *>(data);
        if (parts.giveUp)
            resetOnClose(qintptr(socket));
        if (parts.current == qintptr(socket)) {
            parts.current = -1;
            parts.stands = false;
        }
#ifdef Q_OS_WIN
        return closesocket(socket);
#else
        return ::close(socket);
#endif
    }

    // Other TLS libraries than OpenSSL take the largest records; that costs some bytes after a cut.
    static CURLcode tuneTls(CURL *, void *context, void *data)
    {
        const auto &parts = *static_cast<const Parts *>(data);
        if (parts.curl.ssl_ctx_ctrl)
            parts.curl.ssl_ctx_ctrl(static_cast<SSL_CTX *>(context), SSL_CTRL_SET_MAX_SEND_FRAGMENT, parts.recordSize, nullptr);
        return CURLE_OK;
    }

    void dropAdopted()
    {
        if (adopted >= 0)
            closed(this, curl_socket_t(std::exchange(adopted, -1)));
    }

    // curl reads whatever it is given as the kind that the option says, so the kind is held to here.
    template <CURLoption option, typename Value>
    void set(Value value)
    {
        constexpr int kind = option - option % 10000;
        if constexpr (kind == CURLOPTTYPE_LONG)
            static_assert(std::is_same_v<Value, long>);
        else if constexpr (kind == CURLOPTTYPE_OFF_T)
            static_assert(std::is_same_v<Value, curl_off_t>);
        else
            static_assert(std::is_pointer_v<Value>);
        curl.easy_setopt(easy, option, value);
    }

    void setUp();
    Transmission finish(CURLcode code);
    std::optional<HttpResponse> soFar(TransportFailure::Kind kind) const;
    void look(Instant now);
    void lookAtBody(Instant now);
    StallWatch::Counts counts() const;

    const CurlOptions &options;
    const LaneShare &share;
    const CurlLibrary &curl;
    CURLM *const multi;
    CURL *const easy;
    bool added = false;
    bool giveUp = false;

    qintptr adopted = -1;
    bool isAdopted = false;
    qintptr current = -1;
    bool stands = false;
    long recordSize = 0;

    Transport::Ticket ticket = 0;
    std::unique_ptr<Exchange> exchange;
    std::unique_ptr<HeaderList> headers;
    QByteArray url;
    QByteArray caFile;
    char curlText[CURL_ERROR_SIZE] = {};
    std::optional<StallWatch> watch;
    Instant started;
    Instant lastMove;
    SocketFigures figures;
    qint64 lastUp = -1;
    qint64 lastDown = -1;
    bool held = false;

    qint64 bodyAcknowledged = 0;
    std::optional<Instant> leftAt;  // the first byte
    std::optional<Instant> wholeAt; // all of it acknowledged
};

void Lane::Parts::setUp()
{
    const HttpRequest &request = exchange->request;
    headers = std::make_unique<HeaderList>(curl);
    HeaderList &list = *headers;
    list.add("Expect:"); // no round trip just to ask whether we may send
    list.add("X-Request-ID: " + QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    bool typed = false;
    for (const auto &[name, value] : request.headers) {
        list.add(name + ": " + value);
        typed = typed || name == "Content-Type";
    }
    if (!typed)
        list.add("Content-Type:"); // otherwise curl calls every body a web form
    if (!options.token.isEmpty() && sameOrigin(request.url, options.tokenOrigin))
        list.add("Authorization: Bearer " + options.token.toUtf8());

    constexpr long smallestBuffer = 16 * 1024; // what curl takes is no longer ours to hold back
    constexpr long namesLive = 600;
    url = request.url.toEncoded();
    caFile = options.caFile.toLocal8Bit();
    set<CURLOPT_URL>(url.constData());
    set<CURLOPT_SHARE>(static_cast<CURLSH *>(share.handle()));
    set<CURLOPT_DNS_CACHE_TIMEOUT>(namesLive);
    set<CURLOPT_PROTOCOLS_STR>("https");
    set<CURLOPT_SSLVERSION>(long(CURL_SSLVERSION_TLSv1_2));
    set<CURLOPT_SSL_VERIFYPEER>(1L);
    set<CURLOPT_SSL_VERIFYHOST>(2L);
    set<CURLOPT_CAINFO>(caFile.constData());
    set<CURLOPT_CAPATH>(static_cast<const char *>(nullptr)); // distributions preset the machine's own list here
    set<CURLOPT_SSL_CTX_FUNCTION>(&Parts::tuneTls);
    set<CURLOPT_SSL_CTX_DATA>(this);
    set<CURLOPT_FOLLOWLOCATION>(0L);
    set<CURLOPT_NOSIGNAL>(1L);
    set<CURLOPT_QUICK_EXIT>(1L); // a name server that is silent must not hold up a stop
    set<CURLOPT_CONNECTTIMEOUT_MS>(long(options.connectTimeout.count()));
    set<CURLOPT_TCP_KEEPALIVE>(1L);
    set<CURLOPT_TCP_KEEPIDLE>(keepAliveSeconds);
    set<CURLOPT_TCP_KEEPINTVL>(keepAliveSeconds);
    set<CURLOPT_MAXCONNECTS>(1L);
    set<CURLOPT_UPLOAD_BUFFERSIZE>(smallestBuffer);
    set<CURLOPT_USERAGENT>("motcua/" MOTCUA_VERSION);
    set<CURLOPT_HTTPHEADER>(list.get());
    set<CURLOPT_ERRORBUFFER>(&curlText[0]);
    set<CURLOPT_OPENSOCKETFUNCTION>(&Parts::open);
    set<CURLOPT_OPENSOCKETDATA>(this);
    set<CURLOPT_SOCKOPTFUNCTION>(&Parts::opened);
    set<CURLOPT_SOCKOPTDATA>(this);
    set<CURLOPT_CLOSESOCKETFUNCTION>(&Parts::closed);
    set<CURLOPT_CLOSESOCKETDATA>(this);
    set<CURLOPT_PREREQFUNCTION>(&beforeRequest);
    set<CURLOPT_PREREQDATA>(exchange.get());
    set<CURLOPT_WRITEFUNCTION>(&writeBody);
    set<CURLOPT_WRITEDATA>(exchange.get());
    set<CURLOPT_HEADERFUNCTION>(&readHeader);
    set<CURLOPT_HEADERDATA>(exchange.get());
    if (request.method == "HEAD") {
        set<CURLOPT_NOBODY>(1L);
    } else if (request.method != "GET") {
        set<CURLOPT_POST>(1L);
        set<CURLOPT_POSTFIELDSIZE_LARGE>(curl_off_t(request.body.size()));
        set<CURLOPT_CUSTOMREQUEST>(request.method.constData());
        set<CURLOPT_READFUNCTION>(&readBody);
        set<CURLOPT_READDATA>(exchange.get());
        set<CURLOPT_SEEKFUNCTION>(&rewindBody);
        set<CURLOPT_SEEKDATA>(exchange.get());
    }
}

std::optional<HttpResponse> Lane::Parts::soFar(TransportFailure::Kind kind) const
{
    long status = 0;
    curl.easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    if (!exchange->request.keepCut || kind != TransportFailure::Kind::NoConnection || exchange->response.body.isEmpty())
        return std::nullopt;
    HttpResponse response = exchange->response;
    response.status = int(status);
    return response;
}

Transmission Lane::Parts::finish(CURLcode code)
{
    long verifyResult = 0;
    long status = 0;
    curl.easy_getinfo(easy, CURLINFO_SSL_VERIFYRESULT, &verifyResult);
    curl.easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    const auto broken = [&](TransportFailure::Kind kind, const QString &detail) {
        return tl::unexpected(
            TransportFailure { kind, exchange->firstByteMayLeave, detail, faultOf(kind, verifyResult), soFar(kind) });
    };
    if (exchange->givenUp)
        return broken(TransportFailure::Kind::Stopped, {});
    if (exchange->tooLong)
        return broken(TransportFailure::Kind::NotHttp,
                      QStringLiteral("answer longer than %1 bytes").arg(exchange->request.answerLimit));
    if (code != CURLE_OK) {
        // curl's own words name our files when the setup is wrong; those stay out of logs.
        const bool quotable = curlText[0] != '\0' && kindOf(code, verifyResult) != TransportFailure::Kind::BadSetup;
        const char *text = quotable ? curlText : curl.easy_strerror(code);
        // HTTP/0.9 is refused under the same number as a wrong address.
        const bool spoke = exchange->firstByteMayLeave && code == CURLE_UNSUPPORTED_PROTOCOL;
        const TransportFailure::Kind kind = spoke ? TransportFailure::Kind::NotHttp : kindOf(code, verifyResult);
        return broken(kind, QStringLiteral("curl %1: %2").arg(int(code)).arg(QString::fromLocal8Bit(text)));
    }
    // A connection that was closed in good order inside the headers ends well for curl.
    if (!exchange->headWhole)
        return broken(TransportFailure::Kind::NoConnection, QStringLiteral("cut inside the headers"));
    exchange->response.status = int(status);
    return std::move(exchange->response);
}

// What curl counts moves also where the platform shows no socket.
StallWatch::Counts Lane::Parts::counts() const
{
    curl_off_t up = 0;
    curl_off_t down = 0;
    long head = 0;
    curl.easy_getinfo(easy, CURLINFO_SIZE_UPLOAD_T, &up);
    curl.easy_getinfo(easy, CURLINFO_SIZE_DOWNLOAD_T, &down);
    curl.easy_getinfo(easy, CURLINFO_HEADER_SIZE, &head);
    const bool sent = exchange->firstByteMayLeave && exchange->bodySent == exchange->request.body.size();
    StallWatch::Counts counts { qint64(up), qint64(down) + head, sent, qint64(down) + head };
    counts.up += figures.acknowledged;
    counts.down += figures.received;
    return counts;
}

void Lane::Parts::look(Instant now)
{
    figures = current >= 0 ? figuresOf(current) : SocketFigures {};
    const StallWatch::Counts seen = counts();
    if (seen.up != lastUp || seen.down != lastDown)
        lastMove = now;
    lastUp = seen.up;
    lastDown = seen.down;
    lookAtBody(now);
    // Held only while more follows: the end of a body must not wait. Large segments would wait for more than the kernel takes unsent.
    constexpr qint64 ordinarySegment = 1500;
    const bool hold = recordSize < largestRecord && figures.segmentSize <= ordinarySegment && exchange->firstByteMayLeave
                      && !seen.sent && exchange->bodySent > 0;
    if (current >= 0 && hold != held) {
        held = hold;
        holdPartialSegments(current, hold);
    }
}

void Lane::Parts::lookAtBody(Instant now)
{
    if (!exchange->firstByteMayLeave || current < 0 || figures.segmentSize == 0)
        return;
    if (!leftAt)
        leftAt = now;
    const qint64 size = exchange->request.body.size();
    const qint64 onTheWay = figures.unsent + figures.unacknowledged * figures.segmentSize;
    bodyAcknowledged = std::max(bodyAcknowledged, qint64(exchange->bodySent) - onTheWay);
    if (exchange->bodySent == size && onTheWay == 0 && !wholeAt)
        wholeAt = now;
}

Lane::Lane(const CurlOptions &options, const LaneShare &share)
    : m_parts(std::make_unique<Parts>(options, share))
{
}

Lane::~Lane() = default;

void Lane::start(const HttpRequest &request, Transport::Ticket ticket, std::optional<qintptr> connected, int recordSize)
{
    Parts &parts = *m_parts;
    parts.dropAdopted();
    parts.adopted = connected.value_or(-1);
    parts.recordSize = recordSize;
    parts.ticket = ticket;
    parts.exchange = std::make_unique<Exchange>(Exchange { request, {} });
    parts.curlText[0] = '\0';
    parts.held = false;
    parts.bodyAcknowledged = 0;
    parts.leftAt.reset();
    parts.wholeAt.reset();
    parts.curl.easy_reset(parts.easy);
    parts.setUp();
    parts.started = parts.lastMove = std::chrono::steady_clock::now();
    parts.lastUp = parts.lastDown = -1;
    parts.watch.emplace(parts.options.stall, parts.started);
    parts.added = parts.curl.multi_add_handle(parts.multi, parts.easy) == CURLM_OK;
}

std::optional<Transmission> Lane::step(Instant now)
{
    Parts &parts = *m_parts;
    if (!parts.exchange)
        return std::nullopt;
    int running = 0;
    parts.curl.multi_perform(parts.multi, &running);
    std::optional<CURLcode> end;
    int left = 0;
    while (const CURLMsg *message = parts.curl.multi_info_read(parts.multi, &left))
        end = message->data.result;
    parts.look(now);
    std::optional<Transmission> result;
    if (end) {
        result = parts.finish(*end);
        parts.stands = parts.current >= 0 && result->has_value();
    } else if (parts.watch->isDead(now, parts.counts())) {
        constexpr auto kind = TransportFailure::Kind::NoConnection;
        result = tl::unexpected(
            TransportFailure { kind, parts.exchange->firstByteMayLeave, QStringLiteral("stalled"), {}, parts.soFar(kind) });
    } else {
        return std::nullopt;
    }
    parts.giveUp = !end;
    parts.curl.multi_remove_handle(parts.multi, parts.easy); // closes the connection of a transfer that is not done
    parts.giveUp = false;
    parts.added = false;
    parts.exchange.reset();
    parts.ticket = 0;
    return result;
}

void Lane::abort()
{
    Parts &parts = *m_parts;
    parts.giveUp = true;
    if (parts.added)
        parts.curl.multi_remove_handle(parts.multi, parts.easy);
    parts.giveUp = false;
    parts.added = false;
    parts.exchange.reset();
    parts.ticket = 0;
}

bool Lane::busy() const
{
    return m_parts->exchange != nullptr;
}

bool Lane::standing() const
{
    return m_parts->stands || (m_parts->exchange && m_parts->exchange->firstByteMayLeave && m_parts->current >= 0);
}

bool Lane::requestLeft() const
{
    return m_parts->exchange && m_parts->exchange->firstByteMayLeave;
}

bool Lane::bodyGiven() const
{
    const Exchange *exchange = m_parts->exchange.get();
    return exchange && exchange->firstByteMayLeave && exchange->bodySent == exchange->request.body.size();
}

bool Lane::handshaking() const
{
    return m_parts->exchange && !m_parts->exchange->firstByteMayLeave && m_parts->current >= 0;
}

bool Lane::waitsForAnswer() const
{
    return bodyGiven() && m_parts->figures.unacknowledged == 0 && m_parts->figures.unsent == 0;
}

Transport::Delivery Lane::delivery(Instant now) const
{
    const Parts &parts = *m_parts;
    if (!parts.leftAt)
        return {};
    const Instant end = parts.wholeAt.value_or(now);
    return { parts.bodyAcknowledged, std::chrono::duration_cast<std::chrono::milliseconds>(end - *parts.leftAt),
             std::chrono::duration_cast<std::chrono::milliseconds>(now - end), parts.wholeAt.has_value() };
}

Transport::Ticket Lane::ticket() const
{
    return m_parts->ticket;
}

Lane::Instant Lane::lastMove() const
{
    return m_parts->lastMove;
}

Lane::Instant Lane::startedAt() const
{
    return m_parts->started;
}

qintptr Lane::socket() const
{
    return m_parts->current;
}

const SocketFigures &Lane::figures() const
{
    return m_parts->figures;
}

void Lane::fillSets(void *read, void *write, void *except, int &most) const
{
    if (!m_parts->exchange)
        return;
    int mine = -1;
    m_parts->curl.multi_fdset(m_parts->multi, static_cast<fd_set *>(read), static_cast<fd_set *>(write),
                              static_cast<fd_set *>(except), &mine);
    most = std::max(most, mine);
}

std::chrono::milliseconds Lane::patience() const
{
    long milliseconds = -1;
    if (m_parts->exchange)
        m_parts->curl.multi_timeout(m_parts->multi, &milliseconds);
    return milliseconds < 0 ? std::chrono::hours(1) : std::chrono::milliseconds(milliseconds);
}

} // namespace motcua
