#pragma once

#include "core/base/result.h"
#include "core/identity/account.h"
#include "core/vault/bootclock.h"
#include "core/vault/secret.h"
#include "core/vault/secretstore.h"
#include "core/vault/stretch.h"
#include "core/vault/tries.h"

#include <QList>
#include <QString>

#include <optional>

namespace motcua {

struct OpenedVault
{
    Secret masterKey;    // 32 bytes
    Account account;     // who opened it; login empty when the keychain did
    Secret nextKey = {}; // while a key is being renewed: the database may have this one already
    int wrongTriesBefore = 0;
};

struct AccountState
{
    Account account;
    bool hasPin = false;
    bool isRenewable = false; // a new master key can be given to it; false for a slot of the first format until its next sign-in
};

struct VaultState
{
    QString keyId; // of the master key, hexadecimal
    QList<AccountState> accounts;
    bool hasKeychainSlot = false;
    bool isRotating = false;
    bool isRotationDue = false; // somebody was removed and may still know the key
};

struct SlotTable;

// The slot file of a profile. Not thread-safe; every call may take about a second: use it from a worker thread.
// No call deletes or overwrites a slot file it cannot read; writes are fsync + rename. Wrong tries are counted beside it (Tries).
class Vault
{
public:
    Vault(QString slotFile, SecretStore &keychain, const BootClock *clock = nullptr);

    bool exists() const;
    // A new random master key with one passphrase slot, and a keychain slot when the keychain takes it. Refuses when the slot file
    // or the database beside it exists (ProfileExists is the caller's check; here VaultExists).
    Result<OpenedVault> create(const Account &first, const Secret &passphrase, const KdfCost &cost = {});

    Result<QList<Account>> accounts() const; // logins and roles, in the clear
    Result<VaultState> state() const;
    bool hasPin(const QString &login) const;

    // WrongPassphrase, TooManyTries; empty login = try each. A slot of the first format is renewed on the way.
    Result<OpenedVault> openWithPassphrase(const QString &login, const Secret &passphrase);
    // WrongPin, PinUnavailable (no PIN, or the keychain does not give its half), PinLocked, TooManyTries
    Result<OpenedVault> openWithPin(const QString &login, const Secret &pin);
    Result<OpenedVault> openWithKeychain() const; // KeychainUnavailable, KeychainSlotMissing
    bool hasKeychainSlot() const;
    void forgetTries(const QString &login); // somebody else has shown who is there

    // All of them ask for the key that is in use: VaultKeyForeign, RotationUnfinished.
    Result<void> addAccount(const OpenedVault &opened, const Account &account, const Secret &passphrase,
                            const KdfCost &cost = {});                           // AccountExists, LoginNotUsable
    Result<void> removeAccount(const OpenedVault &opened, const QString &login); // AccountUnknown, LastAccount; the key stays
    Result<void> changePassphrase(const OpenedVault &opened, const QString &login, const Secret &passphrase,
                                  const KdfCost &cost = {});                                 // AccountUnknown
    Result<void> setPin(const OpenedVault &opened, const QString &login, const Secret &pin); // PinTooSimple, KeychainUnavailable
    Result<void> removePin(const OpenedVault &opened, const QString &login);                 // PinUnavailable

    const QString &slotFile() const { return m_slotFile; }

private:
    Result<OpenedVault> tryPassphrases(const SlotTable &table, const QStringList &logins, const Secret &passphrase);
    void renew(SlotTable table, const OpenedVault &opened, const Secret &passphrase) const;
    Result<Tries::Attempt> countTry(const SlotTable &table, const QStringList &logins, Tries::With with);
    void keepTries() const; // in the slot file too

    QString m_slotFile;
    SecretStore &m_keychain;
    SystemBootClock m_ownClock;
    Tries m_tries;
};

// The SQLCipher key, derived from the master key (storage.md 2.3: id 1, "KIOSKDB1").
Secret databaseKey(const Secret &masterKey);

} // namespace motcua
