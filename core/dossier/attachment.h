#pragma once

#include <QDateTime>
#include <QString>

namespace motcua {

// A scanned or photographed paper. The content lies in the store; this is what is known of it.
struct Attachment
{
    QString id;        // UUIDv7
    QString component; // component code of the pack
    QString name;      // made by the kiosk, safe as a file name, says nothing about a person: "KQ003453-1.jpg"
    QString mediaType; // image/jpeg, image/png, application/pdf
    qint64 size = 0;   // bytes
    QString sha256;    // lower-case hex, of the content as stored and sent
    int pages = 1;
    bool originalReturned = true; // "đã trả lại bản chính"
    QDateTime addedAt;

    bool operator==(const Attachment &) const = default;
};

} // namespace motcua
