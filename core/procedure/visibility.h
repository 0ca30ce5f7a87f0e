#pragma once

#include "core/procedure/procedurepack.h"

#include <QJsonObject>
#include <QSet>
#include <QString>

namespace motcua {

// Which elements of the form are seen and can be used, and the answers that remain.
struct Visibility
{
    QSet<QString> hidden; // LayoutElement::id, with everything inside a hidden container
    QSet<QString> disabled;
    QSet<QString> visibleFields; // data pointers with at least one control in sight
    QJsonObject answers;         // without those of hidden fields
};

// Rules see no hidden answer: hiding a field may hide the next one, so this repeats until nothing changes.
Visibility visibilityOf(const ProcedurePack &pack, const QJsonObject &data);

} // namespace motcua
