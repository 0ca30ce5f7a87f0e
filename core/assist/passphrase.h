#pragma once

#include "core/base/result.h"

#include <QString>

namespace motcua {

constexpr qsizetype shortestAssistPassphrase = 20; // characters

// 120 random bits in six groups of four: no sign that looks like another one, easy to read aloud.
QString makeAssistPassphrase();
// AssistPassphraseShort. WinZip's AES stretches a passphrase by a thousand rounds only, so length has to do it.
Result<void> checkAssistPassphrase(const QString &passphrase);

} // namespace motcua
