#pragma once

#include "core/vault/secret.h"
#include "core/vault/slotfile.h"

#include <QStringList>

#include <functional>

namespace motcua {

// What every change of the slots asks first. VaultKeyForeign when the key is not this file's: a slot around another key would open
// nothing and look right. RotationUnfinished while two keys are about.
Result<SlotTable> loadForChange(const SlotFile &file, const Secret &masterKey);
// Loaded for change, changed, saved; an error of `change` leaves the file as it was.
Result<void> changeSlots(const QString &slotFile, const Secret &masterKey,
                         const std::function<Result<void>(SlotTable &)> &change);
Result<void> saveNext(SlotFile &file, SlotTable &table); // as the next generation

QStringList loginsOf(const SlotTable &table); // of those with a passphrase, in their order
const KeySlot *slotOf(const SlotTable &table, QLatin1StringView type, const QString &login); // of the key in use
tl::unexpected<Error> accountUnknown(const QString &login);
Result<void> requireKnown(const SlotTable &table, const QStringList &logins);         // AccountUnknown
Result<void> requireSomebodyLeft(const SlotTable &table, const QStringList &leaving); // LastAccount
void dropSlots(SlotTable &table, QLatin1StringView type, const QString &login);

} // namespace motcua
