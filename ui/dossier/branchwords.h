#pragma once

#include "core/dossier/dossier.h"
#include "ui/widgets/statebadge.h"

namespace motcua {

// How a branch of a linked dossier is said on the screen. All translated.
BadgeWords branchBadge(const DossierBranch &branch, const DossierSummary &dossier, const QDateTime &now);
QString branchNextStep(const DossierBranch &branch, const DossierSummary &dossier, const QDateTime &now); // one or two sentences
QString branchTime(const DossierBranch &branch);             // the portal's due date, or the law's time, called an estimate
QString branchNumbers(const QList<DossierBranch> &branches); // "4 branches: 1 waits for the citizen, 2 finished"

// Those that wait for the citizen, one a line with the agency's own words; empty when there are none.
QString branchesToCallFor(const QList<DossierBranch> &branches);

} // namespace motcua
