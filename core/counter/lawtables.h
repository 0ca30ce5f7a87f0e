#pragma once

#include "core/base/result.h"
#include "core/deadline/workcalendar.h"
#include "core/fee/provincefees.h"

#include <QByteArray>

namespace motcua {

// The data files that say what changes every year: days off and the provinces' fees. Whoever composes the program hands over the
// bytes in force; a file that cannot be read costs its estimates, never the counter.
struct LawTables
{
    Result<WorkCalendar> calendar; // CalendarUnusable
    Result<ProvinceFees> fees;     // FeeTableUnusable

    static LawTables parse(const QByteArray &calendar, const QByteArray &provinceFees);
    static LawTables shipped(); // those linked into the program
};

} // namespace motcua
