#include "app/engine/engine.h"

#include "core/base/log.h"
#include "core/counter/setup.h"
#include "core/store/repositories.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace motcua {

// Lets screens hold a SyncControl before the store is open and sync can exist.
class Engine::LateSyncControl final : public SyncControl
{
public:
    explicit LateSyncControl(const std::unique_ptr<SyncService> &service)
        : m_service(service)
    {
    }

    void requestSync() override
    {
        if (m_service)
            m_service->requestSync();
    }

private:
    const std::unique_ptr<SyncService> &m_service;
};

Result<std::unique_ptr<QLockFile>> lockProfile(const ProfileFiles &files)
{
    QDir().mkpath(files.directory);
    auto lock = std::make_unique<QLockFile>(files.lock());
    lock->setStaleLockTime(0);
    bool locked = lock->tryLock(0);
    // A power cut while it was written leaves an empty one, which would lock everybody out; a living holder keeps it all the same.
    if (!locked && QFileInfo(files.lock()).size() == 0)
        locked = lock->removeStaleLockFile() && lock->tryLock(0);
    if (!locked)
        return fail(ErrorCode::ProfileInUse, files.directory);
    return lock;
}

Result<std::unique_ptr<Engine>> Engine::open(const ProfileFiles &files)
{
    Result<KioskProfile> profile = loadProfile(files);
    if (!profile)
        return passOn(profile);
    Result<std::unique_ptr<QLockFile>> lock = lockProfile(files);
    if (!lock)
        return passOn(lock);
    return std::unique_ptr<Engine>(new Engine(files, std::move(*profile), std::move(*lock)));
}

Engine::Engine(const ProfileFiles &profileFiles, KioskProfile kioskProfile, std::unique_ptr<QLockFile> lock)
    : files(profileFiles)
    , profile(std::move(kioskProfile))
    , packs(PackCatalog::shippedWhenNeeded())
    , m_lock(std::move(lock))
    , keychain(makeSystemSecretStore())
    , vault(files.keySlots(), *keychain)
    , gate(files, vault, store, clock)
    , counter({ store, packs, units, profile, clock, changes })
    , outbox(makeStoreOutbox(store, clock, changes))
    , m_syncControl(std::make_unique<LateSyncControl>(m_sync))
{
    QObject::connect(&changes, &DossierChanges::enqueued, &changes, [this] { m_syncControl->requestSync(); });
}

Engine::~Engine() = default;

QFuture<Result<PortalAccess>> Engine::askPortalAccess()
{
    return store.run([this](Database &database) -> Result<PortalAccess> {
        const Result<QString> token = SettingsRepository(database).value(portalTokenSetting);
        if (!token)
            return passOn(token);
        return PortalAccess { profile.portal, files.portalCa(), *token, profile.kioskId, profile.communeCode };
    });
}

Result<PortalAccess> Engine::portalAccess()
{
    return askPortalAccess().result();
}

void Engine::syncWhenOpen()
{
    QObject::connect(&gate, &Gate::opened, &changes, [this] {
        askPortalAccess().then(&changes, [this](const Result<PortalAccess> &access) {
            if (!access) {
                qCWarning(logApp).noquote() << "sync does not start:" << forLog(access.error());
                return;
            }
            m_sync = std::make_unique<SyncService>(*outbox, *access, clock, monitor);
            m_sync->start();
        });
    });
}

SyncControl &Engine::syncControl()
{
    return *m_syncControl;
}

} // namespace motcua
