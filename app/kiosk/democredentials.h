#pragma once

#include "core/identity/kioskprofile.h"
#include "ui/shell/uiservices.h"

#include <QList>

namespace motcua {

// Of a demo kiosk only: DIR/demo-accounts.json, written by packaging/demo/provision.sh.
QList<DemoCredential> demoCredentials(const ProfileFiles &files, const KioskProfile &profile);

} // namespace motcua
