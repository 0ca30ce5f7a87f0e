#pragma once

#include <QString>

namespace motcua {

// Stands for the name of whoever a dossier is of, where the person who looks may not know it; screens show the code in its place.
inline const QString hiddenName = QStringLiteral("•••");

} // namespace motcua
