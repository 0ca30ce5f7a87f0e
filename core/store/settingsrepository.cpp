#include "core/store/database.h"
#include "core/store/repositories.h"

using namespace Qt::StringLiterals;

namespace motcua {

SettingsRepository::SettingsRepository(Database &database)
    : m_database(database)
{
}

Result<QString> SettingsRepository::value(const QString &key) const
{
    const Result<QVariant> found = m_database.value(u"SELECT value FROM setting WHERE key = ?"_s, { key });
    if (!found)
        return passOn(found);
    return found->toString();
}

Result<void> SettingsRepository::setValue(const QString &key, const QString &value)
{
    const Result<int> kept = m_database.change(
        u"INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s,
        { key, value.isNull() ? u""_s : value });
    if (!kept)
        return passOn(kept);
    return {};
}

} // namespace motcua
