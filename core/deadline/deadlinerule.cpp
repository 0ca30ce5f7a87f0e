#include "core/deadline/deadlinerule.h"

#include "core/procedure/compiledpack.h"
#include "core/procedure/packparts.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace motcua {

DeadlineRule deadlineRule(const QJsonObject &deadline)
{
    using Kind = DeadlineRule::Kind;
    using Unit = DeadlineRule::Unit;
    const QString kind = deadline.value("rule"_L1).toString();
    const QString unit = deadline.value("unit"_L1).toString();
    DeadlineRule rule;
    rule.kind = kind == "same_day_15h"_L1 ? Kind::SameDay15h : kind == "exact_8h"_L1 ? Kind::Exact8h : Kind::DaysAfter;
    rule.unit = unit == "HOUR"_L1    ? Unit::Hour
                : unit == "DAY"_L1   ? Unit::Day
                : unit == "MONTH"_L1 ? Unit::Month
                                     : Unit::WorkingDay;
    rule.hours = deadline.value("hours"_L1) == "residence"_L1 ? OfficeHours::Residence : OfficeHours::Office;
    rule.amount = deadline.value("amount"_L1).toDouble();
    rule.perVerification = deadline.value("perVerification"_L1).toDouble();
    rule.text = deadline.value("text"_L1).toString();
    return rule;
}

DeadlineRule deadlineOf(const ProcedurePack &pack, const QJsonObject &answers)
{
    const DeadlineRule general = deadlineRule(pack.deadline);
    for (const auto &each : pack.deadline.value("cases"_L1).toArray()) {
        const QJsonObject special = each.toObject();
        const QString id = special.value("id"_L1).toString();
        if (!pack.compiled->holds(partName(u"deadline/cases"_s, id), answers))
            continue;
        DeadlineRule rule = deadlineRule(special);
        rule.hours = general.hours;
        rule.perVerification = general.perVerification;
        rule.caseId = id;
        return rule;
    }
    return general;
}

} // namespace motcua
