#pragma once

#include "core/deadline/deadlinerule.h"
#include "core/deadline/workcalendar.h"

#include <QDateTime>
#include <QList>

namespace motcua {

// While the clock stands: from the notice of a supplement to the complete supplement, or an announced outage (domain.md 4.2).
struct Pause
{
    QDateTime from;
    QDateTime until; // invalid = it still stands
};

struct Due
{
    QDateTime at;                // legal time; invalid while the clock stands
    bool stopped = false;        // a pause without an end comes before the end of the time
    QList<SpecialDay> uncertain; // days of the calendar on the way that nobody has confirmed yet
};

// When the time is over that began when the competent system received a complete dossier. Counting, as domain.md 4.2-4.3 says:
//  SameDay15h  received by 15:00 of a working day: its closing; else closing of the next working day. A pause before that makes its
//              end the new moment of receipt.
//  DaysAfter   the day of receipt does not count (Civil Code Art. 147-148). WORKING_DAY: closing of the n-th working day; DAY and
//              MONTH: the last day, or the next working day when it is off; HOUR: hours of the clock. A day on which the clock stood
//              still during opening hours (on a day off: at all) does not count.
//  Exact8h     working time: one day is 8 hours, only opening hours of working days count. Fractions of WORKING_DAY are always
//              counted so. With DAY and MONTH as DaysAfter.
// `verifications`: how often another commune must verify; each adds rule.perVerification. CalendarEnds when the way
// leads through a day that the calendar does not know.
Result<Due> due(const DeadlineRule &rule, const QDateTime &received, const WorkCalendar &calendar,
                const QList<Pause> &pauses = {}, int verifications = 0);

} // namespace motcua
