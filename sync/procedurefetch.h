#pragma once

#include "core/outbox/outbox.h"
#include "core/outbox/procedureinbox.h"
#include "sync/portalclient.h"

#include <QDate>

namespace motcua {

// Asks the portal for a newer file of procedures (GET /catalog/packs) and hands it over. After everything else has been exchanged: dossiers
// go first, and the portal's `stop` gives the download up as soon as there is one to send. What came before a cut is kept under the
// portal's digest, and the next call goes on from there. A portal without a catalog is a good portal. Blocking; on the sync thread.
// What came is counted into the day's bytes. Whether it may be asked for now, the caller decides (mayFetch).
void fetchProcedures(PortalClient &portal, ProcedureInbox &inbox, Outbox &outbox, const QDate &legalDay);

} // namespace motcua
