#pragma once

#include <QDate>
#include <QDateTime>
#include <QFlags>
#include <QList>
#include <QString>

namespace motcua {

// One thing that the portal asks for: a paper, an answer, or what only its words say.
struct SupplementItem
{
    QString component; // component code of the pack; may be empty
    QString field;     // JSON pointer into the form; may be empty
    QString text;      // the portal's own words; shown, never logged

    bool operator==(const SupplementItem &) const = default;
};

// What the portal asks the citizen to add or to correct (status 5), once by law (Decree 63/2024/NĐ-CP). Of a whole dossier or of a branch.
struct SupplementRequest
{
    QDate until; // legal day; invalid when the portal names none
    QList<SupplementItem> items;

    bool operator==(const SupplementRequest &) const = default;
};

struct PortalRequest
{
    qint64 sequence = 0; // of the change that brought it
    QString branch;      // empty = the dossier as a whole
    QDateTime at;
    QString note; // of the change
    SupplementRequest request;
    int answeredBy = 0; // revision that answers it; 0 = nobody has answered yet

    bool isOpen() const { return answeredBy == 0; }
    bool operator==(const PortalRequest &) const = default;
};

// A file that the portal gives back: a result, a notice. Its content lies in the store, never on the disk in the clear.
struct ResultFile
{
    QString id; // the portal's; unique per portal
    QString name;
    QString mediaType;
    qint64 size = 0; // bytes
    QString sha256;  // lower-case hex

    bool operator==(const ResultFile &) const = default;
};

struct PortalResult
{
    ResultFile file;
    QString branch;
    QDateTime at;
    qint64 held = 0;       // bytes that are here
    bool complete = false; // every byte is here and the digest fits
    QDateTime toldAt;      // the citizen was told of it; invalid = not yet

    bool operator==(const PortalResult &) const = default;
};

struct PortalMessage
{
    qint64 sequence = 0;
    QString branch;
    QDateTime at;
    QString text;
    QDateTime toldAt;

    bool operator==(const PortalMessage &) const = default;
};

// What somebody at the counter has to do about a dossier that the portal holds. Several at once are usual with branches.
enum class Ask {
    Supplement = 1, // the portal asks for papers or answers, and nobody has sent them
    Fee = 2,        // the portal asks for money
    Result = 4,     // a result came and the citizen has not been told
    Message = 8,    // the same for a message
    Trouble = 16,   // what the portal said contradicts its own receipt: IT staff
};
Q_DECLARE_FLAGS(Asks, Ask)
Q_DECLARE_OPERATORS_FOR_FLAGS(Asks)

} // namespace motcua
