#include "core/base/clock.h"
#include "core/store/database.h"
#include "core/store/dossierrows.h"
#include "core/store/repositories.h"

#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

const QString columns = u"SELECT seq, at, actor, action, subject, detail, hash, boot, since_boot, key_id, seal FROM journal "_s;

JournalEntry entryFrom(const QSqlQuery &row)
{
    return { row.value(0).toLongLong(), timeFrom(row.value(1)),     row.value(2).toString(),    row.value(3).toString(),
             row.value(4).toString(),   row.value(5).toString(),    row.value(6).toByteArray(), row.value(7).toString(),
             row.value(8).toLongLong(), row.value(9).toByteArray(), row.value(10).toByteArray() };
}

QByteArray bytes(const QByteArray &given)
{
    return given.isNull() ? QByteArray("") : given;
}

} // namespace

JournalRepository::JournalRepository(Database &database)
    : m_database(database)
{
}

Result<JournalEntry> JournalRepository::append(const QDateTime &at, const QString &actor, const QString &action,
                                               const QString &subject, const QString &detail)
{
    const Result<std::optional<JournalEntry>> last = head();
    if (!last)
        return passOn(last);
    JournalEntry before = last->value_or(JournalEntry());
    const JournalMarks &marks = m_database.journalMarks();
    const QString boot = marks.clock ? marks.clock->boot() : QString();
    const qint64 sinceBoot = marks.clock ? qint64(marks.clock->sinceBoot().count()) : 0;
    if (const std::optional<qint64> jump = clockJump(before, at, boot, sinceBoot)) {
        const Result<JournalEntry> noted =
            insert(before, { 0, at, u"kiosk"_s, u"clock.changed"_s, {}, u"%1 s"_s.arg(*jump), {}, boot, sinceBoot });
        if (!noted)
            return noted;
        before = *noted;
    }
    return insert(before, { 0, at, actor, action, subject, detail, {}, boot, sinceBoot });
}

Result<JournalEntry> JournalRepository::insert(const JournalEntry &before, JournalEntry entry)
{
    const auto given = [](const QString &text) { return text.isNull() ? u""_s : text; };
    entry.sequence = before.sequence + 1;
    // The time as it will be read back: the hash covers milliseconds, not what the clock may know beyond them.
    entry.at = fromRfc3339(toRfc3339(entry.at));
    entry.hash = chainHash(before.hash, entry);
    if (const auto &key = m_database.journalMarks().key) {
        entry.keyId = journalKeyId(*key);
        entry.seal = sealOf(*key, entry);
    }
    const Result<int> added = m_database.change(
        u"INSERT INTO journal (seq, at, actor, action, subject, detail, hash, boot, since_boot, key_id, seal) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        { entry.sequence, stored(entry.at), given(entry.actor), given(entry.action), given(entry.subject), given(entry.detail),
          entry.hash, given(entry.boot), entry.sinceBootMs, bytes(entry.keyId), bytes(entry.seal) });
    if (!added)
        return passOn(added);
    return entry;
}

Result<QList<JournalEntry>> JournalRepository::all() const
{
    QList<JournalEntry> entries;
    const Result<void> read =
        m_database.rows(columns + u"ORDER BY seq"_s, {}, [&](const QSqlQuery &row) { entries.append(entryFrom(row)); });
    if (!read)
        return passOn(read);
    return entries;
}

Result<std::optional<JournalEntry>> JournalRepository::head() const
{
    return one(u"ORDER BY seq DESC LIMIT 1"_s, {});
}

Result<std::optional<JournalEntry>> JournalRepository::at(qint64 sequence) const
{
    return one(u"WHERE seq = ?"_s, { sequence });
}

Result<std::optional<JournalEntry>> JournalRepository::one(const QString &where, const QVariantList &values) const
{
    std::optional<JournalEntry> found;
    const Result<void> read = m_database.rows(columns + where, values, [&](const QSqlQuery &row) { found = entryFrom(row); });
    if (!read)
        return passOn(read);
    return found;
}

} // namespace motcua
