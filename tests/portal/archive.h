#pragma once

#include "tests/portal/submission.h"
#include "tests/portal/uploadfiles.h"

#include <filesystem>
#include <optional>

namespace portal {

// STORE/dossiers/<id>/form.json, attachments/<name> and renditions/<name>: what arrived whole, byte for byte, for anybody to judge by SHA-256.
// A directory appears there in one rename; an older revision moves to STORE/superseded/<id>.<revision>.
class Archive
{
public:
    explicit Archive(const std::filesystem::path &store);

    // Durable when true. May be repeated after a crash. `before` is the revision that lies there now (0 = none).
    bool place(const Submission &submission, std::int64_t before, const UploadFiles &uploads) const;
    // Originals that came after the receipt -> how many were not there yet; durable. Nothing when the disk failed.
    std::optional<int> addOriginals(const std::string &id, const std::vector<ManifestFile> &files,
                                    const UploadFiles &uploads) const;

private:
    std::filesystem::path m_dossiers;
    std::filesystem::path m_staging;
    std::filesystem::path m_superseded;
};

} // namespace portal
