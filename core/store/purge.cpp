#include "core/store/purge.h"

#include "core/store/database.h"
#include "core/store/dossierrows.h"
#include "core/store/repositories.h"
#include "core/store/search.h"

#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

const QString daysSetting = u"purge.days"_s;

// Papers first, then what names them. The guard's triggers judge each row by itself.
const QStringList deletions {
    u"DELETE FROM attachment WHERE dossier = ?1"_s, // its parts go with it
    u"DELETE FROM outbox_form WHERE outbox IN (SELECT seq FROM outbox WHERE dossier = ?1)"_s,
    u"DELETE FROM dossier_form WHERE dossier = ?1"_s,
    u"DELETE FROM form_key WHERE dossier = ?1"_s,
    u"DELETE FROM portal_result WHERE dossier = ?1"_s, // its parts go with it
    u"DELETE FROM portal_request WHERE dossier = ?1"_s,
    u"DELETE FROM portal_message WHERE dossier = ?1"_s,
    u"UPDATE portal_change SET note = '' WHERE dossier = ?1"_s,
    u"UPDATE branch SET note = '' WHERE outbox IN (SELECT seq FROM outbox WHERE dossier = ?1)"_s,
    u"UPDATE outbox SET problem_reason = '', problem_papers = '' WHERE dossier = ?1"_s,
};

} // namespace

Result<int> retentionDays(const Database &database)
{
    const Result<QVariant> days = database.value(u"SELECT value FROM setting WHERE key = ?"_s, { daysSetting });
    if (!days)
        return passOn(days);
    return days->isValid() ? std::max(days->toInt(), 0) : usualRetentionDays;
}

Result<void> setRetentionDays(Database &database, int days)
{
    return SettingsRepository(database).setValue(daysSetting, QString::number(days));
}

Result<QList<Purgeable>> purgeable(const Database &database, const QDateTime &before, int limit)
{
    QList<Purgeable> found;
    const Result<void> read = database.rows(
        u"SELECT d.id, d.local_code, d.official_code, d.updated_at, "
        "(SELECT total(size) FROM attachment a WHERE a.dossier = d.seq) + (SELECT total(size) FROM portal_result p WHERE "
        "p.dossier = "
        "d.seq) + (SELECT total(length(f.form)) FROM outbox o JOIN outbox_form f ON f.outbox = o.seq WHERE o.dossier = d.seq) "
        "FROM dossier d JOIN settled_dossier s ON s.dossier = d.seq WHERE d.purged_at IS NULL AND d.updated_at < ? "
        "AND NOT EXISTS (SELECT 1 FROM outbox o JOIN receipt r ON r.outbox = o.seq WHERE o.dossier = d.seq AND r.received_at >= "
        "?) "
        "ORDER BY d.updated_at, d.seq LIMIT ?"_s,
        { stored(before), stored(before), limit }, [&](const QSqlQuery &row) {
            found.append({ row.value(0).toString(), row.value(1).toString(), row.value(2).toString(), timeFrom(row.value(3)),
                           row.value(4).toLongLong() });
        });
    if (!read)
        return passOn(read);
    return found;
}

Result<void> purge(Database &database, const Purgeable &dossier, const QDateTime &now)
{
    return database.write([&]() -> Result<void> {
        const Result<DossierKey> key = dossierKey(database, dossier.id);
        if (!key)
            return passOn(key);
        for (const QString &sql : deletions) {
            if (const Result<int> done = database.change(sql, { key->row }); !done)
                return passOn(done);
        }
        // Answers that a newer version of a procedure left behind, and the like: settings named after the dossier.
        if (const auto left = database.change(u"DELETE FROM setting WHERE key LIKE '%/' || ?"_s, { key->id }); !left)
            return passOn(left);
        const Result<int> emptied = database.change(
            u"UPDATE dossier SET applicant_name = '', search = ?, portal_note = '', papers = 0, purged_at = ? WHERE seq = ?"_s,
            { searchText({}, key->localCode, key->officialCode), stored(now), key->row });
        if (!emptied)
            return passOn(emptied);
        const auto entry =
            JournalRepository(database).append(now, u"kiosk"_s, u"dossier.purged"_s, key->id, QString::number(dossier.bytes));
        return entry ? Result<void>() : passOn(entry);
    });
}

Result<void> sweep(Database &database)
{
    return database.shrink();
}

} // namespace motcua
