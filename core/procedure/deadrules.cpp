#include "core/procedure/deadrules.h"

#include "core/procedure/formstate.h"
#include "core/procedure/packschema.h"

#include <QHash>
#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// Values that an answer may have, "no answer" being one of them (undefined).
using Values = QList<QJsonValue>;
using Constraints = QHash<QString, Values>; // by data pointer

constexpr int deepestNesting = 20; // of conditions that wait for fields that wait for …

Values both(const Values &one, const Values &other)
{
    Values common;
    std::copy_if(one.cbegin(), one.cend(), std::back_inserter(common),
                 [&](const QJsonValue &value) { return other.contains(value); });
    return common;
}

// The answers a field can have; nothing when there are too many to list.
std::optional<Values> domainOf(const QJsonObject &field)
{
    Values values;
    const QList<Choice> choices = fieldInfo({}, field, false).choices;
    for (const Choice &choice : choices)
        values.append(choice.value);
    if (values.isEmpty() && field.value("type"_L1) == "boolean"_L1)
        values = { true, false };
    if (values.isEmpty())
        return {};
    values.append(QJsonValue::Undefined);
    return values;
}

class Reader
{
public:
    explicit Reader(const QJsonObject &schema)
        : m_schema(schema)
    {
    }

    // What `condition` demands when it must hold; contradictions show as empty lists.
    Constraints demands(const QString &pointer, const QJsonObject &condition, bool failWhenUndefined) const
    {
        Constraints found;
        add(found, pointer, condition, failWhenUndefined);
        return found;
    }

    static void join(Constraints &all, const Constraints &more)
    {
        for (auto it = more.begin(); it != more.end(); ++it)
            all.insert(it.key(), all.contains(it.key()) ? both(all.value(it.key()), it.value()) : it.value());
    }

private:
    void add(Constraints &found, const QString &pointer, const QJsonObject &condition, bool present) const
    {
        addMembers(found, pointer, condition);
        const QJsonArray all = condition.value("allOf"_L1).toArray();
        for (const auto &one : all)
            add(found, pointer, one.toObject(), present);
        const std::optional<Values> domain = domainOf(schemaAt(m_schema, pointer));
        if (!domain || pointer.isEmpty())
            return;
        Values allowed = accepted(condition, *domain);
        if (present)
            allowed.removeAll(QJsonValue(QJsonValue::Undefined));
        join(found, { { pointer, allowed } });
    }

    // {"properties": {"a": …}, "required": ["a"]} of a group or of the whole.
    void addMembers(Constraints &found, const QString &pointer, const QJsonObject &condition) const
    {
        const QJsonObject properties = condition.value("properties"_L1).toObject();
        const QJsonArray required = condition.value("required"_L1).toArray();
        for (auto it = properties.begin(); it != properties.end(); ++it) {
            const bool needed = required.contains(it.key());
            Constraints inner;
            add(inner, pointer + u'/' + it.key(), it.value().toObject(), needed);
            if (!needed && !inner.isEmpty()) {
                // An absent member breaks nothing.
                for (Values &values : inner)
                    values.append(QJsonValue::Undefined);
            }
            join(found, inner);
        }
    }

    static Values accepted(const QJsonObject &condition, const Values &domain)
    {
        Values allowed = domain;
        const auto keep = [&](const Values &only) { allowed = both(allowed, only); };
        if (condition.contains("const"_L1))
            keep({ condition.value("const"_L1) });
        if (condition.contains("enum"_L1)) {
            Values listed;
            const QJsonArray values = condition.value("enum"_L1).toArray();
            std::copy(values.begin(), values.end(), std::back_inserter(listed));
            keep(listed);
        }
        if (condition.contains("anyOf"_L1)) {
            Values any;
            const QJsonArray list = condition.value("anyOf"_L1).toArray();
            for (const auto &one : list)
                any += accepted(one.toObject(), domain);
            keep(any);
        }
        const QJsonObject no = condition.value("not"_L1).toObject();
        if (no.contains("const"_L1) || no.contains("enum"_L1)) {
            const Values refused = accepted(no, domain);
            allowed.removeIf([&](const QJsonValue &value) { return refused.contains(value); });
        }
        return allowed;
    }

    const QJsonObject &m_schema;
};

struct Rule
{
    QString pointer; // of the condition in the file
    QString data;
    QJsonObject schema;
    bool failWhenUndefined = false;
    bool shows = true; // SHOW and ENABLE demand it; HIDE and DISABLE its opposite
};

class Search
{
public:
    Search(const QJsonObject &pack, const QJsonObject &schema)
        : m_pack(pack)
        , m_schema(schema)
        , m_reader(m_schema)
    {
    }

    QList<DeadRule> run()
    {
        walk(m_pack.value("uiSchema"_L1).toObject(), u"/uiSchema"_s, {});
        for (const Place &place : std::as_const(m_places))
            judge(place);
        for (const QString &list : { u"components"_s, u"advice"_s, u"deadline/cases"_s, u"fee/items"_s, u"fee/waivers"_s,
                                     u"branches"_s, u"prefill"_s, u"papers"_s })
            judgeList(list);
        judgeBranches(m_schema, u"/schema"_s, {});
        return m_dead;
    }

private:
    struct Place
    {
        Rule own;
        QList<Rule> around;
        qsizetype order = 0; // of the first control in it
    };

    static std::optional<Rule> ruleOf(const QJsonObject &condition, const QString &pointer, bool shows)
    {
        const std::optional<QString> data = pointerOfScope(condition.value("scope"_L1).toString());
        if (!data)
            return {};
        return Rule { pointer, *data, condition.value("schema"_L1).toObject(), condition.value("failWhenUndefined"_L1).toBool(),
                      shows };
    }

    void walk(const QJsonObject &element, const QString &pointer, QList<Rule> around)
    {
        if (element.contains("rule"_L1)) {
            const QJsonObject json = element.value("rule"_L1).toObject();
            const QString effect = json.value("effect"_L1).toString();
            if (const auto rule = ruleOf(json.value("condition"_L1).toObject(), pointer + u"/rule/condition"_s,
                                         effect == "SHOW"_L1 || effect == "ENABLE"_L1)) {
                m_places.append({ *rule, around, m_order.size() });
                if (effect == "SHOW"_L1)
                    around.append(*rule);
            }
        }
        if (const auto data = pointerOfScope(element.value("scope"_L1).toString())) {
            m_order.insert(*data, m_order.size());
            m_shownBy[*data].append(around);
        }
        const QJsonArray children = element.value("elements"_L1).toArray();
        for (qsizetype i = 0; i < children.size(); ++i)
            walk(children.at(i).toObject(), pointer + u"/elements/"_s + QString::number(i), around);
    }

    Constraints demandsOf(const Rule &rule) const { return m_reader.demands(rule.data, rule.schema, rule.failWhenUndefined); }

    // An answer that must be there must also be on the form.
    void addVisibility(Constraints &all, int depth) const
    {
        Constraints more;
        for (auto it = all.cbegin(); it != all.cend() && depth < deepestNesting; ++it) {
            const QList<QList<Rule>> controls = m_shownBy.value(it.key());
            if (it.value().contains(QJsonValue(QJsonValue::Undefined)) || controls.size() != 1)
                continue;
            for (const Rule &rule : controls.first())
                Reader::join(more, demandsOf(rule));
        }
        const Constraints before = all;
        Reader::join(all, more);
        if (all != before)
            addVisibility(all, depth + 1);
    }

    static QString emptyOne(const Constraints &all)
    {
        for (auto it = all.cbegin(); it != all.cend(); ++it) {
            if (it.value().isEmpty())
                return it.key();
        }
        return {};
    }

    void judge(const Place &place)
    {
        judgeOrder(place);
        if (!place.own.shows)
            return judgeAlone(place.own, {});
        judgeAlone(place.own, place.around);
    }

    void judgeAlone(const Rule &rule, const QList<Rule> &around)
    {
        Constraints all = demandsOf(rule);
        if (const QString answer = emptyOne(all); !answer.isEmpty())
            return dead(rule.pointer, u"never holds: %1 cannot have such an answer"_s.arg(answer));
        for (const Rule &outer : around)
            Reader::join(all, demandsOf(outer));
        if (const QString answer = emptyOne(all); !answer.isEmpty())
            return dead(rule.pointer, u"never holds together with the rules around it: %1"_s.arg(answer));
        addVisibility(all, 0);
        if (const QString answer = emptyOne(all); !answer.isEmpty())
            dead(rule.pointer, u"never holds: the field it waits for is hidden then (%1)"_s.arg(answer));
    }

    void judgeOrder(const Place &place)
    {
        const auto awaited = m_order.constFind(place.own.data);
        if (awaited != m_order.cend() && *awaited > place.order)
            dead(place.own.pointer,
                 u"waits for a field further down (%1): something above would change while people read on"_s.arg(place.own.data));
    }

    void judgeList(const QString &list)
    {
        const QJsonArray parts = valueAt(m_pack, u'/' + list).toArray();
        for (qsizetype i = 0; i < parts.size(); ++i) {
            for (const QString &member : { u"condition"_s, u"requiredWhen"_s }) {
                const QJsonObject condition = parts.at(i).toObject().value(member).toObject();
                if (condition.isEmpty())
                    continue;
                if (const auto rule = ruleOf(condition, u"/%1/%2/%3"_s.arg(list).arg(i).arg(member), true))
                    judgeAlone(*rule, {});
            }
        }
    }

    // if/then beside the fields.
    void judgeBranches(const QJsonObject &schema, const QString &file, const QString &data)
    {
        if (schema.contains("if"_L1))
            judgeAlone({ file + u"/if"_s, data, schema.value("if"_L1).toObject(), false, true }, {});
        judgeRequired(schema, file, data);
        for (const QString &keyword : { u"then"_s, u"else"_s }) {
            if (schema.contains(keyword))
                judgeBranches(schema.value(keyword).toObject(), file + u'/' + keyword, data);
        }
        const QJsonArray all = schema.value("allOf"_L1).toArray();
        for (qsizetype i = 0; i < all.size(); ++i)
            judgeBranches(all.at(i).toObject(), file + u"/allOf/"_s + QString::number(i), data);
        const QJsonObject properties = schema.value("properties"_L1).toObject();
        for (auto it = properties.begin(); it != properties.end(); ++it)
            judgeBranches(it.value().toObject(), file + u"/properties/"_s + it.key(), data + u'/' + it.key());
    }

    // A required name that is no property could never be answered.
    void judgeRequired(const QJsonObject &schema, const QString &file, const QString &data)
    {
        const QJsonObject target = schemaAt(m_schema, data);
        const QJsonArray required = schema.value("required"_L1).toArray();
        for (qsizetype i = 0; i < required.size(); ++i) {
            const QString name = required.at(i).toString();
            if (target.contains("properties"_L1) && !target.value("properties"_L1).toObject().contains(name))
                dead(file + u"/required/"_s + QString::number(i), u"asks for \"%1\", which is no property there"_s.arg(name));
        }
    }

    void dead(const QString &pointer, const QString &reason) { m_dead.append({ pointer, reason }); }

    const QJsonObject m_pack;
    const QJsonObject m_schema;
    const Reader m_reader;
    QList<Place> m_places;
    QHash<QString, qsizetype> m_order;
    QHash<QString, QList<QList<Rule>>> m_shownBy; // for each field, the rules around each of its controls
    QList<DeadRule> m_dead;
};

} // namespace

QList<DeadRule> deadRules(const QJsonObject &pack, const QJsonObject &resolvedSchema)
{
    return Search(pack, resolvedSchema).run();
}

} // namespace motcua
