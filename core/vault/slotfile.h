#pragma once

#include "core/base/result.h"
#include "core/vault/stretch.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace motcua {

// One way to open the vault (storage.md 2.3). A program that does not know a type keeps it untouched and offers the others.
struct KeySlot
{
    static constexpr QLatin1StringView passphraseType { "passphrase" };
    static constexpr QLatin1StringView keychainType { "keychain" };
    static constexpr QLatin1StringView pinType { "pin" };
    static constexpr QLatin1StringView recoveryType { "recovery" };

    QString type;
    QString login;         // of passphrases and PINs
    QString role;          // word of account.h's Role, of passphrases and PINs
    KdfCost cost { 0, 0 }; // Argon2id; 0 when nothing is stretched
    QByteArray salt;       // of Argon2id
    QByteArray nonce;      // 24 bytes
    QByteArray wrapped;    // 32 bytes + 16 bytes of tag: the master key, or the person's X25519 key when there is a publicKey
    QByteArray keyId;      // which master key is in it
    QByteArray publicKey;  // X25519: the person's (passphrase) or the province's (recovery)
    QByteArray sealed;     // the master key for publicKey's owner (passphrase)
    QByteArray ephemeral;  // X25519, made anew at each sealing (recovery)
    QByteArray entry;      // names the keychain's entry (PIN)
    QString provedAt;      // when the province showed that it can open this slot (recovery); empty: not yet
    QJsonObject raw;       // of a type that is not known here: the whole slot as it was read, written back as it is

    QByteArray associatedData() const; // what the tag binds beside the content
};

struct SlotTable
{
    QByteArray keyId; // 8 bytes, tells which master key (and so which database) these slots belong to
    qint64 generation = 0;
    QList<KeySlot> keySlots;
    QByteArray nextKeyId = {}; // while a new master key takes over: slots of both are here, and the database has one of the two
    bool rotationDue = false;  // an account was removed without renewing the key
    QJsonObject tries = {};    // wrong tries by login, as in tries.json: the second place of the count
    bool triesKept = false;    // tries.json was there: when it is missing, somebody took it away
};

// The slots on disk: two equal files (`path` and `path`.copy), each with a checksum; either is enough. Unreadable content is never
// overwritten: when both are unreadable every change is refused, and one bad file is moved aside before its place is written again.
class SlotFile
{
public:
    explicit SlotFile(QString path);

    bool exists() const;                       // any of the two
    Result<SlotTable> load() const;            // VaultMissing, VaultUnreadable
    Result<void> save(const SlotTable &table); // VaultNotSaved; fsync and rename, the copy first

private:
    QString m_path;
};

} // namespace motcua
