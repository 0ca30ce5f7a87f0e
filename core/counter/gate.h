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
#include <optional>

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
    // AccountDisabled: the store is open then, so that what waits is sent, and nobody is signed in.
    QFuture<Result<Account>> signIn(const QString &login, Secret passphrase);

    // The same with a PIN, where the account has one. Its keychain may take its time.
    QFuture<Result<Account>> signInWithPin(const QString &login, Secret pin);
    bool hasPin(const QString &login) const;
    // Once more, of somebody who is signed in: for Counter::confirm(). Wrong ones count as at signing in; journalled either way.
    enum class By { Passphrase, Pin };
    QFuture<Result<void>> confirm(const QString &login, Secret words, By by);

    // From the sign-in page on, for whoever forgot everything (docs/keys.md). Nothing is signed in.
    Result<QString> recoveryChallenge() const;
    QFuture<Result<Account>> recover(const QString &answer, const QString &login, Secret passphrase);
    // Whether the province could open this kiosk. Nothing: no key of a province is here.
    std::optional<bool> isRecoveryProved() const;

    // The passphrase proves who asks. An empty PIN takes it away.
    QFuture<Result<void>> setPin(const QString &login, Secret passphrase, Secret pin);

    bool isOpen() const;

Q_SIGNALS:
    void opened(); // once, when the store has been opened; from a worker thread

private:
    struct State;
    std::shared_ptr<State> m_state;
    QThreadPool m_pool;
};

} // namespace motcua
