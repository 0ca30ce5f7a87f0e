#include "core/identity/ethnicgroups.h"

#include <QFile>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QList<EthnicGroup> readEthnicGroups()
{
    QList<EthnicGroup> groups;
    QFile file(u":/data/ethnic_codes.tsv"_s);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return groups;
    file.readLine();
    while (!file.atEnd()) {
        const QStringList cells = QString::fromUtf8(file.readLine()).chopped(1).split(u'\t');
        if (cells.size() >= 2)
            groups.append({ cells[0], cells[1], cells.value(2) });
    }
    return groups;
}

} // namespace

const QList<EthnicGroup> &ethnicGroups()
{
    static const QList<EthnicGroup> groups = readEthnicGroups();
    return groups;
}

} // namespace motcua
