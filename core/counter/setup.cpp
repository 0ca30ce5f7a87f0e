#include "core/counter/setup.h"

#include "core/base/clock.h"
#include "core/identity/administrativeunits.h"
#include "core/store/repositories.h"
#include "core/store/storethread.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

Result<void> requireNothingOld(const ProfileFiles &files)
{
    for (const QString &trace : { files.profile(), files.keySlots(), files.database(), files.database() + u"-wal"_s }) {
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

Result<void> keepPerson(const Account &account, const QString &actor, StoreThread &store, const Clock &clock)
{
    return store
        .run([=, now = clock.now()](Database &database) {
            return database.write([&]() -> Result<void> {
                if (const auto saved = AccountRepository(database).save(account); !saved)
                    return saved;
                const auto entry = JournalRepository(database).append(now, actor, u"account.added"_s, account.login);
                return entry ? Result<void>() : passOn(entry);
            });
        })
        .result();
}

} // namespace

Result<void> setUpKiosk(const ProfileFiles &files, const KioskProfile &profile, const QByteArray &portalCa, const Account &first,
                        const Secret &passphrase, const KdfCost &cost, const AdministrativeUnits &units, Vault &vault,
                        StoreThread &store, const Clock &clock)
{
    const AdministrativeUnit *commune = units.find(profile.communeCode);
    if (!commune || commune->parent.isEmpty())
        return fail(ErrorCode::CommuneUnknown, profile.communeCode);
    if (const auto empty = requireNothingOld(files); !empty)
        return empty;

    QDir().mkpath(files.directory);
    QFile::setPermissions(files.directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (const auto kept = keepCertificate(files, portalCa); !kept)
        return kept;
    const Result<OpenedVault> opened = vault.create(first, passphrase, cost);
    if (!opened)
        return passOn(opened);
    if (const auto made = store.open(files.database(), databaseKey(opened->masterKey), true).result(); !made)
        return made;
    if (const auto kept = keepPerson(first, first.login, store, clock); !kept)
        return kept;
    return saveProfile(files, profile);
}

Result<void> addPerson(const OpenedVault &opened, const Account &account, const Secret &passphrase, const KdfCost &cost,
                       Vault &vault, StoreThread &store, const Clock &clock)
{
    if (const auto added = vault.addAccount(opened, account, passphrase, cost); !added)
        return added;
    return keepPerson(account, opened.account.login, store, clock);
}

} // namespace motcua
