#include "ui/dossier/branchwords.h"

#include "core/dossier/portalstatus.h"
#include "ui/shell/timewords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int notAccepted = 3;
constexpr int moreMoney = 6;
constexpr int withdrawn = 7;
constexpr int stopped = 8;
constexpr int processed = 9;
constexpr int handedOver = 10;

QString words(const char *text, int n = -1)
{
    return QCoreApplication::translate("BranchWords", text, nullptr, n);
}

} // namespace

BadgeWords branchBadge(const DossierBranch &branch, const DossierSummary &dossier, const QDateTime &now)
{
    const QString text = portalStatusText(branch.portalStatus);
    switch (branch.portalStatus) {
    case 0:
        return { Tone::Neutral, Icon::Clock,
                 dossier.delivery == DeliveryState::Received ? words(QT_TRANSLATE_NOOP("BranchWords", "No word of it yet"))
                                                             : words(QT_TRANSLATE_NOOP("BranchWords", "Not begun")) };
    case notAccepted:
    case stopped:
        return { Tone::Error, Icon::Refused, text };
    case withdrawn:
        return { Tone::Neutral, Icon::Withdrawn, text };
    case processed:
    case handedOver:
        return { Tone::Good, Icon::CheckCircle, text };
    default:
        break;
    }
    if (branch.answered)
        return { Tone::Info, Icon::Send, words(QT_TRANSLATE_NOOP("BranchWords", "Supplement sent")) };
    if (portalStatusNeedsCitizen(branch.portalStatus))
        return { Tone::Waiting, Icon::Warning, text };
    if (branch.isLate(now))
        return { Tone::Error, Icon::Late, words(QT_TRANSLATE_NOOP("BranchWords", "Late: %1")).arg(text) };
    return { Tone::Info, Icon::Received, text };
}

QString branchNextStep(const DossierBranch &branch, const DossierSummary &dossier, const QDateTime &now)
{
    switch (branch.portalStatus) {
    case 0:
        if (dossier.delivery == DeliveryState::Received)
            return words(QT_TRANSLATE_NOOP("BranchWords", "The portal says nothing of this branch. The state of the dossier as a "
                                                          "whole counts."));
        return words(QT_TRANSLATE_NOOP("BranchWords", "It begins by itself when the portal has received the dossier."));
    case notAccepted:
        return words(QT_TRANSLATE_NOOP("BranchWords", "This agency did not accept it. Please tell the citizen the reason and the "
                                                      "way on. The other branches go on."));
    case moreMoney:
        return words(QT_TRANSLATE_NOOP("BranchWords", "This agency asks for a payment: please call the citizen. The other "
                                                      "branches go on."));
    case withdrawn:
        return words(QT_TRANSLATE_NOOP("BranchWords", "The citizen withdrew this branch. Nothing more to do."));
    case stopped:
        return words(QT_TRANSLATE_NOOP("BranchWords", "This agency stopped it. Please tell the citizen the reason; the procedure "
                                                      "can be filed again on its own. The other branches go on."));
    case processed:
        return words(QT_TRANSLATE_NOOP("BranchWords", "The result is ready: invite the citizen to take it."));
    case handedOver:
        return words(QT_TRANSLATE_NOOP("BranchWords", "Finished. Nothing more to do."));
    default:
        break;
    }
    if (branch.answered)
        return words(
            QT_TRANSLATE_NOOP("BranchWords", "What this agency asked for was sent with the dossier. Nothing to do now."));
    if (portalStatusNeedsCitizen(branch.portalStatus))
        return words(QT_TRANSLATE_NOOP("BranchWords", "This agency asks for more papers: please call the citizen and say "
                                                      "everything that is needed at once. The other branches go on."));
    if (branch.isLate(now))
        return words(QT_TRANSLATE_NOOP("BranchWords", "The due date has passed: please ask this agency and tell the citizen."));
    return words(QT_TRANSLATE_NOOP("BranchWords", "The agency is working on it. Nothing to do now."));
}

QString branchTime(const DossierBranch &branch)
{
    if (branch.dueAt.isValid())
        return words(QT_TRANSLATE_NOOP("BranchWords", "Due on %1")).arg(dateWords(branch.dueAt));
    return words(QT_TRANSLATE_NOOP("BranchWords", "Estimate: %1")).arg(branch.deadlineText);
}

QString branchesToCallFor(const QList<DossierBranch> &branches)
{
    QStringList lines;
    for (const DossierBranch &branch : branches) {
        if (branch.asks())
            lines.append(
                u"%1: %2"_s.arg(branch.title, branch.note.isEmpty() ? portalStatusText(branch.portalStatus) : branch.note));
    }
    return lines.join(u'\n');
}

QString branchNumbers(const QList<DossierBranch> &branches)
{
    QStringList parts { words(QT_TRANSLATE_N_NOOP("BranchWords", "%n branch(es)"), int(branches.size())) };
    if (const int asking = branchesAsking(branches); asking > 0)
        parts.append(words(QT_TRANSLATE_N_NOOP("BranchWords", "%n wait(s) for the citizen"), asking));
    if (const int finished = branchesFinished(branches); finished > 0)
        parts.append(words(QT_TRANSLATE_N_NOOP("BranchWords", "%n finished"), finished));
    return parts.join(u" · "_s);
}

} // namespace motcua
