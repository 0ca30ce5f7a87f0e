#pragma once

#include "core/base/error.h"

#include <QDateTime>
#include <QMutex>
#include <QObject>
#include <QString>

#include <chrono>
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
    WrongCertificate, // not our portal: nothing was sent
    Unauthorized,     // the portal does not accept this kiosk: the queue is held
    Weak,             // a link is there and hardly anything comes through
    CaptivePortal,    // the network wants somebody to sign in to it first: nothing was sent
    WrongClock,       // this machine's clock makes a good certificate look bad: nothing was sent
    ClonedKiosk,      // another machine sends under this kiosk's identity: the queue is held
};

// Why papers stay although the portal could be reached.
enum class HeldBack {
    Nothing,
    Budget,       // the day's bytes are used up
    Metered,      // forms only, by order
    Unauthorized, // until IT staff has mended it (also: cloned)
};

struct SyncSnapshot
{
    LinkState link = LinkState::Unknown;
    bool sending = false;
    qint64 bytesConfirmed = 0; // of this run: what the portal said it holds
    qint64 bytesTotal = 0;
    QDateTime lastSuccess;                              // last answer of the portal
    QDateTime nextAttempt;                              // invalid when none is planned
    std::optional<std::chrono::seconds> remaining = {}; // estimate for what is left; nothing until it is known
    HeldBack heldBack = HeldBack::Nothing;
    std::optional<std::chrono::seconds> clockAhead = {}; // of this machine against the portal; negative = it is behind
    std::optional<Error> journalDispute = {};            // the portal remembers another log of acts; nothing is held up by it
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
