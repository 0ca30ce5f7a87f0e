#include "core/deadline/estimate.h"

#include "core/base/clock.h"

namespace motcua {

namespace {

Result<QDateTime> openFrom(const QDateTime &now, OfficeHours hours, const WorkCalendar &calendar)
{
    for (QDate day = now.date();; day = day.addDays(1)) {
        if (const auto known = calendar.require(day); !known)
            return passOn(known);
        for (const TimeSpan &span : calendar.open(day, hours)) {
            if (now < legalMoment(day, span.until))
                return std::max(now, legalMoment(day, span.from));
        }
    }
}

} // namespace

Result<DeadlineEstimate> estimateDeadline(const DeadlineRule &rule, const QDateTime &now, const WorkCalendar &calendar)
{
    const QDateTime here = toLegalTime(now);
    const Result<QDateTime> receipt = openFrom(here, rule.hours, calendar);
    if (!receipt)
        return passOn(receipt);
    const Result<Due> end = due(rule, *receipt, calendar);
    if (!end)
        return passOn(end);
    return DeadlineEstimate { *receipt, *receipt == here, *end };
}

} // namespace motcua
