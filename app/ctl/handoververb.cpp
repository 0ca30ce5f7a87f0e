#include "app/ctl/handoververb.h"

#include "app/ctl/console.h"
#include "app/ctl/dossierjson.h"
#include "app/ctl/inputs.h"
#include "app/engine/engine.h"
#include "core/assist/passphrase.h"
#include "core/assist/sealedzip.h"
#include "core/counter/handoverdesk.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

ExitCode assist(Engine &engine, const Dossier &dossier, const Arguments &arguments, bool json)
{
    if (!arguments.has(u"to"_s))
        return report(wrongUsage(u"--to"_s).value(), json);
    const bool ownPassphrase = arguments.has(u"pack-passphrase-file"_s);
    QString passphrase = makeAssistPassphrase();
    if (ownPassphrase) {
        const Result<Secret> given = readSecret(arguments.value(u"pack-passphrase-file"_s));
        if (!given)
            return report(given.error(), json);
        passphrase = QString::fromUtf8(reinterpret_cast<const char *>(given->data()), qsizetype(given->size()));
    }
    const Result<QByteArray> pack = engine.counter.handOver().assistPack(dossier.summary.id, passphrase).result();
    if (!pack)
        return report(pack.error(), json);
    const Result<QString> file = saveSealed(arguments.value(u"to"_s), dossier.summary.localCode, *pack);
    if (!file)
        return report(file.error(), json);
    if (json) {
        QJsonObject answer { { "file"_L1, *file } };
        if (!ownPassphrase)
            answer.insert("passphrase"_L1, passphrase);
        printJson(answer);
        return ExitCode::Ok;
    }
    printLine(*file);
    if (!ownPassphrase)
        printLine(QCoreApplication::translate("Ctl", "Passphrase, shown only now: %1").arg(passphrase));
    printNote(QCoreApplication::translate(
        "Ctl",
        "This machine no longer sends the dossier by itself. Enter its official code with “dossier entered”, or let it be sent "
        "again with “dossier give-back”."));
    return ExitCode::Ok;
}

} // namespace

ExitCode dossierHandOverVerb(Engine &engine, const Dossier &dossier, const Arguments &arguments)
{
    const bool json = arguments.has(u"json"_s);
    const QString action = arguments.words.value(1);
    const QString id = dossier.summary.id;
    if (action == u"assist"_s)
        return assist(engine, dossier, arguments, json);
    if (action == u"entered"_s && !arguments.has(u"code"_s))
        return report(wrongUsage(u"--code"_s).value(), json);
    const Result<void> done = action == u"entered"_s
                                  ? engine.counter.handOver().enterCode(id, arguments.value(u"code"_s)).result()
                                  : engine.counter.handOver().giveBack(id).result();
    if (!done)
        return report(done.error(), json);
    const Result<Dossier> now = engine.counter.dossier(id).result();
    if (!now)
        return report(now.error(), json);
    if (json)
        printJson(toJson(now->summary));
    else
        printLine(u"%1\t%2\t%3"_s.arg(id, now->summary.localCode, now->summary.officialCode));
    return ExitCode::Ok;
}

} // namespace motcua
