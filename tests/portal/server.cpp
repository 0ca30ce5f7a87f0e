#include "tests/portal/server.h"

#include "tests/portal/catalog.h"
#include "tests/portal/digest.h"
#include "tests/portal/ranges.h"
#include "tests/portal/shedder.h"
#include "tests/portal/syncapi.h"
#include "tests/portal/tusapi.h"
#include "tests/portal/webpage.h"

#include <openssl/ssl.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <functional>
#include <iterator>
#include <thread>

namespace portal {

namespace {

// An idle kept-alive connection holds a thread in cpp-httplib, so there are many.
constexpr std::size_t threads = 64;
constexpr std::time_t keepAliveSeconds = 300;
constexpr std::time_t stalledSeconds = 120; // between two reads: a 2G link may well be silent for a minute
constexpr int diskRetrySeconds = 60;

constexpr const char *uploadPattern = R"(/api/v1/uploads/([a-z2-7]{32}))";
constexpr const char *dossierPattern = R"(/api/v1/dossiers/([0-9a-f-]{36}))";
constexpr const char *resultPattern = R"(/api/v1/results/([a-z2-7]{32}))";
constexpr const char *statusPattern = R"(/dossiers/([0-9a-f-]{36})/status)";

using Handler = std::function<void(const Exchange &)>;

bool useCertificate(SSL_CTX &context, const Options &options)
{
    return SSL_CTX_set_min_proto_version(&context, TLS1_2_VERSION) == 1
           && SSL_CTX_use_certificate_chain_file(&context, options.certificate.c_str()) == 1
           && SSL_CTX_use_PrivateKey_file(&context, options.key.c_str(), SSL_FILETYPE_PEM) == 1
           && SSL_CTX_check_private_key(&context) == 1;
}

// Addresses hold ids only, but a stranger's address may hold anything.
void writeLog(const httplib::Request &request, const httplib::Response &response)
{
    const bool ours = request.path.size() < 100
                      && request.path.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789/.-") == std::string::npos;
    std::fprintf(stderr, "%s %s %s %d\n", toRfc3339(currentTime()).c_str(),
                 request.method.size() < 10 ? request.method.c_str() : "?", ours ? request.path.c_str() : "(other)",
                 response.status);
}

// RFC 9110, 5.6.7: kiosks compare their clock with it.
std::string httpDate(std::time_t time)
{
    std::tm utc {};
    gmtime_r(&time, &utc);
    char text[32];
    return { text, std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &utc) };
}

} // namespace

struct PortalServer::Parts
{
    Parts(const Options &given, std::string deviceToken, Reception &desk)
        : options(given)
        , token(std::move(deviceToken))
        , server([this](SSL_CTX &context) { return useCertificate(context, options); })
        , reception(desk)
        , shedder(given.places, std::chrono::milliseconds(given.holdMilliseconds))
        , syncApi(desk, given.hint)
        , tusApi(desk)
        , page(desk, given.name, given.results)
        , offers(given.catalog, given.store / "catalog")
    {
    }

    bool authorized(const httplib::Request &request) const
    {
        return token.empty() || sameSecret(request.get_header_value("Authorization"), "Bearer " + token);
    }

    auto open(Handler handler)
    {
        return [handler = std::move(handler)](const httplib::Request &request, httplib::Response &response) {
            handler({ request, response });
        };
    }

    auto guarded(Handler handler)
    {
        return [this, handler = std::move(handler)](const httplib::Request &request, httplib::Response &response) {
            const Exchange exchange { request, response };
            authorized(request) ? handler(exchange) : exchange.send(unauthorized());
        };
    }

    auto withBody(Handler handler)
    {
        return [handler = std::move(handler)](const httplib::Request &request, httplib::Response &response,
                                              const httplib::ContentReader &reader) {
            handler({ request, response, &reader });
        };
    }

    auto guardedWithBody(Handler handler)
    {
        return withBody([this, handler = std::move(handler)](const Exchange &exchange) {
            if (authorized(exchange.request))
                return handler(exchange);
            exchange.dropBody();
            exchange.send(unauthorized());
        });
    }

    void sync(const Exchange &exchange);
    void ping(const Exchange &exchange) const;
    void giveResult(const Exchange &exchange, const std::string &id) const;
    void addRoutes();
    void addFences();

    Options options;
    std::string token;
    httplib::SSLServer server;
    Reception &reception;
    Shedder shedder;
    SyncApi syncApi;
    TusApi tusApi;
    WebPage page;
    Offers offers;
};

void PortalServer::Parts::sync(const Exchange &exchange)
{
    if (const auto seconds = shedder.refused(Shedder::Clock::now())) {
        exchange.dropBody();
        Problem problem = busy(*seconds);
        problem.status = options.busyStatus;
        exchange.send(problem);
        if (!options.hint.empty())
            exchange.response.set_header("Sync-Hint", options.hint);
        if (options.retryAfterAsDate) {
            exchange.response.headers.erase("Retry-After");
            exchange.response.set_header("Retry-After", httpDate(std::time(nullptr) + *seconds));
        }
        return;
    }
    struct Place
    {
        Shedder &shedder;
        ~Place() { shedder.leave(); }
    } const place { shedder };
    const auto end = Shedder::Clock::now() + shedder.holding();
    syncApi.sync(exchange);
    std::this_thread::sleep_until(end);
}

void PortalServer::Parts::ping(const Exchange &exchange) const
{
    const std::string nonce = exchange.request.get_header_value("Portal-Nonce");
    const bool plain =
        nonce.size() >= 16 && nonce.size() <= 64 && std::all_of(nonce.begin(), nonce.end(), [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
        });
    if (plain)
        exchange.response.set_header("Portal-Nonce", nonce);
    exchange.response.status = 204;
}

void PortalServer::Parts::giveResult(const Exchange &exchange, const std::string &id) const
{
    const auto file = reception.ledger().result(id);
    std::ifstream stream(reception.pathOfResult(id), std::ios::binary);
    if (!file || !stream) {
        exchange.send(unknownResult());
        return;
    }
    const std::string content { std::istreambuf_iterator<char>(stream), {} };
    giveBytes(exchange, content, file->mediaType, '"' + file->sha256 + '"');
}

void PortalServer::Parts::addRoutes()
{
    const auto id = [](const Exchange &exchange) { return exchange.request.matches[1].str(); };

    server.Get("/api/v1/ping", open([this](const Exchange &e) { ping(e); }));
    server.Get("/api/v1/receipt-key",
               open([this](const Exchange &e) { e.response.set_content(reception.signer().jwk(), "application/jwk+json"); }));
    server.Get(resultPattern, guarded([this, id](const Exchange &e) { giveResult(e, id(e)); }));
    server.Post("/api/v1/sync", guardedWithBody([this](const Exchange &e) { sync(e); }));
    server.Get("/api/v1/changes", guarded([this](const Exchange &e) { syncApi.changes(e); }));
    server.Put(dossierPattern, guardedWithBody([this, id](const Exchange &e) { syncApi.putDossier(e, id(e)); }));

    server.Get("/api/v1/catalog/packs", guarded([this](const Exchange &e) { offers.give(e); }));

    server.Options("/api/v1/uploads", open([this](const Exchange &e) { tusApi.describe(e); }));
    server.Options(uploadPattern, open([this](const Exchange &e) { tusApi.describe(e); }));
    server.Post("/api/v1/uploads", guardedWithBody([this](const Exchange &e) { tusApi.create(e); }));
    server.Post(uploadPattern, guardedWithBody([this, id](const Exchange &e) { tusApi.overridden(e, id(e)); }));
    server.Patch(uploadPattern, guardedWithBody([this, id](const Exchange &e) { tusApi.patch(e, id(e)); }));
    server.Delete(uploadPattern, guardedWithBody([this, id](const Exchange &e) { tusApi.remove(e, id(e)); }));
    // The library asks its GET handlers for HEAD too.
    server.Get(uploadPattern, guarded([this, id](const Exchange &e) {
                   if (e.request.method == "HEAD")
                       return tusApi.head(e, id(e));
                   e.response.set_header("Allow", "HEAD, PATCH, DELETE, OPTIONS");
                   e.send(plainStatus(405, "Uploads are not given out"));
               }));

    server.Get("/", open([this](const Exchange &e) { page.show(e); }));
    server.Get("/portal.css", open([](const Exchange &e) { WebPage::style(e); }));
    server.Post(statusPattern, withBody([this, id](const Exchange &e) { page.moveStatus(e, id(e)); }));

    // Without these the library would read any body into memory before it says 404.
    const auto nothingHere = withBody([](const Exchange &e) {
        e.dropBody();
        e.send(plainStatus(404, "Nothing here"));
    });
    server.Post(".*", nothingHere);
    server.Put(".*", nothingHere);
    server.Patch(".*", nothingHere);
    server.Delete(".*", nothingHere);
}

void PortalServer::Parts::addFences()
{
    server.set_default_headers({ { "Motcua-Portal", "1" } });
    server.set_post_routing_handler([](const httplib::Request &, httplib::Response &response) {
        if (response.status == 204)
            response.headers.erase("Content-Length"); // RFC 9110, 8.6
        response.set_header("Date", httpDate(std::time(nullptr)));
    });
    server.set_pre_routing_handler([](const httplib::Request &request, httplib::Response &response) {
        if (isWellFramed(request))
            return httplib::Server::HandlerResponse::Unhandled;
        const Exchange exchange { request, response };
        exchange.send(malformed("Yêu cầu không đúng khuôn dạng HTTP mà cổng nhận."));
        exchange.lastOfConnection();
        return httplib::Server::HandlerResponse::Handled;
    });
    server.set_error_handler([](const httplib::Request &request, httplib::Response &response) {
        if (response.body.empty())
            Exchange { request, response }.send(plainStatus(response.status, "The request cannot be answered"));
    });
    server.set_exception_handler(
        [](const httplib::Request &request, httplib::Response &response, const std::exception_ptr &fault) {
            const Exchange exchange { request, response };
            exchange.lastOfConnection(); // nobody knows how much of the body was read
            try {
                std::rethrow_exception(fault);
            } catch (const DatabaseError &error) {
                std::fprintf(stderr, "database: %s\n", error.what());
                exchange.send(error.diskFull() ? busy(diskRetrySeconds) : internalFault());
            } catch (const std::exception &error) {
                std::fprintf(stderr, "fault: %s\n", error.what());
                exchange.send(internalFault());
            }
        });
    server.set_logger([](const httplib::Request &request, const httplib::Response &response) {
        writeLog(request, response);
        closeIfLast(request, response);
    });
    // Not the library's SO_REUSEPORT: two portals on one port would share the dossiers out at random.
    server.set_socket_options([](socket_t socket) {
        const int yes = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    server.new_task_queue = [] { return new httplib::ThreadPool(threads); };
    server.set_tcp_nodelay(true);
    server.set_keep_alive_timeout(keepAliveSeconds);
    server.set_keep_alive_max_count(100'000);
    server.set_read_timeout(stalledSeconds);
    server.set_write_timeout(stalledSeconds);
}

PortalServer::PortalServer(const Options &options, std::string token, Reception &reception)
    : m_parts(std::make_unique<Parts>(options, std::move(token), reception))
{
    if (!hasValidCertificate())
        return;
    m_parts->addRoutes();
    m_parts->addFences();
}

PortalServer::~PortalServer() = default;

bool PortalServer::hasValidCertificate() const
{
    return m_parts->server.is_valid();
}

int PortalServer::bind()
{
    const Options &options = m_parts->options;
    if (options.port == 0)
        return m_parts->server.bind_to_any_port(options.host);
    return m_parts->server.bind_to_port(options.host, options.port) ? options.port : -1;
}

void PortalServer::run()
{
    m_parts->server.listen_after_bind();
}

void PortalServer::stop()
{
    m_parts->server.stop();
}

} // namespace portal
