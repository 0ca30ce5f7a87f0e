#pragma once

#include "core/base/result.h"
#include "core/identity/account.h"
#include "core/identity/kioskprofile.h"
#include "core/vault/secret.h"
#include "core/vault/recovery.h"
#include "core/vault/vault.h"

#include <QByteArray>

#include <optional>

namespace motcua {

class AdministrativeUnits;
class Clock;
class StoreThread;

// The name under which the portal's token for this kiosk lies in the store's settings.
inline constexpr QLatin1StringView portalTokenSetting("portal-token");

// What a new kiosk is made from.
struct KioskSetup
{
    KioskProfile profile;
    QByteArray portalCa; // PEM
    QString portalToken; // may be empty
    Account first;       // whose passphrase it is
    KdfCost cost;
    std::optional<ProvincePublicKey> recoveryKey = {}; // of the province; the enrolment is finished when it was proved
};

// Makes a new kiosk in an empty folder: slots, database, the portal's certificate, and last profile.json. Refuses when any trace of
// an older kiosk is there (ProfileExists): a key or database is never made beside an old one. Blocks for about a second.
Result<void> setUpKiosk(const ProfileFiles &files, const KioskSetup &setup, const Secret &passphrase,
                        const AdministrativeUnits &units, Vault &vault, StoreThread &store, const Clock &clock);

// One more person; `opened` proves that somebody who may is asking. The store must be open.
Result<void> addPerson(const OpenedVault &opened, const Account &account, const Secret &passphrase, const KdfCost &cost,
                       Vault &vault, StoreThread &store, const Clock &clock);

// A new identity for a kiosk of which a copy is about: new kiosk id, new lineage, and the portal's new token where there is one. What
// waits keeps its ids and goes out under the new identity. Answers the new profile, which is saved; the program must be started anew.
Result<KioskProfile> renewKiosk(const ProfileFiles &files, const KioskProfile &profile, const QString &portalToken,
                                const QString &actor, StoreThread &store, const Clock &clock);

} // namespace motcua
