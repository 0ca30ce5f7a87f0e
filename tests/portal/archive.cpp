#include "tests/portal/archive.h"

#include "tests/portal/durable.h"

namespace fs = std::filesystem;

namespace portal {

namespace {

bool fill(const fs::path &directory, const Submission &submission, const UploadFiles &uploads)
{
    std::error_code error;
    fs::create_directories(directory / "attachments", error);
    if (error || !writeDurably(directory / "form.json", submission.formText))
        return false;
    if (hasRenditions(submission.files) && (fs::create_directories(directory / "renditions", error), error))
        return false;
    for (const ManifestFile &file : submission.files) {
        const fs::path folder = directory / (file.rendition ? "renditions" : "attachments");
        if (!file.missing && !linkOrCopyDurably(uploads.pathOf(file.uploadId), folder / file.name))
            return false;
    }
    return (!hasRenditions(submission.files) || syncDirectory(directory / "renditions"))
           && syncDirectory(directory / "attachments") && syncDirectory(directory);
}

} // namespace

Archive::Archive(const fs::path &store)
    : m_dossiers(store / "dossiers")
    , m_staging(store / "staging")
    , m_superseded(store / "superseded")
{
    // What a crash left half built is built again from the uploads.
    std::error_code ignored;
    fs::remove_all(m_staging, ignored);
    for (const fs::path &directory : { m_dossiers, m_staging, m_superseded })
        fs::create_directories(directory);
}

std::optional<int> Archive::addOriginals(const std::string &id, const std::vector<ManifestFile> &files,
                                         const UploadFiles &uploads) const
{
    int added = 0;
    const fs::path folder = m_dossiers / id / "attachments";
    for (const ManifestFile &file : files) {
        if (file.rendition || file.missing || fs::exists(folder / file.name))
            continue;
        if (!linkOrCopyDurably(uploads.pathOf(file.uploadId), folder / file.name) || !syncDirectory(folder))
            return std::nullopt;
        ++added;
    }
    return added;
}

bool Archive::place(const Submission &submission, std::int64_t before, const UploadFiles &uploads) const
{
    std::error_code error;
    const fs::path staged = m_staging / (submission.id + '.' + std::to_string(submission.revision));
    const fs::path final = m_dossiers / submission.id;
    fs::remove_all(staged, error);
    if (!fill(staged, submission, uploads))
        return false;

    if (fs::exists(final, error)) {
        const fs::path aside = m_superseded / (submission.id + '.' + std::to_string(before));
        if (before > 0 && !fs::exists(aside, error))
            fs::rename(final, aside, error);
        else
            fs::remove_all(final, error); // placed by us before a crash, never promised to anybody
        if (error)
            return false;
    }
    fs::rename(staged, final, error);
    return !error && syncDirectory(m_dossiers) && syncDirectory(m_superseded);
}

} // namespace portal
