#include "core/vault/vault.h"

#include "core/base/log.h"
#include "core/identity/kioskprofile.h"
#include "core/vault/keychainslot.h"
#include "core/vault/keywrap.h"
#include "core/vault/passphraseslot.h"
#include "core/vault/pinslot.h"
#include "core/vault/slotaccess.h"
#include "core/vault/slotfile.h"

#include <QFileInfo>

#include <algorithm>

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

ProfileFiles profileOf(const QString &slotFile)
{
    return { QFileInfo(slotFile).absolutePath() };
}

bool hasSlot(const SlotTable &table, QLatin1StringView type)
{
    return std::any_of(table.keySlots.cbegin(), table.keySlots.cend(), [&](const KeySlot &slot) { return slot.type == type; });
}

// The next key, for whoever could open the current one by the same person's key.
Secret nextKeyFor(const SlotTable &table, const KeySlot &opened, const std::optional<Secret> &personKey)
{
    if (table.nextKeyId.isEmpty() || !personKey)
        return {};
    for (const KeySlot &slot : table.keySlots) {
        if (slot.type != opened.type || slot.login != opened.login || slot.keyId != table.nextKeyId)
            continue;
        if (std::optional<Secret> next = openSealed(slot, *personKey, table.nextKeyId))
            return std::move(*next);
    }
    return {};
}

// Under which name the tries are mirrored; none where no keychain was ever of use.
QByteArray mirrorOf(const SlotTable &table)
{
    const bool keychainIsUsed = hasSlot(table, KeySlot::keychainType) || hasSlot(table, KeySlot::pinType);
    return keychainIsUsed ? table.keyId : QByteArray();
}

Account accountOf(const KeySlot &slot)
{
    return { slot.login, {}, roleFromStored(slot.role) };
}

} // namespace

Vault::Vault(QString slotFile, SecretStore &keychain, const BootClock *clock)
    : m_slotFile(std::move(slotFile))
    , m_keychain(keychain)
    , m_tries(profileOf(m_slotFile).tries(), keychain, clock ? *clock : m_ownClock)
{
}

bool Vault::exists() const
{
    return SlotFile(m_slotFile).exists();
}

Result<OpenedVault> Vault::create(const Account &first, const Secret &passphrase, const KdfCost &cost)
{
    SlotFile file(m_slotFile);
    // A database without slots still holds dossiers: a fresh key beside it would hide that its own key has to be found again.
    if (file.exists() || QFileInfo::exists(profileOf(m_slotFile).database()))
        return fail(ErrorCode::VaultExists);

    Secret masterKey = Secret::random(keyBytes);
    SlotTable table { keyIdOf(masterKey), 1, {} };
    Result<KeySlot> slot = makePassphraseSlot(first, masterKey, passphrase, cost);
    if (!slot)
        return passOn(slot);
    table.keySlots.append(*slot);
    if (const std::optional<KeySlot> machine = makeKeychainSlot(m_keychain, masterKey))
        table.keySlots.append(*machine);
    if (const Result<void> saved = file.save(table); !saved)
        return passOn(saved);
    return OpenedVault { std::move(masterKey), first };
}

Result<QList<Account>> Vault::accounts() const
{
    const Result<VaultState> now = state();
    if (!now)
        return passOn(now);
    QList<Account> known;
    for (const AccountState &one : now->accounts)
        known.append(one.account);
    return known;
}

Result<VaultState> Vault::state() const
{
    const Result<SlotTable> table = SlotFile(m_slotFile).load();
    if (!table)
        return passOn(table);
    VaultState now { QString::fromLatin1(table->keyId.toHex()),
                     {},
                     hasSlot(*table, KeySlot::keychainType),
                     !table->nextKeyId.isEmpty(),
                     table->rotationDue };
    for (const KeySlot &slot : table->keySlots) {
        if (slot.type == KeySlot::passphraseType && slot.keyId == table->keyId)
            now.accounts.append({ accountOf(slot), slotOf(*table, KeySlot::pinType, slot.login) != nullptr, isRenewable(slot) });
    }
    return now;
}

bool Vault::hasPin(const QString &login) const
{
    const Result<SlotTable> table = SlotFile(m_slotFile).load();
    return table && slotOf(*table, KeySlot::pinType, login);
}

Result<Tries::Attempt> Vault::countTry(const SlotTable &table, const QStringList &logins, Tries::With with)
{
    return m_tries.begin(logins, with, mirrorOf(table), { table.tries, table.triesKept });
}

// Only when somebody was wrong, or right after that: whoever signs in day by day leaves the slots as they are. A failure is logged
// only: the count stands in its own file, and nobody is kept out by a full disk.
void Vault::keepTries() const
{
    SlotFile file(m_slotFile);
    Result<SlotTable> table = file.load();
    const QJsonObject now = m_tries.standing();
    if (!table || table->tries == now)
        return;
    table->tries = now;
    table->triesKept = true;
    if (const Result<void> saved = saveNext(file, *table); !saved)
        qCWarning(logVault).noquote() << "tries not kept in the slot file:" << forLog(saved.error());
}

Result<OpenedVault> Vault::openWithPassphrase(const QString &login, const Secret &passphrase)
{
    const Result<SlotTable> table = SlotFile(m_slotFile).load();
    if (!table)
        return passOn(table);
    QStringList logins = loginsOf(*table);
    if (!login.isEmpty())
        logins = logins.contains(login) ? QStringList { login } : QStringList();
    const Result<Tries::Attempt> attempt = countTry(*table, logins, Tries::With::Passphrase);
    if (!attempt)
        return passOn(attempt);
    Result<OpenedVault> opened = tryPassphrases(*table, attempt->before.keys(), passphrase);
    if (opened) {
        opened->wrongTriesBefore = attempt->before.value(opened->account.login).failures;
        m_tries.succeeded(*attempt, opened->account.login);
    } else if (opened.error().code == ErrorCode::PassphraseNotStretched) {
        m_tries.undone(*attempt);
    }
    keepTries();
    return opened;
}

Result<OpenedVault> Vault::tryPassphrases(const SlotTable &table, const QStringList &logins, const Secret &passphrase)
{
    for (const KeySlot &slot : table.keySlots) {
        if (slot.type != KeySlot::passphraseType || slot.keyId != table.keyId || !logins.contains(slot.login))
            continue;
        Result<std::optional<OpenedSlot>> found = openPassphraseSlot(slot, passphrase, table.keyId);
        if (!found)
            return passOn(found);
        if (!found->has_value())
            continue;
        Secret next = nextKeyFor(table, slot, (*found)->personKey);
        OpenedVault opened { std::move((*found)->masterKey), accountOf(slot), std::move(next) };
        if (!isRenewable(slot) && table.nextKeyId.isEmpty())
            renew(table, opened, passphrase);
        return opened;
    }
    return fail(ErrorCode::WrongPassphrase, logins.size() == 1 ? logins.constFirst() : QString());
}

// Not asked for, so its failure stops nobody: the slot works as it is, and the next sign-in tries again.
void Vault::renew(SlotTable table, const OpenedVault &opened, const Secret &passphrase) const
{
    SlotFile file(m_slotFile);
    for (KeySlot &slot : table.keySlots) {
        if (slot.type != KeySlot::passphraseType || slot.login != opened.account.login)
            continue;
        const Result<KeySlot> fresh = makePassphraseSlot(opened.account, opened.masterKey, passphrase, slot.cost);
        if (!fresh)
            return;
        slot = *fresh;
    }
    if (const Result<void> saved = saveNext(file, table); !saved)
        qCWarning(logVault).noquote() << "slot not renewed:" << forLog(saved.error());
}

Result<OpenedVault> Vault::openWithPin(const QString &login, const Secret &pin)
{
    const Result<SlotTable> table = SlotFile(m_slotFile).load();
    if (!table)
        return passOn(table);
    const KeySlot *slot = slotOf(*table, KeySlot::pinType, login);
    if (!slot)
        return pinUnavailable(login, u"no PIN"_s);
    const Result<Tries::Attempt> attempt = countTry(*table, { login }, Tries::With::Pin);
    if (!attempt)
        return passOn(attempt);
    Result<Secret> masterKey = openPinSlot(*slot, pin, m_keychain);
    if (masterKey) {
        m_tries.succeeded(*attempt, login);
    } else if (masterKey.error().code != ErrorCode::WrongPin) {
        m_tries.undone(*attempt);
    }
    keepTries();
    if (!masterKey)
        return passOn(masterKey);
    return OpenedVault { std::move(*masterKey), accountOf(*slot), {}, attempt->before.value(login).failures };
}

void Vault::forgetTries(const QString &login)
{
    const Result<SlotTable> table = SlotFile(m_slotFile).load();
    if (table)
        m_tries.succeeded({ {}, mirrorOf(*table) }, login);
    keepTries();
}

Result<OpenedVault> Vault::openWithKeychain() const
{
    const Result<SlotTable> table = SlotFile(m_slotFile).load();
    if (!table)
        return passOn(table);
    OpenedVault opened;
    Result<Secret> current = noKeychainSlot(u"none"_s);
    for (const KeySlot &slot : table->keySlots) {
        if (slot.type != KeySlot::keychainType)
            continue;
        Result<Secret> key = openKeychainSlot(slot, m_keychain);
        if (slot.keyId == table->keyId)
            current = std::move(key);
        else if (key)
            opened.nextKey = std::move(*key);
    }
    if (!current && opened.nextKey.isEmpty())
        return passOn(current);
    opened.masterKey = current ? std::move(*current) : opened.nextKey.clone();
    return opened;
}

Result<void> Vault::addAccount(const OpenedVault &opened, const Account &account, const Secret &passphrase, const KdfCost &cost)
{
    return changeSlots(m_slotFile, opened.masterKey, [&](SlotTable &table) -> Result<void> {
        if (loginsOf(table).contains(account.login))
            return fail(ErrorCode::AccountExists, account.login);
        const Result<KeySlot> slot = makePassphraseSlot(account, opened.masterKey, passphrase, cost);
        if (!slot)
            return passOn(slot);
        table.keySlots.append(*slot);
        return {};
    });
}

Result<void> Vault::removeAccount(const OpenedVault &opened, const QString &login)
{
    return changeSlots(m_slotFile, opened.masterKey, [&](SlotTable &table) -> Result<void> {
        if (const Result<void> known = requireKnown(table, { login }); !known)
            return known;
        if (const Result<void> left = requireSomebodyLeft(table, { login }); !left)
            return left;
        dropSlots(table, KeySlot::passphraseType, login);
        dropSlots(table, KeySlot::pinType, login);
        table.rotationDue = true;
        return {};
    });
}

Result<void> Vault::changePassphrase(const OpenedVault &opened, const QString &login, const Secret &passphrase,
                                     const KdfCost &cost)
{
    return changeSlots(m_slotFile, opened.masterKey, [&](SlotTable &table) -> Result<void> {
        if (const Result<void> known = requireKnown(table, { login }); !known)
            return known;
        for (KeySlot &slot : table.keySlots) {
            if (slot.type != KeySlot::passphraseType || slot.login != login)
                continue;
            const Result<KeySlot> fresh = makePassphraseSlot(accountOf(slot), opened.masterKey, passphrase, cost);
            if (!fresh)
                return passOn(fresh);
            slot = *fresh;
        }
        return {};
    });
}

Result<void> Vault::setPin(const OpenedVault &opened, const QString &login, const Secret &pin)
{
    return changeSlots(m_slotFile, opened.masterKey, [&](SlotTable &table) -> Result<void> {
        if (const Result<void> known = requireKnown(table, { login }); !known)
            return known;
        const Result<KeySlot> slot =
            makePinSlot(*slotOf(table, KeySlot::passphraseType, login), opened.masterKey, pin, m_keychain);
        if (!slot)
            return passOn(slot);
        dropSlots(table, KeySlot::pinType, login);
        table.keySlots.append(*slot);
        return {};
    });
}

Result<void> Vault::removePin(const OpenedVault &opened, const QString &login)
{
    return changeSlots(m_slotFile, opened.masterKey, [&](SlotTable &table) -> Result<void> {
        if (!slotOf(table, KeySlot::pinType, login))
            return pinUnavailable(login, u"no PIN"_s);
        dropSlots(table, KeySlot::pinType, login);
        return {};
    });
}

bool Vault::hasKeychainSlot() const
{
    const Result<SlotTable> table = SlotFile(m_slotFile).load();
    return table && hasSlot(*table, KeySlot::keychainType);
}

Secret databaseKey(const Secret &masterKey)
{
    Secret key(keyBytes);
    Q_ASSERT(masterKey.size() == crypto_kdf_KEYBYTES);
    crypto_kdf_derive_from_key(key.data(), key.size(), 1, "KIOSKDB1", masterKey.data());
    return key;
}

} // namespace motcua
