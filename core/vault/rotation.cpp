#include "core/vault/rotation.h"

#include "core/vault/keychainslot.h"
#include "core/vault/keywrap.h"
#include "core/vault/passphraseslot.h"
#include "core/vault/recoveryslot.h"
#include "core/vault/slotaccess.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

Rotation::Rotation(QString slotFile)
    : m_slotFile(std::move(slotFile))
{
}

bool Rotation::isRunning() const
{
    const Result<SlotTable> table = SlotFile(m_slotFile).load();
    return table && !table->nextKeyId.isEmpty();
}

Result<Secret> Rotation::begin(const OpenedVault &opened, const QStringList &leaving, SecretStore &keychain)
{
    SlotFile file(m_slotFile);
    Result<SlotTable> table = loadForChange(file, opened.masterKey);
    if (!table)
        return passOn(table);
    if (const Result<void> known = requireKnown(*table, leaving); !known)
        return passOn(known);
    if (const Result<void> left = requireSomebodyLeft(*table, leaving); !left)
        return passOn(left);
    table->keySlots.removeIf([&](const KeySlot &slot) { return slot.type == KeySlot::pinType || leaving.contains(slot.login); });

    Secret next = Secret::random(keyBytes);
    table->nextKeyId = keyIdOf(next);
    table->rotationDue = true; // until finish() has seen the new key in the database
    QList<KeySlot> fresh;
    QStringList waiting;
    bool hadKeychain = false;
    for (const KeySlot &slot : std::as_const(table->keySlots)) {
        hadKeychain |= slot.type == KeySlot::keychainType;
        if (slot.type == KeySlot::recoveryType) {
            if (const auto again = makeRecoverySlot({ slot.publicKey }, next, slot.provedAt))
                fresh.append(*again);
        } else if (isRenewable(slot)) {
            fresh.append(resealed(slot, next, table->nextKeyId));
        } else if (slot.type == KeySlot::passphraseType) {
            waiting.append(slot.login);
        }
    }
    if (!waiting.isEmpty())
        return fail(ErrorCode::RotationWaits, waiting.join(u", "_s));
    if (hadKeychain) {
        if (const auto machine = makeKeychainSlot(keychain, next))
            fresh.append(*machine);
    }
    table->keySlots += fresh;
    const Result<void> saved = saveNext(file, *table);
    return saved ? Result<Secret>(std::move(next)) : passOn(saved);
}

Result<void> Rotation::finish(const Secret &live)
{
    SlotFile file(m_slotFile);
    Result<SlotTable> table = file.load();
    if (!table)
        return passOn(table);
    if (table->nextKeyId.isEmpty())
        return {};
    const QByteArray kept = keyIdOf(live);
    if (kept == table->nextKeyId) {
        table->keyId = kept;
        table->rotationDue = false;
    }
    table->nextKeyId.clear();
    // Slots of kinds that are not known here say nothing of their key; they are kept.
    table->keySlots.removeIf([&](const KeySlot &slot) { return slot.raw.isEmpty() && slot.keyId != kept; });
    // A key that is neither of the two would leave nobody a way in.
    if (kept != table->keyId || loginsOf(*table).isEmpty()) {
        const Result<SlotTable> refused = loadForChange(file, live);
        return refused ? Result<void>() : passOn(refused);
    }
    return saveNext(file, *table);
}

} // namespace motcua
