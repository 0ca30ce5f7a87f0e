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
#include <cstring>
#include <memory>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

ExitCode runWithEngine(const Arguments &arguments, ExitCode (*verb)(Engine &, const Arguments &))
{
    const ProfileFiles files = profileFiles(arguments);
    if (QFile::exists(files.profile()))
        installFileLog(files.log());
    const Result<std::unique_ptr<Engine>> engine = openEngine(arguments);
    return engine ? verb(**engine, arguments) : report(engine.error(), arguments.has(u"json"_s));
}

ExitCode dispatch(const Arguments &arguments)
{
    using EngineVerb = ExitCode (*)(Engine &, const Arguments &);
    static const QHash<QString, EngineVerb> engineVerbs {
        { u"account"_s, accountVerb }, { u"procedures"_s, proceduresVerb }, { u"dossier"_s, dossierVerb },
        { u"sync"_s, syncVerb },       { u"journal"_s, journalVerb },
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
    if (const EngineVerb known = engineVerbs.value(verb))
        return runWithEngine(arguments, known);
    return report(wrongUsage(verb).value(), arguments.has(u"json"_s));
}

// Only the slip needs fonts, and even that no display.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char *argv[])
{
    const bool draws = std::any_of(argv, argv + argc, [](const char *word) { return std::strcmp(word, "slip") == 0; });
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
