#pragma once

#include "core/procedure/procedurepack.h"

#include <QJsonObject>
#include <QStringList>

namespace motcua {

// Answers as they are judged and submitted: text normalised, empty text, null and empty objects absent, phone and ID numbers without
// the spaces people type. Text longer than any field may be is cut, and named in `oversized`, so that no pattern ever meets it.
struct CleanAnswers
{
    QJsonObject data;
    QStringList oversized; // pointers
};

CleanAnswers cleanAnswers(const ProcedurePack &pack, const QJsonObject &data);

} // namespace motcua
