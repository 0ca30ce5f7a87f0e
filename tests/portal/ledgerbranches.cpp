// The part of Ledger about the branches of linked procedures: each has its own status, due date and code.
#include "tests/portal/ledger.h"

#include "tests/portal/statuses.h"

#include <map>

namespace portal {

namespace {

constexpr int statusAccepted = 2;

// Working days after the receipt, as Decree 301/2026 gives them; domain.md 1.4 and 1.5.
int workingDaysFor(const std::string &branch)
{
    static const std::map<std::string, int> days { { "birth", 1 },      { "death", 1 },     { "removal", 2 },
                                                   { "residence", 3 },  { "card", 5 },      { "stop", 3 },
                                                   { "assistance", 4 }, { "insurance", 3 }, { "merit", 19 } };
    const auto found = days.find(branch);
    return found == days.end() ? 3 : found->second;
}

std::string joined(const std::vector<std::string> &lines)
{
    std::string all;
    for (const std::string &line : lines)
        all += (all.empty() ? "" : "\n") + line;
    return all;
}

} // namespace

void Ledger::recordBranches(const Submission &submission)
{
    std::int64_t position = 0;
    for (const SubmittedBranch &branch : submission.branches) {
        Statement(m_database, "INSERT INTO submitted_branches VALUES (?, ?, ?, ?, ?, ?)")
            .with(submission.id, submission.revision, position++, branch.id, branch.procedure, joined(branch.components))
            .next();
    }
}

// A later revision keeps what is known of the branches it still has.
void Ledger::openBranches(const DossierKey &key, const std::string &kiosk, Instant now)
{
    Statement(m_database, "DELETE FROM branches WHERE id = ? AND branch NOT IN "
                          "(SELECT branch FROM submitted_branches WHERE id = ? AND revision = ?)")
        .with(key.id, key.id, key.revision)
        .next();
    std::vector<std::string> fresh;
    {
        Statement query(m_database, "SELECT branch FROM submitted_branches s WHERE id = ? AND revision = ? AND NOT EXISTS "
                                    "(SELECT 1 FROM branches b WHERE b.id = s.id AND b.branch = s.branch) ORDER BY position");
        query.with(key.id, key.revision);
        while (query.next())
            fresh.push_back(query.text(0));
    }
    for (const std::string &branch : fresh) {
        const std::string dueAt = toRfc3339(dueAfterWorkingDays(now, workingDaysFor(branch)));
        Statement(m_database, "INSERT INTO branches VALUES (?, ?, ?, ?, '', '')")
            .with(key.id, branch, statusJustRegistered, dueAt)
            .next();
        addChange({ 0, key.id, statusJustRegistered, toRfc3339(now), "", branch, "", dueAt }, kiosk);
    }
}

Ledger::Move Ledger::moveBranch(const std::string &dossierId, const std::string &branch, const News &news, Instant now)
{
    const std::lock_guard lock(m_mutex);
    Transaction transaction(m_database);
    std::string kiosk;
    std::string dueAt;
    std::string code;
    std::string agency;
    {
        Statement query(m_database, "SELECT b.status, d.kiosk, b.due_at, b.official_code, d.official_code FROM branches b "
                                    "JOIN dossiers d USING (id) WHERE b.id = ? AND b.branch = ?");
        if (!query.with(dossierId, branch).next())
            return Move::Unknown;
        if (!mayMove(int(query.integer(0)), news))
            return Move::NotAllowed;
        kiosk = query.text(1);
        dueAt = query.text(2);
        code = query.text(3);
        agency = query.text(4).substr(0, query.text(4).find('-'));
    }
    if (news.status == statusAccepted && code.empty())
        code = nextOfficialCode(agency, now);
    Statement(m_database, "UPDATE branches SET status = ?, official_code = ?, note = ? WHERE id = ? AND branch = ?")
        .with(news.status, code, news.note, dossierId, branch)
        .next();
    keepResults(news);
    addChange({ 0, dossierId, news.status, toRfc3339(now), news.note, branch, code, dueAt, news.extras }, kiosk);
    transaction.commit();
    return Move::Done;
}

std::vector<BranchLine> Ledger::branchesOf(const DossierKey &key)
{
    std::vector<BranchLine> lines;
    Statement query(m_database,
                    "SELECT s.branch, s.procedure, b.status, b.due_at, b.official_code, b.note FROM submitted_branches s "
                    "JOIN branches b USING (id, branch) WHERE s.id = ? AND s.revision = ? ORDER BY s.position");
    query.with(key.id, key.revision);
    while (query.next())
        lines.push_back({ query.text(0), query.text(1), int(query.integer(2)), query.text(3), query.text(4), query.text(5) });
    return lines;
}

} // namespace portal
