#pragma once

#include "core/dossier/dossier.h"
#include "ui/widgets/statebadge.h"

namespace motcua {

// How the axes of a dossier are said on the screen. All translated.
BadgeWords overallBadge(const DossierSummary &dossier,
                        const QDateTime &now);           // one badge for lists: the axis that matters most now
BadgeWords statusBadge(const DossierSummary &dossier);   // where it stands in law, here
BadgeWords deliveryBadge(const DossierSummary &dossier); // whether the portal has it
BadgeWords portalBadge(const DossierSummary &dossier,
                       const QDateTime &now); // what the portal says; empty text before it says anything

QString codeOf(const DossierSummary &dossier);   // official if there is one, else local
QString personOf(const DossierSummary &dossier); // a name, or words that there is none yet
QString journalWords(const HistoryEntry &entry); // "Paper added"
QString actorWords(const QString &actor);        // "portal" and "kiosk" in words, logins as they are

} // namespace motcua
