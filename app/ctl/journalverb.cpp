#include "app/ctl/console.h"
#include "app/ctl/inputs.h"
#include "app/ctl/verbs.h"
#include "app/engine/engine.h"
#include "core/base/clock.h"
#include "core/base/errorcatalog.h"
#include "core/counter/journaldesk.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

struct Ctl
{
    Q_DECLARE_TR_FUNCTIONS(Ctl)
};

QString flawText(const JournalFlaw &flaw)
{
    switch (flaw.kind) {
    case JournalFlaw::Kind::Missing:
        return Ctl::tr("Entry %1 is missing.").arg(flaw.sequence);
    case JournalFlaw::Kind::Edited:
        return Ctl::tr("Entry %1 was changed.").arg(flaw.sequence);
    case JournalFlaw::Kind::Forged:
    case JournalFlaw::Kind::Unsealed:
        return Ctl::tr("Entry %1 was changed, and the entries behind it were made to fit.").arg(flaw.sequence);
    case JournalFlaw::Kind::KeyLost:
        return Ctl::tr("Entry %1 is sealed with a key that is not known here.").arg(flaw.sequence);
    case JournalFlaw::Kind::Truncated:
        return Ctl::tr("Entries from %1 on were cut off.").arg(flaw.sequence);
    case JournalFlaw::Kind::Forked:
        break;
    }
    return Ctl::tr("At entry %1 another one stands than was anchored.").arg(flaw.sequence);
}

ExitCode verify(Engine &engine, bool json)
{
    const Result<JournalVerdict> verdict = engine.counter.journal().verify().result();
    if (!verdict)
        return report(verdict.error(), json);
    const bool whole = verdict->isWhole();
    if (json) {
        printJson(QJsonObject { { "entries"_L1, verdict->entries },
                                { "intact"_L1, whole },
                                { "firstBroken"_L1, verdict->flaw ? verdict->flaw->sequence : 0 },
                                { "flaw"_L1, verdict->flaw ? flawWord(verdict->flaw->kind) : QString() },
                                { "head"_L1, QString::fromLatin1(verdict->head.toHex()) },
                                { "anchor"_L1, verdict->localAnchor.sequence },
                                { "anchorUsable"_L1, verdict->local == AnchorReading::Good },
                                { "portalAnchor"_L1, verdict->portalAnchor.sequence },
                                { "objection"_L1, verdict->objection },
                                { "clockChanges"_L1, verdict->clockChanges } });
        return whole ? ExitCode::Ok : ExitCode::Attention;
    }
    if (verdict->flaw)
        printLine(flawText(*verdict->flaw));
    if (verdict->local == AnchorReading::Strange)
        printLine(
            Ctl::tr("The file beside the database that holds the last known entry (motcua.db.anchor) is not this kiosk's."));
    if (!verdict->objection.isEmpty())
        printLine(explainInOneLine(journalDisputed(verdict->objection)));
    printLine(whole ? Ctl::tr("The log of acts is intact: %1 entries.").arg(verdict->entries)
                    : Ctl::tr("The log of acts is not whole. Keep this machine as it is and call the province."));
    printLine(Ctl::tr("Checked against entry %1 (this machine) and entry %2 (portal).")
                  .arg(verdict->localAnchor.sequence)
                  .arg(verdict->portalAnchor.sequence));
    if (verdict->clockChanges > 0)
        printLine(Ctl::tr("The clock of this machine was set %1 times.").arg(verdict->clockChanges));
    return whole ? ExitCode::Ok : ExitCode::Attention;
}

ExitCode written(const Result<QByteArray> &content, const Arguments &arguments, OutputKind kind)
{
    const bool json = arguments.has(u"json"_s);
    if (!content)
        return report(content.error(), json);
    const Result<void> kept = writeOutput(arguments.value(u"out"_s), *content, kind);
    return kept ? ExitCode::Ok : report(kept.error(), json);
}

ExitCode dayReport(Engine &engine, const Arguments &arguments)
{
    const bool json = arguments.has(u"json"_s);
    const QDate today = toLegalTime(engine.clock.now()).date();
    const QDate day = arguments.has(u"from"_s) ? QDate::fromString(arguments.value(u"from"_s), Qt::ISODate) : today;
    if (!day.isValid())
        return report(wrongUsage(u"--from"_s).value(), json);
    if (arguments.has(u"out"_s))
        return written(engine.counter.journal().dayPaper(day).result(), arguments, OutputKind::Plain);
    const Result<DayReport> found = engine.counter.journal().day(day).result();
    if (!found)
        return report(found.error(), json);
    printJson(toJson(*found));
    return ExitCode::Ok;
}

} // namespace

ExitCode journalVerb(Engine &engine, const Arguments &arguments)
{
    const bool json = arguments.has(u"json"_s);
    const QString action = arguments.words.value(1);
    if (action == u"verify"_s)
        return verify(engine, json);
    if (action == u"report"_s)
        return dayReport(engine, arguments);
    if (action == u"export"_s) {
        if (!arguments.has(u"out"_s))
            return report(wrongUsage(u"--out"_s).value(), json);
        return written(engine.counter.journal().exported().result(), arguments, OutputKind::Secret);
    }
    if (action == u"settle"_s) {
        const Result<void> done = engine.counter.journal().settleObjection().result();
        return done ? ExitCode::Ok : report(done.error(), json);
    }
    return report(wrongUsage(u"journal "_s + action).value(), json);
}

} // namespace motcua
