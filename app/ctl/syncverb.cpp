#include "app/ctl/console.h"
#include "app/ctl/verbs.h"
#include "app/engine/engine.h"
#include "core/base/log.h"
#include "core/outbox/linktext.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QRandomGenerator>

#include <algorithm>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace motcua {

namespace {

constexpr int defaultTimeoutSeconds = 300;

struct Total
{
    int received = 0;
    int found = 0;
    int refused = 0;
    bool idle = false;
    std::optional<Error> error;
    SyncSnapshot link; // as the last pass left it that came to an end of its own
};

// Passes until nothing is left, the time is over, or the portal says something that waiting does not mend; between them it waits as
// the kiosk does.
Total run(Engine &engine, const PortalAccess &portal, bool untilIdle, QDeadlineTimer deadline)
{
    using Time = std::chrono::steady_clock;
    Total total;
    SyncMemory memory;
    SyncSchedule schedule([] { return QRandomGenerator::global()->generateDouble(); });
    schedule.asked(Time::now());
    while (true) {
        schedule.began(Time::now());
        const SyncOutcome pass = engine.syncPass(
            portal, [&] { return deadline.hasExpired(); }, memory);
        total.received += pass.received;
        total.found += pass.found;
        total.refused += pass.refused;
        total.idle = pass.idle;
        // One that the deadline stopped found out nothing: what the one before met is still the reason.
        if (pass.idle || pass.error || !deadline.hasExpired() || total.link.link == LinkState::Checking) {
            total.error = pass.error;
            total.link = engine.monitor.snapshot();
        }
        if (pass.idle || !untilIdle || deadline.hasExpired())
            return total;
        const AttemptEnd end = endOf(pass);
        if (end.kind == AttemptEnd::Kind::NotAccepted)
            return total;
        schedule.ended(Time::now(), end);
        const Time::duration pause = std::max<Time::duration>(schedule.next().at - Time::now(), 0s);
        std::this_thread::sleep_for(std::min<Time::duration>(pause, deadline.remainingTimeAsDuration()));
    }
}

// What the screen would say, where it says more than “the portal answers”.
void tellLink(const SyncSnapshot &snapshot)
{
    const auto tell = [](const LinkText &text) {
        if (!text.title.isEmpty())
            printLine(u"%1. %2 %3"_s.arg(text.title, text.meaning, text.toDo).trimmed());
    };
    if (snapshot.link != LinkState::Online)
        tell(linkText(snapshot));
    tell(heldBackText(snapshot.heldBack));
    if (snapshot.link != LinkState::WrongClock && snapshot.clockAhead && !clockText(*snapshot.clockAhead).isEmpty())
        printLine(clockText(*snapshot.clockAhead));
}

} // namespace

ExitCode syncVerb(Engine &engine, const Arguments &arguments)
{
    const bool json = arguments.has(u"json"_s);
    bool number = true;
    const int timeout = arguments.has(u"timeout"_s) ? arguments.value(u"timeout"_s).toInt(&number) : defaultTimeoutSeconds;
    if (!number || timeout <= 0)
        return report(wrongUsage(u"--timeout"_s).value(), json);
    const Result<PortalAccess> portal = engine.portalAccess();
    if (!portal)
        return report(portal.error(), json);

    if (engine.profile.door == "national"_L1)
        printNote(QCoreApplication::translate(
            "Ctl",
            "National connector (DongBoHoSoMC): not yet tested against a real endpoint. Compare what arrived with the system of "
            "the province."));
    const Total total = run(engine, *portal, arguments.has(u"until-idle"_s), QDeadlineTimer(std::chrono::seconds(timeout)));
    const Result<int> unsent = engine.outbox->unsentCount();
    if (!unsent)
        return report(unsent.error(), json);
    if (json && !total.error)
        printJson(QJsonObject { { "received"_L1, total.received },
                                { "found"_L1, total.found },
                                { "refused"_L1, total.refused },
                                { "unsent"_L1, *unsent },
                                { "idle"_L1, total.idle } });
    else if (!json)
        printLine(QCoreApplication::translate("Ctl", "Received by the portal: %1. Refused: %2. Still waiting: %3.")
                      .arg(total.received)
                      .arg(total.refused)
                      .arg(*unsent));
    if (!json && total.found > 0)
        printLine(QCoreApplication::translate("Ctl", "Found at the national gateway, without a receipt: %1.").arg(total.found));
    if (!json)
        tellLink(total.link);
    if (total.error)
        return report(*total.error, json);
    return total.idle || !arguments.has(u"until-idle"_s) ? ExitCode::Ok : ExitCode::NotDelivered;
}

} // namespace motcua
