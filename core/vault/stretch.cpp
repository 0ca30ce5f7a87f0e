#include "core/vault/stretch.h"

#include "core/vault/keywrap.h"

#include <algorithm>

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {
constexpr int leastMemoryMiB = 64;
constexpr int leastPasses = 3;
} // namespace

KdfCost usable(const KdfCost &wanted)
{
    return { std::clamp(wanted.memoryMiB, leastMemoryMiB, 4096), std::clamp(wanted.passes, leastPasses, 100) };
}

QByteArray newSalt()
{
    QByteArray salt(crypto_pwhash_SALTBYTES, '\0');
    randombytes_buf(salt.data(), size_t(salt.size()));
    return salt;
}

Result<Secret> stretched(const Secret &words, const QByteArray &salt, const KdfCost &cost, const QString &subject)
{
    Secret key(keyBytes);
    const bool usableSalt = salt.size() == crypto_pwhash_SALTBYTES;
    const char *text = words.isEmpty() ? "" : reinterpret_cast<const char *>(words.data());
    const int answer = !usableSalt ? -1
                                   : crypto_pwhash(key.data(), key.size(), text, words.size(),
                                                   reinterpret_cast<const unsigned char *>(salt.constData()),
                                                   static_cast<unsigned long long>(cost.passes), size_t(cost.memoryMiB) << 20,
                                                   crypto_pwhash_ALG_ARGON2ID13);
    if (answer != 0)
        return fail(ErrorCode::PassphraseNotStretched, subject, u"argon2id %1 MiB"_s.arg(cost.memoryMiB));
    return key;
}

} // namespace motcua
