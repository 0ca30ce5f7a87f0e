#pragma once

#include "core/base/result.h"
#include "core/deadline/workcalendar.h"
#include "core/fee/provincefees.h"

#include <QByteArray>
#include <QMutex>

#include <memory>

namespace motcua {

class DataShelf;

// The data files that say what changes every year: days off and the provinces' fees. A file that cannot be read costs its estimates,
// never the counter.
struct LawTables
{
    Result<WorkCalendar> calendar; // CalendarUnusable
    Result<ProvinceFees> fees;     // FeeTableUnusable

    static LawTables parse(const QByteArray &calendar, const QByteArray &provinceFees);
};

// Those in force: read when somebody first asks, because nobody needs them before the first paint, and again after an installation.
// Thread-safe: the store thread asks for fees too.
class LawTablesInForce
{
public:
    explicit LawTablesInForce(const DataShelf &files);

    std::shared_ptr<const LawTables> now() const; // never null

private:
    const DataShelf &m_files;
    mutable QMutex m_mutex;
    mutable QByteArray m_calendar;
    mutable QByteArray m_fees;
    mutable std::shared_ptr<const LawTables> m_read;
};

} // namespace motcua
