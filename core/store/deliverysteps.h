#pragma once

#include "core/base/result.h"
#include "core/outbox/outbox.h"
#include "core/store/dossierrows.h"

namespace motcua {

class Database;

// One row of the outbox, and the steps it may make. The table of steps is in deliverysteps.cpp.

struct OutboxRow
{
    DossierKey dossier;
    qint64 row = 0;
    DeliveryState state = DeliveryState::None;
    bool outdated = false; // a newer revision was submitted since
    bool offeredAgain = false;
    bool otherDoor = false; // it goes to a portal by another way
};

Result<OutboxRow> outboxRow(const Database &database, const DeliveryKey &key); // row 0: there is none

bool mayMove(DeliveryState from, DeliveryState to);
tl::unexpected<Error> forbidden(const OutboxRow &row, DeliveryState wanted); // DeliveryStepForbidden
// Asks nobody whether it may; also for the dossier's list.
Result<void> move(Database &database, const OutboxRow &row, DeliveryState state, const DeliveryProblem &problem = {});

} // namespace motcua
