#include "core/procedure/visibility.h"

#include "core/procedure/compiledpack.h"
#include "core/procedure/formstate.h"
#include "core/procedure/packschema.h"

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// More rounds than the longest chain of rules in a sane form; two rules that contradict each other must not hang the kiosk.
constexpr int mostRounds = 16;

class RulePass
{
public:
    RulePass(const ProcedurePack &pack, const QJsonObject &data)
        : m_pack(pack)
        , m_data(data)
    {
    }

    Visibility run()
    {
        visit(m_pack.layout, true, true);
        return std::move(m_result);
    }

private:
    using Effect = LayoutRule::Effect;

    void visit(const LayoutElement &element, bool parentVisible, bool parentEnabled)
    {
        const bool visible = parentVisible && isVisible(element);
        const bool enabled = isEnabled(element, parentEnabled);
        if (!visible)
            m_result.hidden.insert(element.id);
        if (!enabled)
            m_result.disabled.insert(element.id);
        if (visible && element.field)
            m_result.visibleFields.insert(element.field->pointer);
        for (const LayoutElement &child : element.children)
            visit(child, visible, enabled);
    }

    bool isVisible(const LayoutElement &element) const
    {
        if (!element.rule || element.rule->effect == Effect::Enable || element.rule->effect == Effect::Disable)
            return true;
        return m_pack.compiled->holds(ruleName(element.id), m_data) == (element.rule->effect == Effect::Show);
    }

    // As isInherentlyEnabled() of @jsonforms/core: an own rule wins over an option, that one over the schema, that one over the container.
    bool isEnabled(const LayoutElement &element, bool parentEnabled) const
    {
        if (element.rule && (element.rule->effect == Effect::Enable || element.rule->effect == Effect::Disable))
            return m_pack.compiled->holds(ruleName(element.id), m_data) == (element.rule->effect == Effect::Enable);
        for (const QString &name : { u"readonly"_s, u"readOnly"_s }) {
            if (element.options.value(name).isBool())
                return !element.options.value(name).toBool();
        }
        const bool readOnly =
            element.field && schemaAt(m_pack.compiled->schema(), element.field->pointer).value("readOnly"_L1).toBool();
        return !readOnly && parentEnabled;
    }

    const ProcedurePack &m_pack;
    const QJsonObject &m_data;
    Visibility m_result;
};

QJsonObject pruned(QJsonObject data, const ProcedurePack &pack, const QSet<QString> &visibleFields)
{
    for (const FieldInfo &field : pack.compiled->fields()) {
        if (!visibleFields.contains(field.pointer))
            setValueAt(data, field.pointer, QJsonValue::Undefined);
    }
    return data;
}

} // namespace

Visibility visibilityOf(const ProcedurePack &pack, const QJsonObject &data)
{
    QJsonObject answers = data;
    Visibility result;
    for (int round = 0; round < mostRounds; ++round) {
        result = RulePass(pack, answers).run();
        result.answers = pruned(data, pack, result.visibleFields);
        if (result.answers == answers)
            break;
        answers = result.answers;
    }
    return result;
}

} // namespace motcua
