#pragma once

#include "core/deadline/estimate.h"

#include <QString>

namespace motcua {

// The estimate for people, translated on the calling thread.
struct EstimateWords
{
    QString when;       // "17:00, Friday 27/11/2026"; empty when there is none
    QString assumption; // always shown beside it: from when it was counted
    QString doubt;      // days of the calendar that nobody has confirmed, or why there is no date; may be empty
};

EstimateWords estimateWords(const Result<DeadlineEstimate> &estimate);

} // namespace motcua
