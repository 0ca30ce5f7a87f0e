#include "app/ctl/paperverb.h"

#include "app/ctl/console.h"
#include "app/ctl/dossierjson.h"
#include "app/ctl/inputs.h"
#include "app/ctl/verbs.h"
#include "app/engine/engine.h"
#include "core/counter/paperdesk.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// Journalled first: a paper that nobody wrote down must not be out there.
ExitCode keep(Engine &engine, const QString &dossierId, const QString &paperId, const Result<QByteArray> &pdf,
              const QString &path, bool json)
{
    if (!pdf)
        return report(pdf.error(), json);
    if (const auto noted = engine.counter.papers().notePrinted(dossierId, paperId).result(); !noted)
        return report(noted.error(), json);
    if (const auto written = writeOutput(path, *pdf, OutputKind::Secret); !written)
        return report(written.error(), json);
    return ExitCode::Ok;
}

ExitCode missing(Engine &engine, const Dossier &dossier, const Arguments &arguments, bool json)
{
    const PackPtr pack = engine.counter.packOf(dossier.summary);
    const FormState state = engine.counter.stateOf(dossier, *pack);
    if (json) {
        printJson(QJsonObject { { "complete"_L1, state.complete() }, { "findings"_L1, toJson(state.findings) } });
    } else {
        for (const Finding &finding : state.findings)
            printLine(u"%1\t%2\t%3"_s.arg(finding.blocks() ? u"!"_s : u"?"_s,
                                          finding.pointer.isEmpty() ? finding.component : finding.pointer, finding.message));
    }
    if (!arguments.has(u"pdf"_s))
        return ExitCode::Ok;
    const QString id = u"huong-dan"_s;
    return keep(engine, dossier.summary.id, id, engine.counter.papers().paper(dossier.summary.id, id).result(),
                arguments.value(u"pdf"_s), json);
}

ExitCode papers(Engine &engine, const Dossier &dossier, bool json)
{
    QJsonArray array;
    for (const OfferedPaper &paper : engine.counter.papers().offered(dossier)) {
        if (json)
            array.append(QJsonObject { { "id"_L1, paper.id }, { "title"_L1, paper.title }, { "source"_L1, paper.source.text } });
        else
            printLine(u"%1\t%2"_s.arg(paper.id, paper.title));
    }
    if (json)
        printJson(array);
    return ExitCode::Ok;
}

} // namespace

ExitCode dossierPaperVerb(Engine &engine, const Dossier &dossier, const Arguments &arguments)
{
    const bool json = arguments.has(u"json"_s);
    const QString action = arguments.words.value(1);
    if (action == u"missing"_s)
        return missing(engine, dossier, arguments, json);
    if (action == u"papers"_s)
        return papers(engine, dossier, json);
    const QString paper = arguments.words.value(3);
    if (paper.isEmpty() || !arguments.has(u"out"_s))
        return report(wrongUsage(paper.isEmpty() ? u"dossier paper"_s : u"--out"_s).value(), json);
    return keep(engine, dossier.summary.id, paper, engine.counter.papers().paper(dossier.summary.id, paper).result(),
                arguments.value(u"out"_s), json);
}

ExitCode registerVerb(Engine &engine, const Arguments &arguments)
{
    const bool json = arguments.has(u"json"_s);
    const QDate from = QDate::fromString(arguments.value(u"from"_s), Qt::ISODate);
    const QDate today = toLegalTime(engine.clock.now()).date();
    const QDate to = arguments.has(u"to"_s) ? QDate::fromString(arguments.value(u"to"_s), Qt::ISODate) : today;
    if (!from.isValid() || !to.isValid() || to < from)
        return report(wrongUsage(from.isValid() ? u"--to"_s : u"--from"_s).value(), json);
    if (!arguments.has(u"out"_s))
        return report(wrongUsage(u"--out"_s).value(), json);
    return keep(engine, {}, u"mau-07"_s, engine.counter.papers().registerBook(from, to).result(), arguments.value(u"out"_s),
                json);
}

} // namespace motcua
