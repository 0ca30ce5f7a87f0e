#include "tests/portal/options.h"

#include "tests/portal/officialcode.h"

#include <map>
#include <string_view>

namespace portal {

namespace {

constexpr const char *usage = R"(motcua-portal --listen HOST:PORT --store DIR --cert FILE --key FILE [options]

The demo portal of Một Cửa: takes dossiers by the contract of sync/portal-api.yaml and shows them at /.

  --listen HOST:PORT   address; port 0 takes any free one. The address in use is printed as "listening https://HOST:PORT"
  --store DIR          where everything is kept: portal.sqlite, uploads/, dossiers/<id>/form.json and attachments/
  --cert FILE          certificate chain, PEM
  --key FILE           its private key, PEM
  --token-file FILE    device token that every call must carry (Authorization: Bearer ...)
  --agency CODE        first part of official codes, default H19.231
  --catalog FILE       signed file of procedures (*.motcua) that kiosks are offered; read anew for each call
  --results DIR        files that the web page offers as results
  --hint TEXT          header Sync-Hint of each answer to /sync, such as "next=300, chunk=262144, parallel=1, spread=60"
  --capacity N         calls of /sync at once; who finds no place is told by Retry-After when to come back (random, by backlog)
  --hold-ms MS         each of them takes at least this long, as at a portal under load
  --retry-after KIND   seconds (default) or date: how Retry-After is written
  --busy-status N      503 (default) or 429
  --name TEXT          name on the web page
  --help
)";

bool splitAddress(const std::string &text, std::string &host, int &port)
{
    const auto colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0)
        return false;
    host = text.substr(0, colon);
    if (host.size() > 2 && host.front() == '[' && host.back() == ']')
        host = host.substr(1, host.size() - 2);
    const std::string digits = text.substr(colon + 1);
    if (digits.empty() || digits.size() > 5 || digits.find_first_not_of("0123456789") != std::string::npos)
        return false;
    port = std::stoi(digits);
    return port <= 65535;
}

bool readNumber(const std::string &text, int &number)
{
    if (text.empty() || text.size() > 6 || text.find_first_not_of("0123456789") != std::string::npos)
        return false;
    number = std::stoi(text);
    return true;
}

} // namespace

ParsedOptions parseOptions(int argc, char **argv)
{
    const auto fail = [](std::string text) { return ParsedOptions { {}, OptionsError { std::move(text) + "\n\n" + usage, 2 } }; };
    std::map<std::string, std::string> given;
    for (int i = 1; i < argc; ++i) {
        const std::string name = argv[i];
        if (name == "--help")
            return { {}, OptionsError { usage, 0 } };
        if (i + 1 == argc)
            return fail(name + " needs a value");
        if (!given.emplace(name, argv[++i]).second)
            return fail(name + " is given twice");
    }

    Options options;
    const auto take = [&given](const char *name, auto &target) {
        if (const auto found = given.find(name); found != given.end()) {
            target = found->second;
            given.erase(found);
        }
    };
    std::string listen;
    take("--listen", listen);
    take("--store", options.store);
    take("--cert", options.certificate);
    take("--key", options.key);
    take("--token-file", options.tokenFile);
    take("--catalog", options.catalog);
    take("--results", options.results);
    take("--hint", options.hint);
    std::string capacity = "0";
    std::string hold = "0";
    std::string retryAfter = "seconds";
    take("--capacity", capacity);
    take("--hold-ms", hold);
    take("--retry-after", retryAfter);
    std::string busyStatus = "503";
    take("--busy-status", busyStatus);
    take("--agency", options.agency);
    take("--name", options.name);
    if (!given.empty())
        return fail("unknown option " + given.begin()->first);
    if (!splitAddress(listen, options.host, options.port))
        return fail("--listen HOST:PORT is missing or wrong");
    if (options.store.empty() || options.certificate.empty() || options.key.empty())
        return fail("--store, --cert and --key are needed");
    if (!readNumber(capacity, options.places) || !readNumber(hold, options.holdMilliseconds))
        return fail("--capacity and --hold-ms take a number of up to 6 digits");
    if (retryAfter != "seconds" && retryAfter != "date")
        return fail("--retry-after is seconds or date");
    options.retryAfterAsDate = retryAfter == "date";
    if (busyStatus != "503" && busyStatus != "429")
        return fail("--busy-status is 503 or 429");
    options.busyStatus = std::stoi(busyStatus);
    if (!isAgencyCode(options.agency))
        return fail("--agency is not an agency code such as H19.231");
    return { std::move(options), std::nullopt };
}

} // namespace portal
