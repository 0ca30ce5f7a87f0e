#pragma once

#include <QByteArray>
#include <QString>

namespace motcua {

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
};

} // namespace motcua
