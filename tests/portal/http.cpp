#include "tests/portal/http.h"

#include <openssl/ssl.h>

#include <algorithm>

namespace portal {

namespace {

constexpr std::size_t longestTarget = 2048;
constexpr std::size_t mostDropped = 8 * 1024 * 1024;

} // namespace

bool Exchange::hasBody() const
{
    return reader && (request.has_header("Transfer-Encoding") || !request.get_header_value("Content-Length").empty());
}

Outcome<std::string> Exchange::readBody(std::size_t limit) const
{
    std::string body;
    if (!hasBody())
        return body;
    bool over = false;
    std::size_t dropped = 0;
    const bool whole = (*reader)([&](const char *data, std::size_t length) {
        over = over || body.size() + length > limit;
        if (!over)
            body.append(data, length);
        else
            dropped += length;
        return dropped <= mostDropped;
    });
    if (!whole)
        lastOfConnection();
    if (over)
        return tl::unexpected(tooLarge("Yêu cầu lớn hơn mức cổng nhận."));
    if (!whole)
        return tl::unexpected(malformed("Yêu cầu không đến trọn vẹn."));
    return body;
}

void Exchange::dropBody() const
{
    if (!hasBody())
        return;
    std::size_t dropped = 0;
    const bool whole = (*reader)([&](const char *, std::size_t length) {
        dropped += length;
        return dropped <= mostDropped;
    });
    if (!whole)
        lastOfConnection();
}

void Exchange::lastOfConnection() const
{
    response.set_header("Connection", "close");
}

void Exchange::send(const Problem &problem) const
{
    response.status = problem.status;
    if (problem.retryAfterSeconds > 0)
        response.set_header("Retry-After", std::to_string(problem.retryAfterSeconds));
    if (problem.status == 401)
        response.set_header("WWW-Authenticate", "Bearer");
    response.set_header("Content-Language", "vi");
    response.set_content(problem.toJson().dump(), "application/problem+json");
}

void Exchange::sendJson(int status, const nlohmann::json &json) const
{
    response.status = status;
    response.set_header("Cache-Control", "no-store");
    response.set_content(json.dump(), "application/json");
}

bool isWellFramed(const httplib::Request &request)
{
    if (request.target.size() > longestTarget || request.path.size() > longestTarget)
        return false;
    const auto lengths = request.get_header_value_count("Content-Length");
    const auto encodings = request.get_header_value_count("Transfer-Encoding");
    if (lengths + encodings > 1 || request.get_header_value_count("Content-Encoding") > 1)
        return false;
    if (encodings == 1 && request.get_header_value("Transfer-Encoding") != "chunked")
        return false;
    if (lengths == 1) {
        const std::string length = request.get_header_value("Content-Length");
        if (length.empty() || length.size() > 15
            || !std::all_of(length.begin(), length.end(), [](char c) { return c >= '0' && c <= '9'; }))
            return false;
    }
    // The library hands multipart bodies to a reader that we do not have.
    return !request.is_multipart_form_data();
}

void closeIfLast(const httplib::Request &request, const httplib::Response &response)
{
    if (request.ssl && response.get_header_value("Connection") == "close") {
        auto *ssl = const_cast<SSL *>(request.ssl);
        SSL_set_shutdown(ssl, SSL_get_shutdown(ssl) | SSL_RECEIVED_SHUTDOWN);
    }
}

} // namespace portal
