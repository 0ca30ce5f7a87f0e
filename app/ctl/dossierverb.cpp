#include "app/ctl/capture.h"
#include "app/ctl/console.h"
#include "app/ctl/dossierjson.h"
#include "app/ctl/handoververb.h"
#include "app/ctl/inputs.h"
#include "app/ctl/paperverb.h"
#include "app/ctl/peopleverb.h"
#include "app/ctl/portalverbs.h"
#include "app/ctl/verbs.h"
#include "app/engine/engine.h"
#include "core/counter/paperdesk.h"
#include "core/dossier/nextstep.h"
#include "core/procedure/fieldlabel.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

void printSummary(const DossierSummary &dossier, bool json)
{
    if (json)
        printJson(toJson(dossier));
    else
        printLine(u"%1\t%2\t%3\t%4"_s.arg(dossier.id, dossier.localCode, toStored(dossier.status), toStored(dossier.delivery)));
}

void noteFindings(const QList<Finding> &findings)
{
    for (const Finding &finding : findings)
        printNote(u"  %1: %2"_s.arg(finding.pointer.isEmpty() ? finding.component : finding.pointer, finding.message));
}

// Refused answers: the pointer and a sentence for each, and nothing was created.
ExitCode refuse(const Capture &capture, bool json)
{
    if (json)
        printJson(QJsonObject { { "findings"_L1, toJson(capture.findings) } });
    noteFindings(capture.findings);
    printNote(
        QCoreApplication::translate("Ctl", "The dossier was not created. Mend the answers above and run the command again."));
    return ExitCode::DataRefused;
}

ExitCode createNew(Engine &engine, const Arguments &arguments, bool json)
{
    const bool submitting = arguments.has(u"submit"_s);
    const Result<Capture> capture = readCapture(engine, arguments);
    if (!capture)
        return report(capture.error(), json);
    if (!capture->acceptable(submitting))
        return refuse(*capture, json);
    const Result<Dossier> dossier = createDossier(engine, *capture);
    if (!dossier)
        return report(dossier.error(), json);
    noteFindings(capture->findings);
    if (!submitting) {
        printSummary(dossier->summary, json);
        return ExitCode::Ok;
    }
    const Result<DossierSummary> submitted = engine.counter.submit(dossier->summary.id).result();
    if (!submitted)
        return report(submitted.error(), json);
    printSummary(*submitted, json);
    return ExitCode::Ok;
}

ExitCode list(Engine &engine, const Arguments &arguments, bool json)
{
    using Filter = DossierQuery::Filter;
    static const QHash<QString, Filter> filters {
        { u"all"_s, Filter::All },
        { u"drafts"_s, Filter::Drafts },
        { u"unsent"_s, Filter::Unsent },
        { u"in-doubt"_s, Filter::InDoubt },
        { u"needs-action"_s, Filter::NeedsAction },
        { u"submitted"_s, Filter::Submitted },
        { u"late"_s, Filter::Late },
        { u"withdrawn"_s, Filter::Withdrawn },
    };
    const QString word = arguments.value(u"filter"_s, u"all"_s);
    if (!filters.contains(word))
        return report(wrongUsage(u"--filter"_s).value(), json);
    DossierQuery query;
    query.filter = filters.value(word);
    query.text = arguments.value(u"text"_s);
    query.limit = std::max(1, arguments.value(u"limit"_s, u"200"_s).toInt());
    const auto dossiers = engine.counter.list(query).result();
    if (!dossiers)
        return report(dossiers.error(), json);
    QJsonArray array;
    for (const DossierSummary &dossier : *dossiers)
        json ? array.append(toJson(dossier)) : printSummary(dossier, false);
    if (json)
        printJson(array);
    return ExitCode::Ok;
}

// The portal's reason, with field and papers by the names that people see.
void noteProblem(Engine &engine, const Dossier &dossier)
{
    const PackPtr pack = engine.counter.packOf(dossier.summary);
    if (!dossier.problem || !pack)
        return;
    QStringList parts { dossier.problem->errorId };
    if (!dossier.problem->field.isEmpty())
        parts.append(fieldLabel(*pack, dossier.problem->field));
    parts += dossier.problem->papers;
    if (!dossier.problem->reason.isEmpty())
        parts.append(dossier.problem->reason);
    printLine(u"  "_s + parts.join(u" · "_s));
}

ExitCode show(Engine &engine, const QString &id, bool json)
{
    // Whoever sees no personal data is shown codes, states and sizes.
    const bool whole = !seesNoPersonalData(engine.counter.actor());
    const Result<Dossier> dossier = (whole ? engine.counter.dossier(id) : engine.counter.outline(id)).result();
    if (!dossier)
        return report(dossier.error(), json);
    if (json) {
        printJson(toJson(*dossier));
        return ExitCode::Ok;
    }
    printSummary(dossier->summary, false);
    printLine(u"  "_s + nextStep(dossier->summary, engine.clock.now()));
    noteProblem(engine, *dossier);
    for (const Attachment &paper : dossier->attachments)
        printLine(u"  %1\t%2\t%3"_s.arg(paper.name, paper.sha256).arg(paper.size));
    for (const HistoryEntry &entry : dossier->history)
        printLine(u"  %1\t%2\t%3\t%4"_s.arg(toRfc3339(entry.at), entry.actor, entry.action, entry.detail));
    return ExitCode::Ok;
}

ExitCode answerWith(Engine &engine, const Result<void> &done, const QString &id, bool json)
{
    return done ? show(engine, id, json) : report(done.error(), json);
}

ExitCode update(Engine &engine, const Dossier &dossier, const Arguments &arguments, bool json)
{
    const Result<QJsonObject> data = readJsonObject(arguments.value(u"data"_s));
    if (!data)
        return report(data.error(), json);
    return answerWith(engine, engine.counter.saveDraft(dossier.summary.id, *data, dossier.focus).result(), dossier.summary.id,
                      json);
}

ExitCode attach(Engine &engine, const Dossier &dossier, const Arguments &arguments, bool json)
{
    const auto papers = readPapers(engine, arguments);
    if (!papers)
        return report(papers.error(), json);
    return answerWith(engine, addPapers(engine, dossier.summary.id, *papers), dossier.summary.id, json);
}

ExitCode detach(Engine &engine, const Dossier &dossier, const QString &name, bool json)
{
    const auto paper = std::find_if(dossier.attachments.cbegin(), dossier.attachments.cend(),
                                    [&](const Attachment &one) { return one.name == name; });
    const QString attachmentId = paper == dossier.attachments.cend() ? name : paper->id;
    return answerWith(engine, engine.counter.removePaper(dossier.summary.id, attachmentId).result(), dossier.summary.id, json);
}

ExitCode submit(Engine &engine, const Dossier &dossier, bool json)
{
    const Result<DossierSummary> submitted = engine.counter.submit(dossier.summary.id).result();
    if (submitted) {
        printSummary(*submitted, json);
        return ExitCode::Ok;
    }
    if (const PackPtr pack = engine.counter.packOf(dossier.summary);
        pack && submitted.error().code == ErrorCode::DossierIncomplete)
        noteFindings(engine.counter.stateOf(dossier, *pack).findings);
    return report(submitted.error(), json);
}

ExitCode slip(Engine &engine, const Dossier &dossier, const Arguments &arguments, bool json)
{
    if (!arguments.has(u"out"_s))
        return report(wrongUsage(u"--out"_s).value(), json);
    const Result<QByteArray> pdf = engine.counter.slip(dossier.summary.id).result();
    if (!pdf)
        return report(pdf.error(), json);
    if (const auto noted = engine.counter.papers().notePrinted(dossier.summary.id, provisionalSlipId.toString()).result(); !noted)
        return report(noted.error(), json);
    if (const auto written = writeOutput(arguments.value(u"out"_s), *pdf); !written)
        return report(written.error(), json);
    printSummary(dossier.summary, json);
    return ExitCode::Ok;
}

} // namespace

ExitCode dossierVerb(Engine &engine, const Arguments &arguments)
{
    const bool json = arguments.has(u"json"_s);
    const QString action = arguments.words.value(1);
    if (action == u"new"_s)
        return createNew(engine, arguments, json);
    if (action == u"list"_s)
        return list(engine, arguments, json);

    static const QStringList actionsOnOne {
        u"show"_s,   u"update"_s,  u"attach"_s,    u"detach"_s,    u"submit"_s,          u"withdraw"_s,
        u"slip"_s,   u"missing"_s, u"papers"_s,    u"paper"_s,     u"declare-payment"_s, u"retract-payment"_s,
        u"assist"_s, u"entered"_s, u"give-back"_s, u"hand-over"_s, u"take-over"_s,       u"confirm"_s,
    };
    static const QStringList withThePortal { u"send-now"_s, u"mend"_s, u"receipt"_s, u"result"_s, u"told"_s, u"portal"_s };
    if (!(actionsOnOne + withThePortal).contains(action) || arguments.words.size() < 3)
        return report(wrongUsage(u"dossier "_s + action).value(), json);
    if (action == u"show"_s)
        return show(engine, arguments.words.at(2), json);
    const Result<Dossier> dossier = engine.counter.dossier(arguments.words.at(2)).result();
    if (!dossier)
        return report(dossier.error(), json);
    const QString id = dossier->summary.id;
    if (action == u"mend"_s && arguments.has(u"submit"_s)) {
        if (const ExitCode mended = dossierPortalVerb(engine, *dossier, arguments); mended != ExitCode::Ok)
            return mended;
        return submit(engine, *dossier, json);
    }
    if (withThePortal.contains(action))
        return dossierPortalVerb(engine, *dossier, arguments);
    if (action == u"hand-over"_s || action == u"take-over"_s || action == u"confirm"_s)
        return dossierPeopleVerb(engine, id, arguments);
    if (action == u"update"_s)
        return update(engine, *dossier, arguments, json);
    if (action == u"attach"_s)
        return attach(engine, *dossier, arguments, json);
    if (action == u"detach"_s)
        return detach(engine, *dossier, arguments.words.value(3), json);
    if (action == u"submit"_s)
        return submit(engine, *dossier, json);
    if (action == u"withdraw"_s)
        return answerWith(engine, engine.counter.withdraw(id).result(), id, json);
    if (action == u"declare-payment"_s)
        return answerWith(engine, engine.counter.declarePayment(id).result(), id, json);
    if (action == u"retract-payment"_s)
        return answerWith(engine, engine.counter.retractPayment(id).result(), id, json);
    if (action == u"slip"_s)
        return slip(engine, *dossier, arguments, json);
    if (action == u"assist"_s || action == u"entered"_s || action == u"give-back"_s)
        return dossierHandOverVerb(engine, *dossier, arguments);
    return dossierPaperVerb(engine, *dossier, arguments);
}

} // namespace motcua
