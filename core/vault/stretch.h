#pragma once

#include "core/base/result.h"
#include "core/vault/secret.h"

#include <QByteArray>
#include <QString>

namespace motcua {

struct KdfCost
{
    int memoryMiB = 256; // 64 at least
    int passes = 3;
};

KdfCost usable(const KdfCost &wanted); // never below 64 MiB and three passes
QByteArray newSalt();

// Argon2id, 32 bytes. About 0.1 s at 64 MiB, 0.5 s at 256 MiB. PassphraseNotStretched when the memory is not there, which must not
// look like a wrong passphrase; `subject` names whose it is.
Result<Secret> stretched(const Secret &words, const QByteArray &salt, const KdfCost &cost, const QString &subject);

} // namespace motcua
