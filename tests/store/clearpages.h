#pragma once

#include "storefixture.h"

#include <QFile>

#include <openssl/evp.h>

namespace motcua {

// Every page of the file as it is decrypted, free ones too, without SQLCipher: AES-256-CBC under the raw key, the last 80 bytes of a page
// being its IV and code, the first 16 of the file the salt.
inline QByteArray allPages(const QString &path)
{
    constexpr int pageBytes = 4096;
    constexpr int reserved = 80;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const Secret key = testKey();
    QByteArray clear;
    for (QByteArray page = file.read(pageBytes); page.size() == pageBytes; page = file.read(pageBytes)) {
        const int from = clear.isEmpty() ? 16 : 0;
        const int length = pageBytes - reserved - from;
        QByteArray out(length + 32, '\0');
        int written = 0;
        EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
        const auto *bytes = reinterpret_cast<const unsigned char *>(page.constData());
        EVP_DecryptInit_ex(context, EVP_aes_256_cbc(), nullptr, key.data(), bytes + pageBytes - reserved);
        EVP_CIPHER_CTX_set_padding(context, 0);
        EVP_DecryptUpdate(context, reinterpret_cast<unsigned char *>(out.data()), &written, bytes + from, length);
        EVP_CIPHER_CTX_free(context);
        clear += out.first(written);
    }
    return clear;
}

} // namespace motcua
