// What people read out and type: recovery codes and numbers of identity cards.
#include "core/identity/personalid.h"
#include "core/vault/recoverycode.h"
#include "core/vault/spokencode.h"
#include "tests/fuzz/fuzz.h"

using namespace motcua;

void eat(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    (void)challengeFrom(text);
    (void)answerFrom(text);
    if (const Result<QByteArray> read = bytesFromSpoken(text, answerBits))
        insist(bytesFromSpoken(spokenGroups(*read, answerBits).join(QLatin1Char(' ')), answerBits) == read);
    if (isPersonalId(text))
        (void)doubtsAbout(text, Sex::Female, 1990);
    // What was written must be read back.
    QByteArray own = bytes.left(answerBits / 8 + 1);
    own.append(QByteArray(answerBits / 8 + 1 - own.size(), '\0'));
    own.back() = char(own.back() & char(0xF0)); // 140 bits
    const Result<QByteArray> back = bytesFromSpoken(spokenGroups(own, answerBits).join(QLatin1Char('-')), answerBits);
    insist(back && *back == own);
}
