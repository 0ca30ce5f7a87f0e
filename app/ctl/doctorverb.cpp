#include "app/ctl/console.h"
#include "app/ctl/healthcheck.h"
#include "app/ctl/unlock.h"
#include "app/ctl/verbs.h"
#include "app/engine/engine.h"
#include "app/engine/filereaders.h"
#include "core/base/errorcatalog.h"
#include "core/counter/portaldesk.h"
#include "core/counter/spacewatch.h"
#include "core/outbox/linktext.h"
#include "core/store/journalkeeping.h"
#include "core/store/repositories.h"
#include "core/vault/recovery.h"
#include "sync/syncservice.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

using Verdict = HealthCheck::Verdict;

constexpr qint64 clockToleranceSeconds = 300;
constexpr qint64 calendarWarningDays = 60;

struct Doctor
{
    Q_DECLARE_TR_FUNCTIONS(Doctor)
};

HealthCheck failed(const QString &name, const Error &error)
{
    const ErrorExplanation text = explain(error);
    return { name, Verdict::Bad, u"%1 (%2) %3"_s.arg(text.happened, text.id, error.detail).trimmed(), text.next };
}

HealthCheck versions()
{
    return { u"versions"_s,
             Verdict::Good,
             Doctor::tr("Một Cửa %1, Qt %2.").arg(QCoreApplication::applicationVersion(), QLatin1StringView(qVersion())),
             {} };
}

HealthCheck disk(const ProfileFiles &files)
{
    const KioskProfile profile = loadProfile(files).value_or(KioskProfile());
    const DiskSpace space;
    const SpaceWatch watch(profile, files.directory, space);
    const SpaceWatch::State state = watch.state();
    if (!state.freeBytes)
        return { u"disk"_s, Verdict::Attention, Doctor::tr("The free space of this disk cannot be told."),
                 Doctor::tr("Look at it with the tools of the system.") };
    const QString finding = state.hasBallast || profile.ballastMiB == 0
                                ? Doctor::tr("%1 free.").arg(QLocale().formattedDataSize(*state.freeBytes))
                                : Doctor::tr("%1 free; the reserve for sending on a full disk is not laid.")
                                      .arg(QLocale().formattedDataSize(*state.freeBytes));
    switch (state.level) {
    case SpaceLevel::Good:
        return { u"disk"_s, Verdict::Good, finding, {} };
    case SpaceLevel::Low:
        return { u"disk"_s, Verdict::Attention, finding,
                 Doctor::tr("Free some space on this disk: below %1 MiB no new dossier is begun.").arg(profile.spaceFloorMiB) };
    case SpaceLevel::TooLow:
        break;
    }
    return { u"disk"_s, Verdict::Bad, finding,
             Doctor::tr("Free some space on this disk: no new dossier is begun until %1 MiB are free. What waits is still sent.")
                 .arg(profile.spaceFloorMiB) };
}

HealthCheck keychain(Engine &engine)
{
    const QString holder = engine.keychain->description();
    if (!engine.vault.hasKeychainSlot())
        return { u"keychain"_s, Verdict::Attention,
                 Doctor::tr("No keychain (%1). Only the passphrase opens this kiosk.").arg(holder),
                 Doctor::tr("This is allowed. Keep the passphrase where the office can find it.") };
    if (const Result<OpenedVault> opened = engine.vault.openWithKeychain(); !opened)
        return {
            u"keychain"_s, Verdict::Attention,
            Doctor::tr("The keychain (%1) does not give the key now: %2").arg(holder, opened.error().detail),
            Doctor::tr(
                "Nothing is lost: the passphrase still opens this kiosk. Unlock the keychain if it should open by itself.")
        };
    return { u"keychain"_s, Verdict::Good, Doctor::tr("The keychain (%1) opens this kiosk.").arg(holder), {} };
}

// Needs no key: a kiosk that nobody can open any more is asked the same question.
HealthCheck recovery(const ProfileFiles &files)
{
    const auto keys = Recovery(files.keySlots()).keys();
    if (!keys)
        return failed(u"recovery"_s, keys.error());
    const bool proved =
        std::any_of(keys->cbegin(), keys->cend(), [](const RecoveryKeyState &key) { return !key.provedAt.isEmpty(); });
    if (proved)
        return { u"recovery"_s, Verdict::Good, Doctor::tr("The province has shown that it can open this kiosk."), {} };
    return { u"recovery"_s, Verdict::Attention,
             keys->isEmpty() ? Doctor::tr("Enrolment not finished: no key of the province is on this kiosk.")
                             : Doctor::tr("Enrolment not finished: the province has not yet shown that it can open this kiosk."),
             keys->isEmpty() ? Doctor::tr("Run “motcuactl vault recovery add --key FILE.pub” with the province's file.")
                             : Doctor::tr("Run “motcuactl vault challenge”, then “motcuactl vault test-recovery”.") };
}

HealthCheck slotState(Engine &engine)
{
    const auto state = engine.vault.state();
    if (!state)
        return failed(u"keys"_s, state.error());
    if (state->isRotating || state->isRotationDue)
        return { u"keys"_s, Verdict::Attention,
                 Doctor::tr("The key has to be renewed: somebody was removed, or a renewal stopped."),
                 Doctor::tr("Run “motcuactl vault rotate”.") };
    return { u"keys"_s, Verdict::Good, Doctor::tr("%1 accounts open this kiosk.").arg(state->accounts.size()), {} };
}

HealthCheck cipher(Engine &engine)
{
    const auto version =
        engine.store.run([](Database &database) -> Result<QString> { return database.cipherVersion(); }).result();
    return version ? HealthCheck { u"cipher"_s,
                                   Verdict::Good,
                                   Doctor::tr("The database is encrypted: SQLCipher %1.").arg(*version),
                                   {} }
                   : failed(u"cipher"_s, version.error());
}

HealthCheck database(Engine &engine)
{
    const auto sound = engine.store.run([](Database &open) { return open.checkIntegrity(); }).result();
    return sound ? HealthCheck { u"database"_s, Verdict::Good, Doctor::tr("Every page of the database is sound."), {} }
                 : failed(u"database"_s, sound.error());
}

HealthCheck journal(Engine &engine)
{
    const auto verdict = engine.store.run([](Database &open) { return verifyJournal(open); }).result();
    if (!verdict)
        return failed(u"journal"_s, verdict.error());
    if (verdict->flaw)
        return { u"journal"_s, Verdict::Bad, Doctor::tr("The log of acts was changed at entry %1.").arg(verdict->flaw->sequence),
                 Doctor::tr("Keep this machine as it is and call the province.") };
    if (!verdict->isWhole())
        return { u"journal"_s, Verdict::Bad,
                 verdict->objection.isEmpty() ? Doctor::tr(
                     "The file beside the database that holds the last known entry (motcua.db.anchor) is not this kiosk's.")
                                              : explainInOneLine(journalDisputed(verdict->objection)),
                 Doctor::tr("Run “motcuactl journal verify”.") };
    return { u"journal"_s, Verdict::Good, Doctor::tr("The log of acts is intact: %1 entries.").arg(verdict->entries), {} };
}

HealthCheck queue(Engine &engine)
{
    const auto counts = engine.counter.counts().result();
    if (!counts)
        return failed(u"queue"_s, counts.error());
    const QString oldest =
        counts->oldestUnsent.isValid() ? toLegalTime(counts->oldestUnsent).toString(u"dd/MM/yyyy HH:mm") : u"–"_s;
    const QString finding = Doctor::tr("%1 waiting for the portal (oldest: %2), %3 in doubt, %4 need action, %5 drafts.")
                                .arg(counts->unsent)
                                .arg(oldest)
                                .arg(counts->inDoubt)
                                .arg(counts->needsAction)
                                .arg(counts->drafts);
    return { u"queue"_s, counts->needsAction > 0 ? Verdict::Attention : Verdict::Good, finding,
             counts->needsAction > 0 ? Doctor::tr("An officer should open the dossiers that need action.") : QString() };
}

// Without a calendar nothing is lost, but nobody can be told about when the result may be there.
HealthCheck calendar(const Engine &engine)
{
    const auto tables = engine.counter.tables();
    const Result<WorkCalendar> &days = tables->calendar;
    if (!days)
        return failed(u"calendar"_s, days.error());
    const qint64 left = toLegalTime(engine.clock.now()).date().daysTo(days->coversUntil());
    const QString finding = Doctor::tr("Days off are known until %1.").arg(days->coversUntil().toString(u"dd/MM/yyyy"));
    if (left > calendarWarningDays)
        return { u"calendar"_s, Verdict::Good, finding, {} };
    return { u"calendar"_s, Verdict::Attention, finding,
             Doctor::tr("Ask the province for the calendar of the coming year; without it no date can be estimated.") };
}

// In the words of the screen, where it has words for this failure.
HealthCheck linkFailed(const Error &error)
{
    SyncSnapshot seen;
    seen.link = linkStateOf(error.code);
    if (seen.link == LinkState::Unknown)
        return failed(u"link"_s, error);
    const LinkText text = linkText(seen);
    const ErrorExplanation book = explain(error);
    return { u"link"_s, Verdict::Bad, u"%1. %2 (%3) %4"_s.arg(text.title, text.meaning, book.id, error.detail).trimmed(),
             text.toDo.isEmpty() ? book.next : text.toDo };
}

// Papers that wait to be sent and can no longer be read as they were stored: who has to add them again.
HealthCheck papersOfQueue(Engine &engine)
{
    constexpr int mostNamed = 5;
    const auto damaged = engine.counter.portal().damagedInQueue().result();
    if (!damaged)
        return failed(u"papers"_s, damaged.error());
    if (damaged->isEmpty())
        return { u"papers"_s, Verdict::Good, Doctor::tr("Every paper that waits to be sent is whole."), {} };
    return { u"papers"_s, Verdict::Bad,
             Doctor::tr("Damaged papers in %1 dossiers: %2.")
                 .arg(damaged->size())
                 .arg(damaged->first(std::min<qsizetype>(damaged->size(), mostNamed)).join(u", "_s)),
             Doctor::tr("An officer adds these papers again from the citizen's originals. Then look at the disk: it may be "
                        "failing.") };
}

// The link and, with the portal's time, the clock.
QList<HealthCheck> linkAndClock(const Engine &engine, const Result<PortalAccess> &access)
{
    const Result<QDateTime> portalTime = access ? checkPortal(*access, [] { return false; }) : passOn(access);
    if (!portalTime)
        return { linkFailed(portalTime.error()),
                 { u"clock"_s, Verdict::Attention,
                   Doctor::tr("This machine says %1; without the portal nobody can tell whether that is right.")
                       .arg(toRfc3339(engine.clock.now())),
                   Doctor::tr("Compare it with a telephone.") } };
    const HealthCheck link {
        u"link"_s, Verdict::Good, Doctor::tr("%1 answers, and it is our portal.").arg(engine.profile.portal.host()), {}
    };
    if (!portalTime->isValid())
        return { link,
                 { u"clock"_s, Verdict::Attention,
                   Doctor::tr("This machine says %1; the portal did not tell its time.").arg(toRfc3339(engine.clock.now())),
                   Doctor::tr("Compare it with a telephone.") } };
    const qint64 seconds = portalTime->secsTo(engine.clock.now());
    if (std::abs(seconds) <= clockToleranceSeconds)
        return { link, { u"clock"_s, Verdict::Good, Doctor::tr("This machine's clock agrees with the portal's."), {} } };
    return { link,
             { u"clock"_s, Verdict::Attention, clockText(std::chrono::seconds(seconds)),
               Doctor::tr("Set the clock of this machine.") } };
}

// They need no key, so they are looked at even when the store does not open.
HealthCheck procedures(const Catalog &catalog, const PortalCatalog &portal)
{
    const BundlePtr bundle = catalog.installed();
    const QString serves = bundle ? Doctor::tr("Procedures: installed number %1 of %2.")
                                        .arg(bundle->serial)
                                        .arg(toLegalTime(bundle->issuedAt).toString(u"dd/MM/yyyy"_s))
                                  : Doctor::tr("Procedures: those that came with the program.");
    const QList<Error> problems = catalog.problems();
    if (!problems.isEmpty()) {
        HealthCheck check = failed(u"procedures"_s, problems.first());
        check.finding += u' ' + serves;
        return check;
    }
    if (const auto refused = portal.refused()) {
        const ErrorExplanation text = explain(refused->why);
        return { u"procedures"_s, Verdict::Attention,
                 Doctor::tr("%1 The portal's file of %2 was refused: %3 (%4)")
                     .arg(serves, toLegalTime(refused->at).toString(u"dd/MM/yyyy HH:mm"_s), text.happened, text.id),
                 text.next };
    }
    const QDate today = toLegalTime(SystemClock().now()).date();
    QStringList ended;
    const QList<PackOnDay> offers = catalog.packs().offers({}, today);
    for (const PackOnDay &offer : offers) {
        if (offer.state == PackOnDay::State::Expired)
            ended.append(offer.pack->code);
    }
    if (!ended.isEmpty())
        return { u"procedures"_s, Verdict::Attention, Doctor::tr("%1 No longer in force: %2.").arg(serves, ended.join(u", "_s)),
                 Doctor::tr("Ask the province for a newer file of procedures.") };
    return { u"procedures"_s, Verdict::Good, serves, {} };
}

QList<HealthCheck> examine(const Arguments &arguments)
{
    QList<HealthCheck> checks { versions(), disk(profileFiles(arguments)), recovery(profileFiles(arguments)) };
    const Result<Unlocked> opened = unlock(arguments);
    if (!opened) {
        checks.append(failed(u"store"_s, opened.error()));
        if (const Result<KioskProfile> profile = loadProfile(profileFiles(arguments))) {
            const SystemClock clock;
            const std::unique_ptr<Catalog> catalog = makeCatalog(profileFiles(arguments), *profile);
            checks.append(procedures(*catalog, PortalCatalog(*catalog, profileFiles(arguments).packs(), clock)));
        }
        return checks;
    }
    Engine &engine = *opened->engine;
    checks.append(procedures(*engine.catalog, engine.portalCatalog));
    checks << cipher(engine) << database(engine) << journal(engine) << slotState(engine) << keychain(engine) << queue(engine)
           << papersOfQueue(engine) << calendar(engine);
    return checks + linkAndClock(engine, engine.portalAccess());
}

} // namespace

ExitCode doctorVerb(const Arguments &arguments)
{
    const QList<HealthCheck> checks = examine(arguments);
    QJsonArray array;
    for (const HealthCheck &check : checks) {
        array.append(toJson(check));
        if (!arguments.has(u"json"_s))
            printLine(u"%1\t%2\t%3"_s.arg(verdictWord(check.verdict), check.name,
                                          check.next.isEmpty() ? check.finding : check.finding + u" → "_s + check.next));
    }
    if (arguments.has(u"json"_s))
        printJson(array);
    const bool bad =
        std::any_of(checks.cbegin(), checks.cend(), [](const HealthCheck &check) { return check.verdict == Verdict::Bad; });
    return bad ? ExitCode::Attention : ExitCode::Ok;
}

} // namespace motcua
