#include "core/dossier/branch.h"

#include "core/dossier/portalstatus.h"

#include <algorithm>

namespace motcua {

namespace {

constexpr int processed = 9;

bool isFinished(const DossierBranch &branch)
{
    return branch.portalStatus == processed || portalStatusIsFinal(branch.portalStatus);
}

} // namespace

bool DossierBranch::isLate(const QDateTime &now) const
{
    return dueAt.isValid() && now > dueAt && !isFinished(*this);
}

bool DossierBranch::asks() const
{
    return portalStatusNeedsCitizen(portalStatus) && !answered;
}

int branchesAsking(const QList<DossierBranch> &branches)
{
    return int(std::count_if(branches.cbegin(), branches.cend(), [](const DossierBranch &branch) { return branch.asks(); }));
}

int branchesFinished(const QList<DossierBranch> &branches)
{
    return int(std::count_if(branches.cbegin(), branches.cend(), isFinished));
}

} // namespace motcua
