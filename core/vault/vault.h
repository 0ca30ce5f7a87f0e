#pragma once

#include "core/base/result.h"
#include "core/identity/account.h"
#include "core/vault/secret.h"
#include "core/vault/secretstore.h"

#include <QList>
#include <QString>

namespace motcua {

struct KdfCost
{
    int memoryMiB = 256; // 64 at least
    int passes = 3;
};

struct OpenedVault
{
    Secret masterKey; // 32 bytes
    Account account;  // who opened it; login empty when the keychain did
};

// The slot file of a profile. Not thread-safe; every call may take about a second: use it from a worker thread.
// No call deletes or overwrites a slot file it cannot read; writes are fsync + rename.
class Vault
{
public:
    explicit Vault(QString slotFile, SecretStore &keychain);

    bool exists() const;
    // A new random master key with one passphrase slot, and a keychain slot when the keychain takes it. Refuses when the slot file
    // or the database beside it exists (ProfileExists is the caller's check; here VaultExists).
    Result<OpenedVault> create(const Account &first, const Secret &passphrase, const KdfCost &cost = {});

    Result<QList<Account>> accounts() const; // logins and roles, in the clear
    Result<OpenedVault> openWithPassphrase(const QString &login,
                                           const Secret &passphrase) const; // WrongPassphrase; empty login = try each
    Result<OpenedVault> openWithKeychain() const;                           // KeychainUnavailable, KeychainSlotMissing
    Result<void> addAccount(const OpenedVault &opened, const Account &account, const Secret &passphrase,
                            const KdfCost &cost = {});
    bool hasKeychainSlot() const;

private:
    QString m_slotFile;
    SecretStore &m_keychain;
};

// The SQLCipher key, derived from the master key (storage.md 2.3: id 1, "KIOSKDB1").
Secret databaseKey(const Secret &masterKey);

} // namespace motcua
