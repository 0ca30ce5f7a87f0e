#include "tests/portal/catalog.h"

#include "tests/portal/digest.h"
#include "tests/portal/ranges.h"

#include <fstream>
#include <iterator>

namespace portal {

void giveCatalog(const Exchange &exchange, const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    if (file.empty() || !stream) {
        exchange.send(plainStatus(404, "No procedures are offered here"));
        return;
    }
    const std::string content { std::istreambuf_iterator<char>(stream), {} };
    giveBytes(exchange, content, "application/jose+json", '"' + sha256Hex(content) + '"');
}

} // namespace portal
