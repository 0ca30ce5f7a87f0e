#include "core/counter/nearestdate.h"

#include "core/base/clock.h"
#include "core/deadline/estimate.h"
#include "core/procedure/branches.h"

namespace motcua {

namespace {

void consider(QDate &nearest, const QDate &day)
{
    if (day.isValid() && (!nearest.isValid() || day < nearest))
        nearest = day;
}

QDate endOf(const DeadlineRule &rule, const QDateTime &now, const LawTables &tables)
{
    const bool counted = rule.kind == DeadlineRule::Kind::SameDay15h || rule.amount > 0;
    if (!counted || !tables.calendar)
        return {};
    const Result<DeadlineEstimate> estimate = estimateDeadline(rule, now, *tables.calendar);
    return estimate ? toLegalTime(estimate->due.at).date() : QDate();
}

} // namespace

QDate nearestDate(const Dossier &dossier, const ProcedurePack &pack, const QJsonObject &answers, const QDateTime &now,
                  const LawTables &tables)
{
    QDate nearest = endOf(deadlineOf(pack, answers), now, tables);
    for (const Branch &branch : activeBranches(pack, answers))
        consider(nearest, endOf(deadlineRule(branch.deadline), now, tables));
    if (dossier.summary.dueAt.isValid())
        consider(nearest, toLegalTime(dossier.summary.dueAt).date());
    for (const PortalRequest &request : dossier.requests) {
        if (request.isOpen())
            consider(nearest, request.request.until);
    }
    return nearest;
}

} // namespace motcua
