#pragma once

#include "core/base/result.h"
#include "core/vault/secret.h"

#include <QString>

#include <chrono>
#include <memory>
#include <optional>

namespace motcua {

// The machine's keychain, as a holder of one 32-byte secret per key. Calls block up to their time-out: never from the GUI thread.
// Whatever the keychain answers, it is never the only holder of a key (storage.md 2.1: "not found" proves nothing).
class SecretStore
{
public:
    virtual ~SecretStore() = default;
    virtual Result<Secret> read(const QString &key) = 0; // KeychainUnavailable (any reason; detail says which)
    virtual Result<void> write(const QString &key, const Secret &secret) = 0; // read back and compared before it says yes
    virtual QString description() const = 0; // for doctor: "Secret Service (gnome-keyring)", "none"
};

// QtKeychain in a thread of its own with a watchdog; no insecure fallback.
std::unique_ptr<SecretStore> makeSystemSecretStore(std::chrono::milliseconds timeout = std::chrono::seconds(5));

} // namespace motcua
