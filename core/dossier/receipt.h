#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace motcua {

struct ReceivedFile
{
    QString name;
    qint64 size = 0;
    QString sha256;
    QString rendition = {}; // SHA-256 of the smaller picture that the portal holds in its place; empty: it holds the file itself

    bool operator==(const ReceivedFile &) const = default;
};

// The portal's word about what it holds: only with this may a dossier be called received.
struct Receipt
{
    QString dossierId;
    int revision = 1;
    QString officialCode;
    QDateTime receivedAt;
    QDateTime dueAt;
    qint64 sequence = 0; // of the portal
    QString formSha256;
    QList<ReceivedFile> files;
    QByteArray proof = {}; // the portal's signature over it, as it came (compact JWS); empty from portals that do not sign

    bool operator==(const Receipt &) const = default;

    // Files of which the portal holds only the smaller picture: what the citizen brought is still to be sent.
    QStringList awaited() const
    {
        QStringList names;
        for (const ReceivedFile &file : files) {
            if (!file.rendition.isEmpty())
                names.append(file.name);
        }
        return names;
    }
};

} // namespace motcua
