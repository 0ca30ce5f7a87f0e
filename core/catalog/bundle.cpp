#include "core/catalog/bundle.h"

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/jose/strictdocument.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int formatVersion = 1;
constexpr QLatin1StringView bundleType("motcua-procedures");

tl::unexpected<Error> malformed(const QString &where, const QString &why)
{
    return fail(ErrorCode::BundleMalformed, where, why);
}

tl::unexpected<Error> tooLarge(const QString &where, qsizetype size, qsizetype limit)
{
    return fail(ErrorCode::BundleTooLarge, where, u"%1 > %2"_s.arg(size).arg(limit));
}

tl::unexpected<Error> otherFormat(const QString &where, const QString &found)
{
    return fail(ErrorCode::BundleFormatUnknown, where, found.left(60));
}

tl::unexpected<Error> tampered(const QString &where)
{
    return fail(ErrorCode::BundleTampered, where);
}

bool holdsOnly(const QJsonObject &object, std::initializer_list<QLatin1StringView> names)
{
    const QStringList keys = object.keys();
    return std::all_of(keys.cbegin(), keys.cend(),
                       [&](const QString &key) { return std::find(names.begin(), names.end(), key) != names.end(); });
}

bool isUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    return !decoder.hasError() && !text.contains(QChar(u'\0'));
}

struct Signature
{
    QString keyId;
    QByteArray message; // what was signed
    QByteArray bytes;
};

// RFC 7515 leaves it to us which headers we accept: only the protected one, whose every member we understand ("crit" never is).
Result<Signature> readSignature(const QJsonObject &json, const QString &payload, const QString &where)
{
    Signature signature;
    QByteArray header;
    const QString headerText = json.value("protected"_L1).toString();
    if (!holdsOnly(json, { "protected"_L1, "signature"_L1 }) || !fromBase64Url(headerText, header)
        || !fromBase64Url(json.value("signature"_L1).toString(), signature.bytes))
        return malformed(where, u"protected and signature, both base64url, and nothing else"_s);
    const auto read = strictObject(header);
    if (!read)
        return malformed(where + u"/protected"_s, read.error());
    if (read->value("alg"_L1) != "EdDSA"_L1)
        return otherFormat(where + u"/protected/alg"_s, read->value("alg"_L1).toString());
    if (read->value("typ"_L1) != bundleType)
        return otherFormat(where + u"/protected/typ"_s, read->value("typ"_L1).toString());
    signature.keyId = read->value("kid"_L1).toString();
    if (!holdsOnly(*read, { "alg"_L1, "kid"_L1, "typ"_L1 }) || signature.keyId.isEmpty())
        return malformed(where + u"/protected"_s, u"alg, kid and typ, and nothing else"_s);
    signature.message = headerText.toLatin1() + '.' + payload.toLatin1();
    return signature;
}

Result<QStringList> checkSignatures(const QJsonArray &list, const QString &payload, const QList<PackKey> &trusted)
{
    if (list.isEmpty())
        return fail(ErrorCode::BundleUnsigned);
    if (list.size() > BundleLimits::signatures)
        return tooLarge(u"/signatures"_s, list.size(), BundleLimits::signatures);
    QStringList signers;
    QStringList strangers;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString where = u"/signatures/"_s + QString::number(i);
        const Result<Signature> signature = readSignature(list.at(i).toObject(), payload, where);
        if (!signature)
            return passOn(signature);
        const auto key =
            std::find_if(trusted.cbegin(), trusted.cend(), [&](const PackKey &one) { return one.id() == signature->keyId; });
        if (key == trusted.cend()) {
            strangers.append(signature->keyId.left(60));
            continue;
        }
        if (!key->verifies(signature->message, signature->bytes))
            return tampered(where);
        signers.append(signature->keyId);
    }
    if (signers.isEmpty())
        return fail(ErrorCode::BundleKeyUnknown, trusted.isEmpty() ? u"no key is trusted yet"_s : QString(),
                    strangers.join(u' '));
    return signers;
}

Result<BundleFile> readFile(const QJsonValue &value, const QString &where)
{
    const QJsonObject json = value.toObject();
    BundleFile file { json.value("name"_L1).toString(), json.value("content"_L1).toString().toUtf8(),
                      json.value("sha256"_L1).toString() };
    if (!holdsOnly(json, { "name"_L1, "sha256"_L1, "content"_L1 }) || !json.value("content"_L1).isString())
        return malformed(where, u"name, sha256 and content, and nothing else"_s);
    if (!isBundleFileName(file.name))
        return malformed(where + u"/name"_s, u"not a name of a procedure, data or paper file"_s);
    if (file.content.size() > BundleLimits::oneContent)
        return tooLarge(where + u"/content"_s, file.content.size(), BundleLimits::oneContent);
    if (sha256Hex(file.content) != file.sha256)
        return tampered(where + u"/sha256"_s);
    return file;
}

Result<void> readFiles(Bundle &bundle, const QJsonValue &value)
{
    const QJsonArray files = value.toArray();
    if (!value.isArray() || files.isEmpty())
        return malformed(u"/payload/files"_s, u"at least one file"_s);
    if (files.size() > BundleLimits::contents)
        return tooLarge(u"/payload/files"_s, files.size(), BundleLimits::contents);
    QSet<QString> names;
    for (qsizetype i = 0; i < files.size(); ++i) {
        const QString where = u"/payload/files/"_s + QString::number(i);
        const Result<BundleFile> file = readFile(files.at(i), where);
        if (!file)
            return passOn(file);
        if (names.contains(file->name))
            return malformed(where + u"/name"_s, u"two files have this name"_s);
        names.insert(file->name);
        bundle.files.append(*file);
    }
    return {};
}

Result<void> readPayload(Bundle &bundle, const QByteArray &text)
{
    const auto json = strictObject(text);
    if (!json)
        return malformed(u"/payload"_s, json.error());
    if (json->value("format"_L1).toInteger() != formatVersion)
        return otherFormat(u"/payload/format"_s, QString::number(json->value("format"_L1).toInteger()));
    if (!holdsOnly(*json, { "format"_L1, "serial"_L1, "issuedAt"_L1, "note"_L1, "files"_L1 }))
        return malformed(u"/payload"_s, u"format, serial, issuedAt, note and files, and nothing else"_s);
    bundle.serial = json->value("serial"_L1).toInteger();
    bundle.issuedAt = fromRfc3339(json->value("issuedAt"_L1).toString());
    bundle.note = json->value("note"_L1).toString();
    constexpr qint64 largest = (qint64(1) << 53) - 1; // what every JSON reader keeps exactly
    if (bundle.serial < 1 || bundle.serial > largest)
        return malformed(u"/payload/serial"_s, u"a whole number from 1"_s);
    if (!bundle.issuedAt.isValid())
        return malformed(u"/payload/issuedAt"_s, u"a time by RFC 3339"_s);
    if (!json->value("note"_L1).isString() || bundle.note.size() > BundleLimits::note)
        return malformed(u"/payload/note"_s, u"a text of at most %1 characters"_s.arg(BundleLimits::note));
    return readFiles(bundle, json->value("files"_L1));
}

} // namespace

const BundleFile *Bundle::find(const QString &name) const
{
    const auto found = std::find_if(files.cbegin(), files.cend(), [&](const BundleFile &file) { return file.name == name; });
    return found == files.cend() ? nullptr : &*found;
}

bool isBundleFileName(const QString &name)
{
    static const QRegularExpression plain(u"\\A(procedures|data|papers)/[A-Za-z0-9][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)+\\z"_s);
    return name.size() <= 100 && plain.match(name).hasMatch();
}

Result<BundlePtr> openBundle(const QByteArray &file, const QList<PackKey> &trusted)
{
    if (file.size() > BundleLimits::file)
        return tooLarge({}, file.size(), BundleLimits::file);
    const auto json = strictObject(file);
    if (!json)
        return malformed({}, json.error());
    const QString payload = json->value("payload"_L1).toString();
    QByteArray text;
    const QJsonValue signatures = json->value("signatures"_L1);
    if (!holdsOnly(*json, { "payload"_L1, "signatures"_L1 }) || !fromBase64Url(payload, text) || payload.isEmpty()
        || !(signatures.isArray() || signatures.isUndefined()))
        return malformed({}, u"payload in base64url and signatures, and nothing else"_s);
    const Result<QStringList> signers = checkSignatures(signatures.toArray(), payload, trusted);
    if (!signers)
        return passOn(signers);
    auto bundle = std::make_shared<Bundle>();
    bundle->signers = *signers;
    bundle->source = file;
    if (const Result<void> read = readPayload(*bundle, text); !read)
        return passOn(read);
    return BundlePtr(bundle);
}

Result<QByteArray> sealBundle(const Bundle &bundle, const std::vector<PackSigningKey> &keys)
{
    QJsonArray files;
    for (const BundleFile &file : bundle.files) {
        if (!isUtf8(file.content))
            return malformed(file.name, u"not UTF-8 text"_s);
        files.append(QJsonObject { { "name"_L1, file.name },
                                   { "sha256"_L1, sha256Hex(file.content) },
                                   { "content"_L1, QString::fromUtf8(file.content) } });
    }
    const QJsonObject payload { { "format"_L1, formatVersion },
                                { "serial"_L1, bundle.serial },
                                { "issuedAt"_L1, toRfc3339(bundle.issuedAt) },
                                { "note"_L1, bundle.note },
                                { "files"_L1, files } };
    const QByteArray payloadText = toBase64Url(QJsonDocument(payload).toJson(QJsonDocument::Compact));
    QJsonArray signatures;
    QList<PackKey> signers;
    for (const PackSigningKey &key : keys) {
        signers.append(key.publicKey());
        const QJsonObject header { { "alg"_L1, "EdDSA"_L1 }, { "kid"_L1, signers.last().id() }, { "typ"_L1, bundleType } };
        const QByteArray headerText = toBase64Url(QJsonDocument(header).toJson(QJsonDocument::Compact));
        signatures.append(
            QJsonObject { { "protected"_L1, QString::fromLatin1(headerText) },
                          { "signature"_L1, QString::fromLatin1(toBase64Url(key.sign(headerText + '.' + payloadText))) } });
    }
    const QJsonObject json { { "payload"_L1, QString::fromLatin1(payloadText) }, { "signatures"_L1, signatures } };
    const QByteArray text = QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
    // What is sealed here must be what every kiosk opens.
    const Result<BundlePtr> again = openBundle(text, signers);
    return again ? Result<QByteArray>(text) : passOn(again);
}

} // namespace motcua
