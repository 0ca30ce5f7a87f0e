#pragma once

#include "core/deadline/workcalendar.h"

#include <QJsonObject>

namespace motcua {

// Reads calendar.json: everything that resources/data/calendar.schema.json asks for, and what a schema cannot say.
class WorkCalendarReader
{
public:
    Result<WorkCalendar> read(const QByteArray &json);

private:
    Result<void> readDaysOff(const QJsonObject &file);
    Result<void> readSwaps(const QJsonObject &file);
    Result<void> addDay(const SpecialDay &day, const QString &pointer);
    Result<WorkCalendar::Hours> readHours(const QJsonObject &hours, const QString &name) const;

    WorkCalendar m_calendar;
};

} // namespace motcua
