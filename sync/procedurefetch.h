#pragma once

#include "core/outbox/procedureinbox.h"
#include "sync/portalclient.h"

namespace motcua {

// Asks the portal for a newer file of procedures (GET /catalog/packs, If-None-Match) and hands it over. After everything else has
// been exchanged: dossiers go first, and `stop` gives the download up as soon as there is one to send. A portal without a catalog is
// a good portal. Blocking; on the sync thread.
void fetchProcedures(PortalClient &portal, ProcedureInbox &inbox);

} // namespace motcua
