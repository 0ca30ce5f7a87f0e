#pragma once

#include "core/dossier/dossier.h"
#include "core/fee/bankaccount.h"
#include "core/fee/feesheet.h"
#include "core/identity/account.h"
#include "core/paper/slip.h"
#include "core/procedure/procedurepack.h"

#include <QString>

namespace motcua {

class AdministrativeUnits;
struct KioskProfile;

// What the provisional slip of a dossier says; `answers` as they counted at submission. `journalHead` is the hash of the newest journal row. A code for transfers is there only
// when an account is known and a known amount is still owed or declared.
SlipContent slipContent(const Dossier &dossier, const ProcedurePack &pack, const QJsonObject &answers,
                        const AdministrativeUnits &units, const QString &communeCode, Role role, const QByteArray &journalHead,
                        const FeeSheet &fee, const BankAccount &account);

// Address, telephone and hours of the counter in one line; empty when none is known.
QString contactOf(const KioskProfile &profile);

} // namespace motcua
