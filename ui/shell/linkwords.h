#pragma once

#include "core/outbox/syncmonitor.h"
#include "ui/widgets/statebadge.h"

namespace motcua {

// The state of the link in honest words: never more than what was seen.
BadgeWords linkBadge(const SyncSnapshot &snapshot);
QString linkSentence(const SyncSnapshot &snapshot);                           // what it means for the person
QString lastSuccessWords(const SyncSnapshot &snapshot, const QDateTime &now); // "The portal last answered at 10:32 today"
QString nextAttemptWords(const SyncSnapshot &snapshot, const QDateTime &now); // empty when none is planned

} // namespace motcua
