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
// DataNotJson with the byte offset as detail.
Result<QJsonObject> readJsonObject(const QString &path);

} // namespace motcua
