#include "app/ctl/peopleverb.h"

#include "app/ctl/console.h"
#include "app/engine/engine.h"
#include "core/counter/peopledesk.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

Result<QString> confirm(Engine &engine, const QString &id, const Arguments &arguments)
{
    const auto how = confirmationFrom(arguments.value(u"confirmed"_s));
    const QString language = arguments.value(u"language"_s, u"vi"_s);
    if (!how)
        return wrongUsage(u"--confirmed"_s);
    if (!isSpokenLanguage(language))
        return wrongUsage(u"--language"_s);
    const Result<Assistance> given = engine.counter.people().recordAssistance(id, *how, language).result();
    return given ? Result<QString>(confirmationText(*given)) : passOn(given);
}

Result<QString> pass(const Result<void> &done, const QString &words)
{
    return done ? Result<QString>(words) : passOn(done);
}

} // namespace

ExitCode dossierPeopleVerb(Engine &engine, const QString &id, const Arguments &arguments)
{
    const bool json = arguments.has(u"json"_s);
    const QString action = arguments.words.value(1);
    const Result<QString> done =
        action == u"confirm"_s ? confirm(engine, id, arguments)
        : action == u"hand-over"_s
            ? pass(engine.counter.people().handOver(id).result(),
                   QCoreApplication::translate("Ctl", "Handed over to the officers. This account sees it no more."))
            : pass(engine.counter.people().takeOver(id).result(), QCoreApplication::translate("Ctl", "Taken over."));
    if (!done)
        return report(done.error(), json);
    if (json)
        printJson(QJsonObject { { "id"_L1, id }, { "action"_L1, action } });
    else
        printLine(*done);
    return ExitCode::Ok;
}

} // namespace motcua
