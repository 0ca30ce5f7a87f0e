#include "core/vault/bootclock.h"

#include <QSysInfo>

#ifdef Q_OS_LINUX
#    include <ctime>
#endif

namespace motcua {

QString SystemBootClock::boot() const
{
    return QString::fromLatin1(QSysInfo::bootUniqueId());
}

std::chrono::milliseconds SystemBootClock::sinceBoot() const
{
#ifdef Q_OS_LINUX
    timespec now {};
    if (clock_gettime(CLOCK_BOOTTIME, &now) == 0)
        return std::chrono::milliseconds(qint64(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000);
#endif
    // Elsewhere the steady clock starts with the machine.
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace motcua
