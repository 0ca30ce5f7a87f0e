#include "core/vault/recoverycode.h"

#include "core/vault/keywrap.h"
#include "core/vault/spokencode.h"

using namespace Qt::StringLiterals;

namespace motcua {

QString challengeText(const ChallengeParts &parts)
{
    return spokenGroups(parts.ephemeral + parts.recipient, challengeBits).join(u' ');
}

Result<ChallengeParts> challengeFrom(const QString &text)
{
    const Result<QByteArray> bytes = bytesFromSpoken(text, challengeBits);
    if (!bytes)
        return passOn(bytes);
    return ChallengeParts { bytes->first(qsizetype(keyBytes)), bytes->sliced(qsizetype(keyBytes)) };
}

Secret recoveryCode(const Secret &sharedPoint, const QByteArray &ephemeral, const QByteArray &province)
{
    const Secret whole = hashed("motcua-recovery-code-1", { viewOf(sharedPoint), ephemeral, province });
    return Secret(viewOf(whole).first(qsizetype(codeBytes)));
}

Secret recoveryWrappingKey(const Secret &code, const QByteArray &ephemeral, const QByteArray &province)
{
    return hashed("motcua-recovery-kek-1", { viewOf(code), ephemeral, province });
}

QByteArray answerTag(const QByteArray &ephemeral)
{
    QByteArray tag = openHash("motcua-recovery-tag-1", { ephemeral }, keyBytes).first(2);
    tag[1] = char(uchar(tag.at(1)) & 0xf0U);
    return tag;
}

QString answerText(const Secret &code, const QByteArray &ephemeral)
{
    return spokenGroups(viewOf(code).toByteArray() + answerTag(ephemeral), answerBits).join(u' ');
}

Result<AnswerParts> answerFrom(const QString &text)
{
    const Result<QByteArray> bytes = bytesFromSpoken(text, answerBits);
    if (!bytes)
        return passOn(bytes);
    return AnswerParts { Secret(QByteArrayView(*bytes).first(qsizetype(codeBytes))), bytes->sliced(qsizetype(codeBytes)) };
}

} // namespace motcua
