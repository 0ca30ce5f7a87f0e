#pragma once

#include "core/base/result.h"
#include "core/dossier/branch.h"
#include "core/outbox/outbox.h"
#include "core/store/dossierrows.h"

#include <QList>

namespace motcua {

class Database;

// The branches of linked dossiers as SQL. Those that change something must run inside Database::write().

Result<void> insertBranches(Database &database, qint64 outbox, const QList<DossierBranch> &branches);
Result<QList<DossierBranch>> branchesOf(const Database &database, const DossierKey &dossier); // of its newest submission
Result<QList<OutboundBranch>> outboundBranches(const Database &database, qint64 outbox);

// Answers whether there is such a branch; the change with the highest number is the present state, in whatever order they come.
Result<bool> moveBranch(Database &database, qint64 dossierRow, const StatusChange &change);

} // namespace motcua
