#include "core/procedure/layoutparser.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

const QHash<QString, LayoutElement::Kind> &kinds()
{
    using Kind = LayoutElement::Kind;
    static const QHash<QString, Kind> known {
        { u"VerticalLayout"_s, Kind::Vertical },
        { u"HorizontalLayout"_s, Kind::Horizontal },
        { u"Group"_s, Kind::Group },
        { u"Categorization"_s, Kind::Categorization },
        { u"Category"_s, Kind::Category },
        { u"Control"_s, Kind::Control },
        { u"Label"_s, Kind::Label },
    };
    return known;
}

const QHash<QString, LayoutRule::Effect> &effects()
{
    using Effect = LayoutRule::Effect;
    static const QHash<QString, Effect> known {
        { u"SHOW"_s, Effect::Show },
        { u"HIDE"_s, Effect::Hide },
        { u"ENABLE"_s, Effect::Enable },
        { u"DISABLE"_s, Effect::Disable },
    };
    return known;
}

// A rule that waits for a value that the field can never have is dead.
OrProblem<void> checkValues(const QJsonObject &schema, const FieldInfo &field, const QString &pointer)
{
    if (field.choices.isEmpty())
        return {};
    QJsonArray awaited = schema.value("enum"_L1).toArray();
    if (schema.contains("const"_L1))
        awaited.append(schema.value("const"_L1));
    for (const auto &value : std::as_const(awaited)) {
        const bool possible =
            std::any_of(field.choices.cbegin(), field.choices.cend(), [&](const Choice &one) { return one.value == value; });
        if (!possible)
            return problem(pointer + u"/schema"_s, u"the condition waits for a value that is no choice of its field"_s);
    }
    return {};
}

class Parser
{
public:
    explicit Parser(const QJsonObject &schema)
        : m_schema(schema)
    {
    }

    OrProblem<LayoutElement> parse(const QJsonObject &json, const QString &id, const QString &pointer) const
    {
        LayoutElement element;
        const auto kind = kinds().constFind(json.value("type"_L1).toString());
        if (kind == kinds().cend())
            return problem(pointer + u"/type"_s, u"unknown element type"_s);
        element.kind = *kind;
        element.id = id;
        element.label = json.value(element.kind == LayoutElement::Kind::Label ? "text"_L1 : "label"_L1).toString();
        element.options = json.value("options"_L1).toObject();
        if (auto done = addRule(element, json, pointer); !done)
            return tl::unexpected(done.error());
        if (auto done = element.kind == LayoutElement::Kind::Control ? addField(element, json, pointer)
                                                                     : addChildren(element, json, pointer);
            !done)
            return tl::unexpected(done.error());
        return element;
    }

private:
    OrProblem<void> addRule(LayoutElement &element, const QJsonObject &json, const QString &pointer) const
    {
        if (!json.contains("rule"_L1))
            return {};
        const QJsonObject rule = json.value("rule"_L1).toObject();
        const auto effect = effects().constFind(rule.value("effect"_L1).toString());
        if (effect == effects().cend())
            return problem(pointer + u"/rule/effect"_s, u"the effect must be SHOW, HIDE, ENABLE or DISABLE"_s);
        auto parsed = parseCondition(rule.value("condition"_L1).toObject(), m_schema, pointer + u"/rule/condition"_s);
        if (!parsed)
            return tl::unexpected(parsed.error());
        parsed->effect = *effect;
        element.rule = *parsed;
        return {};
    }

    OrProblem<void> addField(LayoutElement &element, const QJsonObject &json, const QString &pointer) const
    {
        const std::optional<QString> data = pointerOfScope(json.value("scope"_L1).toString());
        const QJsonObject schema = data && !data->isEmpty() ? schemaAt(m_schema, *data) : QJsonObject();
        if (schema.isEmpty())
            return problem(pointer + u"/scope"_s, u"the control points at no property of the schema"_s);
        if (!isLeaf(schema))
            return problem(pointer + u"/scope"_s, u"the control points at a group of properties, not at one field"_s);
        element.field = fieldInfo(*data, schema, element.options.value("multi"_L1).toBool());
        if (element.label.isEmpty())
            element.label = element.field->title;
        if (element.label.isEmpty())
            return problem(pointer + u"/scope"_s, u"the field has neither a label here nor a title in the schema"_s);
        return {};
    }

    OrProblem<void> addChildren(LayoutElement &element, const QJsonObject &json, const QString &pointer) const
    {
        const QJsonArray children = json.value("elements"_L1).toArray();
        const bool mayBeEmpty = element.kind == LayoutElement::Kind::Label;
        if (children.isEmpty() && !mayBeEmpty)
            return problem(pointer + u"/elements"_s, u"the element holds nothing"_s);
        for (int i = 0; i < children.size(); ++i) {
            const QString number = QString::number(i);
            const QString id = element.id.isEmpty() ? number : element.id + u'/' + number;
            const QString childPointer = pointer + u"/elements/"_s + number;
            auto child = parse(children.at(i).toObject(), id, childPointer);
            if (!child)
                return tl::unexpected(child.error());
            const bool isCategory =
                child->kind == LayoutElement::Kind::Category || child->kind == LayoutElement::Kind::Categorization;
            if ((element.kind == LayoutElement::Kind::Categorization) != isCategory)
                return problem(childPointer + u"/type"_s, u"categories belong into a Categorization, everything else outside"_s);
            element.children.append(*std::move(child));
        }
        return {};
    }

    const QJsonObject &m_schema;
};

} // namespace

OrProblem<LayoutElement> parseLayout(const QJsonObject &uiSchema, const QJsonObject &resolvedSchema, const QString &pointer)
{
    return Parser(resolvedSchema).parse(uiSchema, {}, pointer);
}

OrProblem<LayoutRule> parseCondition(const QJsonObject &condition, const QJsonObject &resolvedSchema, const QString &pointer)
{
    const std::optional<QString> data = pointerOfScope(condition.value("scope"_L1).toString());
    const QJsonObject target = data ? schemaAt(resolvedSchema, *data) : QJsonObject();
    if (target.isEmpty())
        return problem(pointer + u"/scope"_s, u"the condition points at no property of the schema"_s);
    if (!condition.value("schema"_L1).isObject())
        return problem(pointer + u"/schema"_s, u"a condition needs a schema"_s);
    LayoutRule rule;
    rule.pointer = *data;
    rule.schema = condition.value("schema"_L1).toObject();
    rule.failWhenUndefined = condition.value("failWhenUndefined"_L1).toBool();
    if (auto done = checkKeywords(rule.schema, pointer + u"/schema"_s); !done)
        return tl::unexpected(done.error());
    if (auto done = checkValues(rule.schema, fieldInfo(*data, target, false), pointer); !done)
        return tl::unexpected(done.error());
    return rule;
}

} // namespace motcua
