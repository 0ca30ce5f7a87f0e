#include "core/identity/account.h"

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

constexpr std::array roleWords {
    RoleWord { Role::Officer, "officer"_L1 },
    RoleWord { Role::TeamMember, "team_member"_L1 },
    RoleWord { Role::ItStaff, "it_staff"_L1 },
};

} // namespace

QString toStored(Role role)
{
    return std::find_if(roleWords.begin(), roleWords.end(), [=](const RoleWord &known) { return known.role == role; })->word;
}

Role roleFromStored(const QString &word)
{
    const auto *found =
        std::find_if(roleWords.begin(), roleWords.end(), [&](const RoleWord &known) { return known.word == word; });
    return found == roleWords.end() ? Role::TeamMember : found->role;
}

} // namespace motcua
