#pragma once

#include "core/identity/account.h"
#include "core/vault/provincekey.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace motcua {

struct RecoveryKeyState
{
    ProvincePublicKey key;
    QString provedAt; // RFC 3339; empty: the province never showed that it can open this kiosk
};

// The province's way in, over the slot file. As Vault: not thread-safe, up to a second each, no file is written over that cannot be read.
class Recovery
{
public:
    explicit Recovery(QString slotFile);

    Result<QList<RecoveryKeyState>> keys() const;
    // Two at most: the key in use and the next. RecoveryPlacesFull, ProvinceKeyUnusable, VaultKeyForeign.
    Result<void> add(const Secret &masterKey, const ProvincePublicKey &key);
    Result<void> remove(const Secret &masterKey, const QString &name); // RecoveryMissing

    Result<QString> challenge(const QString &name = {}) const; // RecoveryMissing; without a name the first key's

    struct Opened
    {
        Secret masterKey;
        QString name; // of the province's key
    };
    // Changes nothing. RecoveryTextWrong, RecoveryAnswerWrong, RecoveryMissing.
    Result<Opened> open(const QString &answer) const;

    // Notes that the province can, and seals anew, so that the answer that was heard opens nothing again.
    Result<void> prove(const Opened &opened, const QDateTime &now);
    // The same, and in the same writing a new passphrase for an account; its PIN is gone. AccountUnknown.
    Result<Account> restore(const Opened &opened, const QString &login, const Secret &passphrase, const KdfCost &cost,
                            const QDateTime &now);

private:
    QString m_slotFile;
};

} // namespace motcua
