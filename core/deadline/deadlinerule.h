#pragma once

#include "core/deadline/workcalendar.h"

#include <QJsonObject>
#include <QString>

namespace motcua {

// How long the law gives (domain.md 4.3). Amounts may be halves: half a working day is four working hours.
struct DeadlineRule
{
    enum class Kind { SameDay15h, DaysAfter, Exact8h };
    enum class Unit { Hour, WorkingDay, Day, Month };
    Kind kind = Kind::DaysAfter;
    Unit unit = Unit::WorkingDay;
    OfficeHours hours = OfficeHours::Office;
    double amount = 0;          // SameDay15h does not look at it
    double perVerification = 0; // added each time another commune must verify, in `unit` (SameDay15h: working days)
    QString text;               // what the pack says to people
    QString caseId;             // of the pack's deadline/cases; empty for the general rule
};

// A `deadline` member that pack.schema.json has accepted: of a pack, of one of its cases or of a branch.
DeadlineRule deadlineRule(const QJsonObject &deadline);

// The rule for these answers: the first case whose condition holds, else the general one.
DeadlineRule deadlineOf(const ProcedurePack &pack, const QJsonObject &answers);

} // namespace motcua
