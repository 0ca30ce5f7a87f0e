#include "ui/form/formcontext.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

const FieldInfo *firstOfFormat(const LayoutElement &element, QStringView format)
{
    if (element.field && element.field->format == format && !element.field->choices.isEmpty())
        return &*element.field;
    for (const LayoutElement &child : element.children) {
        if (const FieldInfo *field = firstOfFormat(child, format))
            return field;
    }
    return nullptr;
}

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

QList<Choice> countriesOf(const ProcedurePack &pack)
{
    const FieldInfo *field = firstOfFormat(pack.layout, u"nationality");
    return field ? field->choices : QList<Choice> {};
}

const QList<EthnicGroup> &ethnicGroups()
{
    static const QList<EthnicGroup> groups = readEthnicGroups();
    return groups;
}

} // namespace motcua
