#include "app/ctl/arguments.h"
#include "app/ctl/console.h"
#include "app/ctl/unlock.h"
#include "app/ctl/verbs.h"
#include "app/engine/engine.h"
#include "app/engine/hardening.h"
#include "core/base/log.h"

#include <QFile>
#include <QGuiApplication>
#include <QTranslator>

#include <algorithm>
#include <array>
#include <cstring>
#include <functional>
#include <memory>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

using UnlockedVerb = std::function<ExitCode(const Unlocked &, const Arguments &)>;

ExitCode runUnlocked(const Arguments &arguments, const UnlockedVerb &verb)
{
    const ProfileFiles files = profileFiles(arguments);
    if (QFile::exists(files.profile()))
        installFileLog(files.log());
    const Result<Unlocked> unlocked = unlock(arguments);
    return unlocked ? verb(*unlocked, arguments) : report(unlocked.error(), arguments.has(u"json"_s));
}

ExitCode dispatch(const Arguments &arguments)
{
    const auto onEngine = [](ExitCode (*verb)(Engine &, const Arguments &)) {
        return [verb](const Unlocked &unlocked, const Arguments &given) { return verb(*unlocked.engine, given); };
    };
    const QHash<QString, UnlockedVerb> unlockedVerbs {
        { u"account"_s, [](const Unlocked &unlocked,
                           const Arguments &given) { return accountVerb(*unlocked.engine, unlocked.passphrase, given); } },
        { u"payment"_s, [](const Unlocked &unlocked,
                           const Arguments &given) { return paymentVerb(*unlocked.engine, unlocked.passphrase, given); } },
        { u"portal"_s, [](const Unlocked &unlocked,
                          const Arguments &given) { return portalVerb(*unlocked.engine, unlocked.passphrase, given); } },
        { u"kiosk"_s, [](const Unlocked &unlocked,
                         const Arguments &given) { return kioskVerb(*unlocked.engine, unlocked.passphrase, given); } },
        { u"store"_s, [](const Unlocked &unlocked,
                         const Arguments &given) { return storeVerb(*unlocked.engine, unlocked.passphrase, given); } },
        { u"settings"_s, onEngine(settingsVerb) },
        { u"procedures"_s, onEngine(proceduresVerb) },
        { u"dossier"_s, onEngine(dossierVerb) },
        { u"register"_s, onEngine(registerVerb) },
        { u"sync"_s, onEngine(syncVerb) },
        { u"journal"_s, onEngine(journalVerb) },
    };
    const QString verb = arguments.words.value(0);
    if (arguments.has(u"version"_s)) {
        printLine(u"motcuactl "_s + QCoreApplication::applicationVersion());
        return ExitCode::Ok;
    }
    if (verb.isEmpty() || arguments.has(u"help"_s)) {
        printLine(usageText());
        return arguments.has(u"help"_s) ? ExitCode::Ok : ExitCode::Usage;
    }
    if (verb == u"init"_s)
        return initVerb(arguments);
    if (verb == u"doctor"_s)
        return doctorVerb(arguments);
    if (verb == u"office"_s)
        return officeVerb(arguments);
    if (verb == u"procedure"_s)
        return procedureVerb(arguments);
    if (verb == u"vault"_s)
        return vaultVerb(arguments);
    if (verb == u"store"_s && (arguments.words.value(1) == u"restore"_s || arguments.words.value(1) == u"salvage"_s))
        return brokenStoreVerb(arguments);
    if (unlockedVerbs.contains(verb))
        return runUnlocked(arguments, unlockedVerbs.value(verb));
    return report(wrongUsage(verb).value(), arguments.has(u"json"_s));
}

// Only papers need fonts, and even they no display.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char *argv[])
{
    constexpr std::array drawing { "slip", "paper", "register", "report", "--pdf" };
    const bool draws = std::any_of(argv, argv + argc, [&](const char *word) {
        return std::any_of(drawing.begin(), drawing.end(),
                           [&](const char *one) { return std::strncmp(word, one, std::strlen(one)) == 0; });
    });
    if (!draws)
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace

int main(int argc, char *argv[])
{
    hardenProcess();
    const std::unique_ptr<QCoreApplication> application = makeApplication(argc, argv);
    QCoreApplication::setApplicationName(u"motcua"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(MOTCUA_VERSION));
    QTranslator texts;
    if (texts.load(u":/translations/motcua_vi.qm"_s))
        QCoreApplication::installTranslator(&texts);

    const Result<Arguments> arguments = parseArguments(QCoreApplication::arguments());
    return int(arguments ? dispatch(*arguments) : report(arguments.error(), QCoreApplication::arguments().contains(u"--json"_s)));
}
