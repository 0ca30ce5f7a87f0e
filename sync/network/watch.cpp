#include "sync/networkwatch.h"

#include <QNetworkInformation>

using Reachability = QNetworkInformation::Reachability;

extern "C" Q_DECL_EXPORT bool motcuaWatchNetwork(QObject *context, const std::function<void(bool)> &tell)
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return false;
    QObject::connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, context,
                     [tell](Reachability now) { tell(now != Reachability::Disconnected); });
    return true;
}
