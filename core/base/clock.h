#pragma once

#include <QDateTime>

namespace motcua {

// Where the time comes from, so that tests can set it. Thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual QDateTime now() const = 0; // UTC
};

class SystemClock final : public Clock
{
public:
    QDateTime now() const override;
};

// The legal time of the counter (Asia/Ho_Chi_Minh, UTC+7 without daylight saving), whatever the machine is set to.
QDateTime toLegalTime(const QDateTime &time);

// RFC 3339 with the +07:00 offset, milliseconds kept: how times are stored and sent.
QString toRfc3339(const QDateTime &time);
QDateTime fromRfc3339(const QString &text);

} // namespace motcua
