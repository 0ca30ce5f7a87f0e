#pragma once

#include "core/vault/secretstore.h"
#include "core/vault/vault.h"

#include <QString>
#include <QStringList>

namespace motcua {

// A new master key takes the place of the old one, in the slot file: begin() writes slots of both keys, the caller turns the database
// to the new key and checks it whole, finish() keeps the slots of the key that the database has. Whatever stops in between, the slots
// of the database's key are there. The old key leads nowhere: it wraps nothing of the new one.
class Rotation
{
public:
    explicit Rotation(QString slotFile);

    bool isRunning() const;
    // The new key. Those who leave are in no slot of it, nor of the old one any more; every PIN ends (it lies under a key whose other
    // half whoever left may have copied from the keychain). AccountUnknown, LastAccount, RotationWaits, RotationUnfinished.
    Result<Secret> begin(const OpenedVault &opened, const QStringList &leaving, SecretStore &keychain);
    // `live` opened the database and every page of it was read. VaultKeyForeign when it is neither of the two.
    Result<void> finish(const Secret &live);

private:
    QString m_slotFile;
};

} // namespace motcua
