#include "tests/portal/ledger.h"

#include "tests/portal/digest.h"
#include "tests/portal/officialcode.h"
#include "tests/portal/statuses.h"

namespace portal {

namespace {

constexpr int schemaVersion = 5;
constexpr int workingDaysToResult = 3;
constexpr std::int64_t gapStep = 500;
constexpr std::int64_t mostGapSteps = 199;

constexpr const char *schema = R"sql(
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE submissions (
    id TEXT NOT NULL, revision INTEGER NOT NULL,
    kiosk TEXT NOT NULL, commune TEXT NOT NULL,
    local_code TEXT NOT NULL, procedure TEXT NOT NULL, pack_version TEXT NOT NULL,
    captured_at TEXT NOT NULL, submitted_at TEXT NOT NULL, first_seen_at TEXT NOT NULL,
    form TEXT NOT NULL, form_sha256 TEXT NOT NULL, fingerprint TEXT NOT NULL,
    PRIMARY KEY (id, revision)
);
CREATE TABLE manifest (
    id TEXT NOT NULL, revision INTEGER NOT NULL, position INTEGER NOT NULL,
    name TEXT NOT NULL, component TEXT NOT NULL, media_type TEXT NOT NULL,
    size INTEGER NOT NULL, sha256 TEXT NOT NULL, upload_id TEXT NOT NULL,
    PRIMARY KEY (id, revision, position),
    FOREIGN KEY (id, revision) REFERENCES submissions (id, revision)
);
CREATE INDEX manifest_by_upload ON manifest (upload_id);
CREATE TABLE uploads (
    id TEXT PRIMARY KEY, length INTEGER NOT NULL, sha256 TEXT NOT NULL, metadata TEXT NOT NULL, complete INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE dossiers (
    id TEXT PRIMARY KEY, kiosk TEXT NOT NULL, official_code TEXT NOT NULL UNIQUE, revision INTEGER NOT NULL, status INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE receipts (
    id TEXT NOT NULL, revision INTEGER NOT NULL, kiosk TEXT NOT NULL, official_code TEXT NOT NULL,
    received_at TEXT NOT NULL, due_at TEXT NOT NULL, sequence INTEGER NOT NULL UNIQUE, acknowledged INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (id, revision)
);
CREATE INDEX receipts_waiting ON receipts (kiosk, sequence) WHERE acknowledged = 0;
CREATE TABLE changes (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, kiosk TEXT NOT NULL, status INTEGER NOT NULL, at TEXT NOT NULL, note TEXT NOT NULL
);
CREATE INDEX changes_by_kiosk ON changes (kiosk, sequence);
CREATE TABLE serials (day TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;
)sql";

constexpr const char *branchesSchema = R"sql(
CREATE TABLE submitted_branches (
    id TEXT NOT NULL, revision INTEGER NOT NULL, position INTEGER NOT NULL,
    branch TEXT NOT NULL, procedure TEXT NOT NULL, components TEXT NOT NULL,
    PRIMARY KEY (id, revision, branch),
    FOREIGN KEY (id, revision) REFERENCES submissions (id, revision)
);
CREATE TABLE branches (
    id TEXT NOT NULL, branch TEXT NOT NULL, status INTEGER NOT NULL, due_at TEXT NOT NULL, official_code TEXT NOT NULL, note TEXT NOT NULL,
    PRIMARY KEY (id, branch)
) WITHOUT ROWID;
ALTER TABLE changes ADD COLUMN branch TEXT NOT NULL DEFAULT '';
ALTER TABLE changes ADD COLUMN official_code TEXT NOT NULL DEFAULT '';
ALTER TABLE changes ADD COLUMN due_at TEXT NOT NULL DEFAULT '';
)sql";

// Receipts given again keep their sequence of a lost life, which may be somebody else's now.
constexpr const char *epochsSchema = R"sql(
CREATE TABLE epochs (
    number INTEGER PRIMARY KEY, epoch TEXT NOT NULL UNIQUE, base INTEGER NOT NULL, ended INTEGER
);
CREATE TABLE kiosks (
    kiosk TEXT PRIMARY KEY, mark TEXT NOT NULL, epoch INTEGER NOT NULL, clones INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE receipts_again (
    id TEXT NOT NULL, revision INTEGER NOT NULL, kiosk TEXT NOT NULL, official_code TEXT NOT NULL,
    received_at TEXT NOT NULL, due_at TEXT NOT NULL, sequence INTEGER NOT NULL, acknowledged INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (id, revision)
);
INSERT INTO receipts_again SELECT * FROM receipts;
DROP TABLE receipts;
ALTER TABLE receipts_again RENAME TO receipts;
CREATE INDEX receipts_waiting ON receipts (kiosk, sequence) WHERE acknowledged = 0;
CREATE TABLE former_receipts (
    id TEXT NOT NULL, revision INTEGER NOT NULL, official_code TEXT NOT NULL, received_at TEXT NOT NULL, due_at TEXT NOT NULL,
    sequence INTEGER NOT NULL, PRIMARY KEY (id, revision)
);
CREATE TABLE results (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, media_type TEXT NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX uploads_by_content ON uploads (sha256, length);
ALTER TABLE changes ADD COLUMN extras TEXT NOT NULL DEFAULT '';
ALTER TABLE serials ADD COLUMN epoch INTEGER NOT NULL DEFAULT 1;
)sql";

constexpr const char *journalSchema = R"sql(
CREATE TABLE journal_heads (
    kiosk TEXT NOT NULL, sequence INTEGER NOT NULL, hash TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (kiosk, sequence, hash)
) WITHOUT ROWID;
CREATE TABLE journal_now (kiosk TEXT PRIMARY KEY, sequence INTEGER NOT NULL, hash TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE journal_objections (
    kiosk TEXT NOT NULL, kind TEXT NOT NULL, at TEXT NOT NULL, held INTEGER NOT NULL, held_hash TEXT NOT NULL, told INTEGER NOT NULL,
    told_hash TEXT NOT NULL
);
)sql";

constexpr const char *renditionsSchema = R"sql(
ALTER TABLE manifest ADD COLUMN rendition INTEGER NOT NULL DEFAULT 0;
)sql";

std::int64_t randomGap()
{
    return gapStep * (1 + std::int64_t(std::stoull(randomHex(4), nullptr, 16) % mostGapSteps));
}

} // namespace

Ledger::Ledger(const std::filesystem::path &file)
    : m_database(file)
{
    Transaction transaction(m_database);
    std::int64_t version = 0;
    {
        Statement query(m_database, "PRAGMA user_version");
        if (query.next())
            version = query.integer(0);
    }
    if (version > schemaVersion)
        throw DatabaseError(0, "portal.sqlite was written by a newer portal");
    if (version == 0) {
        m_database.run(schema);
        Statement(m_database, "INSERT INTO meta VALUES ('store', ?)").with(randomHex(8)).next();
    }
    if (version < 2)
        m_database.run(branchesSchema);
    if (version < 3)
        m_database.run(epochsSchema);
    if (version < 4)
        m_database.run(journalSchema);
    if (version < schemaVersion) {
        m_database.run(renditionsSchema);
        m_database.run("PRAGMA user_version = 5");
    }
    beginEpoch();
    transaction.commit();
}

Outcome<void> Ledger::record(const Kiosk &kiosk, const Submission &submission, Instant now)
{
    const std::lock_guard lock(m_mutex);
    Transaction transaction(m_database);
    bool known = false;
    {
        Statement query(m_database, "SELECT fingerprint FROM submissions WHERE id = ? AND revision = ?");
        if (query.with(submission.id, submission.revision).next()) {
            if (query.text(0) != submission.fingerprint())
                return tl::unexpected(
                    revisionConflict("Cổng đã có lần sửa này của hồ sơ với nội dung khác. Nội dung đã có được giữ nguyên."));
            known = true;
        }
    }
    const bool received = known && findReceipt({ submission.id, submission.revision });
    if (!received) {
        Statement query(m_database, "SELECT max(revision) FROM submissions WHERE id = ?");
        if (query.with(submission.id).next() && query.integer(0) > submission.revision)
            return tl::unexpected(revisionConflict("Cổng đã có lần sửa mới hơn của hồ sơ này."));
    }
    if (!known) {
        Statement(m_database, "INSERT INTO submissions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .with(submission.id, submission.revision, kiosk.id, kiosk.commune, submission.localCode, submission.procedure,
                  submission.packVersion, submission.capturedAt, submission.submittedAt, toRfc3339(now), submission.formText,
                  submission.formSha256, submission.fingerprint())
            .next();
        std::int64_t position = 0;
        for (const ManifestFile &file : submission.files) {
            Statement(m_database, "INSERT INTO manifest VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .with(submission.id, submission.revision, position++, file.name, file.component, file.mediaType, file.size,
                      file.sha256, file.uploadId, file.rendition ? 1 : 0)
                .next();
        }
        recordBranches(submission);
    } else {
        // A kiosk that was given a new identity: what it still holds, and the news of it, are its own under the new one.
        for (const char *table : { "submissions", "receipts", "dossiers", "changes" })
            Statement(m_database, ("UPDATE " + std::string(table) + " SET kiosk = ? WHERE id = ? AND kiosk <> ?").c_str())
                .with(kiosk.id, submission.id, kiosk.id)
                .next();
    }
    // Again for a known revision: a tus DELETE may have removed an upload that is still wanted.
    for (const ManifestFile &file : submission.files) {
        Statement(m_database, "INSERT OR IGNORE INTO uploads VALUES (?, ?, ?, '', 0)")
            .with(file.uploadId, file.size, file.sha256)
            .next();
        Statement query(m_database, "SELECT length FROM uploads WHERE id = ?");
        if (query.with(file.uploadId).next() && query.integer(0) != file.size)
            return tl::unexpected(revisionConflict("Cổng đã biết tệp này với dung lượng khác."));
    }
    transaction.commit();
    return {};
}

std::optional<Submission> Ledger::submission(const DossierKey &key)
{
    const std::lock_guard lock(m_mutex);
    Statement query(m_database,
                    "SELECT local_code, procedure, pack_version, captured_at, submitted_at, form, form_sha256 FROM submissions "
                    "WHERE id = ? AND revision = ?");
    if (!query.with(key.id, key.revision).next())
        return std::nullopt;
    Submission found;
    found.id = key.id;
    found.revision = key.revision;
    found.localCode = query.text(0);
    found.procedure = query.text(1);
    found.packVersion = query.text(2);
    found.capturedAt = query.text(3);
    found.submittedAt = query.text(4);
    found.formText = query.text(5);
    found.formSha256 = query.text(6);
    found.files = filesOf(key);
    return found;
}

std::vector<DossierKey> Ledger::openSubmissions()
{
    const std::lock_guard lock(m_mutex);
    std::vector<DossierKey> keys;
    Statement query(m_database, "SELECT id, revision FROM submissions s WHERE NOT EXISTS "
                                "(SELECT 1 FROM receipts r WHERE r.id = s.id AND r.revision >= s.revision) AND NOT EXISTS "
                                "(SELECT 1 FROM submissions n WHERE n.id = s.id AND n.revision > s.revision)");
    while (query.next())
        keys.push_back({ query.text(0), query.integer(1) });
    return keys;
}

std::vector<DossierKey> Ledger::openSubmissionsWith(const std::string &uploadId)
{
    const std::lock_guard lock(m_mutex);
    std::vector<DossierKey> keys;
    // With a receipt only where originals may still follow it.
    Statement query(m_database,
                    "SELECT DISTINCT id, revision FROM manifest m WHERE upload_id = ? AND NOT EXISTS "
                    "(SELECT 1 FROM receipts r WHERE r.id = m.id AND r.revision >= m.revision AND NOT (r.revision = m.revision "
                    "AND EXISTS (SELECT 1 FROM manifest s WHERE s.id = m.id AND s.revision = m.revision AND s.rendition = 1))) "
                    "AND NOT EXISTS "
                    "(SELECT 1 FROM submissions n WHERE n.id = m.id AND n.revision > m.revision)");
    query.with(uploadId);
    while (query.next())
        keys.push_back({ query.text(0), query.integer(1) });
    return keys;
}

std::int64_t Ledger::receivedRevision(const std::string &dossierId)
{
    const std::lock_guard lock(m_mutex);
    Statement query(m_database, "SELECT revision FROM dossiers WHERE id = ?");
    return query.with(dossierId).next() ? query.integer(0) : 0;
}

std::optional<Receipt> Ledger::issueReceipt(const DossierKey &key, const std::string &agency, Instant now)
{
    const std::lock_guard lock(m_mutex);
    Transaction transaction(m_database);
    if (findReceipt(key))
        return std::nullopt;
    std::string kiosk;
    {
        Statement query(m_database, "SELECT kiosk FROM submissions WHERE id = ? AND revision = ?");
        if (!query.with(key.id, key.revision).next())
            return std::nullopt;
        kiosk = query.text(0);
        if (!isReceivable(filesOf(key)))
            return std::nullopt;
    }
    std::string officialCode;
    int status = statusJustRegistered;
    {
        Statement query(m_database, "SELECT official_code, status, kiosk FROM dossiers WHERE id = ?");
        if (query.with(key.id).next()) {
            officialCode = query.text(0); // a later revision keeps the code the citizen was given
            status = int(query.integer(1));
            kiosk = query.text(2);
        }
    }
    Receipt given { key, officialCode, toRfc3339(now), toRfc3339(dueAfterWorkingDays(now, workingDaysToResult)), 0, {}, {} };
    {
        Statement query(m_database,
                        "SELECT official_code, received_at, due_at, sequence FROM former_receipts WHERE id = ? AND revision = ?");
        if (query.with(key.id, key.revision).next())
            given = { key, query.text(0), query.text(1), query.text(2), query.integer(3), {}, {} };
    }
    if (officialCode.empty()) {
        officialCode = given.officialCode.empty() ? nextOfficialCode(agency, now) : given.officialCode;
        Statement(m_database, "INSERT INTO dossiers VALUES (?, ?, ?, ?, ?)")
            .with(key.id, kiosk, officialCode, key.revision, status)
            .next();
    } else {
        Statement(m_database, "UPDATE dossiers SET revision = ? WHERE id = ?").with(key.revision, key.id).next();
    }
    const std::int64_t sequence = addChange({ 0, key.id, status, toRfc3339(now), "", "", "", "" }, kiosk);
    openBranches(key, kiosk, now);
    Statement(m_database, "INSERT INTO receipts VALUES (?, ?, ?, ?, ?, ?, ?, 0)")
        .with(key.id, key.revision, kiosk, officialCode, given.receivedAt, given.dueAt,
              given.sequence > 0 ? given.sequence : sequence)
        .next();
    // The form lies in STORE/dossiers now; personal data is not kept twice.
    Statement(m_database, "UPDATE submissions SET form = '' WHERE id = ? AND revision <= ?").with(key.id, key.revision).next();
    auto issued = findReceipt(key);
    transaction.commit();
    return issued;
}

std::optional<Receipt> Ledger::receipt(const DossierKey &key)
{
    const std::lock_guard lock(m_mutex);
    return findReceipt(key);
}

std::vector<Receipt> Ledger::unacknowledgedReceipts(const std::string &kioskId, int limit)
{
    const std::lock_guard lock(m_mutex);
    std::vector<Receipt> found;
    Statement query(m_database,
                    "SELECT id, revision FROM receipts WHERE kiosk = ? AND acknowledged = 0 ORDER BY sequence LIMIT ?");
    query.with(kioskId, limit);
    while (query.next()) {
        if (auto one = findReceipt({ query.text(0), query.integer(1) }))
            found.push_back(std::move(*one));
    }
    return found;
}

void Ledger::giveAgain(const DossierKey &key)
{
    const std::lock_guard lock(m_mutex);
    Statement(m_database, "UPDATE receipts SET acknowledged = 0 WHERE id = ? AND revision = ?").with(key.id, key.revision).next();
}

bool Ledger::acknowledge(const std::string &kioskId, const std::vector<DossierKey> &keys)
{
    const std::lock_guard lock(m_mutex);
    Transaction transaction(m_database);
    bool allSeen = true;
    for (const DossierKey &key : keys) {
        Statement query(m_database, "SELECT 1 FROM submissions WHERE id = ? AND revision = ?");
        allSeen = query.with(key.id, key.revision).next() && allSeen;
        Statement(m_database, "UPDATE receipts SET acknowledged = 1 WHERE id = ? AND revision = ? AND kiosk = ?")
            .with(key.id, key.revision, kioskId)
            .next();
    }
    transaction.commit();
    return allSeen;
}

std::vector<ManifestFile> Ledger::filesOf(const DossierKey &key)
{
    std::vector<ManifestFile> files;
    Statement query(m_database, "SELECT m.name, m.component, m.media_type, m.size, m.sha256, m.upload_id, m.rendition, "
                                "coalesce(u.complete, 0) = 0 FROM manifest m LEFT JOIN uploads u ON u.id = m.upload_id "
                                "WHERE m.id = ? AND m.revision = ? ORDER BY m.position");
    query.with(key.id, key.revision);
    while (query.next())
        files.push_back({ query.text(0), query.text(1), query.text(2), query.integer(3), query.text(4), query.text(5),
                          query.integer(6) != 0, query.integer(7) != 0 });
    return files;
}

std::optional<Receipt> Ledger::findReceipt(const DossierKey &key)
{
    Statement query(
        m_database,
        "SELECT official_code, received_at, due_at, sequence, form_sha256 FROM receipts JOIN submissions USING (id, revision) "
        "WHERE id = ? AND revision = ?");
    if (!query.with(key.id, key.revision).next())
        return std::nullopt;
    return Receipt { key, query.text(0), query.text(1), query.text(2), query.integer(3), query.text(4), filesOf(key) };
}

std::string Ledger::nextOfficialCode(const std::string &agency, Instant now)
{
    const std::string day = officialDay(now);
    {
        // The first code of a day after a start leaves a random gap: a life of this store that was lost may have given some out.
        Statement query(m_database, "SELECT coalesce(max(epoch), 1) < ? FROM serials WHERE day = ?");
        query.with(m_epochNumber, day).next();
        const std::int64_t gap = query.integer(0) != 0 ? randomGap() : 0;
        Statement(m_database, "INSERT INTO serials VALUES (?, ?, ?) ON CONFLICT (day) DO UPDATE SET last = last + excluded.last, "
                              "epoch = excluded.epoch")
            .with(day, gap + 1, m_epochNumber)
            .next();
    }
    Statement query(m_database, "SELECT last FROM serials WHERE day = ?");
    query.with(day).next();
    return officialCode(agency, now, query.integer(0));
}

std::int64_t Ledger::addChange(const Change &change, const std::string &kioskId)
{
    Statement query(m_database, "INSERT INTO changes (id, kiosk, status, at, note, branch, official_code, due_at, extras) "
                                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING sequence");
    query
        .with(change.id, kioskId, change.status, change.at, change.note, change.branch, change.officialCode, change.dueAt,
              change.extras)
        .next();
    const std::int64_t sequence = query.integer(0);
    while (query.next()) {
    }
    return sequence;
}

} // namespace portal
