#include "core/base/clock.h"

namespace motcua {

namespace {
constexpr int legalOffsetSeconds = 7 * 3600;
}

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

QDateTime toLegalTime(const QDateTime &time)
{
    return time.toOffsetFromUtc(legalOffsetSeconds);
}

QString toRfc3339(const QDateTime &time)
{
    return time.isValid() ? toLegalTime(time).toString(Qt::ISODateWithMs) : QString();
}

QDateTime fromRfc3339(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

} // namespace motcua
