#include "core/counter/payments.h"

#include "core/dossier/payment.h"
#include "core/store/paymentrepository.h"
#include "core/store/repositories.h"

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

const QString accountSetting = u"payment-account"_s;

} // namespace

Result<void> noteDeclaration(Database &database, const QString &dossierId, bool declared, const QDateTime &at)
{
    const Result<Payment> before = PaymentRepository(database).find(dossierId);
    if (!before)
        return passOn(before);
    const Result<Payment> after = withDeclaration(*before, declared, at);
    return after ? PaymentRepository(database).save(dossierId, *after) : passOn(after);
}

Result<BankAccount> readPaymentAccount(Database &database)
{
    const Result<QString> account = SettingsRepository(database).value(accountSetting);
    return account ? Result<BankAccount>(bankAccountFromStored(*account)) : passOn(account);
}

Result<void> writePaymentAccount(Database &database, const BankAccount &account)
{
    SettingsRepository settings(database);
    if (account == BankAccount())
        return settings.setValue(accountSetting, {});
    const Result<BankAccount> checked = checkedAccount(account);
    return checked ? settings.setValue(accountSetting, toStored(*checked)) : passOn(checked);
}

QString journalDetail(const BankAccount &account)
{
    return account.number.isEmpty() ? u"none"_s : account.bin + u' ' + account.number;
}

} // namespace motcua
