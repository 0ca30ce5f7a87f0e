#pragma once

#include "tests/portal/problem.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace portal {

struct Limits
{
    std::int64_t uploadBytes = 64 * 1024 * 1024;
    std::size_t requestBytes = 1024 * 1024;
    std::size_t formBytes = 512 * 1024;
    std::size_t dossiersPerCall = 25;
    std::size_t filesPerDossier = 100;
    std::size_t branchesPerDossier = 20;
    std::size_t acknowledgementsPerCall = 1000;
};

struct Kiosk
{
    std::string id;
    std::string commune;
    std::string software;
    std::vector<std::string> formerIds = {}; // whose news it gets too

    std::vector<std::string> allIds() const
    {
        std::vector<std::string> ids { id };
        ids.insert(ids.end(), formerIds.begin(), formerIds.end());
        return ids;
    }
};

// Marks that tell two machines with one identity apart (portal-api.yaml, Lineage).
struct Lineage
{
    std::string known; // may be empty
    std::string next;
};

// The newest entry of a kiosk's log of acts, and its own entry at the sequence that we confirmed last (portal-api.yaml, JournalHead).
struct JournalMark
{
    std::int64_t sequence = 0; // 0: none
    std::string hash = {};
};

struct JournalCall
{
    JournalMark head;
    JournalMark since;
};

struct ManifestFile
{
    std::string name;
    std::string component;
    std::string mediaType;
    std::int64_t size = 0;
    std::string sha256;
    std::string uploadId;
    bool rendition = false; // a smaller picture under the name of the file before it, which may follow later
    bool missing = false;   // not every byte is here
};

bool hasRenditions(const std::vector<ManifestFile> &files);
// Each file is here, or in its place its rendition.
bool isReceivable(const std::vector<ManifestFile> &files);
bool isWhole(const std::vector<ManifestFile> &files); // every file itself is here

struct SubmittedBranch // of a linked procedure
{
    std::string id;
    std::string procedure; // may be empty
    std::vector<std::string> components;
};

struct Submission
{
    std::string id;
    std::int64_t revision = 0;
    std::string localCode;
    std::string procedure;
    std::string packVersion;
    std::string capturedAt;
    std::string submittedAt;
    std::string formText;
    std::string formSha256;
    std::vector<ManifestFile> files; // each followed by its rendition, if it has one
    std::vector<SubmittedBranch> branches;
    std::string formerReceipt; // JWS of the receipt that we gave and may have lost; empty: none

    // Equal exactly when form, manifest and branches are: what "the same revision again" means.
    std::string fingerprint() const;
};

struct DossierKey
{
    std::string id;
    std::int64_t revision = 0;
};

// Which dossier an item speaks of. Without that the portal could not even say what it refuses, so the whole call is malformed.
Outcome<DossierKey> readKey(const nlohmann::json &item);
Outcome<JournalCall> readJournal(const nlohmann::json &item);
Outcome<Kiosk> readKiosk(const nlohmann::json &item);

Outcome<Lineage> readLineage(const nlohmann::json &item);

// Everything else. `rejected` names the member by a JSON pointer into the item.
Outcome<Submission> readSubmission(const nlohmann::json &item, const Limits &limits);

bool isUuid(std::string_view text);
bool isDossierId(std::string_view text); // UUIDv7, lower case
bool isSafeFileName(std::string_view text);

} // namespace portal
