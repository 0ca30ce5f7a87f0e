#include "core/vault/provincekey.h"

#include "core/vault/keywrap.h"
#include "core/vault/recoverycode.h"
#include "core/vault/spokencode.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr QLatin1StringView privateFormat("motcua-province-key");
constexpr QLatin1StringView publicFormat("motcua-province-public-key");

tl::unexpected<Error> unusable(const QString &why)
{
    return fail(ErrorCode::ProvinceKeyUnusable, {}, why);
}

QString toText(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray bytesOf(const QJsonObject &json, const QString &name)
{
    return QByteArray::fromBase64(json[name].toString().toLatin1());
}

QByteArray publicOf(const Secret &privateKey)
{
    QByteArray bytes(crypto_box_PUBLICKEYBYTES, '\0');
    crypto_scalarmult_base(reinterpret_cast<unsigned char *>(bytes.data()), privateKey.data());
    return bytes;
}

QJsonObject head(QLatin1StringView format, const ProvincePublicKey &key)
{
    return {
        { u"format"_s, QString(format) }, { u"version"_s, 1 }, { u"keyId"_s, key.name() }, { u"publicKey"_s, toText(key.bytes) }
    };
}

Result<ProvincePublicKey> publicKeyIn(const QJsonObject &json, QLatin1StringView format)
{
    ProvincePublicKey key { bytesOf(json, u"publicKey"_s) };
    if (json[u"format"_s].toString() != format || json[u"version"_s].toInt() != 1)
        return unusable(u"format"_s);
    // The id guards against a damaged file: nothing could ever be opened with a key that is one bit off.
    if (key.bytes.size() != qsizetype(keyBytes) || key.name() != json[u"keyId"_s].toString())
        return unusable(u"key"_s);
    return key;
}

// The wrapping of slots, with the public key bound in.
KeySlot boxFor(const ProvincePublicKey &key)
{
    KeySlot box;
    box.type = privateFormat;
    box.publicKey = key.bytes;
    return box;
}

} // namespace

QByteArray ProvincePublicKey::id() const
{
    return openHash("motcua-province-id", { bytes }, keyBytes).first(3);
}

QString ProvincePublicKey::name() const
{
    return QString::fromLatin1(id().toHex());
}

QString ProvincePublicKey::fingerprint() const
{
    return spokenGroups(openHash("motcua-province-fingerprint", { bytes }, keyBytes).first(10), 80).join(u' ');
}

QByteArray ProvincePublicKey::toJson() const
{
    return QJsonDocument(head(publicFormat, *this)).toJson();
}

Result<ProvincePublicKey> ProvincePublicKey::fromJson(const QByteArray &json)
{
    return publicKeyIn(QJsonDocument::fromJson(json).object(), publicFormat);
}

ProvinceKey ProvinceKey::generate()
{
    ProvinceKey key;
    key.m_private = Secret::random(keyBytes);
    key.m_public.bytes = publicOf(key.m_private);
    return key;
}

Result<QByteArray> ProvinceKey::toJson(const Secret &passphrase, const KdfCost &cost) const
{
    KeySlot box = boxFor(m_public);
    const KdfCost used = usable(cost);
    box.salt = newSalt();
    const Result<Secret> wrappingKey = stretched(passphrase, box.salt, used, {});
    if (!wrappingKey)
        return passOn(wrappingKey);
    wrap(box, m_private, *wrappingKey);
    QJsonObject json = head(privateFormat, m_public);
    json.insert(u"kdf"_s, QJsonObject { { u"name"_s, u"argon2id"_s },
                                        { u"memoryMiB"_s, used.memoryMiB },
                                        { u"passes"_s, used.passes },
                                        { u"salt"_s, toText(box.salt) } });
    json.insert(u"nonce"_s, toText(box.nonce));
    json.insert(u"wrapped"_s, toText(box.wrapped));
    return QJsonDocument(json).toJson();
}

Result<ProvinceKey> ProvinceKey::fromJson(const QByteArray &text, const Secret &passphrase)
{
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    const Result<ProvincePublicKey> known = publicKeyIn(json, privateFormat);
    if (!known)
        return passOn(known);
    const QJsonObject kdf = json[u"kdf"_s].toObject();
    const KdfCost cost { kdf[u"memoryMiB"_s].toInt(), kdf[u"passes"_s].toInt() };
    if (cost.memoryMiB < 1 || cost.memoryMiB > 4096 || cost.passes < 1 || cost.passes > 100)
        return unusable(u"kdf"_s);
    const Result<Secret> wrappingKey = stretched(passphrase, bytesOf(kdf, u"salt"_s), cost, {});
    if (!wrappingKey)
        return passOn(wrappingKey);
    KeySlot box = boxFor(*known);
    box.nonce = bytesOf(json, u"nonce"_s);
    box.wrapped = bytesOf(json, u"wrapped"_s);
    std::optional<Secret> opened = unwrapped(box, *wrappingKey);
    if (!opened || publicOf(*opened) != known->bytes)
        return fail(ErrorCode::ProvincePassphraseWrong);
    ProvinceKey key;
    key.m_public = *known;
    key.m_private = std::move(*opened);
    return key;
}

Result<QString> ProvinceKey::answer(const QString &challenge) const
{
    const Result<ChallengeParts> parts = challengeFrom(challenge);
    if (!parts)
        return passOn(parts);
    Secret shared(keyBytes);
    const bool ours = parts->recipient == m_public.id()
                      && crypto_scalarmult(shared.data(), m_private.data(),
                                           reinterpret_cast<const unsigned char *>(parts->ephemeral.constData()))
                             == 0;
    if (!ours)
        return fail(ErrorCode::RecoveryOtherKey, QString::fromLatin1(parts->recipient.toHex()));
    return answerText(recoveryCode(shared, parts->ephemeral, m_public.bytes), parts->ephemeral);
}

} // namespace motcua
