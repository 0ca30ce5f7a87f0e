#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace portal {

struct Options
{
    std::string host;
    int port = 0; // 0 = any
    std::filesystem::path store;
    std::filesystem::path certificate;
    std::filesystem::path key;
    std::filesystem::path tokenFile; // empty: no token asked for
    std::filesystem::path catalog;   // signed file of procedures that kiosks are offered; empty: none
    std::filesystem::path results;   // files that the web page can hand back; empty: only a sample
    std::string hint;                // header Sync-Hint; empty: none
    int places = 0;                  // calls of /sync at once before the others are sent away; 0: no end
    int holdMilliseconds = 0;        // each such call takes at least this long
    bool retryAfterAsDate = false;
    int busyStatus = 503; // or 429
    std::string agency = "H19.231";
    std::string name = "Cổng thử nghiệm Một Cửa";
};

// Prints what is wrong (or the help) and the exit code to leave with.
struct OptionsError
{
    std::string text;
    int exitCode = 2;
};

struct ParsedOptions
{
    Options options;
    std::optional<OptionsError> error;
};

ParsedOptions parseOptions(int argc, char **argv);

} // namespace portal
