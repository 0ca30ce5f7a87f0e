#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace motcua {

// Tells when this machine gets a network or loses it, by Qt's QNetworkInformation. Qt Network brings nine libraries along, so this lies in
// a module of its own beside the program (sync/network) and is opened when sync starts. On the main thread, for as long as `context`
// lives. False: this machine does not tell, and only the timer of sync finds out.
bool watchNetwork(QObject *context, const std::function<void(bool reachable)> &tell);

QString networkModule(); // the file
// What the module holds under the name motcuaWatchNetwork.
using WatchNetwork = bool(QObject *context, const std::function<void(bool reachable)> &tell);

} // namespace motcua
