#include "core/counter/keydesk.h"

#include "core/base/clock.h"
#include "core/counter/permits.h"
#include "core/store/journalkeeping.h"
#include "core/store/peoplerows.h"
#include "core/store/repositories.h"
#include "core/store/storethread.h"
#include "core/vault/passphraseslot.h"
#include "core/vault/rotation.h"

#include <QFileInfo>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <system_error>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr qint64 spareBytes = 64 << 20;

Result<void> requireSpace(const ProfileFiles &files)
{
    std::error_code unknown;
    const std::filesystem::space_info space =
        std::filesystem::space(std::filesystem::path(files.directory.toStdU16String()), unknown);
    // Where nobody can tell, SQLite still undoes what does not fit.
    const qint64 missing = unknown ? 0 : missingForRotation(QFileInfo(files.database()).size(), qint64(space.available));
    return missing == 0 ? Result<void>() : fail(ErrorCode::RotationNoSpace, u"%1 MB"_s.arg((missing + (1 << 20) - 1) >> 20));
}

} // namespace

qint64 missingForRotation(qint64 databaseBytes, qint64 freeBytes)
{
    // The log grows to the size of the database, with a header for each page.
    const qint64 needed = databaseBytes + databaseBytes / 64 + spareBytes;
    return std::max<qint64>(needed - freeBytes, 0);
}

Result<Secret> openStoreWith(const OpenedVault &opened, const ProfileFiles &files, StoreThread &store)
{
    const Result<void> first = store.open(files.database(), databaseKey(opened.masterKey), false).result();
    if (first) {
        sealJournalWith(opened.masterKey, store);
        return opened.masterKey.clone();
    }
    if (first.error().code != ErrorCode::NotADatabase || opened.nextKey.isEmpty())
        return passOn(first);
    const Result<void> second = store.open(files.database(), databaseKey(opened.nextKey), false).result();
    if (!second)
        return passOn(second);
    sealJournalWith(opened.nextKey, store);
    return opened.nextKey.clone();
}

void sealJournalWith(const Secret &masterKey, StoreThread &store)
{
    const auto key = std::make_shared<const Secret>(journalKeyOf(masterKey));
    store
        .run([key, clock = store.bootClock()](Database &database) -> Result<void> {
            database.setJournalMarks({ key, clock });
            return {};
        })
        .waitForFinished();
}

KeyDesk::KeyDesk(ProfileFiles files, Vault &vault, StoreThread &store, const Clock &clock)
    : m_files(std::move(files))
    , m_vault(vault)
    , m_store(store)
    , m_clock(clock)
{
}

Result<void> KeyDesk::journal(const QString &actor, const QString &action, const QString &subject)
{
    return m_store
        .run([=, now = m_clock.now()](Database &database) {
            return database.write([&]() -> Result<void> {
                const auto entry = JournalRepository(database).append(now, actor, action, subject);
                return entry ? Result<void>() : passOn(entry);
            });
        })
        .result();
}

// What was refused must not stand in the log as done.
Result<void> KeyDesk::noted(const Result<void> &done, const OpenedVault &opened, const QString &action, const QString &subject)
{
    return done ? journal(opened.account.login, action, subject) : done;
}

Result<void> KeyDesk::setPin(const OpenedVault &opened, const QString &login, const Secret &pin)
{
    return noted(m_vault.setPin(opened, login, pin), opened, u"pin.set"_s, login);
}

Result<void> KeyDesk::removePin(const OpenedVault &opened, const QString &login)
{
    return noted(m_vault.removePin(opened, login), opened, u"pin.removed"_s, login);
}

Result<void> KeyDesk::changePassphrase(const OpenedVault &opened, const QString &login, const Secret &passphrase,
                                       const KdfCost &cost)
{
    if (const Result<void> enough = requireLongEnough(passphrase); !enough)
        return enough;
    return noted(m_vault.changePassphrase(opened, login, passphrase, cost), opened, u"passphrase.changed"_s, login);
}

Result<void> KeyDesk::removeWithoutRotation(const OpenedVault &opened, const QString &login)
{
    if (const Result<void> may = mayManage(opened); !may)
        return may;
    const Result<void> removed = m_vault.removeAccount(opened, login);
    return removed ? noteLeaving(opened.account.login, login) : removed;
}

Result<void> KeyDesk::mayManage(const OpenedVault &opened) const
{
    return permit({ opened.account, true }, Deed::People);
}

// The name stays for the dossiers; drafts are sealed until an officer takes them over.
Result<void> KeyDesk::noteLeaving(const QString &actor, const QString &login)
{
    return m_store
        .run([=, now = m_clock.now()](Database &database) {
            return database.write([&]() -> Result<void> {
                // Whoever has a slot and no row was added by a setup that was cut off.
                const Result<void> left = writeAccountStanding(database, login, AccountStanding::Left);
                if (!left && left.error().code != ErrorCode::AccountUnknown)
                    return left;
                const auto entry = JournalRepository(database).append(now, actor, u"account.removed"_s, login);
                return entry ? Result<void>() : passOn(entry);
            });
        })
        .result();
}

Result<void> KeyDesk::addProvince(const OpenedVault &opened, const ProvincePublicKey &key)
{
    if (const Result<void> may = mayManage(opened); !may)
        return may;
    return noted(Recovery(m_vault.slotFile()).add(opened.masterKey, key), opened, u"recovery.added"_s, key.name());
}

Result<void> KeyDesk::removeProvince(const OpenedVault &opened, const QString &name)
{
    if (const Result<void> may = mayManage(opened); !may)
        return may;
    return noted(Recovery(m_vault.slotFile()).remove(opened.masterKey, name), opened, u"recovery.removed"_s, name);
}

Result<QString> KeyDesk::proveRecovery(const QString &answer)
{
    Recovery recovery(m_vault.slotFile());
    const Result<Recovery::Opened> opened = recovery.open(answer);
    if (!opened)
        return passOn(opened);
    // What the province gets out of the slot must open this database, or nothing is proved.
    const Result<Secret> live = openStoreWith({ opened->masterKey.clone(), {} }, m_files, m_store);
    if (!live)
        return passOn(live);
    if (const Result<void> written = journal(u"province"_s, u"recovery.proved"_s, opened->name); !written)
        return passOn(written);
    const Result<void> noted = recovery.prove(*opened, m_clock.now());
    return noted ? Result<QString>(opened->name) : passOn(noted);
}

Result<Account> KeyDesk::restore(const QString &answer, const QString &login, const Secret &passphrase, const KdfCost &cost)
{
    if (const Result<void> enough = requireLongEnough(passphrase); !enough)
        return passOn(enough);
    Recovery recovery(m_vault.slotFile());
    const Result<Recovery::Opened> opened = recovery.open(answer);
    if (!opened)
        return passOn(opened);
    const Result<Secret> live = openStoreWith({ opened->masterKey.clone(), {} }, m_files, m_store);
    if (!live)
        return passOn(live);
    if (const Result<void> settled = settle(*live); !settled)
        return passOn(settled);
    if (const Result<void> written = journal(u"province"_s, u"recovery.used"_s, login); !written)
        return passOn(written);
    const Result<Account> account = recovery.restore(*opened, login, passphrase, cost, m_clock.now());
    if (account)
        m_vault.forgetTries(login);
    return account;
}

Result<void> KeyDesk::checkWhole()
{
    return m_store.run([](Database &database) { return database.checkIntegrity(); }).result();
}

Result<void> KeyDesk::rotate(const OpenedVault &opened, const QStringList &leaving, SecretStore &keychain, const Observer &done)
{
    const auto after = [&](Step step) {
        if (done)
            done(step);
    };
    if (const Result<void> may = mayManage(opened); !may)
        return may;
    if (const Result<void> space = requireSpace(m_files); !space)
        return space;
    Rotation rotation(m_vault.slotFile());
    const Result<Secret> next = rotation.begin(opened, leaving, keychain);
    if (!next)
        return passOn(next);
    after(Step::SlotsOfBothWritten);
    for (const QString &login : leaving) {
        if (const Result<void> written = noteLeaving(opened.account.login, login); !written)
            return written;
    }
    const auto key = std::make_shared<Secret>(databaseKey(*next));
    const auto seals = std::make_shared<const Secret>(journalKeyOf(*next));
    const Result<void> turned = m_store
                                    .run([key, seals](Database &database) -> Result<void> {
                                        // Rows sealed until now stay checkable: the new key wraps the old one, never the other way.
                                        if (const auto &now = database.journalMarks().key) {
                                            const Result<void> kept =
                                                database.write([&] { return keepJournalKey(database, *now, *seals); });
                                            if (!kept)
                                                return kept;
                                        }
                                        if (const Result<void> rekeyed = database.rekey(*key); !rekeyed)
                                            return rekeyed;
                                        database.setJournalMarks({ seals, database.journalMarks().clock });
                                        return {};
                                    })
                                    .result();
    if (!turned)
        return turned;
    after(Step::DatabaseTurned);
    if (const Result<void> whole = checkWhole(); !whole)
        return whole;
    after(Step::DatabaseChecked);
    if (const Result<void> finished = rotation.finish(*next); !finished)
        return finished;
    after(Step::OldForgotten);
    return journal(opened.account.login, u"key.rotated"_s, {});
}

Result<void> KeyDesk::settle(const Secret &live)
{
    Rotation rotation(m_vault.slotFile());
    if (!rotation.isRunning())
        return {};
    if (const Result<void> whole = checkWhole(); !whole)
        return whole;
    return rotation.finish(live);
}

} // namespace motcua
