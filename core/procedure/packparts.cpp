#include "core/procedure/packparts.h"

#include "core/procedure/formstate.h"
#include "core/procedure/layoutparser.h"

#include <QDate>
#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

class PartsCheck
{
public:
    PartsCheck(const QJsonObject &pack, CompiledPack &compiled)
        : m_pack(pack)
        , m_compiled(compiled)
    {
    }

    OrProblem<void> run()
    {
        for (const QString &list :
             { u"deadline/cases"_s, u"fee/items"_s, u"fee/waivers"_s, u"branches"_s, u"prefill"_s, u"papers"_s }) {
            if (auto done = checkList(list); !done)
                return done;
        }
        return checkPersons();
    }

private:
    OrProblem<void> checkList(const QString &list)
    {
        const QString listPointer = u'/' + list;
        const QJsonArray parts = valueAt(m_pack, listPointer).toArray();
        QSet<QString> ids;
        for (int i = 0; i < parts.size(); ++i) {
            const QString pointer = listPointer + u'/' + QString::number(i);
            const QJsonObject part = parts.at(i).toObject();
            const QString id = part.value("id"_L1).toString();
            if (ids.contains(id))
                return problem(pointer + u"/id"_s, u"two parts have this id"_s);
            ids.insert(id);
            if (auto done = checkCondition(part, partName(list, id), pointer); !done)
                return done;
            if (auto done = checkMembers(part, pointer); !done)
                return done;
        }
        return checkReferences(list, parts, listPointer);
    }

    OrProblem<void> checkCondition(const QJsonObject &part, const QString &name, const QString &pointer)
    {
        if (!part.contains("condition"_L1))
            return {};
        const QString at = pointer + u"/condition"_s;
        const auto rule = parseCondition(part.value("condition"_L1).toObject(), m_compiled.schema(), at);
        if (!rule)
            return tl::unexpected(rule.error());
        return m_compiled.addCondition(name, *rule, at);
    }

    OrProblem<void> checkMembers(const QJsonObject &part, const QString &pointer) const
    {
        for (const QString &member : { u"quantity"_s, u"rows"_s, u"from"_s, u"to"_s }) {
            if (part.contains(member) && schemaAt(m_compiled.schema(), part.value(member).toString()).isEmpty())
                return problem(pointer + u'/' + member, u"this pointer leads to no field of the form"_s);
        }
        QStringList named;
        for (const auto &omitted : part.value("omit"_L1).toArray())
            named.append(omitted.toString());
        if (const QJsonValue unit = part.value("to"_L1).toObject().value("unit"_L1); unit.isString())
            named.append(unit.toString());
        for (const QString &field : std::as_const(named)) {
            if (schemaAt(m_compiled.schema(), field).isEmpty())
                return problem(pointer, u"this pointer leads to no field of the form: "_s + field);
        }
        for (const QString &member : { u"validFrom"_s, u"validTo"_s }) {
            if (part.contains(member) && !QDate::fromString(part.value(member).toString(), Qt::ISODate).isValid())
                return problem(pointer + u'/' + member, u"no such day"_s);
        }
        return checkRow(part, pointer);
    }

    // A fee by rows names the members of one row that hold its copies and pages.
    OrProblem<void> checkRow(const QJsonObject &part, const QString &pointer) const
    {
        const QString per = part.value("per"_L1).toString();
        if (per == "unit"_L1 && !part.contains("quantity"_L1))
            return problem(pointer + u"/quantity"_s, u"a fee per unit needs the pointer to the number of units"_s);
        if (per != "row"_L1)
            return {};
        const QJsonObject row = schemaAt(m_compiled.schema(), part.value("rows"_L1).toString())
                                    .value("items"_L1)
                                    .toObject()
                                    .value("properties"_L1)
                                    .toObject();
        for (const QString &member : { u"copies"_s, u"pages"_s }) {
            if (row.value(part.value(member).toString()).toObject().value("type"_L1) != "integer"_L1)
                return problem(pointer + u'/' + member, u"a fee by rows needs the name of an integer of the row"_s);
        }
        return {};
    }

    OrProblem<void> checkReferences(const QString &list, const QJsonArray &parts, const QString &listPointer) const
    {
        const QSet<QString> known = list == "branches"_L1 ? idsOf(u"/components"_s, "code"_L1) : idsOf(u"/fee/items"_s, "id"_L1);
        const auto member = list == "branches"_L1 ? "components"_L1 : "items"_L1;
        if (list != "branches"_L1 && list != "fee/waivers"_L1)
            return {};
        for (int i = 0; i < parts.size(); ++i) {
            const QJsonArray named = parts.at(i).toObject().value(member).toArray();
            for (int k = 0; k < named.size(); ++k) {
                if (!known.contains(named.at(k).toString()))
                    return problem(listPointer + u'/' + QString::number(i) + u'/' + member + u'/' + QString::number(k),
                                   u"names something that is not in this pack"_s);
            }
        }
        return {};
    }

    OrProblem<void> checkPersons() const
    {
        const QJsonObject persons = m_pack.value("persons"_L1).toObject();
        for (auto it = persons.begin(); it != persons.end(); ++it) {
            if (!schemaAt(m_compiled.schema(), it.value().toString()).contains("properties"_L1))
                return problem(u"/persons/"_s + it.key(), u"this pointer leads to no group of fields"_s);
        }
        return {};
    }

    QSet<QString> idsOf(const QString &list, QLatin1StringView member) const
    {
        QSet<QString> ids;
        for (const auto &part : valueAt(m_pack, list).toArray())
            ids.insert(part.toObject().value(member).toString());
        return ids;
    }

    const QJsonObject &m_pack;
    CompiledPack &m_compiled;
};

} // namespace

OrProblem<void> checkParts(const QJsonObject &pack, CompiledPack &compiled)
{
    return PartsCheck(pack, compiled).run();
}

QString partName(const QString &list, const QString &id)
{
    return list + u'/' + id;
}

} // namespace motcua
