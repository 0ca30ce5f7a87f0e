#include "app/ctl/roles.h"

#include "core/base/text.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

struct RoleWord
{
    Role role;
    QLatin1StringView word;
};

constexpr std::array roleWords { RoleWord { Role::Officer, "officer"_L1 }, RoleWord { Role::TeamMember, "member"_L1 },
                                 RoleWord { Role::ItStaff, "it"_L1 } };

} // namespace

QString roleWord(Role role)
{
    return std::find_if(roleWords.begin(), roleWords.end(), [=](const RoleWord &one) { return one.role == role; })->word;
}

Result<Account> accountFrom(const Arguments &arguments, const QString &defaultLogin)
{
    static const QRegularExpression loginShape(u"^[a-z][a-z0-9]{1,31}$"_s);
    Account account;
    account.login = arguments.value(u"account"_s, defaultLogin);
    account.displayName = normalized(arguments.value(u"name"_s));
    const QString word = arguments.value(u"role"_s, u"officer"_s);
    const auto *role = std::find_if(roleWords.begin(), roleWords.end(), [&](const RoleWord &one) { return one.word == word; });
    if (role == roleWords.end())
        return wrongUsage(u"--role"_s);
    if (!loginShape.match(account.login).hasMatch())
        return wrongUsage(u"--account"_s);
    account.role = role->role;
    return account;
}

Result<KdfCost> kdfCostFrom(const Arguments &arguments)
{
    KdfCost cost;
    if (arguments.has(u"kdf-memory"_s))
        cost.memoryMiB = arguments.value(u"kdf-memory"_s).toInt();
    if (cost.memoryMiB < 64 || cost.memoryMiB > 1024)
        return wrongUsage(u"--kdf-memory"_s);
    return cost;
}

} // namespace motcua
