#include "ui/shell/idlewatch.h"

#include <QCoreApplication>
#include <QEvent>

namespace motcua {

IdleWatch::IdleWatch(QObject *parent)
    : QObject(parent)
{
    m_warn.setSingleShot(true);
    m_end.setSingleShot(true);
    connect(&m_warn, &QTimer::timeout, this, &IdleWatch::aboutToBeIdle);
    connect(&m_end, &QTimer::timeout, this, &IdleWatch::idle);
}

void IdleWatch::start(std::chrono::milliseconds idleAfter, std::chrono::milliseconds warning)
{
    stop();
    if (idleAfter.count() <= 0)
        return;
    m_end.setInterval(idleAfter);
    m_warn.setInterval(idleAfter - warning);
    qApp->installEventFilter(this);
    touched();
}

void IdleWatch::stop()
{
    if (qApp)
        qApp->removeEventFilter(this);
    m_warn.stop();
    m_end.stop();
}

void IdleWatch::touched()
{
    m_end.start();
    if (m_warn.interval() > 0)
        m_warn.start();
}

bool IdleWatch::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TabletPress:
    case QEvent::InputMethod:
        // What programs send to themselves is nobody's hand.
        if (event->spontaneous())
            touched();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace motcua
