#include "tests/portal/reception.h"

#include "tests/portal/digest.h"
#include "tests/portal/durable.h"

namespace portal {

namespace {

constexpr int diskRetrySeconds = 60;

} // namespace

Reception::Reception(const std::filesystem::path &store, std::string agency, Limits limits)
    : m_agency(std::move(agency))
    , m_limits(limits)
    , m_ledger(store / "portal.sqlite")
    , m_uploads(store / "uploads")
    , m_archive(store)
    , m_signer(store)
    , m_results(store / "results")
{
    std::filesystem::create_directories(m_results);
    recover();
}

Outcome<Reception::Answer> Reception::receive(const Kiosk &kiosk, const Submission &submission)
{
    if (auto taken = takeBackReceipt(submission); !taken)
        return tl::unexpected(taken.error());
    if (auto recorded = m_ledger.record(kiosk, submission, currentTime()); !recorded)
        return tl::unexpected(recorded.error());
    const DossierKey key { submission.id, submission.revision };

    // All bytes but no check yet: the portal died between the two.
    for (const Upload &upload : m_ledger.openUploadsOf(key)) {
        finishByTwin(upload.id);
        if (m_uploads.held(upload.id) >= upload.length) {
            if (auto settled = settle(upload.id); !settled && settled.error().status == 503)
                return tl::unexpected(settled.error());
        }
    }
    auto receipt = complete(key);
    if (!receipt)
        return tl::unexpected(receipt.error());
    return Answer { std::move(*receipt), m_ledger.openUploadsOf(key) };
}

Outcome<std::vector<Receipt>> Reception::settle(const std::string &uploadId)
{
    Outcome<void> outcome;
    m_uploads.exclusively(uploadId, [&](UploadLane &lane) {
        const auto upload = m_ledger.upload(uploadId);
        if (!upload) {
            outcome = tl::unexpected(unknownUpload());
            return;
        }
        if (upload->complete || m_uploads.held(uploadId) < upload->length)
            return;
        if (!m_uploads.sync(uploadId) && upload->length > 0) {
            outcome = tl::unexpected(busy(diskRetrySeconds));
            return;
        }
        if (!upload->sha256.empty()) {
            const auto actual = sha256HexOfFile(m_uploads.pathOf(uploadId));
            if (!actual) {
                outcome = tl::unexpected(busy(diskRetrySeconds));
                return;
            }
            if (*actual != upload->sha256) {
                m_uploads.empty(uploadId, lane);
                outcome = tl::unexpected(digestMismatch(upload->sha256, *actual));
                return;
            }
        }
        m_ledger.markComplete(uploadId);
    });
    if (!outcome)
        return tl::unexpected(outcome.error());
    std::vector<Receipt> receipts;
    for (const DossierKey &key : m_ledger.openSubmissionsWith(uploadId)) {
        const bool isFirst = !m_ledger.receipt(key);
        const auto receipt = complete(key); // a full disk here is told by the next /sync, which tries again
        if (receipt && *receipt && (isFirst || isWhole((*receipt)->files)))
            receipts.push_back(**receipt);
    }
    for (const std::string &twin : m_ledger.waitingTwinsOf(uploadId)) {
        finishByTwin(twin);
        for (const DossierKey &key : m_ledger.openSubmissionsWith(twin))
            complete(key);
    }
    return receipts;
}

// The kiosk has brought this content before, so it need not come again. Only of the same kiosk: the answer to "do you hold this
// paper?" is nobody else's.
void Reception::finishByTwin(const std::string &uploadId)
{
    const auto twin = m_ledger.twinOf(uploadId);
    if (!twin)
        return;
    m_uploads.exclusively(uploadId, [&](UploadLane &lane) {
        m_uploads.remove(uploadId, lane);
        if (linkOrCopyDurably(m_uploads.pathOf(*twin), m_uploads.pathOf(uploadId)) && m_uploads.sync(uploadId))
            m_ledger.markComplete(uploadId);
    });
}

// After we were restored from a backup: our own signature says what we gave out before.
Outcome<void> Reception::takeBackReceipt(const Submission &submission)
{
    const DossierKey key { submission.id, submission.revision };
    if (submission.formerReceipt.empty() || m_ledger.receipt(key))
        return {};
    const auto json = m_signer.verified(submission.formerReceipt);
    if (!json)
        return tl::unexpected(rejected("/formerReceipt", "Giấy tiếp nhận cũ không mang chữ ký của cổng này."));
    Receipt former { key, {}, {}, {}, 0, submission.formSha256, submission.files };
    // Which originals had not come yet when it was given.
    for (ManifestFile &file : former.files) {
        for (const nlohmann::json &given : json->value("attachments", nlohmann::json::array()))
            file.missing = file.missing || (given.value("name", "") == file.name && given.contains("rendition"));
    }
    former.officialCode = json->value("officialCode", "");
    former.receivedAt = json->value("receivedAt", "");
    former.dueAt = json->value("dueAt", "");
    former.sequence = json->value("sequence", std::int64_t { 0 });
    if (jsonOf(former) != *json)
        return tl::unexpected(rejected("/formerReceipt", "Giấy tiếp nhận cũ là của một hồ sơ khác."));
    if (m_ledger.isCodeOfAnother(former.officialCode, key.id))
        return tl::unexpected(revisionConflict("Mã hồ sơ trên giấy tiếp nhận cũ đã thuộc về một hồ sơ khác."));
    m_ledger.remember(key, former);
    return {};
}

nlohmann::json Reception::jsonOf(const Receipt &receipt)
{
    nlohmann::json files = nlohmann::json::array();
    for (auto file = receipt.files.begin(); file != receipt.files.end(); ++file) {
        if (file->rendition)
            continue;
        files.push_back({ { "name", file->name }, { "size", file->size }, { "sha256", file->sha256 } });
        if (const auto small = file + 1; file->missing && small != receipt.files.end() && small->rendition)
            files.back()["rendition"] = { { "size", small->size }, { "sha256", small->sha256 } };
    }
    return { { "id", receipt.key.id },
             { "revision", receipt.key.revision },
             { "officialCode", receipt.officialCode },
             { "receivedAt", receipt.receivedAt },
             { "dueAt", receipt.dueAt },
             { "sequence", receipt.sequence },
             { "formSha256", receipt.formSha256 },
             { "attachments", std::move(files) } };
}

nlohmann::json Reception::signedJsonOf(const Receipt &receipt) const
{
    nlohmann::json json = jsonOf(receipt);
    json["signed"] = m_signer.sign(jsonOf(receipt));
    return json;
}

std::optional<std::string> Reception::keepResult(std::string_view bytes)
{
    const std::string id = randomUploadId();
    if (!writeDurably(pathOfResult(id), bytes) || !syncDirectory(m_results))
        return std::nullopt;
    return id;
}

Outcome<std::optional<Receipt>> Reception::complete(const DossierKey &key)
{
    const std::lock_guard lock(m_completion);
    const std::int64_t before = m_ledger.receivedRevision(key.id);
    if (auto known = m_ledger.receipt(key)) {
        if (before != key.revision || !hasRenditions(known->files))
            return known;
        const auto added = m_archive.addOriginals(key.id, known->files, m_uploads);
        if (!added)
            return tl::unexpected(busy(diskRetrySeconds));
        if (*added > 0 && isWhole(known->files))
            m_ledger.giveAgain(key);
        return known;
    }
    const auto submission = m_ledger.submission(key);
    if (before >= key.revision || !submission || !isReceivable(submission->files))
        return std::nullopt;
    if (!m_archive.place(*submission, before, m_uploads))
        return tl::unexpected(busy(diskRetrySeconds));
    return m_ledger.issueReceipt(key, m_agency, currentTime());
}

void Reception::recover()
{
    m_uploads.removeAllBut([this](const std::string &id) { return m_ledger.upload(id).has_value(); });
    for (const Upload &upload : m_ledger.openUploads()) {
        if (m_uploads.held(upload.id) >= upload.length)
            settle(upload.id);
    }
    for (const DossierKey &key : m_ledger.openSubmissions())
        complete(key);
}

} // namespace portal
