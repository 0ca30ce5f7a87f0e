#include "sync/networkwatch.h"

#include "core/base/latelibrary.h"
#include "core/base/log.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace motcua {

QString networkModule()
{
    return QCoreApplication::applicationDirPath() + u"/motcua-network"_s;
}

bool watchNetwork(QObject *context, const std::function<void(bool)> &tell)
{
    WatchNetwork *watch = nullptr;
    if (LateLibrary(networkModule()).find(watch, "motcuaWatchNetwork"))
        return watch(context, tell);
    qCWarning(logSync) << "motcua-network cannot be opened; a new network is found by the timer";
    return false;
}

} // namespace motcua
