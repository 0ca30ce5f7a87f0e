#include "app/engine/engine.h"

#include "app/engine/filereaders.h"
#include "core/base/log.h"
#include "core/counter/setup.h"
#include "core/store/repositories.h"
#include "sync/national/nationalpass.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {
const QString installedSetting = u"installed-procedures"_s;
}

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

Result<std::unique_ptr<Engine>> Engine::open(const ProfileFiles &files)
{
    Result<KioskProfile> profile = loadProfile(files);
    if (!profile)
        return passOn(profile);
    Result<std::unique_ptr<ProfileLock>> lock = ProfileLock::take(files);
    if (!lock)
        return passOn(lock);
    return std::unique_ptr<Engine>(new Engine(files, std::move(*profile), std::move(*lock)));
}

Engine::Engine(const ProfileFiles &profileFiles, KioskProfile kioskProfile, std::unique_ptr<ProfileLock> lock)
    : files(profileFiles)
    , profile(std::move(kioskProfile))
    , catalog(makeCatalog(files, profile))
    , packs(catalog->packs())
    , m_lock(std::move(lock))
    , keychain(makeSystemSecretStore())
    , vault(files.keySlots(), *keychain)
    , gate(files, vault, store, clock)
    , space(profile, files.directory, disk)
    , counter({ store, packs, units, profile, clock, changes, *catalog, reader, &space })
    , outbox(makeStoreOutbox(store, clock, changes))
    , housekeeping(files, store, clock, space, changes)
    , portalCatalog(*catalog, files.packs(), clock)
    , m_syncControl(std::make_unique<LateSyncControl>(m_sync))
{
    store.setBootClock(bootClock);
    QObject::connect(&gate, &Gate::opened, &changes, [this] {
        space.layBallast();
        journalInstalled();
    });
    QObject::connect(catalog.get(), &Catalog::installedNew, &changes, [this] {
        if (gate.isOpen())
            journalInstalled();
    });
    QObject::connect(&changes, &DossierChanges::enqueued, &changes, [this] {
        if (m_sync)
            m_sync->submitted();
    });
}

Engine::~Engine() = default;

QFuture<Result<PortalAccess>> Engine::askPortalAccess()
{
    return store.run([this](Database &database) -> Result<PortalAccess> {
        const Result<QString> token = SettingsRepository(database).value(portalTokenSetting);
        if (!token)
            return passOn(token);
        PortalAccess access { profile.portal, files.portalCa(), *token, profile.kioskId, profile.communeCode };
        access.formerIds = profile.formerIds;
        if (const std::optional<qsizetype> rank = units.rankOf(profile.communeCode))
            access.place = fleetPlace(*rank);
        return access;
    });
}

Result<PortalAccess> Engine::portalAccess()
{
    return askPortalAccess().result();
}

SyncService::Door Engine::otherDoor(const PortalAccess &access)
{
    if (profile.door != "national"_L1)
        return {};
    QFile file(files.national());
    const QByteArray setup = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    return [this, access, setup](const std::function<bool()> &stop) {
        const auto packOf = [this](const QString &code, const QString &version) {
            const PackPtr exact = packs.find(code, version);
            return exact ? exact : packs.newest(code);
        };
        return runNationalPass(*outbox, access, setup, packOf, clock, monitor, stop);
    };
}

SyncOutcome Engine::syncPass(const PortalAccess &access, const std::function<bool()> &stop, SyncMemory &memory)
{
    const SyncService::Door door = otherDoor(access);
    return door ? door(stop) : runSyncPass(*outbox, access, clock, monitor, stop, &memory, &portalCatalog);
}

void Engine::syncWhenOpen()
{
    QObject::connect(&gate, &Gate::opened, &changes, [this] {
        askPortalAccess().then(&changes, [this](const Result<PortalAccess> &access) {
            if (!access) {
                qCWarning(logApp).noquote() << "sync does not start:" << forLog(access.error());
                return;
            }
            m_sync = std::make_unique<SyncService>(*outbox, *access, clock, monitor, &portalCatalog, otherDoor(*access));
            m_sync->start();
        });
    });
}

// A file may be installed while the store is closed (motcuactl, without a passphrase), so the log of acts learns of it at the next
// opening: which number is in force, since when this kiosk knows.
void Engine::journalInstalled()
{
    const BundlePtr bundle = catalog->installed();
    const QString now = bundle ? u"%1 %2"_s.arg(bundle->serial).arg(bundle->signers.join(u' ')) : QString();
    store.run([this, now](Database &database) -> Result<void> {
        SettingsRepository settings(database);
        const Result<QString> before = settings.value(installedSetting);
        if (!before || *before == now)
            return before ? Result<void>() : passOn(before);
        return database.write([&]() -> Result<void> {
            const auto entry = JournalRepository(database).append(clock.now(), u"kiosk"_s, u"procedures.installed"_s, {}, now);
            return entry ? settings.setValue(installedSetting, now) : passOn(entry);
        });
    });
}

SyncControl &Engine::syncControl()
{
    return *m_syncControl;
}

} // namespace motcua
