#include "core/procedure/compiledpack.h"

#include "core/procedure/formstate.h"
#include "core/procedure/packschema.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

bool CompiledPack::Condition::holds(const QJsonObject &data) const
{
    const QJsonValue value = valueAt(data, pointer);
    if (failWhenUndefined && value.isUndefined())
        return false;
    return validator.accepts(value);
}

CompiledPack::CompiledPack(QJsonObject resolvedSchema, SchemaValidator whole)
    : m_schema(std::move(resolvedSchema))
    , m_whole(std::move(whole))
{
}

OrProblem<void> CompiledPack::addCondition(const QString &name, const LayoutRule &rule, const QString &pointer)
{
    auto validator = SchemaValidator::compile(rule.schema);
    if (!validator)
        return problem(pointer + u"/schema"_s, validator.error());
    m_conditions.insert(name, Condition { rule.pointer, rule.failWhenUndefined, *validator });
    return {};
}

OrProblem<void> CompiledPack::addBranches()
{
    return addBranchesOf(m_schema, {});
}

OrProblem<void> CompiledPack::addBranchesOf(const QJsonObject &schema, const QString &pointer)
{
    if (schema.contains("if"_L1)) {
        auto validator = SchemaValidator::compile(schema.value("if"_L1));
        if (!validator)
            return problem(u"/schema"_s + pointer + u"/if"_s, validator.error());
        m_branches.insert(pointer, *validator);
    }
    for (const QString &keyword : { u"then"_s, u"else"_s }) {
        if (!schema.contains(keyword))
            continue;
        if (auto added = addBranchesOf(schema.value(keyword).toObject(), pointer + u'/' + keyword); !added)
            return added;
    }
    const QJsonArray all = schema.value("allOf"_L1).toArray();
    for (int i = 0; i < all.size(); ++i) {
        if (auto added = addBranchesOf(all.at(i).toObject(), pointer + u"/allOf/"_s + QString::number(i)); !added)
            return added;
    }
    const QJsonObject properties = schema.value("properties"_L1).toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        if (auto added = addBranchesOf(it.value().toObject(), pointer + u"/properties/"_s + it.key()); !added)
            return added;
    }
    if (schema.contains("items"_L1))
        return addBranchesOf(schema.value("items"_L1).toObject(), pointer + u"/items"_s);
    return {};
}

void CompiledPack::addField(const FieldInfo &field)
{
    if (m_order.contains(field.pointer))
        return;
    m_order.insert(field.pointer, m_fields.size());
    m_fields.append(field);
}

OrProblem<void> CompiledPack::addDerivations()
{
    auto found = derivationsOf(*this);
    if (!found)
        return tl::unexpected(found.error());
    m_derivations = *std::move(found);
    return {};
}

const CompiledPack::Condition *CompiledPack::condition(const QString &name) const
{
    const auto found = m_conditions.constFind(name);
    return found == m_conditions.cend() ? nullptr : &*found;
}

bool CompiledPack::holds(const QString &name, const QJsonObject &data) const
{
    const Condition *found = condition(name);
    return !found || found->holds(data);
}

bool CompiledPack::branch(const QString &schemaPointer, const QJsonValue &value) const
{
    const auto found = m_branches.constFind(schemaPointer);
    return found != m_branches.cend() && found->accepts(value);
}

void CompiledPack::addRowForm(const QString &list, const RowForm &form)
{
    m_rows.insert(list, form);
}

CompiledPack::Order CompiledPack::orderOf(const QString &pointer) const
{
    if (const FieldInfo *field = fieldOf(pointer)) {
        Order order { m_order.value(field->pointer) };
        if (const auto place = rowPlace(pointer)) {
            order.row = place->row;
            const FieldInfo *column = columnOf(pointer);
            order.column = column ? column - m_rows.constFind(place->list)->columns.constData() : -1;
        }
        return order;
    }
    const QString group = pointer + u'/';
    const auto inside =
        std::find_if(m_fields.cbegin(), m_fields.cend(), [&](const FieldInfo &field) { return field.pointer.startsWith(group); });
    return { inside - m_fields.cbegin() };
}

const RowForm *CompiledPack::rowForm(const QString &list) const
{
    const auto found = m_rows.constFind(list);
    return found == m_rows.cend() ? nullptr : &*found;
}

std::optional<RowPlace> CompiledPack::rowPlace(const QString &pointer) const
{
    const FieldInfo *field = m_rows.isEmpty() ? nullptr : fieldOf(pointer);
    return field && m_rows.contains(field->pointer) ? rowPlaceIn(field->pointer, pointer) : std::nullopt;
}

const FieldInfo *CompiledPack::columnOf(const QString &pointer) const
{
    const std::optional<RowPlace> place = rowPlace(pointer);
    if (!place)
        return nullptr;
    const RowForm &form = *m_rows.constFind(place->list);
    for (QString part = place->inside; !part.isEmpty(); part.truncate(part.lastIndexOf(u'/'))) {
        if (const FieldInfo *column = form.column(part))
            return column;
    }
    return nullptr;
}

const FieldInfo *CompiledPack::fieldOf(const QString &pointer) const
{
    for (QString part = pointer; !part.isEmpty(); part.truncate(part.lastIndexOf(u'/'))) {
        if (const auto found = m_order.constFind(part); found != m_order.cend())
            return &m_fields.at(*found);
    }
    return nullptr;
}

} // namespace motcua
