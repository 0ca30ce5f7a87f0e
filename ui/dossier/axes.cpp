#include "ui/dossier/axes.h"

#include "ui/dossier/statewords.h"
#include "ui/shell/timewords.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/statebadge.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

Axes::Axes(QWidget *parent)
    : Card(parent)
{
    auto *holder = new QWidget;
    auto *row = new FlowLayout(holder);
    row->setSpacing(themeOf(this).px(16));
    row->setItemWidth(themeOf(this).px(260));
    m_status = addAxis(row, tr("The dossier"));
    m_delivery = addAxis(row, tr("Sending to the portal"));
    m_portal = addAxis(row, tr("At the portal"));
    body()->addWidget(holder);
}

Axes::Axis Axes::addAxis(QLayout *row, const QString &name)
{
    auto *cell = new QWidget;
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(themeOf(this).px(6));
    column->addWidget(new TextLabel(name, TextRole::Small, TextLabel::Ink::Muted));
    Axis axis { new StateBadge, new TextLabel({}, TextRole::Small) };
    column->addWidget(axis.badge);
    column->addWidget(axis.detail);
    column->addStretch(1);
    row->addWidget(cell);
    return axis;
}

void Axes::show(const Dossier &dossier, const QDateTime &now)
{
    const DossierSummary &summary = dossier.summary;
    m_status.badge->setWords(statusBadge(summary));
    m_status.detail->setText(summary.submittedAt.isValid()
                                 ? tr("Submitted by the citizen at %1").arg(clockWords(summary.submittedAt, now))
                                 : tr("Last worked on at %1").arg(clockWords(summary.updatedAt, now)));

    m_delivery.badge->setWords(deliveryBadge(summary));
    QString delivery;
    const qsizetype awaited = dossier.receipt ? dossier.receipt->awaited().size() : 0;
    if (awaited > 0)
        delivery = tr("The portal confirmed form and papers at %1; of %n paper(s) the smaller picture has arrived and the "
                      "original is still to come",
                      nullptr, int(awaited))
                       .arg(clockWords(dossier.receipt->receivedAt, now));
    else if (dossier.receipt)
        delivery = tr("The portal confirmed every file at %1").arg(clockWords(dossier.receipt->receivedAt, now));
    else if (dossier.problem && summary.delivery != DeliveryState::Refused)
        delivery = tr("Last try at %1 (%2)").arg(clockWords(dossier.problem->at, now), dossier.problem->errorId);
    else if (summary.otherDoor == OtherDoor::Found)
        delivery = tr("The gateway answered that a record with this code is there; it confirms no file");
    else if (summary.otherDoor != OtherDoor::No)
        delivery = tr("Not sent by this machine; there is no receipt of the portal");
    else if (summary.delivery == DeliveryState::Waiting)
        delivery = tr("Sent by itself when there is a connection");
    m_delivery.detail->setText(delivery);
    m_delivery.detail->setVisible(!delivery.isEmpty());

    BadgeWords portal = portalBadge(summary, now);
    if (portal.text.isEmpty())
        portal = { Tone::Neutral, Icon::Clock, tr("No status yet") };
    m_portal.badge->setWords(portal);
    const QString due = summary.dueAt.isValid() ? tr("Due on %1").arg(dateWords(summary.dueAt))
                                                : tr("The portal sets the due date when it has received the dossier");
    // What is asked for stands above with its note.
    const bool saidAbove = summary.asks.testFlag(Ask::Supplement) && !dossier.requests.isEmpty();
    m_portal.detail->setText(summary.portalNote.isEmpty() || saidAbove ? due : u"%1 · %2"_s.arg(due, summary.portalNote));
}

} // namespace motcua
