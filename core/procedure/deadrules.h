#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace motcua {

// A condition that can never hold, or that waits for an answer which stands further down: for lintPack().
struct DeadRule
{
    QString pointer; // of the condition, into the pack file
    QString reason;  // technical, English
};

// Looks at choices and yes-or-no answers only: what follows from patterns and numbers is left alone, so everything reported is certain.
// A condition is read together with those of the elements around it and of the controls of the answers that it waits for.
QList<DeadRule> deadRules(const QJsonObject &pack, const QJsonObject &resolvedSchema);

} // namespace motcua
