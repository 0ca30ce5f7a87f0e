#include "core/identity/rights.h"

#include <algorithm>
#include <array>

namespace motcua {

namespace {

using enum Reach;

constexpr std::array rows {
    //         deed                  officer  member  IT staff  nobody  asks again
    RightsRow { Deed::List, All, Own, All, All, false },          RightsRow { Deed::Read, All, Own, None, None, false },
    RightsRow { Deed::Begin, All, All, None, None, false },       RightsRow { Deed::Edit, All, Own, None, None, false },
    RightsRow { Deed::HandOver, None, Own, None, None, false },   RightsRow { Deed::TakeOver, All, None, None, None, false },
    RightsRow { Deed::Submit, All, Own, None, None, false },      RightsRow { Deed::Withdraw, All, Own, None, None, false },
    RightsRow { Deed::Note, All, Own, None, None, false },        RightsRow { Deed::Deliver, All, Own, All, None, false },
    RightsRow { Deed::Print, All, Own, None, None, false },       RightsRow { Deed::TakeOut, All, Own, None, None, true },
    RightsRow { Deed::PrintMany, All, None, None, None, true },   RightsRow { Deed::FeeAccount, All, None, All, None, false },
    RightsRow { Deed::SetUp, All, None, All, None, false },       RightsRow { Deed::People, All, None, All, None, false },
    RightsRow { Deed::CheckJournal, All, None, All, All, false }, RightsRow { Deed::ExportJournal, All, None, None, None, true },
};

const RightsRow &rowOf(Deed deed)
{
    return *std::find_if(rows.begin(), rows.end(), [=](const RightsRow &row) { return row.deed == deed; });
}

// A sealed dossier is read, delivered and taken over; nothing of it is changed before somebody answers for it.
bool changesContent(Deed deed)
{
    return deed == Deed::Edit || deed == Deed::Submit || deed == Deed::Withdraw || deed == Deed::HandOver;
}

} // namespace

std::span<const RightsRow> rightsTable()
{
    return rows;
}

Reach reachOf(const Account &who, Deed deed)
{
    const RightsRow &row = rowOf(deed);
    if (who.login.isEmpty())
        return row.nobody;
    switch (who.role) {
    case Role::Officer:
        return row.officer;
    case Role::TeamMember:
        return row.teamMember;
    case Role::ItStaff:
        return row.itStaff;
    }
    return None;
}

Permission permissionFor(const Account &who, Deed deed, const std::optional<DossierStanding> &about, bool confirmed)
{
    const Reach reach = reachOf(who, deed);
    if (reach == None || (reach == Own && about && !about->isOwn))
        return Permission::RoleForbids;
    if (about && about->isSealed && changesContent(deed))
        return Permission::Sealed;
    if (rowOf(deed).asksAgain && !confirmed)
        return Permission::AskAgain;
    return Permission::Granted;
}

bool seesNoPersonalData(const Account &who)
{
    return reachOf(who, Deed::Read) == None;
}

} // namespace motcua
