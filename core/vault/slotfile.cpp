#include "core/vault/slotfile.h"

#include "core/vault/durablefile.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <optional>

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int formatVersion = 2;
constexpr int firstVersion = 1; // passphrases around the master key itself, and the keychain; still read and written
constexpr QLatin1StringView formatName("motcua-key-slots");
constexpr qint64 maxFileBytes = 1 << 20;

QString toText(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

std::optional<QByteArray> bytesOf(const QJsonValue &value)
{
    const auto decoded = QByteArray::fromBase64Encoding(value.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return value.isString() && decoded ? std::optional(*decoded) : std::nullopt;
}

struct BytesField
{
    QLatin1StringView name;
    QByteArray KeySlot::*field;
};

constexpr std::array laterFields {
    BytesField { "publicKey"_L1, &KeySlot::publicKey },
    BytesField { "sealed"_L1, &KeySlot::sealed },
    BytesField { "ephemeral"_L1, &KeySlot::ephemeral },
    BytesField { "entry"_L1, &KeySlot::entry },
};

bool isKnown(const QString &type)
{
    return type == KeySlot::passphraseType || type == KeySlot::keychainType || type == KeySlot::pinType
           || type == KeySlot::recoveryType;
}

QJsonObject toJson(const KeySlot &slot, const QByteArray &tableKeyId)
{
    if (!slot.raw.isEmpty())
        return slot.raw;
    QJsonObject json {
        { u"type"_s, slot.type },
        { u"login"_s, slot.login },
        { u"role"_s, slot.role },
        { u"nonce"_s, toText(slot.nonce) },
        { u"wrapped"_s, toText(slot.wrapped) },
    };
    for (const BytesField &one : laterFields) {
        if (!(slot.*one.field).isEmpty())
            json.insert(one.name, toText(slot.*one.field));
    }
    if (slot.keyId != tableKeyId)
        json.insert(u"keyId"_s, QString::fromLatin1(slot.keyId.toHex()));
    if (!slot.provedAt.isEmpty())
        json.insert(u"provedAt"_s, slot.provedAt);
    if (slot.cost.memoryMiB > 0) {
        const QJsonObject kdf { { u"name"_s, u"argon2id"_s },
                                { u"memoryMiB"_s, slot.cost.memoryMiB },
                                { u"passes"_s, slot.cost.passes },
                                { u"salt"_s, toText(slot.salt) } };
        json.insert(u"kdf"_s, kdf);
    }
    return json;
}

std::optional<KeySlot> slotFrom(const QJsonObject &json, const QByteArray &tableKeyId)
{
    KeySlot slot;
    slot.type = json[u"type"_s].toString();
    if (!slot.type.isEmpty() && !isKnown(slot.type)) {
        slot.raw = json;
        return slot;
    }
    const auto nonce = bytesOf(json[u"nonce"_s]);
    const auto wrapped = bytesOf(json[u"wrapped"_s]);
    if (slot.type.isEmpty() || !json[u"login"_s].isString() || !json[u"role"_s].isString() || !nonce || !wrapped)
        return {};
    slot.login = json[u"login"_s].toString();
    slot.role = json[u"role"_s].toString();
    slot.nonce = *nonce;
    slot.wrapped = *wrapped;
    for (const BytesField &one : laterFields) {
        if (!json.contains(one.name))
            continue;
        const auto bytes = bytesOf(json[one.name]);
        if (!bytes)
            return {};
        slot.*one.field = *bytes;
    }
    slot.keyId = json.contains(u"keyId"_s) ? QByteArray::fromHex(json[u"keyId"_s].toString().toLatin1()) : tableKeyId;
    slot.provedAt = json[u"provedAt"_s].toString();
    if (json.contains(u"kdf"_s)) {
        const QJsonObject kdf = json[u"kdf"_s].toObject();
        const auto salt = bytesOf(kdf[u"salt"_s]);
        slot.cost = { kdf[u"memoryMiB"_s].toInt(), kdf[u"passes"_s].toInt() };
        if (!salt || slot.cost.memoryMiB < 1 || slot.cost.memoryMiB > 4096 || slot.cost.passes < 1 || slot.cost.passes > 100)
            return {};
        slot.salt = *salt;
    }
    return slot;
}

// A program of before must not read half of what is here and write it back without the rest.
bool needsLaterFormat(const SlotTable &table)
{
    return !table.nextKeyId.isEmpty() || table.rotationDue
           || std::any_of(table.keySlots.cbegin(), table.keySlots.cend(), [](const KeySlot &slot) {
                  return !slot.publicKey.isEmpty() || slot.type == KeySlot::pinType || slot.type == KeySlot::recoveryType;
              });
}

// Over the compact text with sorted names, so that it covers every value that is read back.
QByteArray checksum(QJsonObject json)
{
    json.remove(u"checksum"_s);
    const QByteArray text = QJsonDocument(json).toJson(QJsonDocument::Compact);
    QByteArray digest(32, '\0');
    crypto_generichash(reinterpret_cast<unsigned char *>(digest.data()), size_t(digest.size()),
                       reinterpret_cast<const unsigned char *>(text.constData()), size_t(text.size()), nullptr, 0);
    return digest;
}

QByteArray serialized(const SlotTable &table)
{
    QJsonArray entries;
    for (const KeySlot &slot : table.keySlots)
        entries.append(toJson(slot, table.keyId));
    QJsonObject json {
        { u"format"_s, QString(formatName) },
        { u"version"_s, needsLaterFormat(table) ? formatVersion : firstVersion },
        { u"generation"_s, table.generation },
        { u"keyId"_s, QString::fromLatin1(table.keyId.toHex()) },
        { u"slots"_s, entries },
    };
    if (!table.nextKeyId.isEmpty())
        json.insert(u"nextKeyId"_s, QString::fromLatin1(table.nextKeyId.toHex()));
    if (table.rotationDue)
        json.insert(u"rotationDue"_s, true);
    if (!table.tries.isEmpty())
        json.insert(u"tries"_s, table.tries);
    if (table.triesKept)
        json.insert(u"triesKept"_s, true);
    json.insert(u"checksum"_s, toText(checksum(json)));
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

enum class Reading { Good, Absent, Bad, Newer };

struct OneFile
{
    Reading reading = Reading::Absent;
    SlotTable table;
};

OneFile parsed(const QByteArray &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    const auto stored = bytesOf(json[u"checksum"_s]);
    if (json[u"format"_s].toString() != formatName || !stored || *stored != checksum(json))
        return { Reading::Bad, {} };
    if (json[u"version"_s].toInt() > formatVersion)
        return { Reading::Newer, {} };
    SlotTable table { QByteArray::fromHex(json[u"keyId"_s].toString().toLatin1()),
                      json[u"generation"_s].toInteger(),
                      {},
                      QByteArray::fromHex(json[u"nextKeyId"_s].toString().toLatin1()),
                      json[u"rotationDue"_s].toBool(),
                      json[u"tries"_s].toObject(),
                      json[u"triesKept"_s].toBool() };
    const QJsonArray entries = json[u"slots"_s].toArray();
    for (const auto &value : entries) {
        const auto slot = slotFrom(value.toObject(), table.keyId);
        if (!slot)
            return { Reading::Bad, {} };
        table.keySlots.append(*slot);
    }
    return { Reading::Good, table };
}

OneFile readOne(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return { Reading::Absent, {} };
    if (!file.open(QIODevice::ReadOnly) || file.size() > maxFileBytes)
        return { Reading::Bad, {} };
    return parsed(file.readAll());
}

QString copyOf(const QString &path)
{
    return path + u".copy"_s;
}

tl::unexpected<Error> notSaved(const QString &step)
{
    return fail(ErrorCode::VaultNotSaved, {}, step);
}

Result<void> writeOne(const QString &path, const QByteArray &text)
{
    if (readOne(path).reading == Reading::Bad
        && !QFile::rename(path, path + u".damaged-"_s + QString::number(QDateTime::currentMSecsSinceEpoch())))
        return notSaved(u"set aside"_s);
    if (!writeDurably(path, text))
        return notSaved(u"write"_s);
    if (readOne(path).reading != Reading::Good)
        return notSaved(u"read back"_s);
    return {};
}

} // namespace

QByteArray KeySlot::associatedData() const
{
    // Neither type nor login may hold a bar, so no two slots have the same text.
    QByteArray bound = u"%1|%2|%3"_s.arg(type, login, role).toUtf8();
    for (const QByteArray &part : { publicKey, ephemeral, entry, provedAt.toLatin1() }) {
        if (!part.isEmpty())
            bound += '|' + part.toHex();
    }
    return bound;
}

SlotFile::SlotFile(QString path)
    : m_path(std::move(path))
{
}

bool SlotFile::exists() const
{
    return QFileInfo::exists(m_path) || QFileInfo::exists(copyOf(m_path));
}

Result<SlotTable> SlotFile::load() const
{
    const OneFile first = readOne(m_path);
    const OneFile second = readOne(copyOf(m_path));
    const bool newer = first.reading == Reading::Newer || second.reading == Reading::Newer;
    const bool firstGood = first.reading == Reading::Good;
    const bool secondGood = second.reading == Reading::Good;
    if (!newer && firstGood && secondGood)
        return first.table.generation >= second.table.generation ? first.table : second.table;
    if (!newer && (firstGood || secondGood))
        return firstGood ? first.table : second.table;
    if (first.reading == Reading::Absent && second.reading == Reading::Absent)
        return fail(ErrorCode::VaultMissing);
    return fail(ErrorCode::VaultUnreadable, {}, newer ? u"newer format"_s : u"damaged"_s);
}

Result<void> SlotFile::save(const SlotTable &table)
{
    if (exists()) {
        if (const Result<SlotTable> now = load(); !now)
            return passOn(now);
    }
    const QByteArray text = serialized(table);
    if (const Result<void> copied = writeOne(copyOf(m_path), text); !copied)
        return copied;
    return writeOne(m_path, text);
}

} // namespace motcua
