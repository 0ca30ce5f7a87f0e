#pragma once

#include "core/dossier/dossier.h"
#include "core/identity/account.h"
#include "core/paper/slip.h"
#include "core/procedure/procedurepack.h"

#include <QString>

namespace motcua {

class AdministrativeUnits;

// What the provisional slip of a dossier says. `journalHead` is the hash of the newest journal row.
SlipContent slipContent(const Dossier &dossier, const ProcedurePack &pack, const AdministrativeUnits &units,
                        const QString &communeCode, Role role, const QByteArray &journalHead);

} // namespace motcua
