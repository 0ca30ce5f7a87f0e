#pragma once

#include "core/deadline/due.h"

namespace motcua {

// What may be said before the portal's receipt: nothing runs yet, so this is what would be if the portal received the dossier at
// `assumedReceipt`. Never call it a due date (domain.md 0.4, 4.2).
struct DeadlineEstimate
{
    QDateTime assumedReceipt; // legal time
    bool atOnce = false;      // assumed to be received now; else at the next opening
    Due due;
};

Result<DeadlineEstimate> estimateDeadline(const DeadlineRule &rule, const QDateTime &now,
                                          const WorkCalendar &calendar); // CalendarEnds

} // namespace motcua
