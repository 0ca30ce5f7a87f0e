#pragma once

#include "core/base/error.h"

#include <QDateTime>
#include <QMutex>
#include <QObject>
#include <QString>

#include <optional>

namespace motcua {

// What is known about the way to the portal. Never more than what was seen.
enum class LinkState {
    Unknown,          // not tried yet
    Offline,          // no connection could be made
    Checking,         // trying now
    Online,           // the portal answered the last call
    PortalBusy,       // it answered: later
    PortalFault,      // something answered, but not as the portal should (500, HTML)
    WrongCertificate, // not our portal, or a captive page: nothing was sent
    Unauthorized,     // the portal does not accept this kiosk
};

struct SyncSnapshot
{
    LinkState link = LinkState::Unknown;
    bool sending = false;
    qint64 bytesConfirmed = 0; // of this run: what the portal said it holds
    qint64 bytesTotal = 0;
    QDateTime lastSuccess; // last answer of the portal
    QDateTime nextAttempt; // invalid when none is planned
    std::optional<Error> lastError;
};

// Where sync publishes its state and screens read it. Thread-safe; `changed` is emitted on the publishing thread.
class SyncMonitor : public QObject
{
    Q_OBJECT

public:
    SyncSnapshot snapshot() const;
    void publish(const SyncSnapshot &snapshot);

Q_SIGNALS:
    void changed();

private:
    mutable QMutex m_mutex;
    SyncSnapshot m_snapshot;
};

// What a button may ask of sync. Thread-safe, returns at once.
class SyncControl
{
public:
    virtual ~SyncControl() = default;
    virtual void requestSync() = 0; // now, whatever the back-off says
};

} // namespace motcua
