#pragma once

#include "core/base/result.h"
#include "core/procedure/procedurepack.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>
#include <QTime>

namespace motcua {

// A day that is not what its weekday says: a public holiday, a swap, or a Saturday that is worked instead.
struct SpecialDay
{
    QDate date;
    QString name;
    LegalSource source;
    bool worked = false;

    bool isCertain() const { return source.confidence == QLatin1StringView("verified"); }
};

// From `from` on, up to `until`; legal time (Asia/Ho_Chi_Minh).
struct TimeSpan
{
    QTime from;
    QTime until;
};

// Whose opening hours count: residence registration is open for receiving on Saturday morning too (domain.md 1.8).
enum class OfficeHours { Office, Residence };

// The moment of a clock on the wall of the counter, and back. UTC+7 all year.
QDateTime legalMoment(QDate date, QTime time);

// Working days and opening hours, dated data (resources/data/calendar.json; docs/calendar-and-fees.md). A working day is Monday to
// Friday without holidays, or a Saturday worked in exchange. Saturday morning of residence registration is open for receiving, but
// it is no working day: nothing is counted on it. Immutable after parsing; any thread may read it.
class WorkCalendar
{
public:
    static Result<WorkCalendar> parse(const QByteArray &json); // CalendarUnusable with a JSON pointer as subject

    QDate coversFrom() const { return m_coversFrom; }
    QDate coversUntil() const { return m_coversUntil; } // the last day whose holidays are known
    Result<void> require(QDate day) const;              // CalendarEnds with the year as subject

    bool isWorkingDay(QDate day) const;
    QList<TimeSpan> working(QDate day, OfficeHours hours) const; // empty on days off
    QList<TimeSpan> open(QDate day, OfficeHours hours) const;    // the same, and when papers are received beside
    QTime closing(OfficeHours hours) const;                      // of a working day
    QList<SpecialDay> specialDays(QDate from, QDate to) const;   // both included, in order

private:
    friend class WorkCalendarReader;
    struct Hours
    {
        QList<TimeSpan> working;
        QList<TimeSpan> saturday;
    };
    const Hours &of(OfficeHours hours) const { return hours == OfficeHours::Office ? m_office : m_residence; }

    QDate m_coversFrom;
    QDate m_coversUntil;
    QHash<QDate, SpecialDay> m_days;
    Hours m_office;
    Hours m_residence;
};

} // namespace motcua
