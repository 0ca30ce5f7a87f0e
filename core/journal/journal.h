#pragma once

#include "core/vault/secret.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace motcua {

// One act. `detail` carries no personal data: codes, counts, ids.
struct JournalEntry
{
    qint64 sequence = 0; // 1, 2, 3 … without gaps
    QDateTime at;
    QString actor;   // login, "kiosk" or "portal"
    QString action;  // "dossier.created"
    QString subject; // dossier id, account login …
    QString detail;
    QByteArray hash; // SHA-256 over the previous hash and this row: the chain
    // Rows of before the seal have none of these.
    QString boot = {};      // which start of the machine
    qint64 sinceBootMs = 0; // a clock that nobody can set
    QByteArray keyId = {};  // 8 bytes: under which journal key
    QByteArray seal = {};   // keyed BLAKE2b over the hash, boot and sinceBootMs

    bool operator==(const JournalEntry &) const = default;
};

QByteArray chainHash(const QByteArray &previousHash, const JournalEntry &entry);

// Sequence number of the first entry that does not fit the chain; nothing when all fit. `entries` in order from the first.
std::optional<qint64> firstBrokenLink(const QList<JournalEntry> &entries);

// The seal needs a key that is not in the database: whoever edits rows can mend the chain behind them, but not the seals.
QByteArray journalKeyId(const Secret &journalKey);
QByteArray sealOf(const Secret &journalKey, const JournalEntry &entry);
using JournalKeys = QHash<QByteArray, std::shared_ptr<const Secret>>; // by id

// The newest row as it was known at some time, outside the database.
struct JournalAnchor
{
    qint64 sequence = 0; // 0: none
    QByteArray hash;

    bool operator==(const JournalAnchor &) const = default;
};

struct JournalFlaw
{
    enum class Kind {
        Missing,   // a row is not there: the numbers have a gap
        Edited,    // a row does not fit the chain
        Forged,    // it fits the chain, but its seal is not ours: the chain was mended after an edit
        Unsealed,  // a row without a seal behind one that has it
        KeyLost,   // its key is not known here
        Truncated, // shorter than an anchor
        Forked,    // at an anchor another row stands
    };
    Kind kind = Kind::Edited;
    qint64 sequence = 0;

    bool operator==(const JournalFlaw &) const = default;
};

QString flawWord(JournalFlaw::Kind kind); // "missing", "edited" …

// The first flaw; nothing when the log is whole. `sealedFrom`: sequence of the first row that must have a seal (0: none has to).
std::optional<JournalFlaw> firstFlaw(const QList<JournalEntry> &entries, const JournalKeys &keys, qint64 sealedFrom,
                                     const QList<JournalAnchor> &anchors);

// By how many seconds the wall clock moved beside the one that nobody can set; nothing when they agree within two minutes. Across a
// restart only a clock that went back is seen.
std::optional<qint64> clockJump(const JournalEntry &before, const QDateTime &at, const QString &boot, qint64 sinceBootMs);

// For an inspector: long numbers are masked, in case a person ever got into a detail.
QString masked(const QString &detail);

} // namespace motcua
