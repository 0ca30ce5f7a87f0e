#include "ui/dossier/statewords.h"

#include "core/dossier/hiddenname.h"
#include "core/dossier/portalstatus.h"
#include "ui/shell/timewords.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

struct Word
{
    QLatin1StringView stored;
    const char *text;
};

// The journal's own words (counter and outbox); what is not listed is shown as it is stored.
constexpr std::array journal {
    Word { "dossier.created"_L1, QT_TRANSLATE_NOOP("StateWords", "Dossier begun") },
    Word { "dossier.edited"_L1, QT_TRANSLATE_NOOP("StateWords", "Answers edited") },
    Word { "person.viewed"_L1, QT_TRANSLATE_NOOP("StateWords", "A person's data looked up for a new dossier") },
    Word { "dossier.viewed"_L1, QT_TRANSLATE_NOOP("StateWords", "Looked at") },
    Word { "dossier.handed-over"_L1, QT_TRANSLATE_NOOP("StateWords", "Handed over to the officers") },
    Word { "dossier.taken-over"_L1, QT_TRANSLATE_NOOP("StateWords", "Taken over by an officer") },
    Word { "assistance.recorded"_L1, QT_TRANSLATE_NOOP("StateWords", "The citizen confirmed the answers") },
    Word { "dossier.submitted"_L1, QT_TRANSLATE_NOOP("StateWords", "Submitted at the counter, waiting to be sent") },
    Word { "dossier.moved"_L1, QT_TRANSLATE_NOOP("StateWords", "Moved to a newer version of the procedure") },
    Word { "dossier.move_declined"_L1, QT_TRANSLATE_NOOP("StateWords", "Kept the version of the procedure it had") },
    Word { "dossier.left_seen"_L1, QT_TRANSLATE_NOOP("StateWords", "Answers that are no longer asked were looked at") },
    Word { "dossier.withdrawn"_L1, QT_TRANSLATE_NOOP("StateWords", "Withdrawn by the citizen") },
    Word { "dossier.purged"_L1, QT_TRANSLATE_NOOP("StateWords", "Answers and papers have left this computer") },
    Word { "delivery.received"_L1, QT_TRANSLATE_NOOP("StateWords", "The portal has it whole and gave the official code") },
    Word { "delivery.found"_L1,
           QT_TRANSLATE_NOOP("StateWords", "The national gateway says that a record with its code is there; no receipt") },
    Word { "delivery.refused"_L1, QT_TRANSLATE_NOOP("StateWords", "The portal refused it with a reason") },
    Word { "status.changed"_L1, QT_TRANSLATE_NOOP("StateWords", "The portal reported a new status") },
    Word { "delivery.original-received"_L1,
           QT_TRANSLATE_NOOP("StateWords", "The portal has an original that followed its smaller picture") },
    Word { "delivery.received-again"_L1, QT_TRANSLATE_NOOP("StateWords", "The restored portal has it again") },
    Word { "receipt.contradicts"_L1, QT_TRANSLATE_NOOP("StateWords", "The portal contradicted its own receipt") },
    Word { "delivery.ordered-now"_L1, QT_TRANSLATE_NOOP("StateWords", "Ordered to be sent now, papers too") },
    Word { "delivery.order-ended"_L1, QT_TRANSLATE_NOOP("StateWords", "The order to send now was taken back") },
    Word { "dossier.mending"_L1, QT_TRANSLATE_NOOP("StateWords", "Opened to add what the portal asks for") },
    Word { "result.received"_L1, QT_TRANSLATE_NOOP("StateWords", "A result came from the portal") },
    Word { "result.viewed"_L1, QT_TRANSLATE_NOOP("StateWords", "A result was looked at") },
    Word { "result.printed"_L1, QT_TRANSLATE_NOOP("StateWords", "A result was printed or saved") },
    Word { "result.saved"_L1, QT_TRANSLATE_NOOP("StateWords", "A result was saved as a file") },
    Word { "receipt.exported"_L1, QT_TRANSLATE_NOOP("StateWords", "The signed receipt was exported") },
    Word { "citizen.told"_L1, QT_TRANSLATE_NOOP("StateWords", "The citizen was told") },
    Word { "branch.changed"_L1, QT_TRANSLATE_NOOP("StateWords", "The portal reported a new status of a branch") },
    Word { "paper.added"_L1, QT_TRANSLATE_NOOP("StateWords", "Paper added") },
    Word { "paper.turned"_L1, QT_TRANSLATE_NOOP("StateWords", "Paper turned") },
    Word { "paper.removed"_L1, QT_TRANSLATE_NOOP("StateWords", "Paper removed") },
    Word { "paper.original_returned"_L1, QT_TRANSLATE_NOOP("StateWords", "Original given back") },
    Word { "paper.printed"_L1, QT_TRANSLATE_NOOP("StateWords", "Paper printed or saved as PDF") },
    Word { "paper.original_kept"_L1, QT_TRANSLATE_NOOP("StateWords", "Original kept at the counter") },
    Word { "payment.declared"_L1, QT_TRANSLATE_NOOP("StateWords", "The citizen says the fee was transferred (not reconciled)") },
    Word { "payment.retracted"_L1, QT_TRANSLATE_NOOP("StateWords", "Note of a transfer taken back") },
    Word { "assist.packed"_L1, QT_TRANSLATE_NOOP("StateWords", "Assist pack made for entering it at the portal by hand") },
    Word { "assist.code-entered"_L1, QT_TRANSLATE_NOOP("StateWords", "Official code typed in, as the portal's page showed it") },
    Word { "assist.given-back"_L1,
           QT_TRANSLATE_NOOP("StateWords", "Not entered by hand: given back to be sent by this machine") },
};

QString words(const char *text)
{
    return QCoreApplication::translate("StateWords", text);
}

// The whole dossier has nothing to ask, but some of its branches have.
bool asksForBranches(const DossierSummary &dossier)
{
    return dossier.branchesAsking > 0 && !portalStatusNeedsCitizen(dossier.portalStatus);
}

} // namespace

BadgeWords statusBadge(const DossierSummary &dossier)
{
    switch (dossier.status) {
    case DossierStatus::Draft:
        return { Tone::Neutral, Icon::Draft, words(QT_TRANSLATE_NOOP("StateWords", "Draft")) };
    case DossierStatus::Queued:
        return { Tone::Good, Icon::Safe, words(QT_TRANSLATE_NOOP("StateWords", "Saved on this machine")) };
    case DossierStatus::Submitted:
        return { Tone::Good, Icon::CheckCircle, words(QT_TRANSLATE_NOOP("StateWords", "Submitted")) };
    case DossierStatus::NeedsFix:
        return { Tone::Error, Icon::Draft, words(QT_TRANSLATE_NOOP("StateWords", "To be mended")) };
    case DossierStatus::Withdrawn:
        break;
    }
    return { Tone::Neutral, Icon::Withdrawn, words(QT_TRANSLATE_NOOP("StateWords", "Withdrawn")) };
}

BadgeWords deliveryBadge(const DossierSummary &dossier)
{
    const bool received = dossier.delivery == DeliveryState::Received;
    if (dossier.otherDoor == OtherDoor::Taken && !received)
        return { Tone::Waiting, Icon::Clock, words(QT_TRANSLATE_NOOP("StateWords", "To be entered at the portal by hand")) };
    if (dossier.otherDoor == OtherDoor::Entered && !received)
        return { Tone::Info, Icon::CheckCircle, words(QT_TRANSLATE_NOOP("StateWords", "Entered by hand at the portal")) };
    if (dossier.otherDoor == OtherDoor::Found && !received)
        return { Tone::Info, Icon::CheckCircle, words(QT_TRANSLATE_NOOP("StateWords", "Recorded there, without a receipt")) };
    switch (dossier.delivery) {
    case DeliveryState::Waiting:
        return { Tone::Waiting, Icon::Clock, words(QT_TRANSLATE_NOOP("StateWords", "Waiting to be sent")) };
    case DeliveryState::Sending:
        return { Tone::Info, Icon::Send, words(QT_TRANSLATE_NOOP("StateWords", "Being sent")) };
    case DeliveryState::InDoubt:
        return { Tone::Doubt, Icon::Doubt, words(QT_TRANSLATE_NOOP("StateWords", "Not known whether the portal has it")) };
    case DeliveryState::Received:
        return { Tone::Good, Icon::Received, words(QT_TRANSLATE_NOOP("StateWords", "The portal has it")) };
    case DeliveryState::Refused:
        return { Tone::Error, Icon::Refused, words(QT_TRANSLATE_NOOP("StateWords", "The portal refused it")) };
    case DeliveryState::None:
        break;
    }
    return { Tone::Neutral, Icon::Safe, words(QT_TRANSLATE_NOOP("StateWords", "Only on this machine")) };
}

BadgeWords portalBadge(const DossierSummary &dossier, const QDateTime &now)
{
    if (dossier.portalStatus == 0)
        return {};
    const QString text = portalStatusText(dossier.portalStatus);
    if (dossier.isLate(now))
        return { Tone::Error, Icon::Late, words(QT_TRANSLATE_NOOP("StateWords", "Late: %1")).arg(text) };
    constexpr int moreMoney = 6;
    if (dossier.portalStatus == moreMoney || dossier.asks.testFlag(Ask::Supplement))
        return { Tone::Waiting, Icon::Warning, text };
    if (portalStatusNeedsCitizen(dossier.portalStatus))
        return { Tone::Info, Icon::Send, words(QT_TRANSLATE_NOOP("StateWords", "Supplement sent")) };
    constexpr int notAccepted = 3;
    if (dossier.portalStatus == notAccepted)
        return { Tone::Error, Icon::Refused, text };
    if (portalStatusIsFinal(dossier.portalStatus))
        return { Tone::Neutral, Icon::CheckCircle, text };
    return { Tone::Good, Icon::Received, text };
}

BadgeWords overallBadge(const DossierSummary &dossier, const QDateTime &now)
{
    switch (dossier.status) {
    case DossierStatus::Draft:
    case DossierStatus::Withdrawn:
        return statusBadge(dossier);
    case DossierStatus::NeedsFix:
        if (dossier.delivery == DeliveryState::Received)
            return { Tone::Waiting, Icon::Draft, words(QT_TRANSLATE_NOOP("StateWords", "Supplement being prepared")) };
        return deliveryBadge(dossier);
    case DossierStatus::Queued:
        return deliveryBadge(dossier);
    case DossierStatus::Submitted:
        break;
    }
    if (asksForBranches(dossier))
        return { Tone::Waiting, Icon::Warning,
                 QCoreApplication::translate("StateWords", "%n branch(es) wait(s) for the citizen", nullptr,
                                             dossier.branchesAsking) };
    if (dossier.asks.testFlag(Ask::Trouble))
        return { Tone::Error, Icon::Warning, words(QT_TRANSLATE_NOOP("StateWords", "The portal contradicts its receipt")) };
    const bool citizenOwes = dossier.asks.testFlag(Ask::Supplement) || dossier.asks.testFlag(Ask::Fee);
    if (!citizenOwes && dossier.asks.testFlag(Ask::Result))
        return { Tone::Good, Icon::CheckCircle, words(QT_TRANSLATE_NOOP("StateWords", "Result here: call the citizen")) };
    if (!citizenOwes && dossier.asks.testFlag(Ask::Message))
        return { Tone::Waiting, Icon::Info, words(QT_TRANSLATE_NOOP("StateWords", "Message from the portal")) };
    const BadgeWords portal = portalBadge(dossier, now);
    return portal.text.isEmpty() ? deliveryBadge(dossier) : portal;
}

QString codeOf(const DossierSummary &dossier)
{
    return dossier.officialCode.isEmpty() ? dossier.localCode : dossier.officialCode;
}

QString personOf(const DossierSummary &dossier)
{
    if (dossier.purgedAt.isValid())
        return words(QT_TRANSLATE_NOOP("StateWords", "Purged from this computer"));
    if (dossier.applicantName == hiddenName)
        return dossier.localCode;
    return dossier.applicantName.isEmpty() ? words(QT_TRANSLATE_NOOP("StateWords", "No name entered yet"))
                                           : dossier.applicantName;
}

QString journalWords(const HistoryEntry &entry)
{
    for (const Word &word : journal) {
        if (word.stored == entry.action)
            return words(word.text);
    }
    return entry.action;
}

QString actorWords(const QString &actor)
{
    if (actor == "portal"_L1)
        return words(QT_TRANSLATE_NOOP("StateWords", "Portal"));
    if (actor == "kiosk"_L1)
        return words(QT_TRANSLATE_NOOP("StateWords", "This machine"));
    return actor;
}

} // namespace motcua
