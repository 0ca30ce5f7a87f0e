#include "core/counter/gate.h"

#include "core/base/clock.h"
#include "core/base/log.h"
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

    Result<void> openStore(const Secret &masterKey)
    {
        const QMutexLocker locker(&opening);
        if (open)
            return {};
        const Result<void> opened = store.open(files.database(), databaseKey(masterKey), false).result();
        open = opened.has_value();
        if (open)
            announce();
        return opened;
    }

    // A journal that cannot be written must not keep a person out, nor may it go unnoticed.
    void journal(const QString &actor, const QString &action, const QString &subject) const
    {
        if (!open)
            return;
        const Result<void> written = store
                                         .run([=, now = clock.now()](Database &database) {
                                             return database.write([&]() -> Result<void> {
                                                 const auto entry =
                                                     JournalRepository(database).append(now, actor, action, subject);
                                                 return entry ? Result<void>() : passOn(entry);
                                             });
                                         })
                                         .result();
        if (!written)
            qCWarning(logApp).noquote() << "journal:" << forLog(written.error());
    }

    Account withDisplayName(Account account) const
    {
        const auto known = store.run([](Database &database) { return AccountRepository(database).all(); }).result();
        if (known) {
            const auto found =
                std::find_if(known->cbegin(), known->cend(), [&](const Account &one) { return one.login == account.login; });
            if (found != known->cend())
                account.displayName = found->displayName;
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
}

Result<QList<Account>> Gate::accounts() const
{
    return m_state->vault.accounts();
}

QFuture<Result<void>> Gate::openUnattended()
{
    return QtConcurrent::run(&m_pool, [state = m_state]() -> Result<void> {
        const Result<OpenedVault> opened = state->vault.openWithKeychain();
        return opened ? state->openStore(opened->masterKey) : passOn(opened);
    });
}

QFuture<Result<Account>> Gate::signIn(const QString &login, Secret passphrase)
{
    auto shared = std::make_shared<Secret>(std::move(passphrase));
    return QtConcurrent::run(&m_pool, [state = m_state, login, shared]() -> Result<Account> {
        const Result<OpenedVault> opened = state->vault.openWithPassphrase(login, *shared);
        if (!opened) {
            state->journal(u"kiosk"_s, u"signin.failed"_s, login);
            return passOn(opened);
        }
        if (const Result<void> store = state->openStore(opened->masterKey); !store)
            return passOn(store);
        state->journal(opened->account.login, u"signin"_s, opened->account.login);
        return state->withDisplayName(opened->account);
    });
}

bool Gate::isOpen() const
{
    return m_state->open;
}

} // namespace motcua
