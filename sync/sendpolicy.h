#pragma once

#include "core/outbox/outbox.h"
#include "core/outbox/syncmonitor.h"

namespace motcua {

// What keeps papers here although the portal could be reached. Forms, receipts and news are never held back. Pure.
HeldBack heldBackBy(const SyncPolicy &policy, qint64 spentToday);
// An officer's order for one dossier goes before the policy.
bool papersMayGo(HeldBack why, const OutboundDossier &dossier);

// Whether anything but forms, receipts and news may be fetched now: results, newer procedures.
bool mayFetch(Outbox &outbox, const QDate &legalDay);

} // namespace motcua
