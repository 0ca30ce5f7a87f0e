#include "core/counter/setup.h"

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/counter/keydesk.h"
#include "core/counter/permits.h"
#include "core/identity/administrativeunits.h"
#include "core/store/queuesettings.h"
#include "core/store/repositories.h"
#include "core/store/storethread.h"
#include "core/vault/durablefile.h"
#include "core/vault/passphraseslot.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

Result<void> requireNothingOld(const ProfileFiles &files)
{
    for (const QString &trace :
         { files.profile(), files.keySlots(), files.keySlots() + u".copy"_s, files.database(), files.database() + u"-wal"_s }) {
        if (QFile::exists(trace))
            return fail(ErrorCode::ProfileExists, trace);
    }
    return {};
}

Result<void> keepCertificate(const ProfileFiles &files, const QByteArray &pem)
{
    QSaveFile file(files.portalCa());
    const bool isPem = pem.contains("-----BEGIN CERTIFICATE-----");
    if (!isPem || !file.open(QIODevice::WriteOnly) || file.write(pem) != pem.size() || !file.commit())
        return fail(ErrorCode::CertificateUnreadable, files.portalCa(), isPem ? file.errorString() : u"not PEM"_s);
    return {};
}

Result<void> journalPerson(Database &database, const Account &account, const QString &actor, const QDateTime &now)
{
    if (const auto saved = AccountRepository(database).save(account); !saved)
        return saved;
    const auto entry = JournalRepository(database).append(now, actor, u"account.added"_s, account.login);
    return entry ? Result<void>() : passOn(entry);
}

Result<void> fillStore(const KioskSetup &setup, StoreThread &store, const Clock &clock)
{
    return store
        .run([=, now = clock.now()](Database &database) {
            return database.write([&]() -> Result<void> {
                if (const auto kept = SettingsRepository(database).setValue(portalTokenSetting, setup.portalToken); !kept)
                    return kept;
                return journalPerson(database, setup.first, setup.first.login, now);
            });
        })
        .result();
}

} // namespace

Result<void> setUpKiosk(const ProfileFiles &files, const KioskSetup &setup, const Secret &passphrase,
                        const AdministrativeUnits &units, Vault &vault, StoreThread &store, const Clock &clock)
{
    const AdministrativeUnit *commune = units.find(setup.profile.communeCode);
    if (!commune || commune->parent.isEmpty())
        return fail(ErrorCode::CommuneUnknown, setup.profile.communeCode);
    if (const auto empty = requireNothingOld(files); !empty)
        return empty;
    if (const auto enough = requireLongEnough(passphrase); !enough)
        return enough;

    QDir().mkpath(files.directory);
    QFile::setPermissions(files.directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (const auto kept = keepCertificate(files, setup.portalCa); !kept)
        return kept;
    const Result<OpenedVault> opened = vault.create(setup.first, passphrase, setup.cost);
    if (!opened)
        return passOn(opened);
    if (const auto made = store.open(files.database(), databaseKey(opened->masterKey), true).result(); !made)
        return made;
    sealJournalWith(opened->masterKey, store);
    if (const auto filled = fillStore(setup, store, clock); !filled)
        return filled;
    if (setup.recoveryKey) {
        if (const auto added = Recovery(vault.slotFile()).add(opened->masterKey, *setup.recoveryKey); !added)
            return added;
    }
    const Result<void> saved = saveProfile(files, setup.profile);
    syncFolderOf(files.profile());
    return saved;
}

Result<void> addPerson(const OpenedVault &opened, const Account &account, const Secret &passphrase, const KdfCost &cost,
                       Vault &vault, StoreThread &store, const Clock &clock)
{
    if (const Result<void> may = permit({ opened.account, true }, Deed::People); !may)
        return may;
    if (const Result<void> enough = requireLongEnough(passphrase); !enough)
        return enough;
    // Row before slot: whoever can get in stands in the log of acts, and a second try completes a first that was cut off.
    const Result<void> written = store
                                     .run([=, who = opened.account.login, now = clock.now()](Database &database) {
                                         return database.write([&] { return journalPerson(database, account, who, now); });
                                     })
                                     .result();
    return written ? vault.addAccount(opened, account, passphrase, cost) : written;
}

Result<KioskProfile> renewKiosk(const ProfileFiles &files, const KioskProfile &profile, const QString &portalToken,
                                const QString &actor, StoreThread &store, const Clock &clock)
{
    KioskProfile renewed = profile;
    renewed.kioskId = newUuid7(clock);
    constexpr qsizetype mostFormer = 5; // as many as a call may name
    renewed.formerIds.prepend(profile.kioskId);
    renewed.formerIds = renewed.formerIds.mid(0, mostFormer);
    // Store before profile: cut off between them, the old identity is refused as before and a second try completes it.
    const Result<void> forgotten =
        store
            .run([=, now = clock.now()](Database &database) {
                return database.write([&]() -> Result<void> {
                    if (const auto done = writeLineage(database, {}); !done)
                        return done;
                    if (!portalToken.isEmpty()) {
                        if (const auto kept = SettingsRepository(database).setValue(portalTokenSetting, portalToken); !kept)
                            return kept;
                    }
                    const auto entry =
                        JournalRepository(database).append(now, actor, u"kiosk.renewed"_s, profile.kioskId, renewed.kioskId);
                    return entry ? Result<void>() : passOn(entry);
                });
            })
            .result();
    if (!forgotten)
        return passOn(forgotten);
    if (const Result<void> saved = saveProfile(files, renewed); !saved)
        return passOn(saved);
    syncFolderOf(files.profile());
    return renewed;
}

} // namespace motcua
