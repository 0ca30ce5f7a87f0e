#include "app/ctl/console.h"
#include "app/ctl/verbs.h"
#include "app/engine/engine.h"
#include "core/journal/journal.h"
#include "core/store/repositories.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace motcua {

ExitCode journalVerb(Engine &engine, const Arguments &arguments)
{
    const bool json = arguments.has(u"json"_s);
    if (arguments.words.value(1) != u"verify"_s)
        return report(wrongUsage(u"journal "_s + arguments.words.value(1)).value(), json);
    const auto entries = engine.store.run([](Database &database) { return JournalRepository(database).all(); }).result();
    if (!entries)
        return report(entries.error(), json);
    const std::optional<qint64> broken = firstBrokenLink(*entries);
    if (json)
        printJson(QJsonObject {
            { "entries"_L1, entries->size() }, { "intact"_L1, !broken }, { "firstBroken"_L1, broken.value_or(0) } });
    else if (broken)
        printLine(QCoreApplication::translate(
                      "Ctl", "The log of acts was changed at entry %1. Keep this machine as it is and call the province.")
                      .arg(*broken));
    else
        printLine(QCoreApplication::translate("Ctl", "The log of acts is intact: %1 entries.").arg(entries->size()));
    return broken ? ExitCode::Attention : ExitCode::Ok;
}

} // namespace motcua
