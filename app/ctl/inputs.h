#pragma once

#include "core/base/result.h"
#include "core/vault/secret.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace motcua {

// Files named on the command line; "-" is standard input. FileUnreadable.
Result<QByteArray> readInput(const QString &path);
// The first line of a file as a secret; the buffers it passed through are wiped.
Result<Secret> readSecret(const QString &path);
enum class OutputKind { Plain, Secret };
// The whole file or nothing; a secret one is readable by this user only. FileNotWritten.
Result<void> writeOutput(const QString &path, const QByteArray &content, OutputKind kind = OutputKind::Plain);
// DataNotJson with the byte offset as detail.
Result<QJsonObject> readJsonObject(const QString &path);

} // namespace motcua
