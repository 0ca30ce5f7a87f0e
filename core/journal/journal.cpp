#include "core/journal/journal.h"

#include "core/base/clock.h"

#include <QCryptographicHash>

namespace motcua {

QByteArray chainHash(const QByteArray &previousHash, const JournalEntry &entry)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(previousHash);
    // Each part is preceded by its length, so that no two rows hash alike by moving a character from one field to the next.
    for (const QString &part :
         { QString::number(entry.sequence), toRfc3339(entry.at), entry.actor, entry.action, entry.subject, entry.detail }) {
        const QByteArray bytes = part.toUtf8();
        hash.addData(QByteArray::number(bytes.size()));
        hash.addData(QByteArrayView(":", 1));
        hash.addData(bytes);
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

} // namespace motcua
