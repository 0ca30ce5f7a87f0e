#pragma once

#include "core/outbox/outbox.h"
#include "sync/strictjson.h"

namespace motcua {

// The news of an answer as in portal-api.yaml: `changes` and, from portals that know branches, `branchChanges`, with what they bring:
// requests for supplement, announced files, messages. Complaints go into the problem that `root` carries.
QList<StatusChange> readChanges(StrictJson &root);

// An official code goes onto paper and into addresses.
void checkPrintableCode(StrictJson &json, const QString &officialCode);

} // namespace motcua
