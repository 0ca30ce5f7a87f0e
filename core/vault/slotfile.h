#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace motcua {

// One way to open the vault. "passphrase" and "keychain" exist today; "pin" and "recovery" (storage.md 2.3) come as further types with
// fields of their own, so a program that does not know a type keeps it untouched and offers the others.
struct KeySlot
{
    static constexpr QLatin1StringView passphraseType { "passphrase" };
    static constexpr QLatin1StringView keychainType { "keychain" };

    QString type;
    QString login;     // empty for the machine's keychain
    QString role;      // word of account.h's Role; empty for the keychain
    int memoryMiB = 0; // Argon2id; 0 when no passphrase is stretched
    int passes = 0;
    QByteArray salt;    // of Argon2id
    QByteArray nonce;   // 24 bytes
    QByteArray wrapped; // master key + 16 bytes of tag
    QJsonObject raw;    // of a type that is not known here: the whole slot as it was read, written back as it is

    QByteArray associatedData() const; // what the tag binds beside the key: type, login, role
};

struct SlotTable
{
    QByteArray keyId; // 8 bytes, tells which master key (and so which database) these slots belong to
    qint64 generation = 0;
    QList<KeySlot> keySlots;
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
