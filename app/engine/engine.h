#pragma once

#include "app/engine/profilelock.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/catalog/catalog.h"
#include "core/catalog/portalcatalog.h"
#include "core/counter/counter.h"
#include "core/counter/gate.h"
#include "core/counter/housekeeping.h"
#include "core/counter/spacewatch.h"
#include "core/dossier/dossierchanges.h"
#include "core/identity/administrativeunits.h"
#include "core/identity/kioskprofile.h"
#include "core/outbox/outbox.h"
#include "core/outbox/syncmonitor.h"
#include "core/paper/readerprogram.h"
#include "core/procedure/procedurepack.h"
#include "core/store/storethread.h"
#include "core/vault/secretstore.h"
#include "core/vault/vault.h"
#include "sync/syncservice.h"

#include <QFuture>

#include <memory>

namespace motcua {

// Everything a kiosk is made of, without a screen: composed once, used by motcua and by motcuactl alike.
class Engine
{
public:
    // Takes the lock of the profile (ProfileInUse) and reads what needs no key. The store is still closed: see gate.
    static Result<std::unique_ptr<Engine>> open(const ProfileFiles &files);
    ~Engine();

    // Where and as whom this kiosk talks to the portal. The store must be open: the token lies in it.
    Result<PortalAccess> portalAccess();
    // One pass through the door of this profile, blocking; for programs without a service.
    SyncOutcome syncPass(const PortalAccess &access, const std::function<bool()> &stop, SyncMemory &memory);
    // Sync starts as soon as the store is open, whoever opens it. For programs with an event loop.
    void syncWhenOpen();
    SyncControl &syncControl();

    const ProfileFiles files;
    const KioskProfile profile;
    const SystemClock clock;
    const SystemBootClock bootClock;
    const AdministrativeUnits units;
    std::unique_ptr<Catalog> catalog;
    const PackCatalog packs; // of the catalog

private:
    QFuture<Result<PortalAccess>> askPortalAccess();
    void journalInstalled();
    SyncService::Door otherDoor(const PortalAccess &access); // empty: our portal
    Engine(const ProfileFiles &files, KioskProfile profile, std::unique_ptr<ProfileLock> lock);

    class LateSyncControl;
    std::unique_ptr<ProfileLock> m_lock; // released last

public:
    std::unique_ptr<SecretStore> keychain;
    Vault vault;
    StoreThread store;
    DossierChanges changes;
    SyncMonitor monitor;
    Gate gate;
    const DiskSpace disk;
    const SpaceWatch space;
    ReaderProgram reader;
    Counter counter;
    std::unique_ptr<Outbox> outbox;
    Housekeeping housekeeping;
    PortalCatalog portalCatalog;

private:
    std::unique_ptr<LateSyncControl> m_syncControl;
    std::unique_ptr<SyncService> m_sync; // first to go: it uses everything above
};

} // namespace motcua
