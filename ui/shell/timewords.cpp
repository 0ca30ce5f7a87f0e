#include "ui/shell/timewords.h"

#include "core/base/clock.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr auto dayFormat = "dd/MM/yyyy"_L1;

QString words(const char *text, int number = -1)
{
    return QCoreApplication::translate("TimeWords", text, nullptr, number);
}

} // namespace

QString clockWords(const QDateTime &time, const QDateTime &now)
{
    const QDateTime local = toLegalTime(time);
    const QString clock = local.time().toString(u"HH:mm"_s);
    const qint64 days = local.date().daysTo(toLegalTime(now).date());
    if (days == 0)
        return words(QT_TRANSLATE_NOOP("TimeWords", "%1 today")).arg(clock);
    if (days == 1)
        return words(QT_TRANSLATE_NOOP("TimeWords", "%1 yesterday")).arg(clock);
    return words(QT_TRANSLATE_NOOP("TimeWords", "%1 on %2")).arg(clock, local.date().toString(dayFormat));
}

QString dateWords(const QDateTime &time)
{
    return time.isValid() ? toLegalTime(time).date().toString(dayFormat) : QString();
}

QString shortClockWords(const QDateTime &time, const QDateTime &now)
{
    const QDateTime local = toLegalTime(time);
    return local.date() == toLegalTime(now).date() ? clockWords(time, now) : local.toString(u"dd/MM/yyyy HH:mm"_s);
}

QString longDateWords(const QDateTime &time)
{
    static constexpr const char *days[] = {
        QT_TRANSLATE_NOOP("TimeWords", "Monday"),    QT_TRANSLATE_NOOP("TimeWords", "Tuesday"),
        QT_TRANSLATE_NOOP("TimeWords", "Wednesday"), QT_TRANSLATE_NOOP("TimeWords", "Thursday"),
        QT_TRANSLATE_NOOP("TimeWords", "Friday"),    QT_TRANSLATE_NOOP("TimeWords", "Saturday"),
        QT_TRANSLATE_NOOP("TimeWords", "Sunday"),
    };
    const QDate date = toLegalTime(time).date();
    return u"%1, %2"_s.arg(words(days[date.dayOfWeek() - 1]), date.toString(dayFormat));
}

QString sinceWords(const QDateTime &time, const QDateTime &now)
{
    const qint64 minutes = qMax<qint64>(0, time.secsTo(now) / 60);
    if (minutes >= 48 * 60)
        return words(QT_TRANSLATE_N_NOOP("TimeWords", "%n day(s)"), int(minutes / (24 * 60)));
    if (minutes >= 120)
        return words(QT_TRANSLATE_N_NOOP("TimeWords", "%n hour(s)"), int(minutes / 60));
    return words(QT_TRANSLATE_N_NOOP("TimeWords", "%n minute(s)"), int(minutes));
}

} // namespace motcua
