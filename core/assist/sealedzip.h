#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace motcua {

struct ZipEntry
{
    QString name; // path inside; visible without the passphrase, so no personal data
    QByteArray content;
};

// A ZIP with every entry under AES-256 (WinZip AE-2), from memory to memory: nothing readable ever lies on a disk. 7-Zip and WinZip
// open it on Windows, 7z and bsdtar on Linux. AssistPackNotMade.
Result<QByteArray> sealedZip(const QList<ZipEntry> &entries, const QString &passphrase, const QDateTime &at);

// Writes it into this folder as CODE.zip, whole or not at all, readable by this user only; answers the path. AssistPackNotMade.
Result<QString> saveSealed(const QString &folder, const QString &code, const QByteArray &zip);

} // namespace motcua
