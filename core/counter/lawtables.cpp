#include "core/counter/lawtables.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QByteArray linkedIn(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

LawTables LawTables::parse(const QByteArray &calendar, const QByteArray &provinceFees)
{
    return { WorkCalendar::parse(calendar), ProvinceFees::parse(provinceFees) };
}

LawTables LawTables::shipped()
{
    return parse(linkedIn(u":/data/calendar.json"_s), linkedIn(u":/data/province-fees.json"_s));
}

} // namespace motcua
