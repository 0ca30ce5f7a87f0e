#include "app/ctl/console.h"
#include "app/ctl/verbs.h"
#include "app/engine/engine.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// The keychain alone does not decide where the citizens' money goes.
Result<void> change(Engine &engine, const Secret &passphrase, const Arguments &arguments)
{
    if (!arguments.has(u"passphrase-file"_s))
        return wrongUsage(u"--passphrase-file"_s);
    const auto opened = engine.vault.openWithPassphrase(engine.counter.actor().login, passphrase);
    if (!opened)
        return passOn(opened);
    const BankAccount account { arguments.value(u"bank-bin"_s), arguments.value(u"bank-account"_s),
                                arguments.value(u"bank-holder"_s) };
    if (arguments.has(u"none"_s) != (account == BankAccount()))
        return wrongUsage(u"--none"_s);
    return engine.counter.setPaymentAccount(account).result();
}

} // namespace

ExitCode paymentVerb(Engine &engine, const Secret &passphrase, const Arguments &arguments)
{
    const bool json = arguments.has(u"json"_s);
    const bool changes = arguments.has(u"none"_s) || arguments.has(u"bank-bin"_s) || arguments.has(u"bank-account"_s)
                         || arguments.has(u"bank-holder"_s);
    if (changes) {
        if (const Result<void> done = change(engine, passphrase, arguments); !done)
            return report(done.error(), json);
    }
    const Result<BankAccount> account = engine.counter.paymentAccount().result();
    if (!account)
        return report(account.error(), json);
    if (json)
        printJson(
            QJsonObject { { "bin"_L1, account->bin }, { "account"_L1, account->number }, { "holder"_L1, account->holder } });
    else
        printLine(account->number.isEmpty() ? QCoreApplication::translate("Ctl", "No account: slips carry no code for transfers.")
                                            : u"%1\t%2\t%3"_s.arg(account->bin, account->number, account->holder));
    return ExitCode::Ok;
}

} // namespace motcua
