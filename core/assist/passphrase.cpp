#include "core/assist/passphrase.h"

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace motcua {

QString makeAssistPassphrase()
{
    constexpr auto signs = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"_L1; // 32: without 0, 1, I, O
    QString passphrase;
    for (int i = 0; i < 24; ++i) {
        if (i > 0 && i % 4 == 0)
            passphrase += u'-';
        passphrase += signs.at(qsizetype(randombytes_uniform(32)));
    }
    return passphrase;
}

Result<void> checkAssistPassphrase(const QString &passphrase)
{
    if (passphrase.size() < shortestAssistPassphrase)
        return fail(ErrorCode::AssistPassphraseShort);
    return {};
}

} // namespace motcua
