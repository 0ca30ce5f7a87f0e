#pragma once

#include <QObject>

namespace motcua {

// The machine goes to sleep, or its session is locked: the kiosk locks too. Linux: systemd-logind over the system bus, and the desktop's
// screen saver; elsewhere nothing is emitted yet. A bus that is not there is no error: many kiosks have none. GUI thread.
class SessionWatch : public QObject
{
    Q_OBJECT

public:
    explicit SessionWatch(QObject *parent = nullptr);

    void start(); // talks to the bus, so after the first paint

Q_SIGNALS:
    void leaving(); // cover what is on the screen now

private Q_SLOTS:
    void prepareForSleep(bool begins);
    void sessionLocked();
    void screenSaver(bool active);
};

} // namespace motcua
