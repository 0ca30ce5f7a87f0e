#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace motcua {

// Where fees of this commune are paid to. Kept in the encrypted store, never in an open file: whoever could change it could lead the
// citizens' money elsewhere.
struct BankAccount
{
    QString bin;    // six digits of the bank (NAPAS)
    QString number; // digits and capital letters, at most 19
    QString holder; // whom the citizen sees beside the code: "UBND XÃ ĐA KIA"

    bool operator==(const BankAccount &) const = default;
};

Result<BankAccount> checkedAccount(const BankAccount &account); // PaymentAccountUnusable with the name of the part as subject

// As it lies in the store; an empty text is no account.
QString toStored(const BankAccount &account);
BankAccount bankAccountFromStored(const QString &text); // number empty = none

} // namespace motcua
