#include "core/vault/recovery.h"

#include "core/base/clock.h"
#include "core/vault/passphraseslot.h"
#include "core/vault/recoverycode.h"
#include "core/vault/recoveryslot.h"
#include "core/vault/slotaccess.h"

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr qsizetype mostKeys = 2;

bool isRecovery(const KeySlot &slot)
{
    return slot.type == KeySlot::recoveryType;
}

QString nameOf(const KeySlot &slot)
{
    return ProvincePublicKey { slot.publicKey }.name();
}

tl::unexpected<Error> missing(const QString &name)
{
    return fail(ErrorCode::RecoveryMissing, name);
}

tl::unexpected<Error> unusable(const QString &name)
{
    return fail(ErrorCode::RecoveryAnswerWrong, name);
}

Result<void> sealAnew(SlotTable &table, const Recovery::Opened &opened, const QDateTime &now)
{
    for (KeySlot &slot : table.keySlots) {
        if (!isRecovery(slot) || nameOf(slot) != opened.name)
            continue;
        const auto fresh = makeRecoverySlot({ slot.publicKey }, opened.masterKey, toRfc3339(now));
        if (!fresh)
            return unusable(opened.name);
        slot = *fresh;
    }
    return {};
}

} // namespace

Recovery::Recovery(QString slotFile)
    : m_slotFile(std::move(slotFile))
{
}

Result<QList<RecoveryKeyState>> Recovery::keys() const
{
    const Result<SlotTable> table = SlotFile(m_slotFile).load();
    if (!table)
        return passOn(table);
    QList<RecoveryKeyState> known;
    for (const KeySlot &slot : table->keySlots) {
        if (isRecovery(slot) && slot.keyId == table->keyId)
            known.append({ { slot.publicKey }, slot.provedAt });
    }
    return known;
}

Result<void> Recovery::add(const Secret &masterKey, const ProvincePublicKey &key)
{
    return changeSlots(m_slotFile, masterKey, [&](SlotTable &table) -> Result<void> {
        qsizetype places = 0;
        for (const KeySlot &slot : std::as_const(table.keySlots))
            places += !isRecovery(slot) ? 0 : nameOf(slot) == key.name() ? mostKeys : 1;
        if (places >= mostKeys)
            return fail(ErrorCode::RecoveryPlacesFull, key.name());
        const auto slot = makeRecoverySlot(key, masterKey, {});
        if (!slot)
            return unusable(key.name());
        table.keySlots.append(*slot);
        return {};
    });
}

Result<void> Recovery::remove(const Secret &masterKey, const QString &name)
{
    return changeSlots(m_slotFile, masterKey, [&](SlotTable &table) -> Result<void> {
        if (table.keySlots.removeIf([&](const KeySlot &slot) { return isRecovery(slot) && nameOf(slot) == name; }) == 0)
            return missing(name);
        return {};
    });
}

Result<QString> Recovery::challenge(const QString &name) const
{
    const Result<SlotTable> table = SlotFile(m_slotFile).load();
    if (!table)
        return passOn(table);
    for (const KeySlot &slot : table->keySlots) {
        if (isRecovery(slot) && slot.keyId == table->keyId && (name.isEmpty() || nameOf(slot) == name))
            return challengeOf(slot);
    }
    return missing(name);
}

Result<Recovery::Opened> Recovery::open(const QString &answer) const
{
    const Result<SlotTable> table = SlotFile(m_slotFile).load();
    if (!table)
        return passOn(table);
    const Result<AnswerParts> parts = answerFrom(answer);
    if (!parts)
        return passOn(parts);
    bool any = false;
    for (const KeySlot &slot : table->keySlots) {
        if (!isRecovery(slot))
            continue;
        any = true;
        if (answerTag(slot.ephemeral) != parts->tag)
            continue;
        if (std::optional<Secret> masterKey = openRecoverySlot(slot, parts->code))
            return Opened { std::move(*masterKey), nameOf(slot) };
    }
    if (any)
        return unusable({});
    return missing({});
}

Result<void> Recovery::prove(const Opened &opened, const QDateTime &now)
{
    return changeSlots(m_slotFile, opened.masterKey, [&](SlotTable &table) -> Result<void> {
        if (const Result<void> fresh = sealAnew(table, opened, now); !fresh)
            return fresh;
        return {};
    });
}

Result<Account> Recovery::restore(const Opened &opened, const QString &login, const Secret &passphrase, const KdfCost &cost,
                                  const QDateTime &now)
{
    Account account { login, {}, {} };
    const Result<void> saved = changeSlots(m_slotFile, opened.masterKey, [&](SlotTable &table) -> Result<void> {
        if (const Result<void> known = requireKnown(table, { login }); !known)
            return known;
        account.role = roleFromStored(slotOf(table, KeySlot::passphraseType, login)->role);
        const Result<KeySlot> slot = makePassphraseSlot(account, opened.masterKey, passphrase, cost);
        if (!slot)
            return passOn(slot);
        if (const Result<void> fresh = sealAnew(table, opened, now); !fresh)
            return fresh;
        dropSlots(table, KeySlot::pinType, login);
        for (KeySlot &old : table.keySlots) {
            if (old.type == KeySlot::passphraseType && old.login == login)
                old = *slot;
        }
        return {};
    });
    return saved ? Result<Account>(account) : passOn(saved);
}

} // namespace motcua
