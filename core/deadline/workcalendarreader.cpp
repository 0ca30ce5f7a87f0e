#include "core/deadline/workcalendarreader.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

tl::unexpected<Error> unusable(const QString &pointer, const QString &why)
{
    return fail(ErrorCode::CalendarUnusable, pointer, why);
}

QDate dayOf(const QJsonValue &value)
{
    return QDate::fromString(value.toString(), Qt::ISODate);
}

LegalSource sourceOf(const QJsonObject &thing)
{
    const QJsonObject source = thing.value("x-source"_L1).toObject();
    return { source.value("text"_L1).toString(), source.value("confidence"_L1).toString() };
}

Result<QList<TimeSpan>> readSpans(const QJsonArray &spans, const QString &pointer)
{
    QList<TimeSpan> read;
    QTime last(0, 0);
    for (const auto &each : spans) {
        const QJsonArray pair = each.toArray();
        const TimeSpan span { QTime::fromString(pair.at(0).toString(), u"HH:mm"_s),
                              QTime::fromString(pair.at(1).toString(), u"HH:mm"_s) };
        if (!span.from.isValid() || !span.until.isValid() || span.from < last || span.until <= span.from)
            return unusable(pointer + u'/' + QString::number(read.size()), u"opening hours are pairs of rising times HH:mm"_s);
        last = span.until;
        read.append(span);
    }
    return read;
}

} // namespace

Result<WorkCalendar> WorkCalendarReader::read(const QByteArray &json)
{
    QJsonParseError error {};
    const QJsonObject file = QJsonDocument::fromJson(json, &error).object();
    if (file.value("format"_L1).toInt() != 1)
        return unusable(u"/format"_s, u"format 1 is expected (%1 at byte %2)"_s.arg(error.errorString()).arg(error.offset));
    m_calendar.m_coversFrom = dayOf(file.value("coversFrom"_L1));
    m_calendar.m_coversUntil = dayOf(file.value("coversUntil"_L1));
    if (!m_calendar.m_coversFrom.isValid() || m_calendar.m_coversUntil < m_calendar.m_coversFrom)
        return unusable(u"/coversUntil"_s, u"coversFrom and coversUntil are days, the earlier first"_s);
    if (const auto done = readDaysOff(file); !done)
        return passOn(done);
    if (const auto done = readSwaps(file); !done)
        return passOn(done);
    const QJsonObject hours = file.value("hours"_L1).toObject();
    const auto office = readHours(hours, u"office"_s);
    if (!office)
        return passOn(office);
    const auto residence = readHours(hours, u"residence"_s);
    if (!residence)
        return passOn(residence);
    m_calendar.m_office = *office;
    m_calendar.m_residence = *residence;
    return m_calendar;
}

Result<void> WorkCalendarReader::readDaysOff(const QJsonObject &file)
{
    const QJsonArray days = file.value("daysOff"_L1).toArray();
    for (int i = 0; i < days.size(); ++i) {
        const QJsonObject day = days.at(i).toObject();
        const SpecialDay off { dayOf(day.value("date"_L1)), day.value("name"_L1).toString(), sourceOf(day), false };
        if (const auto added = addDay(off, u"/daysOff/%1"_s.arg(i)); !added)
            return added;
    }
    return {};
}

Result<void> WorkCalendarReader::readSwaps(const QJsonObject &file)
{
    const QJsonArray swaps = file.value("swaps"_L1).toArray();
    for (int i = 0; i < swaps.size(); ++i) {
        const QJsonObject swap = swaps.at(i).toObject();
        const QString pointer = u"/swaps/%1"_s.arg(i);
        const QString name = swap.value("name"_L1).toString();
        const SpecialDay off { dayOf(swap.value("off"_L1)), name, sourceOf(swap), false };
        const SpecialDay worked { dayOf(swap.value("worked"_L1)), name, sourceOf(swap), true };
        if (worked.date.dayOfWeek() < Qt::Saturday)
            return unusable(pointer + u"/worked"_s, u"the day worked in exchange is a Saturday or Sunday"_s);
        for (const SpecialDay &day : { off, worked }) {
            if (const auto added = addDay(day, pointer); !added)
                return added;
        }
    }
    return {};
}

Result<void> WorkCalendarReader::addDay(const SpecialDay &day, const QString &pointer)
{
    if (!day.date.isValid() || day.date < m_calendar.m_coversFrom || day.date > m_calendar.m_coversUntil)
        return unusable(pointer, u"no such day, or outside coversFrom and coversUntil"_s);
    if (day.name.isEmpty() || day.source.text.isEmpty() || day.source.confidence.isEmpty())
        return unusable(pointer, u"a special day needs a name and an x-source"_s);
    if (m_calendar.m_days.contains(day.date))
        return unusable(pointer, u"this day is listed twice"_s);
    m_calendar.m_days.insert(day.date, day);
    return {};
}

Result<WorkCalendar::Hours> WorkCalendarReader::readHours(const QJsonObject &hours, const QString &name) const
{
    const QJsonObject mine = hours.value(name).toObject();
    const QString pointer = u"/hours/"_s + name;
    const auto working = readSpans(mine.value("working"_L1).toArray(), pointer + u"/working"_s);
    if (!working)
        return passOn(working);
    const auto saturday = readSpans(mine.value("saturday"_L1).toArray(), pointer + u"/saturday"_s);
    if (!saturday)
        return passOn(saturday);
    if (working->isEmpty())
        return unusable(pointer + u"/working"_s, u"a working day needs opening hours"_s);
    return WorkCalendar::Hours { *working, *saturday };
}

Result<WorkCalendar> WorkCalendar::parse(const QByteArray &json)
{
    return WorkCalendarReader().read(json);
}

} // namespace motcua
