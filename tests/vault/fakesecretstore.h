#pragma once

#include "core/vault/secretstore.h"

#include <QHash>

namespace motcua {

// A keychain that does what a test says: every answer of storage.md 2.1 can be given.
class FakeSecretStore final : public SecretStore
{
public:
    Result<Secret> read(const QString &key) override
    {
        if (!readFailure.isEmpty())
            return tl::unexpected<Error>(Error { ErrorCode::KeychainUnavailable, {}, readFailure });
        const auto found = entries.find(key);
        if (found == entries.end())
            return tl::unexpected<Error>(Error { ErrorCode::KeychainUnavailable, {}, QStringLiteral("absent") });
        return Secret(QByteArrayView(*found));
    }

    Result<void> write(const QString &key, const Secret &secret) override
    {
        if (!writeFailure.isEmpty())
            return tl::unexpected<Error>(Error { ErrorCode::KeychainUnavailable, {}, writeFailure });
        entries.insert(key, QByteArray(reinterpret_cast<const char *>(secret.data()), qsizetype(secret.size())));
        return {};
    }

    QString description() const override { return QStringLiteral("fake"); }

    QHash<QString, QByteArray> entries;
    QString readFailure;
    QString writeFailure;
};

} // namespace motcua
