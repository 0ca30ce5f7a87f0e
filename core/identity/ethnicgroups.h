#pragma once

#include <QList>
#include <QString>

namespace motcua {

// Ethnic groups as the state numbers them (QĐ 121-TCTK/PPCĐ; :/data/ethnic_codes.tsv), other names in `alsoKnownAs`.
struct EthnicGroup
{
    QString code;
    QString name;
    QString alsoKnownAs;
};

const QList<EthnicGroup> &ethnicGroups(); // read once; thread-safe

} // namespace motcua
