#pragma once

#include "core/base/result.h"
#include "core/vault/secret.h"

#include <QByteArray>
#include <QString>

namespace motcua {

// What is read over the telephone. Challenge: the slot's ephemeral key and which province key it is for. Answer: the 128-bit code that
// both sides can derive, and 12 bits that tell an answer to another challenge from a misread one.
inline constexpr qsizetype challengeBits = 280; // 32 + 3 bytes: 16 groups
inline constexpr qsizetype answerBits = 140;    // 16 bytes + 12 bits: 9 groups
inline constexpr std::size_t codeBytes = 16;

struct ChallengeParts
{
    QByteArray ephemeral;
    QByteArray recipient;
};

QString challengeText(const ChallengeParts &parts);
Result<ChallengeParts> challengeFrom(const QString &text); // RecoveryTextWrong

// BLAKE2b(DH | E | P | context). Both sides come to it: the kiosk with E's private half when it seals, the province with P's.
Secret recoveryCode(const Secret &sharedPoint, const QByteArray &ephemeral, const QByteArray &province);
Secret recoveryWrappingKey(const Secret &code, const QByteArray &ephemeral, const QByteArray &province);

QString answerText(const Secret &code, const QByteArray &ephemeral);
struct AnswerParts
{
    Secret code;
    QByteArray tag; // 2 bytes, the last 4 bits zero
};
Result<AnswerParts> answerFrom(const QString &text); // RecoveryTextWrong
QByteArray answerTag(const QByteArray &ephemeral);

} // namespace motcua
