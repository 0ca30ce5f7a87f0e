#include "core/store/database.h"
#include "core/store/repositories.h"

#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace motcua {

AccountRepository::AccountRepository(Database &database)
    : m_database(database)
{
}

Result<void> AccountRepository::save(const Account &account)
{
    const Result<int> saved = m_database.change(
        u"INSERT INTO account (login, display_name, role) VALUES (?, ?, ?) "
        "ON CONFLICT (login) DO UPDATE SET display_name = excluded.display_name, role = excluded.role, state = 'active'"_s,
        { account.login, account.displayName.isNull() ? u""_s : account.displayName, toStored(account.role) });
    if (!saved)
        return passOn(saved);
    return {};
}

Result<QList<Account>> AccountRepository::all() const
{
    QList<Account> found;
    const Result<void> read = m_database.rows(
        u"SELECT login, display_name, role, state <> 'active' FROM account ORDER BY login"_s, {}, [&](const QSqlQuery &row) {
            found.append({ row.value(0).toString(), row.value(1).toString(), roleFromStored(row.value(2).toString()),
                           row.value(3).toBool() });
        });
    if (!read)
        return passOn(read);
    return found;
}

} // namespace motcua
