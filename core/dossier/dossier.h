#pragma once

#include "core/dossier/assistance.h"
#include "core/dossier/attachment.h"
#include "core/dossier/branch.h"
#include "core/dossier/dossierstatus.h"
#include "core/dossier/fromportal.h"
#include "core/dossier/payment.h"
#include "core/dossier/receipt.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace motcua {

// Whether the portal has it: an axis of its own beside DossierStatus. Only a portal's answer leaves InDoubt.
enum class DeliveryState {
    None,     // not in the outbox (draft, withdrawn)
    Waiting,  // in the outbox; the portal does not have it whole
    Sending,  // bytes may be on their way now
    InDoubt,  // sent, no answer: the portal may or may not have it
    Received, // the portal's receipt is stored here
    Refused,  // the portal refused it with a reason
};

QString toStored(DeliveryState state);
DeliveryState deliveryStateFromStored(const QString &word);

// Brought to a portal by another way than our own contract: an axis of its own, and never "received", for nobody gives a receipt.
enum class OtherDoor {
    No,
    Taken,   // out of the queue, for a person to enter it at the portal's page; no code yet
    Entered, // somebody entered it there and typed its official code here
    Found,   // sent to the national gateway, which says that a record with its code is there
};

// One line of a list. Kept apart from form and papers, so that lists stay fast with 100,000 dossiers.
struct DossierSummary
{
    QString id; // UUIDv7
    int revision = 1;
    QString localCode;
    QString procedureCode;
    QString packVersion;
    QString procedureName;
    QString applicantName; // may be empty in a draft
    DossierStatus status = DossierStatus::Draft;
    DeliveryState delivery = DeliveryState::None;
    QString officialCode; // empty before the portal's receipt
    QDateTime dueAt;      // the portal's; invalid before the receipt
    int portalStatus = 0; // 0 = none yet
    QString portalNote;
    QString createdBy; // login
    QDateTime createdAt;
    QDateTime updatedAt;
    QDateTime submittedAt; // by the citizen at the counter; invalid for drafts
    int papers = 0;
    int branchesAsking = 0; // branches of a linked dossier that wait for the citizen
    Asks asks;              // what somebody has to do about it; empty before the portal has it
    OtherDoor otherDoor = OtherDoor::No;
    QDateTime purgedAt = {};   // since then answers, papers and name are gone from this computer; invalid = they are here
    bool isHandedOver = false; // a draft that its author gave to the officers
    bool isSealed = false;     // may be edited, but whoever began it may no longer sign in: an officer takes it over first

    bool isLate(const QDateTime &now) const; // past the portal's due date and not finished
};

// Why the portal refused a dossier, or what the last attempt met.
struct DeliveryProblem
{
    QString errorId; // MC-5xx
    QString reason;  // the portal's own words, if any
    QString field;   // JSON pointer, if the portal named one
    QDateTime at;
    QStringList papers = {}; // names of those that are to blame: damaged here
};

struct HistoryEntry
{
    QDateTime at;
    QString actor;  // login, or "portal", "kiosk"
    QString action; // stable word: "dossier.created", "paper.added" … translated by the screen
    QString detail; // no personal data: component code, status number, official code
};

struct Dossier
{
    DossierSummary summary;
    QJsonObject form;
    QString focus;               // JSON pointer of the field last worked on: a crash reopens there
    QString submittedFormSha256; // of the exact bytes in the outbox; empty before the first submission
    QList<Attachment> attachments;
    QList<DossierBranch> branches;  // of a linked procedure, in its order; empty for others and before the first submission
    std::optional<Receipt> receipt; // of the newest revision that the portal has received
    QList<Receipt> formerReceipts;  // of the revisions before, oldest first
    QList<PortalRequest> requests;  // oldest first
    QList<PortalResult> results;    // in the order in which they came
    QList<PortalMessage> messages;  // oldest first
    bool knownAtPortal = false;     // the portal has its form and wants papers: nobody enters it there by hand any more
    bool now = false;               // its papers go although the link is metered or the day's budget is used up
    std::optional<DeliveryProblem> problem;
    Payment payment;
    std::optional<Assistance> assistance; // nothing: not recorded, or the answers have changed since
    QList<HistoryEntry> history;          // oldest first
};

} // namespace motcua
