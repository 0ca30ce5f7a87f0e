#include "core/procedure/branches.h"

#include "core/procedure/compiledpack.h"
#include "core/procedure/packparts.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace motcua {

QList<Branch> activeBranches(const ProcedurePack &pack, const QJsonObject &answers)
{
    QList<Branch> active;
    for (const auto &each : pack.json.value("branches"_L1).toArray()) {
        const QJsonObject json = each.toObject();
        Branch branch;
        branch.id = json.value("id"_L1).toString();
        if (!pack.compiled->holds(partName(u"branches"_s, branch.id), answers))
            continue;
        branch.procedure = json.value("procedure"_L1).toString();
        branch.title = json.value("title"_L1).toString();
        branch.agency = json.value("agency"_L1).toString();
        branch.deadline = json.value("deadline"_L1).toObject();
        branch.deadlineText = branch.deadline.value("text"_L1).toString();
        branch.resultText = json.value("result"_L1).toString();
        for (const auto &code : json.value("components"_L1).toArray()) {
            if (pack.compiled->holds(componentName(code.toString()), answers))
                branch.components.append(code.toString());
        }
        const QJsonObject source = json.value("x-source"_L1).toObject();
        branch.source = { source.value("text"_L1).toString(), source.value("confidence"_L1).toString() };
        active.append(branch);
    }
    return active;
}

} // namespace motcua
