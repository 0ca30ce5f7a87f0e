#include "tests/portal/catalog.h"

#include "tests/portal/digest.h"

#include <fstream>
#include <iterator>

namespace portal {

namespace {

// RFC 9110, 13.1.2: a list of tags, or a star; compared weakly.
bool isNamed(const std::string &list, const std::string &tag)
{
    return list == "*" || list.find(tag) != std::string::npos;
}

} // namespace

void giveCatalog(const Exchange &exchange, const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    if (file.empty() || !stream) {
        exchange.send(plainStatus(404, "No procedures are offered here"));
        return;
    }
    const std::string content { std::istreambuf_iterator<char>(stream), {} };
    const std::string tag = '"' + sha256Hex(content) + '"';
    exchange.response.set_header("ETag", tag);
    exchange.response.set_header("Cache-Control", "no-cache");
    if (isNamed(exchange.request.get_header_value("If-None-Match"), tag)) {
        exchange.response.status = 304;
        return;
    }
    exchange.response.set_content(content, "application/jose+json");
}

} // namespace portal
