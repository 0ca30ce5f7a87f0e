#include "sync/schedule.h"

#include "core/base/clock.h"
#include "core/base/sha256.h"

#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace motcua {

namespace {

using namespace std::chrono_literals;
using Delay = SyncSchedule::Delay;

constexpr Delay newsInterval = 5min;      // how often statuses are asked for when there is nothing to send
constexpr Delay shortestNews = 10s;       // whatever a hint says
constexpr Delay longestNews = 24h;        //
constexpr Delay eventSpread = 2s;         // so that the kiosks of one building do not all call in the same moment
constexpr Delay longSilence = 6min;       // more than between two calls for news: everybody may be coming back with us
constexpr Delay fleetSpread = 135s;       // 3,321 kiosks of 8 s each at 200 at once: 133 s of work (tst_fleet)
constexpr Delay formsSpread = 60s;        // at most, and within the first half
constexpr Delay neighbours = 250ms;       // kiosks of one commune have one place
constexpr Delay longestSpread = 1h;       // whatever a hint says
constexpr Delay shortestShedJitter = 1s;  // Retry-After counts in seconds
constexpr int faultsThatOpen = 5;         // the circuit breaker
constexpr Delay openFor = 60s;            //
constexpr Delay captiveInterval = 30s;    // somebody may be typing the hotel's password now
constexpr Delay askAgain = 10min;         // once, should the portal have been wrong about us
constexpr Delay heldInterval = 12h;       // and then only so that a kiosk that was let in again wakes up by itself
constexpr double costOfPortalFault = 10;  // in attempts: a portal that fails is spared more than a link that fails
constexpr int windowStart = 30 * 60;      // of the night, seconds
constexpr int windowLength = 4 * 60 * 60; //

} // namespace

SyncSchedule::SyncSchedule(std::function<double()> random, std::optional<double> place)
    : m_random(std::move(random))
    , m_backoff(m_random)
    , m_place(place)
{
}

SyncSchedule::Attempt SyncSchedule::next() const
{
    return { m_next.at, m_next.at < m_papersAt ? SyncScope::Forms : SyncScope::Everything };
}

void SyncSchedule::wish(const Plan &plan)
{
    if (!m_running)
        m_next = plan;
    else if (!m_wished || !m_wished->byPerson)
        m_wished = plan;
}

void SyncSchedule::plan(Instant at)
{
    m_next = { std::max(at, m_notBefore), false };
}

void SyncSchedule::started(Instant now)
{
    m_lastHeard = now; // what comes in the next minutes follows a person, not the fleet
    wish({ now, false });
}

void SyncSchedule::asked(Instant now)
{
    m_papersAt = Instant::min();
    wish({ now, true });
}

void SyncSchedule::submitted(Instant now)
{
    m_formsWaiting = true;
    const Instant at = std::max(now, m_notBefore);
    if (m_running || (m_notAccepted == 0 && at < m_next.at))
        wish({ at, false });
}

void SyncSchedule::networkCame(Instant now)
{
    m_linkUp = true;
    if (m_running) {
        m_cameMeanwhile = true;
        return;
    }
    if (m_notAccepted > 0 || m_next.byPerson)
        return;
    m_backoff.reset();
    if (now - m_lastHeard > longSilence) {
        planFirstTry(now);
        return;
    }
    const Instant at = std::max(m_budget.readyAt(now), now + m_backoff.upTo(eventSpread));
    if (at < m_next.at)
        plan(at);
}

void SyncSchedule::networkWent()
{
    m_linkUp = false;
}

void SyncSchedule::formsWaiting(bool waiting)
{
    m_formsWaiting = waiting;
}

void SyncSchedule::began(Instant now)
{
    m_running = true;
    m_runsForPerson = m_next.byPerson;
    m_wished.reset();
    m_cameMeanwhile = false;
    m_next = {};
    if (!m_runsForPerson)
        m_budget.spend(now);
}

void SyncSchedule::ended(Instant now, const AttemptEnd &end)
{
    m_running = false;
    if (end.spread)
        m_spread = std::clamp<Delay>(*end.spread, 0s, longestSpread);
    if (end.kind != AttemptEnd::Kind::NotAccepted && end.kind != AttemptEnd::Kind::Stopped)
        m_notAccepted = 0;

    switch (end.kind) {
    case AttemptEnd::Kind::Done: {
        heard(now);
        const Delay wait = end.next ? std::clamp<Delay>(*end.next, shortestNews, longestNews) : newsInterval;
        plan(now + wait + m_backoff.upTo(wait / 10));
        break;
    }
    case AttemptEnd::Kind::PapersLeft:
        heard(now);
        plan(std::max(now, m_papersAt));
        break;
    case AttemptEnd::Kind::PortalBusy:
        afterBusy(now, end);
        break;
    case AttemptEnd::Kind::PortalFault:
        afterPortalFault(now, end);
        break;
    case AttemptEnd::Kind::NotAccepted:
        afterNotAccepted(now);
        break;
    case AttemptEnd::Kind::NotOurs:
        plan(std::max(now + captiveInterval, now + m_backoff.afterFailure(now, m_linkUp)));
        break;
    case AttemptEnd::Kind::LinkFault:
        if (end.progress)
            heard(now);
        backOff(now);
        break;
    case AttemptEnd::Kind::OwnFault:
        backOff(now);
        break;
    case AttemptEnd::Kind::Stopped:
        plan(now + newsInterval); // whatever ended it without a reason must not end the kiosk's sync
        break;
    }

    takeWishes(now, end);
}

void SyncSchedule::takeWishes(Instant now, const AttemptEnd &end)
{
    if (m_wished && m_wished->byPerson) {
        m_next = *m_wished;
    } else if (m_wished && m_notAccepted == 0) {
        const Instant at = std::max(m_wished->at, m_notBefore);
        if (at < m_next.at)
            m_next = { at, false };
    } else if (m_cameMeanwhile && end.kind == AttemptEnd::Kind::LinkFault) {
        networkCame(now);
    }
}

// Something got through: whatever was wrong with the link is over, and the attempt was not in vain.
void SyncSchedule::heard(Instant now)
{
    m_lastHeard = now;
    m_portalFaults = 0;
    m_notBefore = Instant::min();
    m_backoff.reset();
    if (!m_runsForPerson)
        m_budget.giveBack();
}

void SyncSchedule::backOff(Instant now)
{
    const Instant at = now + m_backoff.afterFailure(now, m_linkUp);
    plan(std::max(at, m_budget.readyAt(now)));
}

void SyncSchedule::planFirstTry(Instant now)
{
    const Delay spread = m_spread.value_or(fleetSpread);
    const double place = m_place ? *m_place : m_random();
    const auto within = [](Delay most, double part) { return Delay(Delay::rep(part * double(most.count()))); };
    const Instant from = m_budget.readyAt(now) + m_backoff.upTo(neighbours);
    m_papersAt = from + within(spread, place);
    const bool formsFirst = m_formsWaiting && place > 0.5;
    plan(formsFirst ? from + within(std::min(formsSpread, spread / 2), 2 * place - 1) : m_papersAt);
}

void SyncSchedule::afterBusy(Instant now, const AttemptEnd &end)
{
    m_lastHeard = now; // it is there: no silence
    m_portalFaults = 0;
    if (!end.retryAfter) {
        backOff(now);
        return;
    }
    const Delay jitter = end.spread ? *m_spread : std::max<Delay>(shortestShedJitter, *end.retryAfter / 4);
    m_notBefore = now + *end.retryAfter;
    plan(m_notBefore + m_backoff.upTo(jitter));
}

void SyncSchedule::afterPortalFault(Instant now, const AttemptEnd &end)
{
    m_budget.spend(now, costOfPortalFault - 1);
    ++m_portalFaults;
    if (m_portalFaults < faultsThatOpen && !end.retryAfter) {
        backOff(now);
        return;
    }
    const Delay wished = end.retryAfter.value_or(0s);
    const Delay wait = m_portalFaults < faultsThatOpen ? wished : std::max(wished, openFor);
    m_notBefore = now + wait;
    plan(std::max(m_notBefore + m_backoff.upTo(wait), m_budget.readyAt(now)));
}

void SyncSchedule::afterNotAccepted(Instant now)
{
    m_lastHeard = now;
    const Delay wait = ++m_notAccepted == 1 ? askAgain : heldInterval;
    plan(now + wait + m_backoff.upTo(wait / 10));
}

double fleetPlace(qsizetype rank)
{
    constexpr double goldenRatio = 0.6180339887498949;
    double whole = 0;
    return std::modf(double(rank) * goldenRatio, &whole);
}

QTime catalogTime(const QString &commune)
{
    const QByteArray digest = sha256(commune.toUtf8());
    const quint32 number = quint32(quint8(digest[0])) << 16 | quint32(quint8(digest[1])) << 8 | quint8(digest[2]);
    return QTime(0, 0).addSecs(windowStart + int(number % windowLength));
}

bool catalogDue(const QDateTime &lastAsked, const QDateTime &now, const QString &commune)
{
    if (!lastAsked.isValid() || lastAsked > now) // not yet, or the clock went back
        return true;
    const QDateTime local = toLegalTime(now);
    QDateTime moment = local;
    moment.setTime(catalogTime(commune));
    if (moment > local)
        moment = moment.addDays(-1);
    return lastAsked < moment;
}

} // namespace motcua
