#include "core/vault/vault.h"

#include "core/base/log.h"
#include "core/identity/kioskprofile.h"
#include "core/vault/slotfile.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr std::size_t keyBytes = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr std::size_t tagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr int leastMemoryMiB = 64;
constexpr int leastPasses = 3;

struct RoleWord
{
    Role role;
    QLatin1StringView word;
};

constexpr std::array roleWords {
    RoleWord { Role::Officer, "officer"_L1 },
    RoleWord { Role::TeamMember, "team_member"_L1 },
    RoleWord { Role::ItStaff, "it_staff"_L1 },
};

QString toStored(Role role)
{
    return std::find_if(roleWords.begin(), roleWords.end(), [=](const RoleWord &known) { return known.role == role; })->word;
}

Role roleFromStored(const QString &word)
{
    const auto *found =
        std::find_if(roleWords.begin(), roleWords.end(), [&](const RoleWord &known) { return known.word == word; });
    // An unknown role of a later version gets the least rights.
    return found == roleWords.end() ? Role::TeamMember : found->role;
}

unsigned char *writable(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

const unsigned char *readable(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

QByteArray keyIdOf(const Secret &masterKey)
{
    constexpr QByteArrayView prefix("motcua-key-id");
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, crypto_generichash_BYTES);
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char *>(prefix.data()), size_t(prefix.size()));
    crypto_generichash_update(&state, masterKey.data(), masterKey.size());
    QByteArray digest(crypto_generichash_BYTES, '\0');
    crypto_generichash_final(&state, writable(digest), size_t(digest.size()));
    sodium_memzero(&state, sizeof state);
    return digest.first(8);
}

// Two profiles on one machine have different keys and so different entries. The prefix matters on Windows, where the entry is
// found by this name alone.
QString keychainEntry(const QByteArray &keyId)
{
    return u"motcua/device-secret/"_s + QString::fromLatin1(keyId.toHex());
}

Result<Secret> stretched(const Secret &passphrase, const KeySlot &slot)
{
    Secret key(keyBytes);
    const bool usable = slot.salt.size() == crypto_pwhash_SALTBYTES;
    const char *text = passphrase.isEmpty() ? "" : reinterpret_cast<const char *>(passphrase.data());
    const int answer = !usable ? -1
                               : crypto_pwhash(key.data(), key.size(), text, passphrase.size(), readable(slot.salt),
                                               static_cast<unsigned long long>(slot.passes), size_t(slot.memoryMiB) << 20,
                                               crypto_pwhash_ALG_ARGON2ID13);
    if (answer != 0) // not enough memory: must not look like a wrong passphrase
        return fail(ErrorCode::PassphraseNotStretched, slot.login, u"argon2id %1 MiB"_s.arg(slot.memoryMiB));
    return key;
}

void wrap(KeySlot &slot, const Secret &masterKey, const Secret &wrappingKey)
{
    slot.nonce.resize(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    randombytes_buf(slot.nonce.data(), size_t(slot.nonce.size()));
    slot.wrapped.resize(qsizetype(masterKey.size() + tagBytes));
    const QByteArray bound = slot.associatedData();
    crypto_aead_xchacha20poly1305_ietf_encrypt(writable(slot.wrapped), nullptr, masterKey.data(), masterKey.size(),
                                               readable(bound), size_t(bound.size()), nullptr, readable(slot.nonce),
                                               wrappingKey.data());
}

std::optional<Secret> unwrapped(const KeySlot &slot, const Secret &wrappingKey, const QByteArray &keyId)
{
    if (slot.nonce.size() != crypto_aead_xchacha20poly1305_ietf_NPUBBYTES || slot.wrapped.size() != qsizetype(keyBytes + tagBytes)
        || wrappingKey.size() != keyBytes)
        return {};
    Secret masterKey(keyBytes);
    const QByteArray bound = slot.associatedData();
    const int answer = crypto_aead_xchacha20poly1305_ietf_decrypt(masterKey.data(), nullptr, nullptr, readable(slot.wrapped),
                                                                  size_t(slot.wrapped.size()), readable(bound),
                                                                  size_t(bound.size()), readable(slot.nonce), wrappingKey.data());
    if (answer != 0 || keyIdOf(masterKey) != keyId)
        return {};
    return masterKey;
}

Result<KeySlot> passphraseSlot(const Account &account, const Secret &masterKey, const Secret &passphrase, const KdfCost &cost)
{
    static const QRegularExpression shape(u"^[a-z0-9][a-z0-9._-]{0,31}$"_s);
    if (!shape.match(account.login).hasMatch())
        return fail(ErrorCode::LoginNotUsable);
    KeySlot slot { KeySlot::passphraseType,
                   account.login,
                   toStored(account.role),
                   std::clamp(cost.memoryMiB, leastMemoryMiB, 4096),
                   std::clamp(cost.passes, leastPasses, 100),
                   QByteArray(crypto_pwhash_SALTBYTES, '\0'),
                   {},
                   {},
                   {} };
    randombytes_buf(slot.salt.data(), size_t(slot.salt.size()));
    const Result<Secret> wrappingKey = stretched(passphrase, slot);
    if (!wrappingKey)
        return passOn(wrappingKey);
    wrap(slot, masterKey, *wrappingKey);
    return slot;
}

// The keychain is a convenience, so its refusal never stops the enrolment: the passphrase opens everything.
std::optional<KeySlot> keychainSlot(SecretStore &keychain, const Secret &masterKey, const QByteArray &keyId)
{
    const Secret deviceSecret = Secret::random(keyBytes);
    if (const Result<void> kept = keychain.write(keychainEntry(keyId), deviceSecret); !kept) {
        qCInfo(logVault).noquote() << "no keychain slot:" << forLog(kept.error());
        return {};
    }
    KeySlot slot { KeySlot::keychainType, {}, {}, 0, 0, {}, {}, {}, {} };
    wrap(slot, masterKey, deviceSecret);
    return slot;
}

const KeySlot *keychainSlotOf(const SlotTable &table)
{
    const auto found = std::find_if(table.keySlots.begin(), table.keySlots.end(),
                                    [](const KeySlot &slot) { return slot.type == KeySlot::keychainType; });
    return found == table.keySlots.end() ? nullptr : &*found;
}

tl::unexpected<Error> noKeychainSlot(const QString &detail)
{
    return fail(ErrorCode::KeychainSlotMissing, {}, detail);
}

} // namespace

Vault::Vault(QString slotFile, SecretStore &keychain)
    : m_slotFile(std::move(slotFile))
    , m_keychain(keychain)
{
}

bool Vault::exists() const
{
    return SlotFile(m_slotFile).exists();
}

Result<OpenedVault> Vault::create(const Account &first, const Secret &passphrase, const KdfCost &cost)
{
    SlotFile file(m_slotFile);
    const ProfileFiles profile { QFileInfo(m_slotFile).absolutePath() };
    // A database without slots still holds dossiers: a fresh key beside it would hide that its own key has to be found again.
    if (file.exists() || QFileInfo::exists(profile.database()))
        return fail(ErrorCode::VaultExists);

    Secret masterKey = Secret::random(keyBytes);
    SlotTable table { keyIdOf(masterKey), 1, {} };
    Result<KeySlot> slot = passphraseSlot(first, masterKey, passphrase, cost);
    if (!slot)
        return passOn(slot);
    table.keySlots.append(*slot);
    if (const std::optional<KeySlot> machine = keychainSlot(m_keychain, masterKey, table.keyId))
        table.keySlots.append(*machine);
    if (const Result<void> saved = file.save(table); !saved)
        return passOn(saved);
    return OpenedVault { std::move(masterKey), first };
}

Result<QList<Account>> Vault::accounts() const
{
    const Result<SlotTable> table = SlotFile(m_slotFile).load();
    if (!table)
        return passOn(table);
    QList<Account> known;
    for (const KeySlot &slot : table->keySlots) {
        if (slot.type == KeySlot::passphraseType)
            known.append({ slot.login, {}, roleFromStored(slot.role) });
    }
    return known;
}

Result<OpenedVault> Vault::openWithPassphrase(const QString &login, const Secret &passphrase) const
{
    const Result<SlotTable> table = SlotFile(m_slotFile).load();
    if (!table)
        return passOn(table);
    for (const KeySlot &slot : table->keySlots) {
        if (slot.type != KeySlot::passphraseType || (!login.isEmpty() && slot.login != login))
            continue;
        const Result<Secret> wrappingKey = stretched(passphrase, slot);
        if (!wrappingKey)
            return passOn(wrappingKey);
        if (std::optional<Secret> masterKey = unwrapped(slot, *wrappingKey, table->keyId))
            return OpenedVault { std::move(*masterKey), { slot.login, {}, roleFromStored(slot.role) } };
    }
    return fail(ErrorCode::WrongPassphrase, login);
}

Result<OpenedVault> Vault::openWithKeychain() const
{
    const Result<SlotTable> table = SlotFile(m_slotFile).load();
    if (!table)
        return passOn(table);
    const KeySlot *slot = keychainSlotOf(*table);
    if (!slot)
        return noKeychainSlot(u"none"_s);
    const Result<Secret> deviceSecret = m_keychain.read(keychainEntry(table->keyId));
    if (!deviceSecret)
        return passOn(deviceSecret);
    std::optional<Secret> masterKey = unwrapped(*slot, *deviceSecret, table->keyId);
    if (!masterKey)
        return noKeychainSlot(u"the keychain's secret does not fit"_s);
    return OpenedVault { std::move(*masterKey), {} };
}

Result<void> Vault::addAccount(const OpenedVault &opened, const Account &account, const Secret &passphrase, const KdfCost &cost)
{
    SlotFile file(m_slotFile);
    Result<SlotTable> table = file.load();
    if (!table)
        return passOn(table);
    const auto sameLogin = [&](const KeySlot &slot) {
        return slot.type == KeySlot::passphraseType && slot.login == account.login;
    };
    if (std::any_of(table->keySlots.cbegin(), table->keySlots.cend(), sameLogin))
        return fail(ErrorCode::AccountExists, account.login);
    // A slot around another key would open nothing and look right.
    if (keyIdOf(opened.masterKey) != table->keyId)
        return fail(ErrorCode::VaultKeyForeign);
    const Result<KeySlot> slot = passphraseSlot(account, opened.masterKey, passphrase, cost);
    if (!slot)
        return passOn(slot);
    table->keySlots.append(*slot);
    ++table->generation;
    return file.save(*table);
}

bool Vault::hasKeychainSlot() const
{
    const Result<SlotTable> table = SlotFile(m_slotFile).load();
    return table && keychainSlotOf(*table);
}

Secret databaseKey(const Secret &masterKey)
{
    Secret key(keyBytes);
    Q_ASSERT(masterKey.size() == crypto_kdf_KEYBYTES);
    crypto_kdf_derive_from_key(key.data(), key.size(), 1, "KIOSKDB1", masterKey.data());
    return key;
}

} // namespace motcua
