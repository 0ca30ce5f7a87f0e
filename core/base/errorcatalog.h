#pragma once

#include "core/base/error.h"

#include <QList>
#include <QString>

namespace motcua {

// The book of errors. Texts are translated on the thread that asks.
struct ErrorExplanation
{
    QString id;       // stable, for the help desk: "MC-204"
    QString happened; // what happened
    QString kept;     // what is safe: nothing was lost
    QString next;     // what to do now
};

ErrorExplanation explain(const Error &error);
QString errorId(ErrorCode code);
QList<ErrorCode> allErrorCodes();

// One paragraph for places with little room: "happened kept next (MC-204)".
QString explainInOneLine(const Error &error);

} // namespace motcua
