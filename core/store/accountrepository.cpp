#include "core/store/database.h"
#include "core/store/repositories.h"

#include <QSqlQuery>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

struct RoleWord
{
    Role role;
    QLatin1StringView word;
};

constexpr std::array words {
    RoleWord { Role::Officer, "officer"_L1 },
    RoleWord { Role::TeamMember, "team_member"_L1 },
    RoleWord { Role::ItStaff, "it_staff"_L1 },
};

QString wordOf(Role role)
{
    return std::find_if(words.begin(), words.end(), [=](const RoleWord &known) { return known.role == role; })->word;
}

Role roleOf(const QString &word)
{
    const auto *found = std::find_if(words.begin(), words.end(), [&](const RoleWord &known) { return known.word == word; });
    Q_ASSERT_X(found != words.end(), "roleOf", "the database checks the words");
    return found->role;
}

} // namespace

AccountRepository::AccountRepository(Database &database)
    : m_database(database)
{
}

Result<void> AccountRepository::save(const Account &account)
{
    const Result<int> saved = m_database.change(
        u"INSERT INTO account (login, display_name, role) VALUES (?, ?, ?) "
        "ON CONFLICT (login) DO UPDATE SET display_name = excluded.display_name, role = excluded.role, state = 'active'"_s,
        { account.login, account.displayName.isNull() ? u""_s : account.displayName, wordOf(account.role) });
    if (!saved)
        return passOn(saved);
    return {};
}

Result<QList<Account>> AccountRepository::all() const
{
    QList<Account> found;
    const Result<void> read = m_database.rows(
        u"SELECT login, display_name, role, state <> 'active' FROM account ORDER BY login"_s, {}, [&](const QSqlQuery &row) {
            found.append(
                { row.value(0).toString(), row.value(1).toString(), roleOf(row.value(2).toString()), row.value(3).toBool() });
        });
    if (!read)
        return passOn(read);
    return found;
}

} // namespace motcua
