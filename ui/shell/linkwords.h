#pragma once

#include "core/dossier/dossierquery.h"
#include "core/outbox/syncmonitor.h"
#include "ui/widgets/statebadge.h"

namespace motcua {

// What stands on every page while somebody has to do something about the link; empty title: nothing to do.
struct LinkNotice
{
    Tone tone = Tone::Waiting;
    QString title;
    QString text;
    bool tryAgain = true; // whether asking the portal once more may help
};

// The state of the link in honest words (core/outbox/linktext.h): never more than what was seen.
LinkNotice linkNotice(const SyncSnapshot &snapshot);
QString unsentWords(const DossierCounts &counts, const QDateTime &now); // "3 not sent yet, the oldest for 2 hours"
BadgeWords linkBadge(const SyncSnapshot &snapshot);
QString linkSentence(const SyncSnapshot &snapshot);                           // what it means for the person
QString lastSuccessWords(const SyncSnapshot &snapshot, const QDateTime &now); // "The portal last answered at 10:32 today"
QString nextAttemptWords(const SyncSnapshot &snapshot, const QDateTime &now); // empty when none is planned

} // namespace motcua
