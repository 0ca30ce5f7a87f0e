#include "app/ctl/unlock.h"

#include "app/ctl/inputs.h"
#include "app/engine/engine.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace motcua {

ProfileFiles profileFiles(const Arguments &arguments)
{
    return { arguments.value(u"profile"_s, QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)) };
}

Result<Unlocked> unlock(const Arguments &arguments)
{
    Result<std::unique_ptr<Engine>> engine = Engine::open(profileFiles(arguments));
    if (!engine)
        return passOn(engine);
    if (const Result<void> packs = (*engine)->packs.load(); !packs)
        return passOn(packs);
    if (!arguments.has(u"passphrase-file"_s)) {
        const Result<void> opened = (*engine)->gate.openUnattended().result();
        return opened ? Result<Unlocked>(Unlocked { std::move(*engine), Secret() }) : passOn(opened);
    }
    Result<Secret> passphrase = readSecret(arguments.value(u"passphrase-file"_s));
    if (!passphrase)
        return passOn(passphrase);
    // For “account add” --account names the new person, so the passphrase may be anybody's.
    const bool namesAnother = arguments.words.value(0) == u"account"_s && arguments.words.value(1) == u"add"_s;
    const QString login = namesAnother ? QString() : arguments.value(u"account"_s);
    const Result<Account> account = (*engine)->gate.signIn(login, passphrase->clone()).result();
    if (!account)
        return passOn(account);
    (*engine)->counter.setActor(*account);
    (*engine)->counter.confirm(); // the passphrase came with this very command
    return Unlocked { std::move(*engine), std::move(*passphrase) };
}

} // namespace motcua
