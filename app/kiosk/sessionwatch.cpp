#include "app/kiosk/sessionwatch.h"

#include "core/base/log.h"

#ifdef Q_OS_LINUX
#    include <QDBusConnection>
#endif

using namespace Qt::StringLiterals;

namespace motcua {

SessionWatch::SessionWatch(QObject *parent)
    : QObject(parent)
{
}

void SessionWatch::start()
{
#ifdef Q_OS_LINUX
    // org.freedesktop.login1(5): signals go to everybody on the system bus.
    const QString logind = u"org.freedesktop.login1"_s;
    QDBusConnection system = QDBusConnection::systemBus();
    const bool sleep = system.connect(logind, u"/org/freedesktop/login1"_s, logind + u".Manager"_s, u"PrepareForSleep"_s, this,
                                      SLOT(prepareForSleep(bool)));
    const bool lock = system.connect(logind, {}, logind + u".Session"_s, u"Lock"_s, this, SLOT(sessionLocked()));
    const QString saver = u"org.freedesktop.ScreenSaver"_s;
    const bool screen = QDBusConnection::sessionBus().connect({}, {}, saver, u"ActiveChanged"_s, this, SLOT(screenSaver(bool)));
    qCInfo(logApp) << "locks with the machine: sleep" << sleep << "session" << lock << "screen saver" << screen;
#endif
}

void SessionWatch::prepareForSleep(bool begins)
{
    if (begins)
        Q_EMIT leaving();
}

void SessionWatch::sessionLocked()
{
    Q_EMIT leaving();
}

void SessionWatch::screenSaver(bool active)
{
    if (active)
        Q_EMIT leaving();
}

} // namespace motcua
