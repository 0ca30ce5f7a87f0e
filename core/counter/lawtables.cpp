#include "core/counter/lawtables.h"

#include "core/base/datashelf.h"

using namespace Qt::StringLiterals;

namespace motcua {

LawTables LawTables::parse(const QByteArray &calendar, const QByteArray &provinceFees)
{
    return { WorkCalendar::parse(calendar), ProvinceFees::parse(provinceFees) };
}

LawTablesInForce::LawTablesInForce(const DataShelf &files)
    : m_files(files)
{
}

std::shared_ptr<const LawTables> LawTablesInForce::now() const
{
    const QByteArray calendar = m_files.file(u"data/calendar.json"_s);
    const QByteArray fees = m_files.file(u"data/province-fees.json"_s);
    const QMutexLocker locker(&m_mutex);
    if (!m_read || calendar != m_calendar || fees != m_fees) {
        m_calendar = calendar;
        m_fees = fees;
        m_read = std::make_shared<const LawTables>(LawTables::parse(calendar, fees));
    }
    return m_read;
}

} // namespace motcua
