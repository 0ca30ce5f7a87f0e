#pragma once

#include "core/base/result.h"
#include "core/vault/secret.h"
#include "core/vault/stretch.h"

#include <QByteArray>
#include <QString>

namespace motcua {

// The public half of the province's X25519 key, as kiosks carry it.
struct ProvincePublicKey
{
    QByteArray bytes; // 32

    QByteArray id() const;       // 3 bytes: tells two keys apart in a challenge
    QString name() const;        // the id as hex digits
    QString fingerprint() const; // 80 bits in spoken groups, to compare over another way than the file came
    QByteArray toJson() const;
    static Result<ProvincePublicKey> fromJson(const QByteArray &json); // ProvinceKeyUnusable
};

// The private half: at the province, offline, under a passphrase (Argon2id 256 MiB). Whoever has both opens every kiosk that carries
// the public half and whose disk or telephone is at hand.
class ProvinceKey
{
public:
    static ProvinceKey generate();
    static Result<ProvinceKey> fromJson(const QByteArray &text,
                                        const Secret &passphrase); // ProvinceKeyUnusable, ProvincePassphraseWrong
    Result<QByteArray> toJson(const Secret &passphrase, const KdfCost &cost = {}) const;

    const ProvincePublicKey &publicKey() const { return m_public; }
    // What the kiosk reads as the answer to its challenge. RecoveryTextWrong, RecoveryOtherKey.
    Result<QString> answer(const QString &challenge) const;

private:
    ProvincePublicKey m_public;
    Secret m_private;
};

} // namespace motcua
