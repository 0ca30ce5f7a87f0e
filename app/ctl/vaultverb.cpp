#include "app/ctl/console.h"
#include "app/ctl/inputs.h"
#include "app/ctl/provinceverb.h"
#include "app/ctl/roles.h"
#include "app/ctl/unlock.h"
#include "app/ctl/verbs.h"
#include "app/engine/engine.h"
#include "core/base/log.h"
#include "core/counter/keydesk.h"

#include <QCoreApplication>
#include <QFile>

#include <functional>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

struct Ctl
{
    Q_DECLARE_TR_FUNCTIONS(Ctl)
};

KeyDesk keysOf(Engine &engine)
{
    return { engine.files, engine.vault, engine.store, engine.clock };
}

ExitCode told(const Result<void> &done, const QString &words, const Arguments &arguments)
{
    const bool json = arguments.has(u"json"_s);
    if (!done)
        return report(done.error(), json);
    json ? printJson(QJsonObject { { "done"_L1, true } }) : printLine(words);
    return ExitCode::Ok;
}

QString words(const VaultState &state)
{
    if (state.isRotating)
        return Ctl::tr("The key was being renewed when the work stopped; the next opening finishes it.");
    if (state.isRotationDue)
        return Ctl::tr("Somebody was removed and the key was not renewed: run “motcuactl vault rotate”.");
    return {};
}

QString words(const RecoveryKeyState &key)
{
    return key.provedAt.isEmpty()
               ? Ctl::tr("Province key %1: NOT PROVED YET. Run “motcuactl vault challenge” and “vault test-recovery”.")
                     .arg(key.key.name())
               : Ctl::tr("Province key %1: proved %2.").arg(key.key.name(), key.provedAt.first(10));
}

QString words(const AccountState &one)
{
    QString text = u"%1\t%2\t%3"_s.arg(one.account.login, roleWord(one.account.role),
                                       one.hasPin ? Ctl::tr("passphrase and PIN") : Ctl::tr("passphrase"));
    if (!one.isRenewable)
        text += u'\t' + Ctl::tr("must sign in once before the key can be renewed");
    return text;
}

void printStatus(const VaultState &state, const QList<RecoveryKeyState> &keys)
{
    for (const AccountState &one : state.accounts)
        printLine(words(one));
    printLine(state.hasKeychainSlot ? Ctl::tr("This machine's keychain opens the store for sync.")
                                    : Ctl::tr("The keychain is not used; a passphrase opens the store."));
    if (keys.isEmpty())
        printLine(Ctl::tr("NO PROVINCE KEY: whoever forgets every passphrase loses what is here. Run “motcuactl vault recovery "
                          "add --key FILE.pub”."));
    for (const RecoveryKeyState &key : keys) {
        printLine(words(key));
        printLine(Ctl::tr("  Fingerprint: %1").arg(key.key.fingerprint()));
    }
    if (!words(state).isEmpty())
        printLine(words(state));
}

ExitCode status(const Arguments &arguments)
{
    const ProfileFiles files = profileFiles(arguments);
    const bool json = arguments.has(u"json"_s);
    const std::unique_ptr<SecretStore> keychain = makeSystemSecretStore();
    const Result<VaultState> state = Vault(files.keySlots(), *keychain).state();
    if (!state)
        return report(state.error(), json);
    const Result<QList<RecoveryKeyState>> keys = Recovery(files.keySlots()).keys();
    if (!keys)
        return report(keys.error(), json);
    if (!json) {
        printStatus(*state, *keys);
        return ExitCode::Ok;
    }
    QJsonArray accounts;
    for (const AccountState &one : state->accounts)
        accounts.append(QJsonObject { { "login"_L1, one.account.login },
                                      { "role"_L1, roleWord(one.account.role) },
                                      { "pin"_L1, one.hasPin },
                                      { "renewable"_L1, one.isRenewable } });
    QJsonArray provinces;
    for (const RecoveryKeyState &key : *keys)
        provinces.append(QJsonObject {
            { "keyId"_L1, key.key.name() }, { "fingerprint"_L1, key.key.fingerprint() }, { "provedAt"_L1, key.provedAt } });
    printJson(QJsonObject { { "keyId"_L1, state->keyId },
                            { "accounts"_L1, accounts },
                            { "keychain"_L1, state->hasKeychainSlot },
                            { "recovery"_L1, provinces },
                            { "rotating"_L1, state->isRotating },
                            { "rotationDue"_L1, state->isRotationDue } });
    return ExitCode::Ok;
}

ExitCode challenge(const Arguments &arguments)
{
    const bool json = arguments.has(u"json"_s);
    const ProfileFiles files = profileFiles(arguments);
    const Result<QString> text = Recovery(files.keySlots()).challenge(arguments.words.value(2));
    if (!text)
        return report(text.error(), json);
    if (arguments.has(u"out"_s)) {
        const Result<KioskProfile> profile = loadProfile(files);
        const QJsonObject who =
            profile ? QJsonObject { { "kioskId"_L1, profile->kioskId }, { "commune"_L1, profile->communeCode } } : QJsonObject();
        const QByteArray file = recoveryFile(u"motcua-recovery-request"_s, u"challenge"_s, *text, who);
        if (const Result<void> written = writeOutput(arguments.value(u"out"_s), file); !written)
            return report(written.error(), json);
    }
    json ? printJson(QJsonObject { { "challenge"_L1, *text } }) : printGroups(*text, 4);
    return ExitCode::Ok;
}

// With the province's answer instead of a passphrase.
ExitCode withAnswer(const Arguments &arguments, const std::function<Result<QString>(Engine &, const QString &)> &act)
{
    const bool json = arguments.has(u"json"_s);
    const Result<QString> answer = recoveryText(arguments, u"answer"_s, u"answer-file"_s, u"answer"_s);
    if (!answer)
        return report(answer.error(), json);
    const Result<std::unique_ptr<Engine>> engine = Engine::open(profileFiles(arguments));
    if (!engine)
        return report(engine.error(), json);
    const Result<QString> done = act(**engine, *answer);
    return told(done ? Result<void>() : passOn(done), done.value_or(QString()), arguments);
}

Result<QString> recover(Engine &engine, const QString &answer, const Arguments &arguments)
{
    for (const QString &needed : { u"account"_s, u"new-passphrase-file"_s }) {
        if (!arguments.has(needed))
            return wrongUsage(u"--"_s + needed);
    }
    const Result<KdfCost> cost = kdfCostFrom(arguments);
    if (!cost)
        return passOn(cost);
    const Result<Secret> fresh = readSecret(arguments.value(u"new-passphrase-file"_s));
    if (!fresh)
        return passOn(fresh);
    const Result<Account> account = keysOf(engine).restore(answer, arguments.value(u"account"_s), *fresh, *cost);
    if (!account)
        return passOn(account);
    return Ctl::tr("The account %1 has its new passphrase. The answer works no more.").arg(account->login);
}

Result<QString> testRecovery(Engine &engine, const QString &answer)
{
    const Result<QString> name = keysOf(engine).proveRecovery(answer);
    if (!name)
        return name;
    return Ctl::tr("Proved: the province opens this kiosk with its key %1. The answer works no more.").arg(*name);
}

Result<QString> setPin(Engine &engine, const OpenedVault &opened, const Arguments &arguments)
{
    const QString login = opened.account.login;
    if (arguments.words.value(2) == u"remove"_s) {
        const Result<void> removed = keysOf(engine).removePin(opened, login);
        return removed ? Result<QString>(Ctl::tr("The PIN of %1 was taken away.").arg(login)) : passOn(removed);
    }
    if (arguments.words.value(2) != u"set"_s || !arguments.has(u"pin-file"_s))
        return wrongUsage(u"vault pin set --pin-file"_s);
    const Result<Secret> pin = readSecret(arguments.value(u"pin-file"_s));
    if (!pin)
        return passOn(pin);
    const Result<void> set = keysOf(engine).setPin(opened, login, *pin);
    return set ? Result<QString>(Ctl::tr("%1 may sign in with the PIN on this machine.").arg(login)) : passOn(set);
}

Result<QString> changePassphrase(Engine &engine, const OpenedVault &opened, const Arguments &arguments)
{
    if (arguments.words.value(2) != u"change"_s || !arguments.has(u"new-passphrase-file"_s))
        return wrongUsage(u"vault passphrase change --new-passphrase-file"_s);
    const Result<KdfCost> cost = kdfCostFrom(arguments);
    if (!cost)
        return passOn(cost);
    const Result<Secret> fresh = readSecret(arguments.value(u"new-passphrase-file"_s));
    if (!fresh)
        return passOn(fresh);
    const QString login = opened.account.login;
    const Result<void> changed = keysOf(engine).changePassphrase(opened, login, *fresh, *cost);
    return changed ? Result<QString>(Ctl::tr("The account %1 has its new passphrase.").arg(login)) : passOn(changed);
}

Result<QString> rotate(Engine &engine, const OpenedVault &opened, const QStringList &leaving)
{
    const Result<void> rotated = keysOf(engine).rotate(opened, leaving, *engine.keychain);
    if (!rotated)
        return passOn(rotated);
    return Ctl::tr("The key is renewed and the database is written anew under it. Every PIN has to be set again.");
}

Result<QString> removeAccount(Engine &engine, const OpenedVault &opened, const Arguments &arguments)
{
    const QString login = arguments.words.value(2);
    // Whoever renews the key knows the new one.
    if (login.isEmpty() || login == opened.account.login)
        return wrongUsage(u"vault remove ACCOUNT"_s);
    if (!arguments.has(u"keep-key"_s))
        return rotate(engine, opened, { login });
    const Result<void> removed = keysOf(engine).removeWithoutRotation(opened, login);
    if (!removed)
        return passOn(removed);
    return Ctl::tr("%1 was removed. The key was not renewed: run “motcuactl vault rotate” soon.").arg(login);
}

Result<QString> changeRecovery(Engine &engine, const OpenedVault &opened, const Arguments &arguments)
{
    const QString action = arguments.words.value(2);
    if (action == u"remove"_s) {
        const Result<void> removed = keysOf(engine).removeProvince(opened, arguments.words.value(3));
        return removed ? Result<QString>(Ctl::tr("The province's key was removed.")) : passOn(removed);
    }
    if (action != u"add"_s || !arguments.has(u"key"_s))
        return wrongUsage(u"vault recovery add --key"_s);
    const Result<QByteArray> file = readInput(arguments.value(u"key"_s));
    if (!file)
        return passOn(file);
    const Result<ProvincePublicKey> key = ProvincePublicKey::fromJson(*file);
    if (!key)
        return passOn(key);
    const Result<void> added = keysOf(engine).addProvince(opened, *key);
    if (!added)
        return passOn(added);
    return Ctl::tr("Province key %1 added. Compare its fingerprint with the province's: %2\nThe enrolment is finished when it is "
                   "proved: “motcuactl vault challenge”, then “vault test-recovery”.")
        .arg(key->name(), key->fingerprint());
}

// With a passphrase: the keychain alone does not decide who may enter.
ExitCode withPassphrase(const Arguments &arguments)
{
    const bool json = arguments.has(u"json"_s);
    if (!arguments.has(u"passphrase-file"_s))
        return report(wrongUsage(u"--passphrase-file"_s).value(), json);
    const Result<Unlocked> unlocked = unlock(arguments);
    if (!unlocked)
        return report(unlocked.error(), json);
    Engine &engine = *unlocked->engine;
    const Result<OpenedVault> opened = engine.vault.openWithPassphrase(engine.counter.actor().login, unlocked->passphrase);
    if (!opened)
        return report(opened.error(), json);
    const QString verb = arguments.words.value(1);
    const Result<QString> done = verb == u"pin"_s          ? setPin(engine, *opened, arguments)
                                 : verb == u"passphrase"_s ? changePassphrase(engine, *opened, arguments)
                                 : verb == u"remove"_s     ? removeAccount(engine, *opened, arguments)
                                 : verb == u"rotate"_s     ? rotate(engine, *opened, {})
                                                           : changeRecovery(engine, *opened, arguments);
    return told(done ? Result<void>() : passOn(done), done.value_or(QString()), arguments);
}

} // namespace

ExitCode vaultVerb(const Arguments &arguments)
{
    const QString verb = arguments.words.value(1);
    if (verb == u"province-key"_s)
        return provinceKeyVerb(arguments);
    if (verb == u"answer"_s)
        return provinceAnswerVerb(arguments);
    if (QFile::exists(profileFiles(arguments).profile()))
        installFileLog(profileFiles(arguments).log());
    if (verb == u"status"_s)
        return status(arguments);
    if (verb == u"challenge"_s)
        return challenge(arguments);
    if (verb == u"test-recovery"_s)
        return withAnswer(arguments, testRecovery);
    if (verb == u"recover"_s)
        return withAnswer(arguments, [&](Engine &engine, const QString &answer) { return recover(engine, answer, arguments); });
    if (QStringList { u"pin"_s, u"passphrase"_s, u"remove"_s, u"rotate"_s, u"recovery"_s }.contains(verb))
        return withPassphrase(arguments);
    return report(wrongUsage(u"vault "_s + verb).value(), arguments.has(u"json"_s));
}

} // namespace motcua
