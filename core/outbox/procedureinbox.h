#pragma once

#include <QByteArray>
#include <QString>

namespace motcua {

// A file of procedures that is on its way, as far as it came. It carries nothing personal.
struct ProcedureDownload
{
    QByteArray tag;       // ETag of what is being fetched
    QByteArray fileTag;   // ETag of the signed file, where that is another one (lean form)
    QByteArray mediaType; // how it travels
    QByteArray base;      // SHA-256 (hex) of the file that the lean form builds on; empty = on none
    QByteArray digest;    // SHA-256 (raw) of the whole; empty = the portal does not say
    qint64 size = 0;      // bytes of the whole
    QByteArray bytes;     // from its beginning

    bool isWhole() const { return size > 0 && bytes.size() == size; }
};

// Where sync puts signed files of procedures that the portal offers. Calls block; from the sync thread.
class ProcedureInbox
{
public:
    static constexpr qint64 largestFile = 16 * 1024 * 1024; // bytes

    virtual ~ProcedureInbox() = default;

    // What the portal called the file that was taken or refused last (an ETag), so that it is not fetched again; empty = ask anew.
    virtual QByteArray tag() = 0;
    // Installs the file or refuses it, changing nothing; a refusal is remembered together with its tag and shown to IT staff.
    virtual void take(const QByteArray &file, const QByteArray &tag) = 0;

    virtual QByteArray installedFile() = 0;                           // word for word; empty: none, or none that may be used
    virtual ProcedureDownload download() = 0;                         // begun earlier; without bytes: none
    virtual void keepDownload(const ProcedureDownload &download) = 0; // survives a restart; without bytes: forgotten
};

} // namespace motcua
