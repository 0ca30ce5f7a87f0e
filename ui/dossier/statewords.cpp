#include "ui/dossier/statewords.h"

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
    Word { "dossier.submitted"_L1, QT_TRANSLATE_NOOP("StateWords", "Submitted at the counter, waiting to be sent") },
    Word { "dossier.moved"_L1, QT_TRANSLATE_NOOP("StateWords", "Moved to a newer version of the procedure") },
    Word { "dossier.move_declined"_L1, QT_TRANSLATE_NOOP("StateWords", "Kept the version of the procedure it had") },
    Word { "dossier.left_seen"_L1, QT_TRANSLATE_NOOP("StateWords", "Answers that are no longer asked were looked at") },
    Word { "dossier.withdrawn"_L1, QT_TRANSLATE_NOOP("StateWords", "Withdrawn by the citizen") },
    Word { "delivery.received"_L1, QT_TRANSLATE_NOOP("StateWords", "The portal has it whole and gave the official code") },
    Word { "delivery.refused"_L1, QT_TRANSLATE_NOOP("StateWords", "The portal refused it with a reason") },
    Word { "status.changed"_L1, QT_TRANSLATE_NOOP("StateWords", "The portal reported a new status") },
    Word { "branch.changed"_L1, QT_TRANSLATE_NOOP("StateWords", "The portal reported a new status of a branch") },
    Word { "paper.added"_L1, QT_TRANSLATE_NOOP("StateWords", "Paper added") },
    Word { "paper.turned"_L1, QT_TRANSLATE_NOOP("StateWords", "Paper turned") },
    Word { "paper.removed"_L1, QT_TRANSLATE_NOOP("StateWords", "Paper removed") },
    Word { "paper.original_returned"_L1, QT_TRANSLATE_NOOP("StateWords", "Original given back") },
    Word { "paper.printed"_L1, QT_TRANSLATE_NOOP("StateWords", "Paper printed or saved as PDF") },
    Word { "paper.original_kept"_L1, QT_TRANSLATE_NOOP("StateWords", "Original kept at the counter") },
    Word { "payment.declared"_L1, QT_TRANSLATE_NOOP("StateWords", "The citizen says the fee was transferred (not reconciled)") },
    Word { "payment.retracted"_L1, QT_TRANSLATE_NOOP("StateWords", "Note of a transfer taken back") },
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
    if (portalStatusNeedsCitizen(dossier.portalStatus))
        return { Tone::Waiting, Icon::Warning, text };
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
    case DossierStatus::Queued:
        return deliveryBadge(dossier);
    case DossierStatus::Submitted:
        break;
    }
    if (asksForBranches(dossier))
        return { Tone::Waiting, Icon::Warning,
                 QCoreApplication::translate("StateWords", "%n branch(es) wait(s) for the citizen", nullptr,
                                             dossier.branchesAsking) };
    const BadgeWords portal = portalBadge(dossier, now);
    return portal.text.isEmpty() ? deliveryBadge(dossier) : portal;
}

QString nextStep(const DossierSummary &dossier, const QDateTime &now)
{
    switch (dossier.status) {
    case DossierStatus::Draft:
        return words(QT_TRANSLATE_NOOP(
            "StateWords", "Go on with the form, add the papers, then submit. What was entered is saved on this machine."));
    case DossierStatus::NeedsFix:
        return words(QT_TRANSLATE_NOOP(
            "StateWords", "Read the portal's reason, mend the dossier and send it again. Nothing has to be entered twice."));
    case DossierStatus::Withdrawn:
        return words(QT_TRANSLATE_NOOP("StateWords", "Nothing more to do. The dossier is kept here and is never sent."));
    case DossierStatus::Queued:
        if (dossier.delivery == DeliveryState::InDoubt)
            return words(QT_TRANSLATE_NOOP("StateWords",
                                           "It was sent, but no answer came back. It stays safe here and the machine will "
                                           "ask the portal again by itself; please do not enter a new one."));
        if (dossier.delivery == DeliveryState::Sending)
            return words(QT_TRANSLATE_NOOP(
                "StateWords", "It is on its way now. If the connection breaks, the machine goes on from where it stopped."));
        return words(QT_TRANSLATE_NOOP("StateWords", "Print the provisional slip for the citizen. The dossier is safe here and "
                                                     "is sent by itself when there is a connection."));
    case DossierStatus::Submitted:
        break;
    }
    if (asksForBranches(dossier))
        return words(QT_TRANSLATE_NOOP("StateWords", "See the branches that wait for the citizen below, and call once for all of "
                                                     "them. The other branches go on."));
    constexpr int moreMoney = 6;
    constexpr int processed = 9;
    if (dossier.portalStatus == moreMoney)
        return words(QT_TRANSLATE_NOOP("StateWords", "The portal asks for a payment: please call the citizen."));
    if (portalStatusNeedsCitizen(dossier.portalStatus))
        return words(QT_TRANSLATE_NOOP(
            "StateWords", "The portal asks for more papers: please call the citizen and say everything that is needed at once."));
    if (dossier.portalStatus == processed)
        return words(QT_TRANSLATE_NOOP("StateWords", "The result is ready: invite the citizen to come and take it."));
    if (dossier.portalStatus > 0 && portalStatusIsFinal(dossier.portalStatus))
        return words(QT_TRANSLATE_NOOP("StateWords", "This dossier is finished. Nothing more to do."));
    if (dossier.isLate(now))
        return words(QT_TRANSLATE_NOOP("StateWords",
                                       "The due date has passed: please ask the office that handles it and tell the citizen."));
    return words(QT_TRANSLATE_NOOP("StateWords", "The portal has the dossier. New statuses come to this page by themselves."));
}

QString codeOf(const DossierSummary &dossier)
{
    return dossier.officialCode.isEmpty() ? dossier.localCode : dossier.officialCode;
}

QString personOf(const DossierSummary &dossier)
{
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
