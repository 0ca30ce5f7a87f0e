#include "core/base/sha256.h"

#include <openssl/evp.h>

namespace motcua {

namespace {

constexpr int digestBytes = 32;

// Fails only without memory, or where SHA-256 itself is missing from the machine's OpenSSL: nothing could be trusted then.
void insist(int done)
{
    if (done != 1)
        qFatal("OpenSSL has no SHA-256");
}

} // namespace

Sha256::Sha256()
    : m_context(EVP_MD_CTX_new())
{
    insist(EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr));
}

Sha256::~Sha256() = default;

void Sha256::Freed::operator()(evp_md_ctx_st *context) const
{
    EVP_MD_CTX_free(context);
}

void Sha256::add(QByteArrayView bytes)
{
    insist(EVP_DigestUpdate(m_context.get(), bytes.data(), size_t(bytes.size())));
}

QByteArray Sha256::result()
{
    QByteArray digest(digestBytes, '\0');
    insist(EVP_DigestFinal_ex(m_context.get(), reinterpret_cast<unsigned char *>(digest.data()), nullptr));
    return digest;
}

QByteArray sha256(QByteArrayView content)
{
    Sha256 hash;
    hash.add(content);
    return hash.result();
}

} // namespace motcua
