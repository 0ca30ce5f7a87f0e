#include "core/outbox/syncmonitor.h"

namespace motcua {

SyncSnapshot SyncMonitor::snapshot() const
{
    const QMutexLocker locker(&m_mutex);
    return m_snapshot;
}

void SyncMonitor::publish(const SyncSnapshot &snapshot)
{
    {
        const QMutexLocker locker(&m_mutex);
        m_snapshot = snapshot;
    }
    Q_EMIT changed();
}

} // namespace motcua
