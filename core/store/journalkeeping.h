#pragma once

#include "core/base/result.h"
#include "core/journal/journal.h"
#include "core/outbox/outbox.h"

#include <QDateTime>
#include <QString>

namespace motcua {

class Database;

// What keeps the log of acts honest beside its rows, on the store thread.

// The key of the rows' seals, from the master key: it is in no database and in no backup of one.
Secret journalKeyOf(const Secret &masterKey);
// Before the master key is renewed; the rows sealed until now stay checkable. Inside Database::write().
Result<void> keepJournalKey(Database &database, const Secret &current, const Secret &next);
Result<JournalKeys> journalKeys(const Database &database); // the one in use and those before it

// The newest row, outside the database (motcua.db.anchor), sealed: a log that ends before it was cut.
enum class Anchoring { Onwards, Anew }; // Anew: somebody has looked into what did not fit
void anchorJournal(Database &database,
                   Anchoring how = Anchoring::Onwards); // a failure is logged only: the next anchor makes up for it
struct LocalAnchor
{
    JournalAnchor head;
    qint64 sealedFrom = 0;
    QDateTime at;
};
enum class AnchorReading { Good, Absent, Strange }; // Strange: damaged, or not under this kiosk's key
AnchorReading readLocalAnchor(const Database &database, LocalAnchor &anchor);

struct JournalVerdict
{
    qint64 entries = 0;
    QByteArray head;
    std::optional<JournalFlaw> flaw;
    AnchorReading local = AnchorReading::Absent;
    JournalAnchor localAnchor;
    JournalAnchor portalAnchor; // what the portal has confirmed
    QString objection;          // of the portal, not settled yet: "rollback", "fork"
    qint64 clockChanges = 0;
    bool isWhole() const { return !flaw && objection.isEmpty() && local != AnchorReading::Strange; }
};
Result<JournalVerdict> verifyJournal(Database &database);
Result<JournalVerdict> verifyJournal(Database &database, const QList<JournalEntry> &entries); // all of them, read already

Result<JournalCall> journalStanding(Database &database);
// `held`: what the portal held before the call. Answers the objection that is to be shown; empty: none. Inside Database::write().
Result<QString> acceptJournalAnswer(Database &database, const JournalMark &sent, const JournalMark &held,
                                    const QString &objection, const QDateTime &now);
// Somebody has looked into it. Inside Database::write().
Result<void> settleJournalObjection(Database &database, const QString &actor, const QDateTime &now);

} // namespace motcua
