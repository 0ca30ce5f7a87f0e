#pragma once

#include <QString>

namespace motcua {

// What the Secret Service of the session says without asking anybody for a password. QtKeychain alone answers "not found" for a
// locked, a lost and an empty keyring alike (storage.md 2.1), and may put a password window in front of a kiosk.
enum class ServiceState {
    Unlocked, // the entry is there and readable (for writing: the default keyring is open)
    Locked,
    Absent, // no such entry (for writing: no default keyring)
    NoService,
    NoBus,
    NoAnswer,
};

ServiceState secretServiceEntry(const QString &server, const QString &user, int timeoutMs);
ServiceState secretServiceDefaultKeyring(int timeoutMs);
QString secretServiceName(int timeoutMs); // "Secret Service (gnome-keyring-d)", empty when there is none

} // namespace motcua
