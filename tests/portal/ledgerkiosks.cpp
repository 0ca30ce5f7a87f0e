// The part of Ledger about who calls and from where it goes on: epochs, cursors, lineage; and what was lost with an old life.
#include "tests/portal/ledger.h"

#include "tests/portal/digest.h"
#include "tests/portal/officialcode.h"

#include <algorithm>

namespace portal {

namespace {

// More events than one life of this store has between a backup and its end.
constexpr std::int64_t epochStep = 1'000'000;

struct Epoch
{
    std::int64_t number = 0;
    std::int64_t ended = 0; // last sequence of its life
};

bool isNumber(const std::string &text)
{
    return !text.empty() && text.size() <= 15 && text.find_first_not_of("0123456789") == std::string::npos;
}

} // namespace

void Ledger::beginEpoch()
{
    std::int64_t last = 0;
    std::int64_t base = 0;
    std::string first;
    {
        Statement query(m_database, "SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'changes'), 0), "
                                    "coalesce((SELECT max(sequence) FROM receipts), 0)), "
                                    "coalesce((SELECT max(number) FROM epochs), 0), coalesce((SELECT max(base) FROM epochs), 0), "
                                    "(SELECT value FROM meta WHERE key = 'store')");
        query.next();
        last = query.integer(0);
        m_epochNumber = query.integer(1) + 1;
        base = query.integer(2);
        first = query.text(3);
    }
    // The store's own name was the first epoch of every portal before there were epochs.
    m_epoch = m_epochNumber == 1 ? first : randomHex(8);
    Statement(m_database, "UPDATE epochs SET ended = ? WHERE ended IS NULL").with(last).next();
    if (m_epochNumber > 1) {
        base = (std::max(last, base) / epochStep + 1) * epochStep;
        Statement(m_database, "DELETE FROM sqlite_sequence WHERE name = 'changes'").next();
        Statement(m_database, "INSERT INTO sqlite_sequence (name, seq) VALUES ('changes', ?)").with(base).next();
    }
    Statement(m_database, "INSERT INTO epochs VALUES (?, ?, ?, NULL)").with(m_epochNumber, m_epoch, base).next();
}

Position Ledger::placeOf(const std::string &cursor)
{
    const std::lock_guard lock(m_mutex);
    if (cursor.empty())
        return {};
    const auto dot = cursor.find('.');
    const std::string digits = dot == std::string::npos ? "" : cursor.substr(dot + 1);
    std::int64_t end = -1;
    {
        Statement query(m_database, "SELECT coalesce(ended, (SELECT seq FROM sqlite_sequence WHERE name = 'changes'), 0) FROM "
                                    "epochs WHERE epoch = ?");
        if (isNumber(digits) && query.with(cursor.substr(0, dot)).next())
            end = query.integer(0);
    }
    if (end < 0) // of another portal, or of a life that began after the backup
        return { 0, 0 };
    const std::int64_t sequence = std::stoll(digits);
    return sequence <= end ? Position { sequence, std::nullopt } : Position { end, end };
}

bool Ledger::acceptLineage(const std::string &kioskId, const Lineage &lineage)
{
    const std::lock_guard lock(m_mutex);
    Transaction transaction(m_database);
    bool accepted = true;
    {
        Statement query(m_database, "SELECT mark, epoch FROM kiosks WHERE kiosk = ?");
        if (query.with(kioskId).next()) {
            const std::string mark = query.text(0);
            // A mark of an earlier life may be older than what the kiosk was told since.
            accepted = lineage.known == mark || lineage.next == mark || query.integer(1) != m_epochNumber;
        }
    }
    if (accepted)
        Statement(m_database, "INSERT INTO kiosks (kiosk, mark, epoch) VALUES (?, ?, ?) "
                              "ON CONFLICT (kiosk) DO UPDATE SET mark = excluded.mark, epoch = excluded.epoch")
            .with(kioskId, lineage.next, m_epochNumber)
            .next();
    else
        Statement(m_database, "UPDATE kiosks SET clones = clones + 1 WHERE kiosk = ?").with(kioskId).next();
    transaction.commit();
    return accepted;
}

std::vector<std::string> Ledger::clonedKiosks()
{
    const std::lock_guard lock(m_mutex);
    std::vector<std::string> kiosks;
    Statement query(m_database, "SELECT kiosk FROM kiosks WHERE clones > 0 ORDER BY kiosk");
    while (query.next())
        kiosks.push_back(query.text(0));
    return kiosks;
}

Ledger::JournalAnswer Ledger::acceptJournal(const std::string &kioskId, const JournalCall &call, Instant now)
{
    const std::lock_guard lock(m_mutex);
    Transaction transaction(m_database);
    JournalAnswer answer;
    {
        Statement query(m_database, "SELECT sequence, hash FROM journal_now WHERE kiosk = ?");
        if (query.with(kioskId).next())
            answer.held = { query.integer(0), query.text(1) };
    }
    bool known = false;
    {
        Statement query(m_database, "SELECT 1 FROM journal_heads WHERE kiosk = ? AND sequence = ? AND hash = ?");
        known = query.with(kioskId, call.head.sequence, call.head.hash).next();
    }
    bool otherAtSince = false;
    if (call.since.sequence > 0 && call.since.sequence <= answer.held.sequence) {
        Statement query(m_database, "SELECT count(*), total(hash = ?) FROM journal_heads WHERE kiosk = ? AND sequence = ?");
        query.with(call.since.hash, kioskId, call.since.sequence).next();
        otherAtSince = query.integer(0) > 0 && query.integer(1) == 0;
    }
    const JournalMark &head = call.head;
    const JournalMark &held = answer.held;
    // A call that was overtaken by the next one tells a head that we know already. The kiosk itself sees in `held` whether more is gone.
    const bool overtaken = known && head.sequence <= held.sequence;
    if (!overtaken && head.sequence < held.sequence)
        answer.objection = "rollback";
    else if (!overtaken && (otherAtSince || (head.sequence == held.sequence && head.hash != held.hash)))
        answer.objection = "fork";
    if (!answer.objection.empty())
        Statement(m_database, "INSERT INTO journal_objections VALUES (?, ?, ?, ?, ?, ?, ?)")
            .with(kioskId, answer.objection, toRfc3339(now), held.sequence, held.hash, head.sequence, head.hash)
            .next();
    if (!overtaken) {
        Statement(m_database, "INSERT OR IGNORE INTO journal_heads VALUES (?, ?, ?, ?)")
            .with(kioskId, head.sequence, head.hash, toRfc3339(now))
            .next();
        Statement(m_database, "INSERT INTO journal_now VALUES (?, ?, ?) "
                              "ON CONFLICT (kiosk) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash")
            .with(kioskId, head.sequence, head.hash)
            .next();
    }
    transaction.commit();
    return answer;
}

std::vector<Ledger::JournalObjection> Ledger::journalObjections()
{
    const std::lock_guard lock(m_mutex);
    std::vector<JournalObjection> found;
    Statement query(m_database, "SELECT kiosk, kind, at, held, told FROM journal_objections ORDER BY at DESC LIMIT 50");
    while (query.next())
        found.push_back({ query.text(0), query.text(1), query.text(2), query.integer(3), query.integer(4) });
    return found;
}

bool Ledger::isCodeOfAnother(const std::string &officialCode, const std::string &dossierId)
{
    const std::lock_guard lock(m_mutex);
    Statement query(m_database, "SELECT 1 FROM dossiers WHERE official_code = ? AND id <> ?");
    return query.with(officialCode, dossierId).next();
}

void Ledger::remember(const DossierKey &key, const Receipt &former)
{
    const std::lock_guard lock(m_mutex);
    Transaction transaction(m_database);
    Statement(m_database, "INSERT OR REPLACE INTO former_receipts VALUES (?, ?, ?, ?, ?, ?)")
        .with(key.id, key.revision, former.officialCode, former.receivedAt, former.dueAt, former.sequence)
        .next();
    // {agency}-{yyMMdd}-{serial}: no later dossier of that day may get this one.
    const auto last = former.officialCode.rfind('-');
    const auto first = former.officialCode.rfind('-', last - 1);
    if (last != std::string::npos && first != std::string::npos && isNumber(former.officialCode.substr(last + 1)))
        Statement(m_database,
                  "INSERT INTO serials VALUES (?, ?, ?) ON CONFLICT (day) DO UPDATE SET last = max(last, excluded.last)")
            .with(former.officialCode.substr(first + 1, last - first - 1),
                  std::int64_t(std::stoll(former.officialCode.substr(last + 1))), m_epochNumber - 1) // lost ones may lie above it
            .next();
    transaction.commit();
}

void Ledger::keepResults(const News &news)
{
    for (const ResultFile &file : news.results)
        Statement(m_database, "INSERT INTO results VALUES (?, ?, ?, ?, ?)")
            .with(file.id, file.name, file.mediaType, file.size, file.sha256)
            .next();
}

std::optional<ResultFile> Ledger::result(const std::string &id)
{
    const std::lock_guard lock(m_mutex);
    Statement query(m_database, "SELECT name, media_type, size, sha256 FROM results WHERE id = ?");
    if (!query.with(id).next())
        return std::nullopt;
    return ResultFile { id, query.text(0), query.text(1), query.integer(2), query.text(3) };
}

} // namespace portal
