#include "app/kiosk/startmeasure.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QTimer>
#include <QWidget>

#include <cstdio>
#include <ctime>

#ifdef Q_OS_LINUX
#include <unistd.h>
#endif

namespace motcua {

namespace {

#ifdef Q_OS_LINUX
double millisecondsSinceProcessStart()
{
    QFile file(QStringLiteral("/proc/self/stat"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray line = file.readAll();
    constexpr int startTimeAfterName = 19; // field 22 of proc(5), counted after the name in brackets
    const double started = line.mid(line.lastIndexOf(')') + 2).split(' ').value(startTimeAfterName).toDouble() / double(sysconf(_SC_CLK_TCK));
    timespec now {};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return (double(now.tv_sec) + double(now.tv_nsec) / 1e9 - started) * 1000;
}

long residentKiB()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLong() * (sysconf(_SC_PAGESIZE) / 1024) : -1;
}
#else
double millisecondsSinceProcessStart()
{
    return -1;
}

long residentKiB()
{
    return -1;
}
#endif

} // namespace

StartMeasure::StartMeasure(QWidget *window)
    : QObject(window)
{
    window->installEventFilter(this);
}

bool StartMeasure::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        // After this event is done the pixels are with the window system.
        QTimer::singleShot(0, this, &StartMeasure::print);
    }
    return false;
}

void StartMeasure::print()
{
    std::printf("{\"firstPaintMs\":%.1f,\"rssKiB\":%ld}\n", millisecondsSinceProcessStart(), residentKiB());
    std::fflush(stdout);
    QCoreApplication::quit();
}

} // namespace motcua
