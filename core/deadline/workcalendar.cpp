#include "core/deadline/workcalendar.h"

#include "core/base/clock.h"

namespace motcua {

QDateTime legalMoment(QDate date, QTime time)
{
    constexpr int legalOffsetSeconds = 7 * 3600;
    return toLegalTime(QDateTime(date, time, Qt::UTC).addSecs(-legalOffsetSeconds));
}

Result<void> WorkCalendar::require(QDate day) const
{
    if (day < m_coversFrom || day > m_coversUntil)
        return fail(ErrorCode::CalendarEnds, QString::number(day.year()), m_coversUntil.toString(Qt::ISODate));
    return {};
}

bool WorkCalendar::isWorkingDay(QDate day) const
{
    const auto special = m_days.constFind(day);
    return special == m_days.cend() ? day.dayOfWeek() < Qt::Saturday : special->worked;
}

QList<TimeSpan> WorkCalendar::working(QDate day, OfficeHours hours) const
{
    return isWorkingDay(day) ? of(hours).working : QList<TimeSpan> {};
}

QList<TimeSpan> WorkCalendar::open(QDate day, OfficeHours hours) const
{
    if (day.dayOfWeek() == Qt::Saturday && !m_days.contains(day))
        return of(hours).saturday;
    return working(day, hours);
}

QTime WorkCalendar::closing(OfficeHours hours) const
{
    return of(hours).working.last().until;
}

QList<SpecialDay> WorkCalendar::specialDays(QDate from, QDate to) const
{
    QList<SpecialDay> days;
    for (QDate day = from; day <= to; day = day.addDays(1)) {
        if (const auto special = m_days.constFind(day); special != m_days.cend())
            days.append(*special);
    }
    return days;
}

} // namespace motcua
