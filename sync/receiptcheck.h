#pragma once

#include "core/base/result.h"
#include "core/outbox/outbox.h"

#include <optional>

namespace motcua {

struct VerifyKey;

// Pure: the receipt carries a signature by this key over exactly what it says.
bool isProven(const Receipt &receipt, const VerifyKey &key);

// Which receipts are believed. The portal's key is asked for once, over the pinned TLS, when the first signed receipt comes, and is
// kept in the outbox; from then on no receipt counts without its signature. A portal that has never signed is believed as before.
// On the sync thread.
class ReceiptCheck
{
public:
    explicit ReceiptCheck(Outbox &outbox);

    // The receipt is signed and we do not know the key yet: ask for it, then look at the receipt again.
    Result<bool> needsKey(const Receipt &receipt);
    // What the portal answered: its JWK, or nothing. One that signs and shows no key proves nothing, and takes nothing away.
    Result<void> learn(const QByteArray &jwk);
    // Why this receipt cannot be believed: ReceiptSignatureWrong, or our own store.
    std::optional<Error> trouble(const Receipt &receipt);

private:
    Outbox &m_outbox;
    bool m_keyless = false;
};

} // namespace motcua
