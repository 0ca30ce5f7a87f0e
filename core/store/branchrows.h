#pragma once

#include "core/base/result.h"
#include "core/dossier/branch.h"
#include "core/outbox/outbox.h"
#include "core/store/dossierrows.h"

#include <QList>

#include <functional>

namespace motcua {

class Database;

// The branches of linked dossiers as SQL. Those that change something must run inside Database::write().

// What the portal has said of the branches of the revision before stays with them.
Result<void> insertBranches(Database &database, qint64 outbox, const QList<DossierBranch> &branches, qint64 outboxBefore);
Result<QList<DossierBranch>> branchesOf(const Database &database, const DossierKey &dossier); // of its newest submission
// Of the rows that this SELECT chooses (one value: the limit), each with its row of the outbox.
Result<void> outboundBranches(const Database &database, const QString &chosen, int limit,
                              const std::function<void(qint64 outbox, const OutboundBranch &)> &use);

// Answers whether there is such a branch; the change with the highest number is the present state, in whatever order they come.
Result<bool> moveBranch(Database &database, qint64 dossierRow, const StatusChange &change);

} // namespace motcua
