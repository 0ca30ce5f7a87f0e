#pragma once

#include "core/outbox/outbox.h"
#include "core/outbox/syncmonitor.h"

#include <QHash>

namespace motcua {

class Clock;

// What a pass tells the screens. Bytes count only when the portal has said that it holds them.
class SyncProgress
{
public:
    SyncProgress(SyncMonitor &monitor, const Clock &clock);

    void begin();
    void queued(const QList<OutboundDossier> &dossiers);
    void confirmed(const DeliveryKey &key, qint64 bytes); // of form and papers together
    void complete(const DeliveryKey &key);
    void dropped(const DeliveryKey &key);   // refused: not to be sent any more
    void answered();                        // the portal gave a good answer
    void held(HeldBack why);                // papers stay, and why
    void portalTime(const QDateTime &time); // as it told it just now; invalid when it did not
    void weak(bool nothingComesThrough);    // a link is there, hardly anything comes through
    void speed(qint64 bytesPerSecond);      // of the link, for the estimate; 0 = not known
    void journal(const QString &objection); // of the portal to the log of acts; empty: none
    void problem(const Error &error);       // the pass goes on
    void end(std::optional<LinkState> link, const std::optional<Error> &error);

private:
    struct Bytes
    {
        qint64 confirmed = 0;
        qint64 total = 0;
    };
    void publish();

    SyncMonitor &m_monitor;
    const Clock &m_clock;
    SyncSnapshot m_snapshot;
    qint64 m_speed = 0;
    QHash<DeliveryKey, Bytes> m_bytes;
};

qint64 bytesOf(const OutboundDossier &dossier);

} // namespace motcua
