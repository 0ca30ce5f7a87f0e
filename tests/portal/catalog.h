#pragma once

#include "tests/portal/http.h"

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace portal {

// GET /catalog/packs: the signed file of procedures, byte for byte, with a strong ETag; 304 to whoever has it, 404 when there is none.
// To who asks for it the lean form, made against the file that the kiosk has. Files that were offered are kept for that.
class Offers
{
public:
    // `file`: offered now, read anew for each call; empty: none. `folder`: where files that were offered before lie.
    Offers(std::filesystem::path file, std::filesystem::path folder);

    void give(const Exchange &exchange);

private:
    struct Lean
    {
        std::string bytes;
        std::string base; // digest of the file it builds on; empty: none
    };
    std::optional<Lean> leanOf(const std::string &content, const std::string &digest, const std::string &have);
    std::string kept(const std::string &digest) const;
    void keep(const std::string &content, const std::string &digest) const;

    const std::filesystem::path m_file;
    const std::filesystem::path m_folder;
    std::mutex m_mutex;
    std::map<std::string, Lean> m_made; // by both digests
};

} // namespace portal
