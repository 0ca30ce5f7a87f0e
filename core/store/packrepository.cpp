#include "core/store/database.h"
#include "core/store/repositories.h"

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

Result<QByteArray> PackRepository::source(const QString &code, const QString &version) const
{
    const Result<QVariant> found =
        m_database.value(u"SELECT source FROM pack WHERE code = ? AND version = ?"_s, { code, version });
    if (!found)
        return passOn(found);
    return found->toByteArray();
}

} // namespace motcua
