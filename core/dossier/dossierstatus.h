#pragma once

#include <QString>

namespace motcua {

// Where a dossier stands in law, seen from the kiosk (domain.md 4.1). Delivery is another axis: outbox/delivery.h.
enum class DossierStatus {
    Draft,     // being captured
    Queued,    // complete, submitted by the citizen, waiting for the portal
    Submitted, // the portal has it whole and gave the official code
    NeedsFix,  // the portal refused it with a reason, or asked for a supplement; the officer mends and submits again
    Withdrawn, // the citizen does not go on; kept, never destroyed
};

bool mayBecome(DossierStatus from, DossierStatus to);
bool mayBeEdited(DossierStatus status);

QString toStored(DossierStatus status); // stable words for the database and for --json
DossierStatus dossierStatusFromStored(const QString &word);

} // namespace motcua
