#include "core/journal/journal.h"

#include "core/base/clock.h"
#include "core/base/sha256.h"

#include <QRegularExpression>

#include <sodium.h>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr qsizetype keyIdBytes = 8;
constexpr qint64 agreeWithinSeconds = 120;

const unsigned char *readable(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

QByteArray keyed(const Secret &key, const QByteArray &text, qsizetype size)
{
    QByteArray digest(size, '\0');
    crypto_generichash(reinterpret_cast<unsigned char *>(digest.data()), size_t(size), readable(text), size_t(text.size()),
                       key.data(), key.size());
    return digest;
}

std::optional<JournalFlaw> flawOfSeal(const JournalEntry &entry, const JournalKeys &keys, qint64 sealedFrom)
{
    if (entry.seal.isEmpty()) {
        if (sealedFrom > 0 && entry.sequence >= sealedFrom)
            return JournalFlaw { JournalFlaw::Kind::Unsealed, entry.sequence };
        return {};
    }
    const auto key = keys.constFind(entry.keyId);
    if (key == keys.constEnd())
        return JournalFlaw { JournalFlaw::Kind::KeyLost, entry.sequence };
    if (entry.seal != sealOf(**key, entry))
        return JournalFlaw { JournalFlaw::Kind::Forged, entry.sequence };
    return {};
}

} // namespace

QByteArray chainHash(const QByteArray &previousHash, const JournalEntry &entry)
{
    Sha256 hash;
    hash.add(previousHash);
    // Each part is preceded by its length, so that no two rows hash alike by moving a character from one field to the next.
    for (const QString &part :
         { QString::number(entry.sequence), toRfc3339(entry.at), entry.actor, entry.action, entry.subject, entry.detail }) {
        const QByteArray bytes = part.toUtf8();
        hash.add(QByteArray::number(bytes.size()));
        hash.add(QByteArrayView(":", 1));
        hash.add(bytes);
    }
    return hash.result();
}

std::optional<qint64> firstBrokenLink(const QList<JournalEntry> &entries)
{
    QByteArray previous;
    qint64 expected = 1;
    for (const JournalEntry &entry : entries) {
        if (entry.sequence != expected || entry.hash != chainHash(previous, entry))
            return entry.sequence;
        previous = entry.hash;
        ++expected;
    }
    return {};
}

QByteArray journalKeyId(const Secret &journalKey)
{
    return keyed(journalKey, "motcua journal key id", crypto_generichash_BYTES_MIN).first(keyIdBytes);
}

QByteArray sealOf(const Secret &journalKey, const JournalEntry &entry)
{
    // The hash has a fixed length and numbers hold no bar, so no two rows have the same text.
    return keyed(journalKey, entry.hash + QByteArray::number(entry.sinceBootMs) + '|' + entry.boot.toUtf8(),
                 crypto_generichash_BYTES);
}

QString flawWord(JournalFlaw::Kind kind)
{
    switch (kind) {
    case JournalFlaw::Kind::Missing:
        return u"missing"_s;
    case JournalFlaw::Kind::Edited:
        return u"edited"_s;
    case JournalFlaw::Kind::Forged:
        return u"forged"_s;
    case JournalFlaw::Kind::Unsealed:
        return u"unsealed"_s;
    case JournalFlaw::Kind::KeyLost:
        return u"key-lost"_s;
    case JournalFlaw::Kind::Truncated:
        return u"truncated"_s;
    case JournalFlaw::Kind::Forked:
        break;
    }
    return u"forked"_s;
}

std::optional<JournalFlaw> firstFlaw(const QList<JournalEntry> &entries, const JournalKeys &keys, qint64 sealedFrom,
                                     const QList<JournalAnchor> &anchors)
{
    QByteArray previous;
    qint64 expected = 1;
    bool sealed = false;
    for (const JournalEntry &entry : entries) {
        if (entry.sequence != expected)
            return JournalFlaw { JournalFlaw::Kind::Missing, expected };
        if (entry.hash != chainHash(previous, entry))
            return JournalFlaw { JournalFlaw::Kind::Edited, entry.sequence };
        // Behind the first seal every row has one, whatever the anchor says.
        if (const auto flaw = flawOfSeal(entry, keys, sealed ? 1 : sealedFrom))
            return flaw;
        sealed = sealed || !entry.seal.isEmpty();
        previous = entry.hash;
        ++expected;
    }
    for (const JournalAnchor &anchor : anchors) {
        if (anchor.sequence > entries.size())
            return JournalFlaw { JournalFlaw::Kind::Truncated, entries.size() + 1 };
        if (anchor.sequence > 0 && entries.at(anchor.sequence - 1).hash != anchor.hash)
            return JournalFlaw { JournalFlaw::Kind::Forked, anchor.sequence };
    }
    return {};
}

std::optional<qint64> clockJump(const JournalEntry &before, const QDateTime &at, const QString &boot, qint64 sinceBootMs)
{
    if (before.sequence == 0 || before.boot.isEmpty() || boot.isEmpty())
        return {};
    const qint64 wall = before.at.msecsTo(at) / 1000;
    const bool sameStart = before.boot == boot && sinceBootMs >= before.sinceBootMs;
    const qint64 jump = sameStart ? wall - (sinceBootMs - before.sinceBootMs) / 1000 : std::min<qint64>(wall, 0);
    return std::abs(jump) > agreeWithinSeconds ? std::optional(jump) : std::nullopt;
}

QString masked(const QString &detail)
{
    static const QRegularExpression longNumber(u"(?<![0-9A-Za-z-])([0-9]{2})[0-9]{6,10}([0-9]{2})(?![0-9A-Za-z-])"_s);
    QString text = detail;
    return text.replace(longNumber, u"\\1••••\\2"_s);
}

} // namespace motcua
