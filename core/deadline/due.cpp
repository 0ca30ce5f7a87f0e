#include "core/deadline/due.h"

#include "core/base/clock.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace motcua {

namespace {

constexpr qint64 msPerHour = 3'600'000;
constexpr qint64 hoursPerDay = 8;
constexpr int lastHourForSameDay = 15;

// Milliseconds since the epoch: from the first one up to, not including, the second.
struct Stretch
{
    qint64 from;
    qint64 until;
};
constexpr qint64 never = std::numeric_limits<qint64>::max();

using At = Result<std::optional<QDateTime>>; // nothing = the clock stands

class Counting
{
public:
    Counting(const DeadlineRule &rule, const QDateTime &received, const WorkCalendar &calendar, const QList<Pause> &pauses)
        : m_rule(rule)
        , m_calendar(calendar)
        , m_received(toLegalTime(received))
        , m_pauses(merged(pauses))
    {
    }

    At end() const
    {
        using Kind = DeadlineRule::Kind;
        using Unit = DeadlineRule::Unit;
        if (const auto known = m_calendar.require(m_received.date()); !known)
            return passOn(known);
        if (m_rule.kind == Kind::SameDay15h)
            return sameDay();
        const bool whole = std::floor(m_rule.amount) == m_rule.amount;
        switch (m_rule.unit) {
        case Unit::Hour:
            return m_rule.kind == Kind::Exact8h ? workingTime(m_rule.amount) : clockHours();
        case Unit::WorkingDay:
            return m_rule.kind == Kind::Exact8h || !whole ? workingTime(m_rule.amount * hoursPerDay) : workingDays();
        case Unit::Day:
            return calendarDays();
        case Unit::Month:
            return months();
        }
        return passOn(m_calendar.require({}));
    }

private:
    QList<Stretch> merged(const QList<Pause> &pauses) const
    {
        QList<Stretch> sorted;
        for (const Pause &pause : pauses) {
            const qint64 until = pause.until.isValid() ? pause.until.toMSecsSinceEpoch() : never;
            const qint64 from = std::max(pause.from.toMSecsSinceEpoch(), m_received.toMSecsSinceEpoch());
            if (from < until)
                sorted.append({ from, until });
        }
        std::sort(sorted.begin(), sorted.end(), [](const Stretch &one, const Stretch &other) { return one.from < other.from; });
        QList<Stretch> joined;
        for (const Stretch &stretch : std::as_const(sorted)) {
            if (!joined.isEmpty() && stretch.from <= joined.last().until)
                joined.last().until = std::max(joined.last().until, stretch.until);
            else
                joined.append(stretch);
        }
        return joined;
    }

    static qint64 ms(QDate day, QTime time) { return legalMoment(day, time).toMSecsSinceEpoch(); }
    static QDateTime moment(qint64 ms) { return toLegalTime(QDateTime::fromMSecsSinceEpoch(ms)); }
    QDateTime closingOf(QDate day) const { return legalMoment(day, m_calendar.closing(m_rule.hours)); }

    bool standsDuring(qint64 from, qint64 until) const
    {
        return std::any_of(m_pauses.cbegin(), m_pauses.cend(),
                           [&](const Stretch &pause) { return pause.from < until && from < pause.until; });
    }

    bool standsOn(QDate day) const
    {
        if (m_pauses.isEmpty())
            return false;
        const QList<TimeSpan> spans = m_calendar.working(day, m_rule.hours);
        if (spans.isEmpty())
            return standsDuring(ms(day, QTime(0, 0)), ms(day.addDays(1), QTime(0, 0)));
        return std::any_of(spans.cbegin(), spans.cend(),
                           [&](const TimeSpan &span) { return standsDuring(ms(day, span.from), ms(day, span.until)); });
    }

    // Whether counting may go on over this day; nothing when a pause without end is the reason that it never ends.
    At beyond(QDate day) const
    {
        const auto known = m_calendar.require(day);
        if (known)
            return legalMoment(day, QTime(0, 0));
        if (!m_pauses.isEmpty() && m_pauses.last().until == never && m_pauses.last().from < ms(day, QTime(0, 0)))
            return std::nullopt;
        return passOn(known);
    }

    bool counts(QDate day) const { return m_calendar.isWorkingDay(day) && !standsOn(day); }

    // Closing of this day, or of the next one that counts.
    At closingFrom(QDate day) const
    {
        for (;; day = day.addDays(1)) {
            const At known = beyond(day);
            if (!known || !*known)
                return known;
            if (counts(day) && m_received < closingOf(day))
                return closingOf(day);
        }
    }

    At workingDays() const
    {
        QDate day = m_received.date();
        if (m_rule.amount < 1)
            return closingFrom(day);
        for (int left = int(m_rule.amount); left > 0;) {
            day = day.addDays(1);
            const At known = beyond(day);
            if (!known || !*known)
                return known;
            if (counts(day))
                --left;
        }
        return closingOf(day);
    }

    // `left` days on which the clock runs, after `day`.
    At runningDaysAfter(QDate day, qint64 left) const
    {
        while (left > 0) {
            day = day.addDays(1);
            const At known = beyond(day);
            if (!known || !*known)
                return known;
            if (!standsOn(day))
                --left;
        }
        return closingFrom(day);
    }

    At calendarDays() const { return runningDaysAfter(m_received.date(), qint64(std::ceil(m_rule.amount))); }

    At months() const
    {
        const QDate first = m_received.date();
        const QDate last = first.addMonths(int(std::ceil(m_rule.amount)));
        return runningDaysAfter(first, first.daysTo(last));
    }

    At clockHours() const
    {
        qint64 end = m_received.toMSecsSinceEpoch() + std::llround(m_rule.amount * msPerHour);
        for (const Stretch &pause : m_pauses) {
            if (pause.from >= end)
                break;
            if (pause.until == never)
                return std::nullopt;
            end += pause.until - pause.from;
        }
        const QDateTime at = moment(end);
        const At known = beyond(at.date());
        if (!known || !*known)
            return known;
        return m_calendar.isWorkingDay(at.date()) ? At(at) : closingFrom(at.date());
    }

    At workingTime(double hours) const
    {
        qint64 left = std::llround(hours * msPerHour);
        for (QDate day = m_received.date();; day = day.addDays(1)) {
            const At known = beyond(day);
            if (!known || !*known)
                return known;
            for (const TimeSpan &span : m_calendar.working(day, m_rule.hours)) {
                for (const Stretch &running : runningWithin({ ms(day, span.from), ms(day, span.until) })) {
                    if (left <= running.until - running.from)
                        return moment(running.from + left);
                    left -= running.until - running.from;
                }
            }
        }
    }

    // What is left of a stretch after receipt and without the pauses.
    QList<Stretch> runningWithin(Stretch whole) const
    {
        QList<Stretch> pieces;
        whole.from = std::max(whole.from, m_received.toMSecsSinceEpoch());
        for (const Stretch &pause : m_pauses) {
            if (pause.from >= whole.until)
                break;
            if (pause.from > whole.from)
                pieces.append({ whole.from, pause.from });
            whole.from = std::max(whole.from, pause.until);
        }
        if (whole.from < whole.until)
            pieces.append(whole);
        return pieces;
    }

    At sameDay() const
    {
        QDateTime from = m_received;
        for (auto pause = m_pauses.cbegin();; ++pause) {
            const At at = sameDayFrom(from);
            if (!at || pause == m_pauses.cend() || pause->from >= (*at)->toMSecsSinceEpoch())
                return at;
            if (pause->until == never)
                return std::nullopt;
            from = moment(pause->until);
        }
    }

    At sameDayFrom(const QDateTime &received) const
    {
        QDate day = received.date();
        if (received.time() > QTime(lastHourForSameDay, 0))
            day = day.addDays(1);
        for (;; day = day.addDays(1)) {
            if (const auto known = m_calendar.require(day); !known)
                return passOn(known);
            if (m_calendar.isWorkingDay(day))
                return closingOf(day);
        }
    }

    const DeadlineRule &m_rule;
    const WorkCalendar &m_calendar;
    const QDateTime m_received;
    const QList<Stretch> m_pauses; // apart from each other, in order, none before receipt
};

} // namespace

Result<Due> due(const DeadlineRule &rule, const QDateTime &received, const WorkCalendar &calendar, const QList<Pause> &pauses,
                int verifications)
{
    DeadlineRule whole = rule;
    if (verifications > 0 && rule.perVerification > 0) {
        // "Same day" with a verification becomes the days that it takes.
        if (rule.kind == DeadlineRule::Kind::SameDay15h) {
            whole.kind = DeadlineRule::Kind::DaysAfter;
            whole.unit = DeadlineRule::Unit::WorkingDay;
            whole.amount = 0;
        }
        whole.amount += verifications * rule.perVerification;
    }
    const At at = Counting(whole, received, calendar, pauses).end();
    if (!at)
        return passOn(at);
    if (!*at)
        return Due { {}, true, {} };
    Due result { **at, false, {} };
    for (const SpecialDay &day : calendar.specialDays(toLegalTime(received).date(), result.at.date())) {
        if (!day.isCertain())
            result.uncertain.append(day);
    }
    return result;
}

} // namespace motcua
