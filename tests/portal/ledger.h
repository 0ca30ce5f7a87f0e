#pragma once

#include "tests/portal/database.h"
#include "tests/portal/legaltime.h"
#include "tests/portal/submission.h"

#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace portal {

struct Receipt
{
    DossierKey key;
    std::string officialCode;
    std::string receivedAt;
    std::string dueAt;
    std::int64_t sequence = 0;
    std::string formSha256;
    std::vector<ManifestFile> files;
};

struct ResultFile // that goes back to the citizen
{
    std::string id;
    std::string name;
    std::string mediaType;
    std::int64_t size = 0;
    std::string sha256;
};

struct Change
{
    std::int64_t sequence = 0;
    std::string id;
    int status = 0;
    std::string at;
    std::string note;
    std::string branch;       // empty: the dossier as a whole
    std::string officialCode; // of the branch
    std::string dueAt;        // of the branch
    std::string extras = {};  // JSON object: request, results, message; empty: none
};

// What a cursor of a kiosk means to us.
struct Position
{
    std::int64_t after = 0;               // changes behind this are new to it
    std::optional<std::int64_t> lostFrom; // we were restored from a backup: what came behind this is gone
};

struct Upload
{
    std::string id;
    std::int64_t length = 0;
    std::string sha256;   // empty: a plain tus upload that belongs to no dossier
    std::string metadata; // Upload-Metadata as it came
    bool complete = false;
};

struct BranchLine // of the web page
{
    std::string id;
    std::string procedure;
    int status = 0;
    std::string dueAt;
    std::string officialCode;
    std::string note;
};

struct DossierLine // of the web page; complete dossiers have an official code
{
    DossierKey key;
    std::string officialCode;
    std::string localCode;
    std::string procedure;
    std::string commune;
    std::string at;
    std::string dueAt;
    int status = 0;
    std::string note;
    std::vector<ManifestFile> files;
    std::vector<BranchLine> branches;
};

// Everything the portal knows, in STORE/portal.sqlite. Thread-safe; each call is one transaction. Throws DatabaseError only.
class Ledger
{
public:
    explicit Ledger(const std::filesystem::path &file);

    // Cursors are EPOCH.SEQUENCE. Each start is an epoch of its own, whose sequences begin far above all before: so a cursor that a
    // lost life of this store gave can never pass for one of ours.
    std::string cursorAt(std::int64_t sequence) const { return m_epoch + '.' + std::to_string(sequence); }
    Position placeOf(const std::string &cursor);

    // False: another machine calls under this kiosk's identity. Durable when true.
    bool acceptLineage(const std::string &kioskId, const Lineage &lineage);
    std::vector<std::string> clonedKiosks();

    struct JournalAnswer
    {
        JournalMark held;      // before this call
        std::string objection; // empty, "rollback" or "fork"
    };
    // Keeps every head that a kiosk ever told. What does not go on from them is remembered and told, and holds up nothing.
    JournalAnswer acceptJournal(const std::string &kioskId, const JournalCall &call, Instant now);
    struct JournalObjection
    {
        std::string kiosk;
        std::string kind;
        std::string at;
        std::int64_t held = 0;
        std::int64_t told = 0;
    };
    std::vector<JournalObjection> journalObjections();

    // Records the revision and the uploads it needs, or finds that the very same is known. 409 otherwise.
    Outcome<void> record(const Kiosk &kiosk, const Submission &submission, Instant now);
    std::optional<Submission> submission(const DossierKey &key); // with form text only until the receipt
    std::vector<DossierKey> openSubmissions();                   // newest revisions without a receipt
    std::vector<DossierKey> openSubmissionsWith(const std::string &uploadId);
    std::int64_t receivedRevision(const std::string &dossierId); // 0 = none

    // Official code, receipt and status 1 in one transaction. Nothing when it already has one or still waits for uploads.
    std::optional<Receipt> issueReceipt(const DossierKey &key, const std::string &agency, Instant now);
    std::optional<Receipt> receipt(const DossierKey &key);
    std::vector<Receipt> unacknowledgedReceipts(const std::string &kioskId, int limit);
    // It says more than when it was acknowledged: an original came.
    void giveAgain(const DossierKey &key);
    // False: one of them is of a dossier that we have never seen, so we have lost something.
    bool acknowledge(const std::string &kioskId, const std::vector<DossierKey> &keys);
    bool isCodeOfAnother(const std::string &officialCode, const std::string &dossierId);
    // The next receipt of this revision is given as it was before we lost it.
    void remember(const DossierKey &key, const Receipt &former);

    std::optional<Upload> upload(const std::string &id);
    std::vector<Upload> openUploads();
    std::vector<Upload> openUploadsOf(const DossierKey &key);
    bool addPlainUpload(const Upload &upload, int limit); // false: too many of them
    void markComplete(const std::string &uploadId);
    // A complete upload of the same kiosk with the same content; never of another kiosk.
    std::optional<std::string> twinOf(const std::string &uploadId);
    // Unfinished uploads of the same kiosks that a complete one can finish.
    std::vector<std::string> waitingTwinsOf(const std::string &uploadId);
    enum class Removal { Done, Unknown, BelongsToDossier };
    Removal removeUpload(const std::string &id);

    std::vector<Change> changesAfter(std::int64_t sequence, const std::vector<std::string> &kioskIds, int limit);
    enum class Move { Done, Unknown, NotAllowed };
    // `extras`: see Change. With them a dossier may also stay where it is. `results` are those named there; their bytes are on disk.
    struct News
    {
        int status = 0;
        std::string note = {};
        std::string extras = {};
        std::vector<ResultFile> results = {};
    };
    Move moveStatus(const std::string &dossierId, const News &news, Instant now);
    // Alone: neither the dossier nor its other branches move with it.
    Move moveBranch(const std::string &dossierId, const std::string &branch, const News &news, Instant now);
    std::optional<ResultFile> result(const std::string &id);

    std::vector<DossierLine> received(int limit); // newest first
    std::vector<DossierLine> arriving(int limit);

private:
    std::vector<ManifestFile> filesOf(const DossierKey &key);
    std::optional<Receipt> findReceipt(const DossierKey &key);
    std::string nextOfficialCode(const std::string &agency, Instant now);
    std::int64_t addChange(const Change &change, const std::string &kioskId); // answers its number
    void beginEpoch();
    void keepResults(const News &news);
    static bool mayMove(int present, const News &news);
    void recordBranches(const Submission &submission);
    void openBranches(const DossierKey &key, const std::string &kiosk, Instant now);
    std::vector<BranchLine> branchesOf(const DossierKey &key);

    std::mutex m_mutex;
    Database m_database;
    std::string m_epoch;
    std::int64_t m_epochNumber = 0;
};

} // namespace portal
