// The part of Ledger about uploads.
#include "tests/portal/ledger.h"

namespace portal {

namespace {

constexpr const char *columns = "SELECT u.id, u.length, u.sha256, u.metadata, u.complete FROM uploads u ";

Upload readUpload(const Statement &row)
{
    return { row.text(0), row.integer(1), row.text(2), row.text(3), row.integer(4) != 0 };
}

std::vector<Upload> readUploads(Statement &query)
{
    std::vector<Upload> uploads;
    while (query.next())
        uploads.push_back(readUpload(query));
    return uploads;
}

} // namespace

std::optional<Upload> Ledger::upload(const std::string &id)
{
    const std::lock_guard lock(m_mutex);
    const std::string sql = std::string(columns) + "WHERE u.id = ?";
    Statement query(m_database, sql.c_str());
    if (!query.with(id).next())
        return std::nullopt;
    return readUpload(query);
}

std::vector<Upload> Ledger::openUploads()
{
    const std::lock_guard lock(m_mutex);
    const std::string sql = std::string(columns) + "WHERE u.complete = 0";
    Statement query(m_database, sql.c_str());
    return readUploads(query);
}

std::vector<Upload> Ledger::openUploadsOf(const DossierKey &key)
{
    const std::lock_guard lock(m_mutex);
    // An upload that a tus DELETE removed is wanted again.
    Statement query(m_database,
                    "SELECT m.upload_id, m.size, m.sha256, '', 0 FROM manifest m LEFT JOIN uploads u ON u.id = m.upload_id "
                    "WHERE m.id = ? AND m.revision = ? AND coalesce(u.complete, 0) = 0 "
                    // Nobody needs a smaller picture of what is here.
                    "AND NOT (m.rendition = 1 AND EXISTS (SELECT 1 FROM manifest f JOIN uploads fu ON fu.id = f.upload_id "
                    "WHERE f.id = m.id AND f.revision = m.revision AND f.name = m.name AND f.rendition = 0 AND fu.complete = 1)) "
                    "ORDER BY m.position");
    query.with(key.id, key.revision);
    return readUploads(query);
}

bool Ledger::addPlainUpload(const Upload &upload, int limit)
{
    const std::lock_guard lock(m_mutex);
    Transaction transaction(m_database);
    {
        Statement query(m_database, "SELECT count(*) FROM uploads WHERE sha256 = ''");
        if (query.next() && query.integer(0) >= limit)
            return false;
    }
    Statement(m_database, "INSERT INTO uploads VALUES (?, ?, '', ?, ?)")
        .with(upload.id, upload.length, upload.metadata, upload.complete ? 1 : 0)
        .next();
    transaction.commit();
    return true;
}

void Ledger::markComplete(const std::string &uploadId)
{
    const std::lock_guard lock(m_mutex);
    Statement(m_database, "UPDATE uploads SET complete = 1 WHERE id = ?").with(uploadId).next();
}

std::optional<std::string> Ledger::twinOf(const std::string &uploadId)
{
    const std::lock_guard lock(m_mutex);
    Statement query(
        m_database,
        "SELECT t.id FROM uploads u JOIN uploads t ON t.sha256 = u.sha256 AND t.length = u.length "
        "WHERE u.id = ? AND u.sha256 <> '' AND u.complete = 0 AND t.complete = 1 AND EXISTS (SELECT 1 FROM manifest mt "
        "JOIN submissions st USING (id, revision) JOIN manifest mu ON mu.upload_id = u.id "
        "JOIN submissions su ON su.id = mu.id AND su.revision = mu.revision "
        "WHERE mt.upload_id = t.id AND st.kiosk = su.kiosk) LIMIT 1");
    if (!query.with(uploadId).next())
        return std::nullopt;
    return query.text(0);
}

std::vector<std::string> Ledger::waitingTwinsOf(const std::string &uploadId)
{
    const std::lock_guard lock(m_mutex);
    std::vector<std::string> twins;
    Statement query(m_database, "SELECT t.id FROM uploads u JOIN uploads t ON t.sha256 = u.sha256 AND t.length = u.length "
                                "WHERE u.id = ? AND u.sha256 <> '' AND u.complete = 1 AND t.complete = 0");
    query.with(uploadId);
    while (query.next())
        twins.push_back(query.text(0));
    return twins;
}

Ledger::Removal Ledger::removeUpload(const std::string &id)
{
    const std::lock_guard lock(m_mutex);
    Transaction transaction(m_database);
    {
        Statement query(
            m_database,
            "SELECT complete, EXISTS (SELECT 1 FROM manifest WHERE upload_id = uploads.id) FROM uploads WHERE id = ?");
        if (!query.with(id).next())
            return Removal::Unknown;
        if (query.integer(0) != 0 && query.integer(1) != 0)
            return Removal::BelongsToDossier;
    }
    Statement(m_database, "DELETE FROM uploads WHERE id = ?").with(id).next();
    transaction.commit();
    return Removal::Done;
}

} // namespace portal
