#pragma once

#include "sync/portalclient.h"

#include <QDate>

namespace motcua {

// Files that the portal gives back, piece by piece, each piece durable before the next is asked for: a cut costs one piece at most.
// Under the policy: nothing while only forms may go, nothing past the day's bytes. `legalDay` is today's. One that cannot be had does not hold up the others.
void fetchResults(PortalClient &portal, Outbox &outbox, const QDate &legalDay, const StopAsked &stop);

} // namespace motcua
