#include "core/dossier/nextstep.h"

#include "core/dossier/portalstatus.h"

#include <QCoreApplication>

namespace motcua {

namespace {

constexpr int supplementWanted = 5;
constexpr int processed = 9;

QString words(const char *text)
{
    return QCoreApplication::translate("NextStep", text);
}

} // namespace

QString nextStep(const DossierSummary &dossier, const QDateTime &now)
{
    if (dossier.otherDoor == OtherDoor::Taken && dossier.status == DossierStatus::Queued)
        return words(QT_TRANSLATE_NOOP("NextStep",
                                       "Enter the dossier at the portal with the assist pack, then type its official code "
                                       "below. This machine does not send it meanwhile."));
    if (dossier.otherDoor == OtherDoor::Entered && dossier.portalStatus == 0)
        return words(QT_TRANSLATE_NOOP("NextStep", "A colleague entered it at the portal by hand and typed the code here. This "
                                                   "machine has no receipt of it: look at the portal's page for its status."));
    if (dossier.otherDoor == OtherDoor::Found && dossier.portalStatus == 0)
        return words(QT_TRANSLATE_NOOP("NextStep",
                                       "The national gateway says that a record with this code is there. It gives no receipt: "
                                       "compare form and papers with the system of the province."));
    switch (dossier.status) {
    case DossierStatus::Draft:
        return words(QT_TRANSLATE_NOOP(
            "NextStep", "Go on with the form, add the papers, then submit. What was entered is saved on this machine."));
    case DossierStatus::NeedsFix:
        if (dossier.delivery == DeliveryState::Received)
            return words(QT_TRANSLATE_NOOP("NextStep", "Add what the portal asks for, review and submit again. The official code "
                                                       "and the receipt stay."));
        return words(QT_TRANSLATE_NOOP(
            "NextStep", "Read the portal's reason, mend the dossier and send it again. Nothing has to be entered twice."));
    case DossierStatus::Withdrawn:
        return words(QT_TRANSLATE_NOOP("NextStep", "Nothing more to do. The dossier is kept here and is never sent."));
    case DossierStatus::Queued:
        if (dossier.delivery == DeliveryState::InDoubt)
            return words(QT_TRANSLATE_NOOP("NextStep",
                                           "It was sent, but no answer came back. It stays safe here and the machine will "
                                           "ask the portal again by itself; please do not enter a new one."));
        if (dossier.delivery == DeliveryState::Sending)
            return words(QT_TRANSLATE_NOOP(
                "NextStep", "It is on its way now. If the connection breaks, the machine goes on from where it stopped."));
        return words(QT_TRANSLATE_NOOP("NextStep", "Print the provisional slip for the citizen. The dossier is safe here and "
                                                   "is sent by itself when there is a connection."));
    case DossierStatus::Submitted:
        break;
    }
    if (dossier.asks.testFlag(Ask::Trouble))
        return words(QT_TRANSLATE_NOOP("NextStep",
                                       "What the portal says now contradicts its own receipt, which is kept here: call IT "
                                       "staff before telling the citizen anything."));
    if (dossier.branchesAsking > 0 && !portalStatusNeedsCitizen(dossier.portalStatus))
        return words(QT_TRANSLATE_NOOP("NextStep", "See the branches that wait for the citizen below, and call once for all of "
                                                   "them. The other branches go on."));
    if (dossier.asks.testFlag(Ask::Supplement))
        return words(QT_TRANSLATE_NOOP("NextStep", "The portal asks for a supplement: call the citizen, say everything that is "
                                                   "needed at once, add it and submit again."));
    if (dossier.asks.testFlag(Ask::Fee))
        return words(QT_TRANSLATE_NOOP("NextStep", "The portal asks for a payment: please call the citizen."));
    if (dossier.asks.testFlag(Ask::Result))
        return words(
            QT_TRANSLATE_NOOP("NextStep", "The result has come: call the citizen, then note that the citizen was told."));
    if (dossier.asks.testFlag(Ask::Message))
        return words(QT_TRANSLATE_NOOP("NextStep", "The portal sent a message: read it, tell the citizen and note it."));
    if (dossier.portalStatus == supplementWanted)
        return words(QT_TRANSLATE_NOOP("NextStep", "The supplement was sent. The portal's answer comes to this page by itself."));
    if (dossier.portalStatus == processed)
        return words(QT_TRANSLATE_NOOP("NextStep", "The result is ready: invite the citizen to come and take it."));
    if (dossier.portalStatus > 0 && portalStatusIsFinal(dossier.portalStatus))
        return words(QT_TRANSLATE_NOOP("NextStep", "This dossier is finished. Nothing more to do."));
    if (dossier.isLate(now))
        return words(QT_TRANSLATE_NOOP("NextStep",
                                       "The due date has passed: please ask the office that handles it and tell the citizen."));
    return words(QT_TRANSLATE_NOOP("NextStep", "The portal has the dossier. New statuses come to this page by themselves."));
}

} // namespace motcua
