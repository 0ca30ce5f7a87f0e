// The part of Ledger about statuses and the lists of the web page.
#include "tests/portal/ledger.h"

#include "tests/portal/statuses.h"

#include <algorithm>

namespace portal {

bool Ledger::mayMove(int present, const News &news)
{
    const auto &allowed = nextStatuses(present);
    return std::find(allowed.begin(), allowed.end(), news.status) != allowed.end()
           || (news.status == present && !news.extras.empty());
}

std::vector<Change> Ledger::changesAfter(std::int64_t sequence, const std::vector<std::string> &kioskIds, int limit)
{
    const std::lock_guard lock(m_mutex);
    std::vector<Change> changes;
    for (const std::string &kioskId : kioskIds) {
        Statement query(m_database,
                        "SELECT sequence, id, status, at, note, branch, official_code, due_at, extras FROM changes WHERE kiosk = "
                        "? AND sequence > ? ORDER BY sequence LIMIT ?");
        query.with(kioskId, sequence, limit);
        while (query.next())
            changes.push_back({ query.integer(0), query.text(1), int(query.integer(2)), query.text(3), query.text(4),
                                query.text(5), query.text(6), query.text(7), query.text(8) });
    }
    std::sort(changes.begin(), changes.end(),
              [](const Change &left, const Change &right) { return left.sequence < right.sequence; });
    if (changes.size() > std::size_t(limit))
        changes.erase(changes.begin() + limit, changes.end());
    return changes;
}

Ledger::Move Ledger::moveStatus(const std::string &dossierId, const News &news, Instant now)
{
    const std::lock_guard lock(m_mutex);
    Transaction transaction(m_database);
    std::string kiosk;
    {
        Statement query(m_database, "SELECT status, kiosk FROM dossiers WHERE id = ?");
        if (!query.with(dossierId).next())
            return Move::Unknown;
        if (!mayMove(int(query.integer(0)), news))
            return Move::NotAllowed;
        kiosk = query.text(1);
    }
    Statement(m_database, "UPDATE dossiers SET status = ? WHERE id = ?").with(news.status, dossierId).next();
    keepResults(news);
    addChange({ 0, dossierId, news.status, toRfc3339(now), news.note, "", "", "", news.extras }, kiosk);
    transaction.commit();
    return Move::Done;
}

std::vector<DossierLine> Ledger::received(int limit)
{
    const std::lock_guard lock(m_mutex);
    std::vector<DossierLine> lines;
    Statement query(
        m_database,
        "SELECT d.id, d.revision, d.official_code, s.local_code, s.procedure, s.commune, r.received_at, r.due_at, d.status, "
        "(SELECT note FROM changes c WHERE c.id = d.id AND c.branch = '' ORDER BY c.sequence DESC LIMIT 1) "
        "FROM dossiers d JOIN submissions s USING (id, revision) JOIN receipts r USING (id, revision) "
        "ORDER BY r.sequence DESC LIMIT ?");
    query.with(limit);
    while (query.next()) {
        DossierLine line;
        line.key = { query.text(0), query.integer(1) };
        line.officialCode = query.text(2);
        line.localCode = query.text(3);
        line.procedure = query.text(4);
        line.commune = query.text(5);
        line.at = query.text(6);
        line.dueAt = query.text(7);
        line.status = int(query.integer(8));
        line.note = query.text(9);
        line.files = filesOf(line.key);
        line.branches = branchesOf(line.key);
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<DossierLine> Ledger::arriving(int limit)
{
    const std::lock_guard lock(m_mutex);
    std::vector<DossierLine> lines;
    Statement query(
        m_database,
        "SELECT id, revision, local_code, procedure, commune, first_seen_at FROM submissions s WHERE NOT EXISTS "
        "(SELECT 1 FROM receipts r WHERE r.id = s.id AND r.revision >= s.revision) AND NOT EXISTS "
        "(SELECT 1 FROM submissions n WHERE n.id = s.id AND n.revision > s.revision) ORDER BY first_seen_at DESC LIMIT ?");
    query.with(limit);
    while (query.next()) {
        DossierLine line;
        line.key = { query.text(0), query.integer(1) };
        line.localCode = query.text(2);
        line.procedure = query.text(3);
        line.commune = query.text(4);
        line.at = query.text(5);
        line.files = filesOf(line.key);
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace portal
