#include "core/base/clock.h"
#include "core/store/database.h"
#include "core/store/dossierrows.h"
#include "core/store/repositories.h"

#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

const QString columns = u"SELECT seq, at, actor, action, subject, detail, hash FROM journal "_s;

JournalEntry entryFrom(const QSqlQuery &row)
{
    return { row.value(0).toLongLong(), timeFrom(row.value(1)),  row.value(2).toString(),   row.value(3).toString(),
             row.value(4).toString(),   row.value(5).toString(), row.value(6).toByteArray() };
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
    const bool first = !last->has_value();
    // The time as it will be read back: the hash covers milliseconds, not what the clock may know beyond them.
    JournalEntry entry { first ? 1 : (*last)->sequence + 1, fromRfc3339(toRfc3339(at)), actor, action, subject, detail, {} };
    entry.hash = chainHash(first ? QByteArray() : (*last)->hash, entry);
    const auto given = [](const QString &text) { return text.isNull() ? u""_s : text; };
    const Result<int> added = m_database.change(
        u"INSERT INTO journal (seq, at, actor, action, subject, detail, hash) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        { entry.sequence, stored(entry.at), given(actor), given(action), given(subject), given(detail), entry.hash });
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
    std::optional<JournalEntry> last;
    const Result<void> read =
        m_database.rows(columns + u"ORDER BY seq DESC LIMIT 1"_s, {}, [&](const QSqlQuery &row) { last = entryFrom(row); });
    if (!read)
        return passOn(read);
    return last;
}

} // namespace motcua
