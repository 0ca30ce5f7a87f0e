#include "core/store/database.h"
#include "core/store/repositories.h"

#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace motcua {

PackRepository::PackRepository(Database &database)
    : m_database(database)
{
}

Result<void> PackRepository::keep(const QString &code, const QString &version, const QByteArray &source)
{
    // The first text under a version stays: dossiers were captured under it.
    const Result<int> kept =
        m_database.change(u"INSERT INTO pack (code, version, source) VALUES (?, ?, ?) ON CONFLICT (code, version) DO NOTHING"_s,
                          { code, version, source });
    if (!kept)
        return passOn(kept);
    return {};
}

Result<QList<QByteArray>> PackRepository::sources() const
{
    QList<QByteArray> found;
    const Result<void> read = m_database.rows(u"SELECT source FROM pack ORDER BY seq"_s, {},
                                              [&](const QSqlQuery &row) { found.append(row.value(0).toByteArray()); });
    if (!read)
        return passOn(read);
    return found;
}

} // namespace motcua
