#include "app/ctl/console.h"
#include "app/ctl/inputs.h"
#include "app/ctl/office.h"
#include "app/ctl/packkeys.h"
#include "app/ctl/roles.h"
#include "app/ctl/unlock.h"
#include "app/ctl/verbs.h"
#include "app/engine/engine.h"
#include "core/counter/setup.h"
#include "sync/national/nationalsetup.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

Result<KioskProfile> profileFrom(const Arguments &arguments)
{
    for (const QString &needed : { u"commune"_s, u"portal"_s, u"ca"_s, u"passphrase-file"_s }) {
        if (!arguments.has(needed))
            return wrongUsage(u"--"_s + needed);
    }
    static const QRegularExpression twoDigits(u"^\\d{2}$"_s);
    KioskProfile profile;
    profile.kioskId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    profile.communeCode = arguments.value(u"commune"_s);
    profile.machine = arguments.value(u"machine"_s, profile.machine);
    profile.portal = QUrl(arguments.value(u"portal"_s), QUrl::StrictMode);
    profile.demo = arguments.has(u"demo"_s);
    takeOfficeOptions(arguments, profile);
    if (profile.portal.scheme() != "https"_L1 || profile.portal.host().isEmpty())
        return wrongUsage(u"--portal"_s);
    profile.door = arguments.value(u"door"_s, profile.door);
    if (profile.door != "portal"_L1 && profile.door != "national"_L1)
        return wrongUsage(u"--door"_s);
    if ((profile.door == "national"_L1) != arguments.has(u"national"_s))
        return wrongUsage(u"--national"_s);
    if (!twoDigits.match(profile.machine).hasMatch())
        return wrongUsage(u"--machine"_s);
    return profile;
}

// Read before anything is made, so that a missing file leaves nothing behind.
Result<QString> tokenFrom(const Arguments &arguments)
{
    if (!arguments.has(u"token-file"_s))
        return QString();
    const Result<QByteArray> token = readInput(arguments.value(u"token-file"_s));
    return token ? Result<QString>(QString::fromUtf8(token->trimmed())) : passOn(token);
}

// Checked before anything is made. Empty: our own portal.
Result<QByteArray> nationalFrom(const Arguments &arguments)
{
    if (!arguments.has(u"national"_s))
        return QByteArray();
    Result<QByteArray> json = readInput(arguments.value(u"national"_s));
    if (!json)
        return json;
    const Result<NationalSetup> setup = readNationalSetup(*json);
    return setup ? json : passOn(setup);
}

Result<KioskSetup> setupFrom(const Arguments &arguments)
{
    Result<KioskProfile> profile = profileFrom(arguments);
    if (!profile)
        return passOn(profile);
    const Result<QStringList> packKeys = packKeysFrom(arguments.values(u"pack-key"_s), {});
    if (!packKeys)
        return passOn(packKeys);
    profile->packKeys = *packKeys;
    const Result<Account> first = accountFrom(arguments, u"congchuc"_s);
    if (!first)
        return passOn(first);
    const Result<KdfCost> cost = kdfCostFrom(arguments);
    if (!cost)
        return passOn(cost);
    const Result<QByteArray> ca = readInput(arguments.value(u"ca"_s));
    if (!ca)
        return passOn(ca);
    const Result<QString> token = tokenFrom(arguments);
    if (!token)
        return passOn(token);
    KioskSetup setup { *profile, *ca, *token, *first, *cost };
    if (arguments.has(u"recovery-key"_s)) {
        const Result<QByteArray> file = readInput(arguments.value(u"recovery-key"_s));
        if (!file)
            return passOn(file);
        const Result<ProvincePublicKey> key = ProvincePublicKey::fromJson(*file);
        if (!key)
            return passOn(key);
        setup.recoveryKey = *key;
    }
    return setup;
}

struct Made
{
    KioskProfile profile;
    QString fingerprint; // of the province's key; empty: none was given
};

Result<Made> setUp(const Arguments &arguments)
{
    const ProfileFiles files = profileFiles(arguments);
    const Result<KioskSetup> setup = setupFrom(arguments);
    if (!setup)
        return passOn(setup);
    const Result<Secret> passphrase = readSecret(arguments.value(u"passphrase-file"_s));
    if (!passphrase)
        return passOn(passphrase);
    const Result<QByteArray> national = nationalFrom(arguments);
    if (!national)
        return passOn(national);
    const Result<std::unique_ptr<ProfileLock>> lock = ProfileLock::take(files);
    if (!lock)
        return passOn(lock);
    const std::unique_ptr<SecretStore> keychain = makeSystemSecretStore();
    Vault vault(files.keySlots(), *keychain);
    StoreThread store;
    Result<void> made = setUpKiosk(files, *setup, *passphrase, AdministrativeUnits(), vault, store, SystemClock());
    if (made && !national->isEmpty())
        made = writeOutput(files.national(), *national);
    if (!made)
        return passOn(made);
    return Made { setup->profile, setup->recoveryKey ? setup->recoveryKey->fingerprint() : QString() };
}

} // namespace

ExitCode initVerb(const Arguments &arguments)
{
    const bool json = arguments.has(u"json"_s);
    const Result<Made> made = setUp(arguments);
    if (!made)
        return report(made.error(), json);
    const KioskProfile *profile = &made->profile;
    const QString commune = AdministrativeUnits().fullName(profile->communeCode);
    if (json)
        printJson(QJsonObject { { "kioskId"_L1, profile->kioskId },
                                { "commune"_L1, profile->communeCode },
                                { "communeName"_L1, commune },
                                { "recoveryFingerprint"_L1, made->fingerprint } });
    else
        printLine(QCoreApplication::translate("Ctl", "Kiosk ready for %1.").arg(commune));
    if (!json && !made->fingerprint.isEmpty())
        printLine(QCoreApplication::translate("Ctl", "Compare this fingerprint of the province's key with the province's: %1\n"
                                                     "The enrolment is finished when it is proved: “motcuactl vault challenge”, "
                                                     "then “vault test-recovery”.")
                      .arg(made->fingerprint));
    else if (!json && !profile->demo)
        printLine(QCoreApplication::translate("Ctl", "Nobody can open this kiosk when every passphrase is forgotten: give it the "
                                                     "province's key with “motcuactl vault recovery add”."));
    return ExitCode::Ok;
}

} // namespace motcua
