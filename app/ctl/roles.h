#pragma once

#include "app/ctl/arguments.h"
#include "core/base/result.h"
#include "core/identity/account.h"
#include "core/vault/vault.h"

#include <QString>

namespace motcua {

QString roleWord(Role role); // "officer", "member", "it"

// --account, --role, --name. UsageWrong.
Result<Account> accountFrom(const Arguments &arguments, const QString &defaultLogin);
// --kdf-memory. UsageWrong.
Result<KdfCost> kdfCostFrom(const Arguments &arguments);

} // namespace motcua
