#pragma once

#include "core/base/result.h"
#include "core/fee/bankaccount.h"

#include <QDateTime>
#include <QString>

namespace motcua {

class Database;

// What the counter does about money, on the store thread; changes inside Database::write().
Result<void> noteDeclaration(Database &database, const QString &dossierId, bool declared, const QDateTime &at); // PaymentNotOwed
Result<BankAccount> readPaymentAccount(Database &database);                       // number empty = none
Result<void> writePaymentAccount(Database &database, const BankAccount &account); // PaymentAccountUnusable

// The number itself is public, and only with it can the log of acts prove who led the money where.
QString journalDetail(const BankAccount &account);

} // namespace motcua
