#include "tests/sync/fleet/fleet.h"

#include <QHash>

#include <algorithm>
#include <memory>
#include <queue>
#include <random>
#include <vector>

namespace motcua {

namespace {

using namespace std::chrono_literals;
using Instant = SyncSchedule::Instant;
using Delay = Fleet::Delay;

constexpr Delay connectLimit = 10s; // a kiosk waits this long for a handshake

struct Event
{
    enum class What { Due, AtTheDoor, SessionOver, TimedOut };

    Instant at;
    quint64 order = 0; // among equals, the first first
    What what = What::Due;
    size_t kiosk = 0;
    quint64 plan = 0; // an attempt that was planned anew makes the older event void

    bool operator>(const Event &other) const { return at != other.at ? at > other.at : order > other.order; }
};

struct Kiosk
{
    std::unique_ptr<SyncSchedule> schedule;
    quint64 plan = 0;
    bool hasForm = false;
    bool formsIn = false;
    bool served = false;
    bool shed = false; // told to come later and not here since
    SyncScope scope = SyncScope::Everything;
};

class Simulation
{
public:
    explicit Simulation(const Fleet &fleet)
        : m_fleet(fleet)
        , m_dice(fleet.seed)
        , m_kiosks(size_t(fleet.kiosks))
        , m_back(m_start + fleet.away)
    {
        for (size_t i = 0; i < m_kiosks.size(); ++i) {
            const std::optional<double> place = m_fleet.evenly ? std::optional(fleetPlace(qsizetype(i))) : std::nullopt;
            m_kiosks[i].schedule = std::make_unique<SyncSchedule>([this] { return m_fleet.random ? roll() : 0.5; }, place);
        }
    }

    FleetResult run()
    {
        for (size_t i = 0; i < m_kiosks.size(); ++i)
            silence(i);
        while (m_servedCount < m_fleet.kiosks && !m_events.empty()) {
            const Event event = m_events.top();
            m_events.pop();
            m_now = event.at;
            handle(event);
        }
        m_result.attemptsPerKiosk = double(m_attempts) / m_fleet.kiosks;
        m_result.peakPerSecond = m_perSecond.isEmpty() ? 0 : *std::max_element(m_perSecond.cbegin(), m_perSecond.cend());
        m_result.idealSeconds = std::chrono::duration<double>(m_fleet.session).count() * m_fleet.kiosks / m_fleet.sessions;
        return m_result;
    }

private:
    double roll() { return std::generate_canonical<double, 32>(m_dice); }

    // The last contact, then nothing; what happens until the return is the schedule's own affair.
    void silence(size_t i)
    {
        SyncSchedule &schedule = *m_kiosks[i].schedule;
        schedule.started(m_start);
        schedule.began(m_start);
        AttemptEnd end;
        end.spread = m_fleet.knownSpread;
        schedule.ended(m_start, end);
        m_kiosks[i].hasForm = int(i * 100 / m_kiosks.size()) < m_fleet.formsPercent;
        schedule.formsWaiting(m_kiosks[i].hasForm);
        if (m_fleet.how == Fleet::ComesBack::LinkEvent)
            schedule.networkWent();
        while (schedule.next().at < m_back) {
            const Instant at = schedule.next().at;
            schedule.began(at);
            end = {};
            end.kind = AttemptEnd::Kind::LinkFault;
            schedule.ended(std::min(at + 4s, m_back), end);
        }
        m_now = m_back;
        if (m_fleet.how == Fleet::ComesBack::LinkEvent)
            schedule.networkCame(m_back);
        wait(i);
    }

    void wait(size_t i)
    {
        Kiosk &kiosk = m_kiosks[i];
        push({ kiosk.schedule->next().at, 0, Event::What::Due, i, ++kiosk.plan });
    }

    void push(Event event)
    {
        event.order = ++m_order;
        m_events.push(event);
    }

    void handle(const Event &event)
    {
        Kiosk &kiosk = m_kiosks[event.kiosk];
        switch (event.what) {
        case Event::What::Due:
            if (event.plan == kiosk.plan && !kiosk.served)
                begin(event.kiosk);
            break;
        case Event::What::AtTheDoor:
            enter(event.kiosk);
            break;
        case Event::What::SessionOver:
            leave(event.kiosk);
            break;
        case Event::What::TimedOut: {
            ++m_result.timeouts;
            AttemptEnd end;
            end.kind = AttemptEnd::Kind::LinkFault;
            kiosk.schedule->ended(m_now, end);
            wait(event.kiosk);
            break;
        }
        }
    }

    // Handshakes are made one after the other; one for a kiosk that has given up costs the portal the same.
    void begin(size_t i)
    {
        Kiosk &kiosk = m_kiosks[i];
        kiosk.scope = kiosk.schedule->next().scope;
        kiosk.schedule->began(m_now);
        ++m_attempts;
        ++m_perSecond[qint64(std::chrono::floor<std::chrono::seconds>(m_now - m_back).count())];
        m_handshakesUntil =
            std::max(m_handshakesUntil, m_now) + std::chrono::microseconds(1'000'000 / m_fleet.handshakesPerSecond);
        const Instant done = m_handshakesUntil;
        if (done > m_now + connectLimit)
            push({ m_now + connectLimit, 0, Event::What::TimedOut, i, 0 });
        else
            push({ done, 0, Event::What::AtTheDoor, i, 0 });
    }

    void enter(size_t i)
    {
        Kiosk &kiosk = m_kiosks[i];
        if (kiosk.shed)
            --m_backlog;
        kiosk.shed = false;
        if (m_active < m_fleet.sessions) {
            ++m_active;
            const bool formsOnly = kiosk.scope == SyncScope::Forms;
            push({ m_now + (formsOnly ? m_fleet.formsSession : m_fleet.session), 0, Event::What::SessionOver, i, 0 });
            if (kiosk.hasForm && !kiosk.formsIn) // the first call of a session
                formIn(secondsSince(m_now + m_fleet.formsSession));
            kiosk.formsIn = true;
            return;
        }
        kiosk.shed = true;
        ++m_backlog;
        AttemptEnd end;
        end.kind = AttemptEnd::Kind::PortalBusy;
        const Delay most = m_fleet.session * m_backlog / m_fleet.sessions;
        const Delay wish =
            m_fleet.retryAfter ? m_fleet.retryAfter(m_backlog, roll()) : Delay(qint64(roll() * double(most.count())));
        end.retryAfter = std::chrono::ceil<std::chrono::seconds>(wish);
        kiosk.schedule->ended(m_now, end);
        wait(i);
    }

    void leave(size_t i)
    {
        Kiosk &kiosk = m_kiosks[i];
        --m_active;
        AttemptEnd end;
        end.progress = true;
        if (kiosk.scope == SyncScope::Forms) {
            end.kind = AttemptEnd::Kind::PapersLeft;
        } else {
            kiosk.served = true;
            ++m_servedCount;
            m_result.servedSeconds = secondsSince(m_now);
        }
        kiosk.schedule->ended(m_now, end);
        wait(i);
    }

    void formIn(double seconds)
    {
        m_result.formsSeconds = std::max(m_result.formsSeconds, seconds);
        m_result.meanFormSeconds += (seconds - m_result.meanFormSeconds) / ++m_formsIn;
    }

    double secondsSince(Instant at) const { return std::chrono::duration<double>(at - m_back).count(); }

    const Fleet m_fleet;
    std::mt19937 m_dice;
    std::vector<Kiosk> m_kiosks;
    std::priority_queue<Event, std::vector<Event>, std::greater<>> m_events;
    quint64 m_order = 0;
    const Instant m_start { 24h };
    const Instant m_back;
    Instant m_now = m_start;
    Instant m_handshakesUntil = m_start;
    int m_active = 0;
    int m_backlog = 0;
    int m_servedCount = 0;
    int m_formsIn = 0;
    qint64 m_attempts = 0;
    QHash<qint64, int> m_perSecond;
    FleetResult m_result;
};

} // namespace

FleetResult run(const Fleet &fleet)
{
    return Simulation(fleet).run();
}

} // namespace motcua
