#pragma once

#include "core/base/result.h"
#include "core/identity/account.h"
#include "core/identity/kioskprofile.h"
#include "core/vault/recovery.h"
#include "core/vault/vault.h"

#include <QString>
#include <QStringList>

#include <functional>

namespace motcua {

class Clock;
class SecretStore;
class StoreThread;

// The life of the keys, each step in the log of acts. Blocks for about a second, rotate() for as long as the database takes to be
// written anew (about 90 MB/s, storage.md 2.3). The store must be open, but for restore(), which opens it.
// What concerns others than oneself is for officers and IT staff: RoleForbids.
class KeyDesk
{
public:
    KeyDesk(ProfileFiles files, Vault &vault, StoreThread &store, const Clock &clock);

    Result<void> setPin(const OpenedVault &opened, const QString &login, const Secret &pin);
    Result<void> removePin(const OpenedVault &opened, const QString &login);
    Result<void> changePassphrase(const OpenedVault &opened, const QString &login, const Secret &passphrase, const KdfCost &cost);
    Result<void> removeWithoutRotation(const OpenedVault &opened, const QString &login);

    Result<void> addProvince(const OpenedVault &opened, const ProvincePublicKey &key);
    Result<void> removeProvince(const OpenedVault &opened, const QString &name);
    // The round trip that finishes the enrolment. Needs no passphrase: the answer is one.
    Result<QString> proveRecovery(const QString &answer); // the name of the province's key
    // Opens with the answer, and only when the database opened gives the account its new passphrase.
    Result<Account> restore(const QString &answer, const QString &login, const Secret &passphrase, const KdfCost &cost);

    // The steps of a rotation, in their order; power may fail after any.
    enum class Step { SlotsOfBothWritten, DatabaseTurned, DatabaseChecked, OldForgotten };
    using Observer = std::function<void(Step)>;
    // A new master key, for everybody but those who leave. RotationNoSpace, RotationWaits, RotationUnfinished, LastAccount.
    Result<void> rotate(const OpenedVault &opened, const QStringList &leaving, SecretStore &keychain, const Observer &done = {});
    // After a rotation that was cut off: `live` is the key that opened the database. Nothing to do otherwise.
    Result<void> settle(const Secret &live);

private:
    Result<void> journal(const QString &actor, const QString &action, const QString &subject);
    Result<void> noted(const Result<void> &done, const OpenedVault &opened, const QString &action, const QString &subject);
    Result<void> mayManage(const OpenedVault &opened) const; // RoleForbids
    Result<void> noteLeaving(const QString &actor, const QString &login);
    Result<void> checkWhole();

    ProfileFiles m_files;
    Vault &m_vault;
    StoreThread &m_store;
    const Clock &m_clock;
};

// Opens the store with the key in use, or with the next one where a rotation was cut off after the database had it. The key that fits.
Result<Secret> openStoreWith(const OpenedVault &opened, const ProfileFiles &files, StoreThread &store);

// Rows of the log of acts are sealed from then on.
void sealJournalWith(const Secret &masterKey, StoreThread &store);

// How many bytes are missing for writing the whole database once more beside itself; 0 = enough.
qint64 missingForRotation(qint64 databaseBytes, qint64 freeBytes);

} // namespace motcua
