#include "sync/receiptcheck.h"

#include "core/jose/compactjws.h"
#include "sync/contract.h"

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

ReceiptCheck::ReceiptCheck(Outbox &outbox)
    : m_outbox(outbox)
{
}

Result<bool> ReceiptCheck::needsKey(const Receipt &receipt)
{
    if (receipt.proof.isEmpty() || m_keyless)
        return false;
    const Result<QByteArray> known = m_outbox.receiptKey();
    if (!known)
        return passOn(known);
    return known->isEmpty();
}

Result<void> ReceiptCheck::learn(const QByteArray &jwk)
{
    m_keyless = jwk.isEmpty();
    return m_keyless ? Result<void>() : m_outbox.pinReceiptKey(jwk);
}

std::optional<Error> ReceiptCheck::trouble(const Receipt &receipt)
{
    const Result<QByteArray> known = m_outbox.receiptKey();
    if (!known)
        return known.error();
    if (known->isEmpty())
        return std::nullopt;
    const auto key = verifyKeyFromJwk(*known);
    return key && isProven(receipt, *key) ? std::nullopt : std::optional(signatureWrong(receipt));
}

} // namespace motcua
