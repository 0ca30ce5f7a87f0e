#include "app/ctl/console.h"
#include "app/ctl/verbs.h"
#include "app/engine/engine.h"

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QJsonObject toJson(const ProcedurePack &pack)
{
    QJsonArray components;
    for (const Component &component : pack.components)
        components.append(QJsonObject {
            { "code"_L1, component.code }, { "title"_L1, component.title }, { "required"_L1, component.required } });
    return {
        { "code"_L1, pack.code },
        { "version"_L1, pack.version },
        { "name"_L1, pack.name },
        { "handler"_L1, pack.handler },
        { "validFrom"_L1, pack.validFrom.toString(Qt::ISODate) },
        { "sha256"_L1, pack.sha256 },
        { "deadline"_L1, pack.deadlineText },
        { "fee"_L1, pack.feeText },
        { "components"_L1, components },
    };
}

} // namespace

ExitCode proceduresVerb(Engine &engine, const Arguments &arguments)
{
    const QList<PackPtr> packs = engine.packs.search(arguments.value(u"text"_s));
    QJsonArray array;
    for (const PackPtr &pack : packs) {
        array.append(toJson(*pack));
        if (!arguments.has(u"json"_s))
            printLine(u"%1\t%2\t%3"_s.arg(pack->code, pack->version, pack->name));
    }
    if (arguments.has(u"json"_s))
        printJson(array);
    return ExitCode::Ok;
}

} // namespace motcua
