#pragma once

#include "core/base/result.h"
#include "core/outbox/outbox.h"

#include <optional>

namespace motcua {

struct VerifyKey;
class PortalClient;

// Pure: the receipt carries a signature by this key over exactly what it says.
bool isProven(const Receipt &receipt, const VerifyKey &key);

// Which receipts are believed. The portal's key is asked for once, over the pinned TLS, when the first signed receipt comes, and is
// kept in the outbox; from then on no receipt counts without its signature. A portal that has never signed is believed as before.
// Blocking; on the sync thread.
class ReceiptCheck
{
public:
    ReceiptCheck(Outbox &outbox, PortalClient &portal);

    // Why this receipt cannot be believed (ReceiptSignatureWrong), or why that cannot be known now (the link, our store).
    std::optional<Error> trouble(const Receipt &receipt);

private:
    Outbox &m_outbox;
    PortalClient &m_portal;
};

} // namespace motcua
