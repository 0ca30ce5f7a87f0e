#include "core/vault/slotaccess.h"

#include "core/vault/keywrap.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

Result<SlotTable> loadForChange(const SlotFile &file, const Secret &masterKey)
{
    Result<SlotTable> table = file.load();
    if (!table)
        return table;
    if (keyIdOf(masterKey) != table->keyId)
        return fail(ErrorCode::VaultKeyForeign);
    if (!table->nextKeyId.isEmpty())
        return fail(ErrorCode::RotationUnfinished);
    return table;
}

Result<void> changeSlots(const QString &slotFile, const Secret &masterKey, const std::function<Result<void>(SlotTable &)> &change)
{
    SlotFile file(slotFile);
    Result<SlotTable> table = loadForChange(file, masterKey);
    if (!table)
        return passOn(table);
    if (const Result<void> changed = change(*table); !changed)
        return changed;
    return saveNext(file, *table);
}

Result<void> saveNext(SlotFile &file, SlotTable &table)
{
    ++table.generation;
    return file.save(table);
}

QStringList loginsOf(const SlotTable &table)
{
    QStringList logins;
    for (const KeySlot &slot : table.keySlots) {
        if (slot.type == KeySlot::passphraseType && !logins.contains(slot.login))
            logins.append(slot.login);
    }
    return logins;
}

const KeySlot *slotOf(const SlotTable &table, QLatin1StringView type, const QString &login)
{
    const auto found = std::find_if(table.keySlots.cbegin(), table.keySlots.cend(), [&](const KeySlot &slot) {
        return slot.type == type && slot.login == login && slot.keyId == table.keyId;
    });
    return found == table.keySlots.cend() ? nullptr : &*found;
}

tl::unexpected<Error> accountUnknown(const QString &login)
{
    return fail(ErrorCode::AccountUnknown, login);
}

Result<void> requireKnown(const SlotTable &table, const QStringList &logins)
{
    const QStringList known = loginsOf(table);
    const auto stranger =
        std::find_if(logins.cbegin(), logins.cend(), [&](const QString &login) { return !known.contains(login); });
    return stranger == logins.cend() ? Result<void>() : accountUnknown(*stranger);
}

Result<void> requireSomebodyLeft(const SlotTable &table, const QStringList &leaving)
{
    const QStringList known = loginsOf(table);
    const bool somebody =
        std::any_of(known.cbegin(), known.cend(), [&](const QString &login) { return !leaving.contains(login); });
    return somebody ? Result<void>() : fail(ErrorCode::LastAccount, leaving.join(u", "_s));
}

void dropSlots(SlotTable &table, QLatin1StringView type, const QString &login)
{
    table.keySlots.removeIf([&](const KeySlot &slot) { return slot.type == type && slot.login == login; });
}

} // namespace motcua
