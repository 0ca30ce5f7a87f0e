#pragma once

#include "tests/portal/archive.h"
#include "tests/portal/ledger.h"
#include "tests/portal/signer.h"
#include "tests/portal/uploadfiles.h"

#include <mutex>

namespace portal {

// What the portal does with what arrives; knows nothing of HTTP. Files become durable before the row that claims them.
class Reception
{
public:
    Reception(const std::filesystem::path &store, std::string agency, Limits limits);

    Ledger &ledger() { return m_ledger; }
    UploadFiles &uploads() { return m_uploads; }
    const Limits &limits() const { return m_limits; }
    const Signer &signer() const { return m_signer; }

    static nlohmann::json jsonOf(const Receipt &receipt); // without its signature
    nlohmann::json signedJsonOf(const Receipt &receipt) const;

    // Bytes of a result that a change names, durable when an id is answered.
    std::optional<std::string> keepResult(std::string_view bytes);
    std::filesystem::path pathOfResult(const std::string &id) const { return m_results / id; }

    struct Answer
    {
        std::optional<Receipt> receipt; // received
        std::vector<Upload> wanted;     // what it needs for that; with a receipt, originals that are to follow
    };
    Outcome<Answer> receive(const Kiosk &kiosk, const Submission &submission);

    // Checks an upload that has all its bytes and completes the dossiers that waited for it -> their receipts, where there is more to
    // say than before. A wrong digest empties it.
    Outcome<std::vector<Receipt>> settle(const std::string &uploadId);

private:
    Outcome<std::optional<Receipt>> complete(const DossierKey &key);
    Outcome<void> takeBackReceipt(const Submission &submission);
    void finishByTwin(const std::string &uploadId);
    void recover();

    std::string m_agency;
    Limits m_limits;
    Ledger m_ledger;
    UploadFiles m_uploads;
    Archive m_archive;
    Signer m_signer;
    std::filesystem::path m_results;
    std::mutex m_completion;
};

} // namespace portal
