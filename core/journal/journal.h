#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

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

    bool operator==(const JournalEntry &) const = default;
};

QByteArray chainHash(const QByteArray &previousHash, const JournalEntry &entry);

// Sequence number of the first entry that does not fit the chain; nothing when all fit. `entries` in order from the first.
std::optional<qint64> firstBrokenLink(const QList<JournalEntry> &entries);

} // namespace motcua
