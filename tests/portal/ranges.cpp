#include "tests/portal/ranges.h"

#include <algorithm>
#include <optional>

namespace portal {

namespace {

// RFC 9110, 13.1.2: a list of tags, or a star; compared weakly.
bool isNamed(const std::string &list, const std::string &tag)
{
    return list == "*" || list.find(tag) != std::string::npos;
}

struct Piece
{
    std::size_t first = 0;
    std::size_t length = 0; // 0: begins behind the end
};

bool isNumber(const std::string &text)
{
    return !text.empty() && text.size() <= 12 && text.find_first_not_of("0123456789") == std::string::npos;
}

// Nothing: no single range that we understand, so everything is given (RFC 9110, 14.2).
std::optional<Piece> pieceOf(const std::string &range, std::size_t size)
{
    const auto dash = range.find('-');
    if (!range.starts_with("bytes=") || dash == std::string::npos || range.find('-', dash + 1) != std::string::npos)
        return std::nullopt;
    const std::string from = range.substr(6, dash - 6);
    const std::string to = range.substr(dash + 1);
    if ((!from.empty() && !isNumber(from)) || (!to.empty() && !isNumber(to)) || (from.empty() && to.empty()))
        return std::nullopt;
    if (from.empty()) {
        const std::size_t last = std::min<std::size_t>(std::stoull(to), size);
        return Piece { size - last, last };
    }
    const std::size_t first = std::stoull(from);
    const std::size_t end = to.empty() ? size : std::min<std::size_t>(std::stoull(to) + 1, size);
    if (!to.empty() && std::stoull(to) < first)
        return std::nullopt;
    return first < size ? Piece { first, end - first } : Piece { first, 0 };
}

} // namespace

void giveBytes(const Exchange &exchange, const std::string &content, const std::string &mediaType, const std::string &tag)
{
    httplib::Response &response = exchange.response;
    const httplib::Request &request = exchange.request;
    // The library would cut the answer a second time, and knows no If-Range.
    const_cast<httplib::Request &>(request).ranges.clear();
    response.set_header("ETag", tag);
    response.set_header("Accept-Ranges", "bytes");
    response.set_header("Cache-Control", "no-cache");
    if (isNamed(request.get_header_value("If-None-Match"), tag)) {
        response.status = 304;
        return;
    }
    const bool whole = request.has_header("If-Range") && request.get_header_value("If-Range") != tag;
    const auto piece = whole ? std::nullopt : pieceOf(request.get_header_value("Range"), content.size());
    const std::string size = std::to_string(content.size());
    if (!piece) {
        response.status = 200;
        response.set_content(content, mediaType);
        return;
    }
    if (piece->length == 0) {
        response.set_header("Content-Range", "bytes */" + size);
        exchange.send(plainStatus(416, "The range begins behind the end"));
        return;
    }
    response.status = 206;
    response.set_header("Content-Range", "bytes " + std::to_string(piece->first) + '-'
                                             + std::to_string(piece->first + piece->length - 1) + '/' + size);
    response.set_content(content.substr(piece->first, piece->length), mediaType);
}

} // namespace portal
