#include "core/counter/gate.h"

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/counter/keydesk.h"
#include "core/store/journalkeeping.h"
#include "core/store/repositories.h"
#include "core/store/storethread.h"
#include "core/vault/vault.h"

#include <QMutex>
#include <QtConcurrent>

#include <algorithm>
#include <atomic>
#include <functional>

using namespace Qt::StringLiterals;

namespace motcua {

struct Gate::State
{
    ProfileFiles files;
    Vault &vault;
    StoreThread &store;
    const Clock &clock;
    QMutex opening; // the keychain and a person may come together; a slow keychain must not hold up the person
    std::atomic<bool> open = false;
    std::function<void()> announce;

    KeyDesk keys() { return { files, vault, store, clock }; }

    Result<void> openStore(const OpenedVault &given)
    {
        const QMutexLocker locker(&opening);
        if (open)
            return {};
        const Result<Secret> live = openStoreWith(given, files, store);
        if (!live)
            return passOn(live);
        // Whoever waits at the counter is let in either way: both keys stay until the check has succeeded.
        if (const Result<void> settled = keys().settle(*live); !settled)
            qCWarning(logApp).noquote() << "rotation not settled:" << forLog(settled.error());
        nowOpen();
        return {};
    }

    void nowOpen()
    {
        open = true;
        announce();
    }

    Result<Account> enter(const Result<OpenedVault> &opened, const QString &login)
    {
        if (!opened) {
            journal(u"kiosk"_s, u"signin.failed"_s, login);
            return passOn(opened);
        }
        if (const Result<void> entered = openStore(*opened); !entered)
            return passOn(entered);
        const Account account = asKept(opened->account);
        if (account.isDisabled) {
            journal(u"kiosk"_s, u"signin.refused"_s, account.login);
            return fail(ErrorCode::AccountDisabled, account.login);
        }
        // Also those of before this start of the program, when no log could be written yet.
        const QString before =
            opened->wrongTriesBefore > 0 ? u"%1 wrong tries before"_s.arg(opened->wrongTriesBefore) : QString();
        journal(account.login, u"signin"_s, account.login, before);
        anchor();
        return account;
    }

    // A journal that cannot be written must not keep a person out, nor may it go unnoticed.
    void journal(const QString &actor, const QString &action, const QString &subject, const QString &detail = {}) const
    {
        if (!open)
            return;
        const Result<void> written = store
                                         .run([=, now = clock.now()](Database &database) {
                                             return database.write([&]() -> Result<void> {
                                                 const auto entry =
                                                     JournalRepository(database).append(now, actor, action, subject, detail);
                                                 return entry ? Result<void>() : passOn(entry);
                                             });
                                         })
                                         .result();
        if (!written)
            qCWarning(logApp).noquote() << "journal:" << forLog(written.error());
    }

    void anchor() const
    {
        store
            .run([](Database &database) -> Result<void> {
                anchorJournal(database);
                return {};
            })
            .waitForFinished();
    }

    // With what only the store knows of this person.
    Account asKept(Account account) const
    {
        const auto known = store.run([](Database &database) { return AccountRepository(database).all(); }).result();
        if (known) {
            const auto found =
                std::find_if(known->cbegin(), known->cend(), [&](const Account &one) { return one.login == account.login; });
            if (found != known->cend()) {
                account.displayName = found->displayName;
                account.isDisabled = found->isDisabled;
            }
        }
        return account;
    }
};

Gate::Gate(ProfileFiles files, Vault &vault, StoreThread &store, const Clock &clock)
    : m_state(new State { std::move(files), vault, store, clock, {}, {}, [this] { Q_EMIT opened(); } })
{
    m_pool.setMaxThreadCount(2);
}

Gate::~Gate()
{
    m_pool.waitForDone();
    if (m_state->open)
        m_state->anchor();
}

Result<QList<Account>> Gate::accounts() const
{
    return m_state->vault.accounts();
}

QFuture<Result<void>> Gate::openUnattended()
{
    return QtConcurrent::run(&m_pool, [state = m_state]() -> Result<void> {
        const Result<OpenedVault> opened = state->vault.openWithKeychain();
        return opened ? state->openStore(*opened) : passOn(opened);
    });
}

QFuture<Result<Account>> Gate::signIn(const QString &login, Secret passphrase)
{
    auto shared = std::make_shared<Secret>(std::move(passphrase));
    return QtConcurrent::run(&m_pool, [state = m_state, login, shared]() -> Result<Account> {
        return state->enter(state->vault.openWithPassphrase(login, *shared), login);
    });
}

QFuture<Result<Account>> Gate::signInWithPin(const QString &login, Secret pin)
{
    auto shared = std::make_shared<Secret>(std::move(pin));
    return QtConcurrent::run(&m_pool, [state = m_state, login, shared]() -> Result<Account> {
        return state->enter(state->vault.openWithPin(login, *shared), login);
    });
}

QFuture<Result<void>> Gate::confirm(const QString &login, Secret words, By by)
{
    auto shared = std::make_shared<Secret>(std::move(words));
    return QtConcurrent::run(&m_pool, [state = m_state, login, shared, by]() -> Result<void> {
        const Result<OpenedVault> opened =
            by == By::Pin ? state->vault.openWithPin(login, *shared) : state->vault.openWithPassphrase(login, *shared);
        state->journal(opened ? login : u"kiosk"_s, opened ? u"confirmed"_s : u"confirm.failed"_s, login);
        return opened ? Result<void>() : passOn(opened);
    });
}

bool Gate::hasPin(const QString &login) const
{
    return m_state->vault.hasPin(login);
}

Result<QString> Gate::recoveryChallenge() const
{
    return Recovery(m_state->vault.slotFile()).challenge();
}

QFuture<Result<Account>> Gate::recover(const QString &answer, const QString &login, Secret passphrase)
{
    auto shared = std::make_shared<Secret>(std::move(passphrase));
    return QtConcurrent::run(&m_pool, [state = m_state, answer, login, shared]() -> Result<Account> {
        const QMutexLocker locker(&state->opening);
        const Result<Account> account = state->keys().restore(answer, login, *shared, {});
        if (account && !state->open)
            state->nowOpen();
        return account;
    });
}

std::optional<bool> Gate::isRecoveryProved() const
{
    const auto keys = Recovery(m_state->vault.slotFile()).keys();
    if (!keys || keys->isEmpty())
        return {};
    return std::any_of(keys->cbegin(), keys->cend(), [](const RecoveryKeyState &key) { return !key.provedAt.isEmpty(); });
}

QFuture<Result<void>> Gate::setPin(const QString &login, Secret passphrase, Secret pin)
{
    auto words = std::make_shared<Secret>(std::move(passphrase));
    auto digits = std::make_shared<Secret>(std::move(pin));
    return QtConcurrent::run(&m_pool, [state = m_state, login, words, digits]() -> Result<void> {
        const Result<OpenedVault> opened = state->vault.openWithPassphrase(login, *words);
        if (!opened)
            return passOn(opened);
        return digits->isEmpty() ? state->keys().removePin(*opened, login) : state->keys().setPin(*opened, login, *digits);
    });
}

bool Gate::isOpen() const
{
    return m_state->open;
}

} // namespace motcua
