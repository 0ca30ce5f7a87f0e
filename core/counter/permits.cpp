#include "core/counter/permits.h"

#include "core/dossier/hiddenname.h"
#include "core/store/peoplerows.h"

#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// For the help desk, beside the code.
QString wordOf(Deed deed)
{
    constexpr std::array words { "list",       "read",        "begin",  "edit",    "hand-over",     "take-over",
                                 "submit",     "withdraw",    "note",   "deliver", "print",         "take-out",
                                 "print-many", "fee-account", "set-up", "people",  "check-journal", "export-journal" };
    static_assert(words.size() == std::size_t(Deed::ExportJournal) + 1);
    return QString::fromLatin1(words.at(std::size_t(deed)));
}

Result<void> answer(Permission permission, Deed deed)
{
    switch (permission) {
    case Permission::Granted:
        return {};
    case Permission::RoleForbids:
        return fail(ErrorCode::RoleForbids, wordOf(deed));
    case Permission::Sealed:
        return fail(ErrorCode::DraftSealed, wordOf(deed));
    case Permission::AskAgain:
        break;
    }
    return fail(ErrorCode::ConfirmationNeeded, wordOf(deed));
}

Result<void> permitAbout(const Database &database, const Acting &acting, Deed deed, const Result<QString> &dossierId)
{
    if (!dossierId)
        return passOn(dossierId);
    if (!dossierId->isEmpty())
        return permit(database, acting, deed, *dossierId);
    // Nothing is known of it: whoever may see all will be told that it is not there, nobody else is told anything.
    return answer(permissionFor(acting.who, deed, DossierStanding {}, acting.confirmed), deed);
}

} // namespace

Result<void> permit(const Acting &acting, Deed deed)
{
    return answer(permissionFor(acting.who, deed, {}, acting.confirmed), deed);
}

Result<void> permit(const Database &database, const Acting &acting, Deed deed, const QString &dossierId)
{
    if (reachOf(acting.who, deed) == Reach::None)
        return permit(acting, deed);
    const Result<AskedDossier> asked = askedDossier(database, dossierId, acting.who.login);
    if (!asked)
        return passOn(asked);
    return answer(permissionFor(acting.who, deed, asked->standing, acting.confirmed), deed);
}

Result<void> permitPaper(const Database &database, const Acting &acting, Deed deed, const QString &attachmentId)
{
    return permitAbout(database, acting, deed, dossierOfPaper(database, attachmentId));
}

Result<void> permitResult(const Database &database, const Acting &acting, Deed deed, const QString &resultId)
{
    return permitAbout(database, acting, deed, dossierOfResult(database, resultId));
}

DossierSummary withoutPersonalData(DossierSummary dossier)
{
    if (!dossier.applicantName.isEmpty())
        dossier.applicantName = hiddenName;
    dossier.portalNote.clear();
    dossier.procedureName = dossier.procedureCode;
    return dossier;
}

Dossier withoutPersonalData(Dossier dossier)
{
    Dossier left;
    left.summary = withoutPersonalData(dossier.summary);
    left.submittedFormSha256 = dossier.submittedFormSha256;
    left.attachments = dossier.attachments; // names are made by the kiosk and say nothing about a person
    left.receipt = dossier.receipt;
    left.formerReceipts = dossier.formerReceipts;
    if (left.receipt)
        left.receipt->proof.clear();
    for (Receipt &receipt : left.formerReceipts)
        receipt.proof.clear();
    left.knownAtPortal = dossier.knownAtPortal;
    left.now = dossier.now;
    left.payment = dossier.payment;
    left.history = dossier.history;
    if (dossier.problem)
        left.problem = DeliveryProblem {
            dossier.problem->errorId, {}, dossier.problem->field, dossier.problem->at, dossier.problem->papers
        };
    return left;
}

} // namespace motcua
