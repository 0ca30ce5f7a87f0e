#include "app/ctl/console.h"
#include "app/ctl/inputs.h"
#include "app/ctl/roles.h"
#include "app/ctl/verbs.h"
#include "app/engine/engine.h"
#include "core/counter/peopledesk.h"
#include "core/counter/setup.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// Adding a person needs a passphrase of somebody who is already in: the keychain alone does not decide who may enter.
Result<Account> addAccount(Engine &engine, const Secret &passphrase, const Arguments &arguments)
{
    if (!arguments.has(u"passphrase-file"_s) || !arguments.has(u"new-passphrase-file"_s) || !arguments.has(u"account"_s))
        return wrongUsage(u"--account, --passphrase-file, --new-passphrase-file"_s);
    const Result<Account> account = accountFrom(arguments, {});
    if (!account)
        return account;
    const Result<KdfCost> cost = kdfCostFrom(arguments);
    if (!cost)
        return passOn(cost);
    const Result<Secret> fresh = readSecret(arguments.value(u"new-passphrase-file"_s));
    if (!fresh)
        return passOn(fresh);
    const Result<OpenedVault> opened = engine.vault.openWithPassphrase(engine.counter.actor().login, passphrase);
    if (!opened)
        return passOn(opened);
    const Result<void> added = addPerson(*opened, *account, *fresh, *cost, engine.vault, engine.store, engine.clock);
    return added ? account : passOn(added);
}

QJsonObject toJson(const Account &account)
{
    return { { "login"_L1, account.login },
             { "role"_L1, roleWord(account.role) },
             { "name"_L1, account.displayName },
             { "disabled"_L1, account.isDisabled } };
}

} // namespace

ExitCode accountVerb(Engine &engine, const Secret &passphrase, const Arguments &arguments)
{
    const bool json = arguments.has(u"json"_s);
    const QString action = arguments.words.value(1);
    if (action == u"add"_s) {
        const Result<Account> added = addAccount(engine, passphrase, arguments);
        if (!added)
            return report(added.error(), json);
        json ? printJson(toJson(*added)) : printLine(added->login);
        return ExitCode::Ok;
    }
    if (action == u"disable"_s || action == u"enable"_s) {
        if (!arguments.has(u"passphrase-file"_s) || arguments.words.size() != 3)
            return report(wrongUsage(u"account %1 LOGIN, --passphrase-file"_s.arg(action)).value(), json);
        const QString login = arguments.words.at(2);
        PeopleDesk &people = engine.counter.people();
        const Result<void> done = (action == u"disable"_s ? people.disable(login) : people.enable(login)).result();
        if (!done)
            return report(done.error(), json);
        json ? printJson(QJsonObject { { "login"_L1, login }, { "disabled"_L1, action == u"disable"_s } }) : printLine(login);
        return ExitCode::Ok;
    }
    if (action != u"list"_s)
        return report(wrongUsage(u"account "_s + action).value(), json);

    const auto accounts = engine.counter.people().people().result();
    if (!accounts)
        return report(accounts.error(), json);
    const auto entitled = engine.vault.accounts();
    if (!entitled)
        return report(entitled.error(), json);
    QJsonArray array;
    for (const Account &account : *accounts) {
        // Whoever was removed keeps their name in the store, for the dossiers they captured.
        const bool mayEnter =
            std::any_of(entitled->cbegin(), entitled->cend(), [&](const Account &one) { return one.login == account.login; });
        if (!mayEnter)
            continue;
        array.append(toJson(account));
        if (!json)
            printLine(u"%1\t%2\t%3%4"_s.arg(account.login, roleWord(account.role), account.displayName,
                                            account.isDisabled ? u"\tdisabled"_s : QString()));
    }
    if (json)
        printJson(array);
    return ExitCode::Ok;
}

} // namespace motcua
