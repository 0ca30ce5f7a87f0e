#pragma once

#include <QByteArray>

#include <memory>

struct evp_md_ctx_st;

namespace motcua {

// SHA-256 (FIPS 180-4) by OpenSSL, which uses the processor's own instructions: Qt 6.4 counts in plain C++, and every paper is counted
// when it is kept (`./dev bench store`). One thread at a time.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256 &) = delete;
    Sha256 &operator=(const Sha256 &) = delete;

    void add(QByteArrayView bytes);
    QByteArray result(); // 32 bytes; once

private:
    struct Freed
    {
        void operator()(evp_md_ctx_st *context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Freed> m_context;
};

QByteArray sha256(QByteArrayView content);

} // namespace motcua
