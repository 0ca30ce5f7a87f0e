#include "tests/portal/reception.h"

#include "tests/portal/digest.h"

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
{
    recover();
}

Outcome<Reception::Answer> Reception::receive(const Kiosk &kiosk, const Submission &submission)
{
    if (auto recorded = m_ledger.record(kiosk, submission, currentTime()); !recorded)
        return tl::unexpected(recorded.error());
    const DossierKey key { submission.id, submission.revision };

    // All bytes but no check yet: the portal died between the two.
    for (const Upload &upload : m_ledger.openUploadsOf(key)) {
        if (m_uploads.held(upload.id) >= upload.length) {
            if (auto settled = settle(upload.id); !settled && settled.error().status == 503)
                return tl::unexpected(settled.error());
        }
    }
    auto receipt = complete(key);
    if (!receipt)
        return tl::unexpected(receipt.error());
    if (*receipt)
        return Answer { std::move(*receipt), {} };
    return Answer { std::nullopt, m_ledger.openUploadsOf(key) };
}

Outcome<void> Reception::settle(const std::string &uploadId)
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
        return outcome;
    for (const DossierKey &key : m_ledger.openSubmissionsWith(uploadId))
        complete(key); // a full disk here is told by the next /sync, which tries again
    return {};
}

Outcome<std::optional<Receipt>> Reception::complete(const DossierKey &key)
{
    const std::lock_guard lock(m_completion);
    if (auto known = m_ledger.receipt(key))
        return known;
    const std::int64_t before = m_ledger.receivedRevision(key.id);
    if (before >= key.revision || !m_ledger.openUploadsOf(key).empty())
        return std::nullopt;
    const auto submission = m_ledger.submission(key);
    if (!submission)
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
