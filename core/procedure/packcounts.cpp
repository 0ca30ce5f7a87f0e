#include "core/procedure/packcounts.h"

#include "core/procedure/compiledpack.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

void count(const QJsonValue &value, PackCounts &counts)
{
    const QJsonArray items = value.toArray();
    for (const auto &item : items)
        count(item, counts);
    const QJsonObject object = value.toObject();
    const bool isSource = object.size() == 2 && object.contains("text"_L1) && object.contains("confidence"_L1);
    counts.sources += isSource;
    counts.unverified += isSource && object.value("confidence"_L1) == "unverified"_L1;
    // Not inside a condition: what it is made of is no rule of its own.
    counts.rules += object.contains("scope"_L1) && object.value("schema"_L1).isObject();
    counts.rules += object.contains("if"_L1);
    for (auto it = object.begin(); it != object.end(); ++it)
        count(it.value(), counts);
}

} // namespace

PackCounts countPack(const ProcedurePack &pack)
{
    PackCounts counts;
    count(pack.json, counts);
    counts.fields = int(pack.compiled->fields().size());
    counts.components = int(pack.components.size());
    return counts;
}

} // namespace motcua
