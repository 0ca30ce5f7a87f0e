#include "sync/lane.h"

#include "sync/curllibrary.h"
#include "sync/exchange.h"
#include "sync/requestheaders.h"

#ifndef Q_OS_WIN
#    include <unistd.h>
#endif

#include <algorithm>
#include <type_traits>

namespace motcua {

namespace {
constexpr long keepAliveSeconds = 20;
constexpr long largestRecord = 16 * 1024;
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
        parts.startBodyAgain();
        if (parts.adopted >= 0) {
            parts.current = std::exchange(parts.adopted, -1);
            parts.isAdopted = true;
            return curl_socket_t(parts.current);
        }
        parts.isAdopted = false;
        return ::socket(address->family, address->socktype, address->protocol);
    }

    // A warm connection that was reset under the request: curl goes on over a new one, from the first byte. What it had read and could
    // not write yet curl 7.88 forgets without rewinding; the portal would wait for those bytes, and the paper have a hole.
    void startBodyAgain()
    {
        if (!exchange || !exchange->firstByteMayLeave)
            return;
        exchange->bodySent = 0;
        bodyAcknowledged = 0;
        leftAt.reset();
        wholeAt.reset();
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
    const bool ours = !options.token.isEmpty() && sameOrigin(request.url, options.tokenOrigin);
    headers = std::make_unique<HeaderList>(curl, request, ours ? options.token : QString());

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
    set<CURLOPT_HTTPHEADER>(headers->get());
    set<CURLOPT_ERRORBUFFER>(&curlText[0]);
    set<CURLOPT_OPENSOCKETFUNCTION>(&Parts::open);
    set<CURLOPT_OPENSOCKETDATA>(this);
    set<CURLOPT_SOCKOPTFUNCTION>(&Parts::opened);
    set<CURLOPT_SOCKOPTDATA>(this);
    set<CURLOPT_CLOSESOCKETFUNCTION>(&Parts::closed);
    set<CURLOPT_CLOSESOCKETDATA>(this);
    attach(curl, easy, *exchange);
    if (request.method == "HEAD") {
        set<CURLOPT_NOBODY>(1L);
    } else if (request.method != "GET") {
        set<CURLOPT_POST>(1L);
        set<CURLOPT_POSTFIELDSIZE_LARGE>(curl_off_t(request.body.size()));
        set<CURLOPT_CUSTOMREQUEST>(request.method.constData());
    }
}

// What curl counts as sent may only have been given to our kernel: it counts where the platform shows no socket.
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
    if (figures.segmentSize > 0)
        counts.up = figures.acknowledged + figures.delivered;
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
        result = endOf(*parts.exchange, parts.curl, parts.easy, *end, &parts.curlText[0]);
        parts.stands = parts.current >= 0 && result->has_value();
    } else if (parts.watch->isDead(now, parts.counts())) {
        constexpr auto kind = TransportFailure::Kind::NoConnection;
        result = tl::unexpected(TransportFailure { kind,
                                                   parts.exchange->firstByteMayLeave,
                                                   QStringLiteral("stalled"),
                                                   {},
                                                   soFar(*parts.exchange, parts.curl, parts.easy, kind) });
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
    return m_parts->exchange && !m_parts->exchange->firstByteMayLeave && !connecting();
}

bool Lane::connecting() const
{
    const Parts &parts = *m_parts;
    if (!parts.exchange || parts.exchange->firstByteMayLeave || parts.isAdopted)
        return false;
    curl_off_t connected = 0;
    parts.curl.easy_getinfo(parts.easy, CURLINFO_CONNECT_TIME_T, &connected);
    return connected == 0;
}

const HttpRequest *Lane::request() const
{
    return m_parts->exchange ? &m_parts->exchange->request : nullptr;
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
