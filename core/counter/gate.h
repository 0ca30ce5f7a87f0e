#pragma once

#include "core/base/result.h"
#include "core/identity/account.h"
#include "core/identity/kioskprofile.h"
#include "core/vault/secret.h"

#include <QFuture>
#include <QList>
#include <QObject>
#include <QThreadPool>

#include <memory>

namespace motcua {

class Clock;
class StoreThread;
class Vault;

// The way in: passphrase or keychain -> master key -> open store -> a person. Futures answer on any thread; use then(context, …).
class Gate : public QObject
{
    Q_OBJECT

public:
    Gate(ProfileFiles files, Vault &vault, StoreThread &store, const Clock &clock);
    ~Gate() override;

    // Logins and roles of those who may sign in, for the sign-in page.
    Result<QList<Account>> accounts() const;

    // Opens the store with the keychain's key, so that sync may work before anybody signs in. Signs nobody in.
    QFuture<Result<void>> openUnattended();

    // Checks the passphrase, opens the store if it is not open yet, journals success and failure. Empty login = whoever fits.
    QFuture<Result<Account>> signIn(const QString &login, Secret passphrase);

    bool isOpen() const;

Q_SIGNALS:
    void opened(); // once, when the store has been opened; from a worker thread

private:
    struct State;
    std::shared_ptr<State> m_state;
    QThreadPool m_pool;
};

} // namespace motcua
