#include "core/identity/unitchanges.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

bool isCommune(const QString &code)
{
    bool isNumber = false;
    code.toUInt(&isNumber);
    return isNumber && code.size() == 5;
}

} // namespace

std::optional<UnitChanges> UnitChanges::parse(const QByteArray &json, QString &where)
{
    const QJsonObject file = QJsonDocument::fromJson(json).object();
    const QJsonValue list = file.value("changes"_L1);
    where = u"/format"_s;
    if (file.value("format"_L1).toInt() != 1)
        return {};
    where = u"/changes"_s;
    if (!list.isArray())
        return {};
    UnitChanges changes;
    const QJsonArray items = list.toArray();
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QJsonObject item = items.at(i).toObject();
        where = u"/changes/%1"_s.arg(i);
        Change change { { item.value("from"_L1).toString(), item.value("name"_L1).toString() },
                        QDate::fromString(item.value("on"_L1).toString(), Qt::ISODate),
                        {} };
        const QJsonArray to = item.value("to"_L1).toArray();
        for (const auto &one : to)
            change.to.append({ one["code"_L1].toString(), one["name"_L1].toString() });
        const bool named = std::all_of(change.to.cbegin(), change.to.cend(),
                                       [](const Unit &unit) { return isCommune(unit.code) && !unit.name.isEmpty(); });
        if (!isCommune(change.from.code) || change.from.name.isEmpty() || !change.on.isValid() || change.to.isEmpty() || !named
            || changes.m_changes.contains(change.from.code))
            return {};
        changes.m_changes.insert(change.from.code, change);
    }
    where.clear();
    return changes;
}

const UnitChanges::Change *UnitChanges::find(const QString &code) const
{
    const auto found = m_changes.constFind(code);
    return found == m_changes.cend() ? nullptr : &*found;
}

} // namespace motcua
