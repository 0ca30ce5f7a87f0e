#pragma once

#include "core/procedure/derive.h"
#include "core/procedure/formstate.h"
#include "core/procedure/procedurepack.h"

#include <QFile>
#include <QJsonDocument>

// What the law says, asked of the shipped packs: complete sets of answers are changed in one place, and what the form then says counts.
namespace motcua::lawful {

using namespace Qt::StringLiterals;

inline const QDate today(2026, 11, 23);

// Complete answers to `pack` from `file`, with changes by JSON pointer; null takes an answer away.
inline QJsonObject answersTo(const QString &path, const ProcedurePack &pack, const QJsonObject &changes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject complete = QJsonDocument::fromJson(file.readAll()).object().value(pack.code).toObject();
    QJsonObject data = initialData(pack);
    for (const QJsonObject &part : { complete, changes }) {
        for (auto it = part.begin(); it != part.end(); ++it)
            setValueAt(data, it.key(), it.value().isNull() ? QJsonValue(QJsonValue::Undefined) : it.value());
    }
    return derive(pack, data, today);
}

inline QHash<QString, int> papersFor(const ProcedurePack &pack)
{
    QHash<QString, int> papers;
    for (const Component &component : pack.components)
        papers.insert(component.code, 1);
    return papers;
}

// "error x-minAge /groom/birthDate", "paper KQ004389", "says late": what the form says beyond a complete one.
inline QStringList said(const ProcedurePack &pack, const QJsonObject &answers)
{
    constexpr const char *severities[] = { "missing", "error", "doubt" };
    QStringList lines;
    const FormState state = evaluateForm(pack, answers, papersFor(pack), today);
    for (const Finding &finding : state.findings)
        lines.append(u"%1 %2 %3"_s.arg(QLatin1StringView(severities[int(finding.severity)]), finding.keyword, finding.pointer));
    for (const ComponentState &component : state.components) {
        if (component.required)
            lines.append(u"paper "_s + component.code.section(u'-', 1));
    }
    for (const Advice &advice : state.advice)
        lines.append(u"says "_s + advice.id);
    return lines;
}

} // namespace motcua::lawful
