#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace motcua {

struct ReceivedFile
{
    QString name;
    qint64 size = 0;
    QString sha256;

    bool operator==(const ReceivedFile &) const = default;
};

// The portal's word that it has everything: only with this may a dossier be called received.
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
};

} // namespace motcua
