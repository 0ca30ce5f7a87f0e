#pragma once

#include "core/base/result.h"
#include "core/dossier/dossier.h"
#include "core/identity/rights.h"

#include <QString>

namespace motcua {

class Database;

// Who asks, and whether they have just given the PIN or the passphrase once more. Taken on the GUI thread when a command is given.
struct Acting
{
    Account who;
    bool confirmed = false;
};

// What every command asks before it does anything. RoleForbids, DraftSealed, ConfirmationNeeded.
Result<void> permit(const Acting &acting, Deed deed);                                                     // about no dossier
Result<void> permit(const Database &database, const Acting &acting, Deed deed, const QString &dossierId); // or DossierUnknown
Result<void> permitPaper(const Database &database, const Acting &acting, Deed deed, const QString &attachmentId);
Result<void> permitResult(const Database &database, const Acting &acting, Deed deed, const QString &resultId);

// What is left for whoever may see codes, states and sizes only.
DossierSummary withoutPersonalData(DossierSummary dossier);
Dossier withoutPersonalData(Dossier dossier);

} // namespace motcua
