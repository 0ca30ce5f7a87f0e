#include "sync/receiptcheck.h"

#include "core/jose/compactjws.h"
#include "sync/portalclient.h"

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr auto receiptType = "motcua-receipt"_L1;

Error signatureWrong(const Receipt &receipt)
{
    const QString found = receipt.proof.isEmpty() ? u"not signed"_s : u"signed otherwise"_s;
    return fail(ErrorCode::ReceiptSignatureWrong, receipt.dossierId, found).value();
}

} // namespace

bool isProven(const Receipt &receipt, const VerifyKey &key)
{
    const auto jws = readCompactJws(receipt.proof);
    if (!jws || jws->type != receiptType || !jws->isSignedBy(key))
        return false;
    std::optional<Receipt> signedReceipt = readReceiptText(jws->payload);
    if (!signedReceipt)
        return false;
    signedReceipt->proof = receipt.proof;
    return *signedReceipt == receipt;
}

ReceiptCheck::ReceiptCheck(Outbox &outbox, PortalClient &portal)
    : m_outbox(outbox)
    , m_portal(portal)
{
}

std::optional<Error> ReceiptCheck::trouble(const Receipt &receipt)
{
    Result<QByteArray> known = m_outbox.receiptKey();
    if (known && known->isEmpty() && !receipt.proof.isEmpty()) {
        const Reply<QByteArray> reply = m_portal.receiptKey();
        if (!reply.judgement.ok())
            return errorOf(reply.judgement, receipt.dossierId);
        // A portal that signs without showing its key proves nothing, and takes nothing away.
        if (!reply.value.isEmpty()) {
            if (const Result<void> pinned = m_outbox.pinReceiptKey(reply.value); !pinned)
                return pinned.error();
            known = reply.value;
        }
    }
    if (!known)
        return known.error();
    if (known->isEmpty())
        return std::nullopt;
    const auto key = verifyKeyFromJwk(*known);
    return key && isProven(receipt, *key) ? std::nullopt : std::optional(signatureWrong(receipt));
}

} // namespace motcua
