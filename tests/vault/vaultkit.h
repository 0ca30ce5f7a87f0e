#pragma once

#include "core/identity/account.h"
#include "core/vault/vault.h"

#include <QFile>
#include <QTest>

namespace motcua {

// What the tests of the vault have in common: invented accounts, the cheapest Argon2id that is allowed, files.

inline const Account officer { QStringLiteral("congchuc1"), {}, Role::Officer };
inline const Account itStaff { QStringLiteral("cntt"), {}, Role::ItStaff };
inline const KdfCost cheap { 64, 3 };

inline Secret secret(QByteArrayView text)
{
    return Secret(text);
}

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

} // namespace motcua
