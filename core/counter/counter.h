#pragma once

#include "core/base/result.h"
#include "core/counter/dossierstate.h"
#include "core/counter/earlierperson.h"
#include "core/counter/lawtables.h"
#include "core/counter/packstanding.h"
#include "core/counter/permits.h"
#include "core/deadline/estimate.h"
#include "core/dossier/dossier.h"
#include "core/dossier/dossierquery.h"
#include "core/fee/bankaccount.h"
#include "core/fee/feesheet.h"
#include "core/identity/account.h"
#include "core/paper/paperfile.h"
#include "core/procedure/formstate.h"
#include "core/procedure/procedurepack.h"

#include <QByteArray>
#include <QFuture>
#include <QImage>
#include <QJsonObject>
#include <QString>
#include <QThreadPool>

#include <memory>

namespace motcua {

class AdministrativeUnits;
class Clock;
class DataShelf;
class DossierChanges;
class HandOverDesk;
class JournalDesk;
class PaperDesk;
class PeopleDesk;
class PortalDesk;
class ReaderProgram;
class SpaceWatch;
class StoreThread;
struct KioskProfile;

// Every command is journalled and durable before its future answers success: only then may a screen say "saved". Each asks first
// whether whoever acts may do it (identity/rights.h): RoleForbids, DraftSealed, ConfirmationNeeded.
// Call from one thread (GUI or main); futures may answer on any thread, so continue with then(context, …).
class Counter
{
public:
    struct Parts
    {
        StoreThread &store;
        const PackCatalog &packs;
        const AdministrativeUnits &units;
        const KioskProfile &profile;
        const Clock &clock;
        DossierChanges &changes;
        const DataShelf &data;             // the files of law in force
        ReaderProgram &reader;             // parses papers
        const SpaceWatch *space = nullptr; // null: the disk is never too full to begin something
    };

    explicit Counter(const Parts &parts);
    ~Counter();

    void setActor(const Account &account); // who acts from now on: for the journal
    const Account &actor() const;
    // The actor has just given the PIN or the passphrase once more (Gate::confirm): what takes data out is allowed for two minutes.
    void confirm();
    void forgetConfirmation(); // the kiosk was locked
    Acting acting() const;     // for the desks: the actor as of now

    // Whether a dossier may be begun and papers may be added: SpaceTooLow. Asked by startDraft() and addPaper() too.
    Result<void> mayBegin() const;
    const SpaceWatch *space() const;
    QFuture<Result<Dossier>> startDraft(const QString &procedureCode); // ProcedureUnknown, SpaceTooLow
    QFuture<Result<void>> saveDraft(const QString &id, const QJsonObject &form, const QString &focus);
    QFuture<Result<DossierSummary>> submit(const QString &id); // DossierIncomplete, subject = first JSON pointer or component
    QFuture<Result<void>> withdraw(const QString &id);

    QFuture<Result<Attachment>> addPaper(const QString &id, const QString &component, const QByteArray &content,
                                         const QString &claimedSuffix);
    QFuture<Result<Attachment>> rotatePaper(const QString &id, const QString &attachmentId, int degrees);
    QFuture<Result<void>> setOriginalReturned(const QString &id, const QString &attachmentId, bool returned);
    QFuture<Result<void>> removePaper(const QString &id, const QString &attachmentId);
    QFuture<Result<QImage>> paperPreview(const Attachment &attachment, int page, const QSize &bounds);

    // A look of somebody other than the last who acted on it is journalled.
    QFuture<Result<Dossier>> dossier(const QString &idOrLocalCode);
    QFuture<Result<Dossier>> outline(const QString &idOrLocalCode); // codes, states and sizes: no personal data
    QFuture<Result<QList<DossierSummary>>> list(const DossierQuery &query);
    QFuture<Result<DossierCounts>> counts();
    QFuture<Result<QByteArray>> slip(const QString &id); // PDF; handing it out is noted by PaperDesk::notePrinted
    PaperDesk &papers() const;                           // official papers of dossiers
    HandOverDesk &handOver() const;                      // dossiers that people enter at a portal's page
    JournalDesk &journal() const;                        // the log of acts: whole or not, day report, export
    PeopleDesk &people() const;                          // who may sign in, whose a draft is, how the citizen confirmed
    PortalDesk &portal() const;                          // orders to the queue, and what the portal gives back

    // The citizen says that the fee was transferred: journalled as a declaration, never as paid. PaymentNotOwed.
    QFuture<Result<void>> declarePayment(const QString &id);
    QFuture<Result<void>> retractPayment(const QString &id); // declared by mistake

    // Where fees are paid to; `number` empty = none, and no slip carries a code for transfers. Journalled.
    QFuture<Result<BankAccount>> paymentAccount();
    QFuture<Result<void>> setPaymentAccount(const BankAccount &account); // PaymentAccountUnusable

    // What it costs on that day (invalid = today), in the province of this kiosk.
    FeeSheet feeSheet(const ProcedurePack &pack, const QJsonObject &answers, QDate day = {}) const;
    // What may be said of the time before the portal's receipt: CalendarEnds, CalendarUnusable.
    Result<DeadlineEstimate> estimate(const ProcedurePack &pack, const QJsonObject &answers) const;
    std::shared_ptr<const LawTables> tables() const; // in force now; never null
    // The answers of a dossier as they count today, or counted when it was submitted.
    FormState stateOf(const Dossier &dossier, const ProcedurePack &pack) const;
    // The newest earlier dossier that this actor may see and that knows this person; looking is journalled as a view of that dossier.
    // Officers see all dossiers, team members those they captured themselves, IT staff none.
    QFuture<Result<std::optional<EarlierPerson>>> earlierPerson(const PersonQuestion &question);

    // The draft that this actor has on the screen, so that a crash or a lock reopens it at the same field. Empty id = none.
    QFuture<Result<void>> rememberOpenDraft(const QString &id);
    QFuture<Result<QString>> openDraft();

    // How the version of a dossier stands today, and what may be offered. See PackStanding.
    QFuture<Result<PackStanding>> packStanding(const QString &id);
    // Moves a draft to this version, which must be the one offered: PackMoveForbidden. What no longer fits stays in PackStanding::left.
    QFuture<Result<Dossier>> moveDraft(const QString &id, const QString &version);
    QFuture<Result<void>> declineMove(const QString &id, const QString &version); // not offered again for this draft
    QFuture<Result<void>> leftAnswersSeen(const QString &id);

    const PackCatalog &packs() const;
    // The version for a new dossier: in force on the legal day, else the one nearest to it, because a wrong clock or a late file
    // blocks nobody. ProcedureUnknown.
    Result<PackPtr> procedure(const QString &code) const;
    PackPtr packOf(const DossierSummary &dossier) const; // never null for a dossier of this store

private:
    class Implementation;
    std::unique_ptr<Implementation> m;
};

} // namespace motcua
