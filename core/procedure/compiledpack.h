#pragma once

#include "core/procedure/derive.h"
#include "core/procedure/procedurepack.h"
#include "core/procedure/rowform.h"
#include "core/procedure/schemavalidator.h"

#include <QHash>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <tuple>

namespace motcua {

// What evaluateForm() would otherwise make anew on each keystroke. Made once by parseProcedurePack(), immutable, shared by threads.
class CompiledPack
{
public:
    // A rule or condition with its schema compiled.
    struct Condition
    {
        QString pointer;
        bool failWhenUndefined = false;
        SchemaValidator validator;

        bool holds(const QJsonObject &data) const; // as @jsonforms/core judges it
    };

    CompiledPack(QJsonObject resolvedSchema, SchemaValidator whole);

    const QJsonObject &schema() const { return m_schema; } // without references
    const SchemaValidator &whole() const { return m_whole; }

    OrProblem<void> addCondition(const QString &name, const LayoutRule &rule, const QString &pointer);
    OrProblem<void> addBranches(); // the "if" schemas, for the marks of required fields
    void addField(const FieldInfo &field);
    void addRowForm(const QString &list, const RowForm &form);

    OrProblem<void> addDerivations(); // once the fields are known
    const QList<Derivation> &derivations() const { return m_derivations; }

    const Condition *condition(const QString &name) const; // nullptr when the thing has none
    bool holds(const QString &name, const QJsonObject &data) const;
    bool branch(const QString &schemaPointer, const QJsonValue &value) const;

    const QList<FieldInfo> &fields() const { return m_fields; } // in the order of the form, each pointer once
    const FieldInfo *fieldOf(const QString &pointer) const; // the field itself or the one around a member of an address or a list
    const RowForm *rowForm(const QString &list) const;      // nullptr for what is no list
    std::optional<RowPlace> rowPlace(const QString &pointer) const; // nothing outside of lists
    const FieldInfo *columnOf(const QString &pointer) const;        // of "/members/1/name": its pointer is relative to the row

    // Before which others a place stands in the form: field, row, column; those that no field knows come last.
    struct Order
    {
        qsizetype field = 0;
        int row = -1;
        qsizetype column = -1;
        friend bool operator<(const Order &one, const Order &other)
        {
            return std::tie(one.field, one.row, one.column) < std::tie(other.field, other.row, other.column);
        }
    };
    Order orderOf(const QString &pointer) const;

private:
    OrProblem<void> addBranchesOf(const QJsonObject &schema, const QString &pointer);

    QJsonObject m_schema;
    SchemaValidator m_whole;
    QHash<QString, Condition> m_conditions;
    QHash<QString, SchemaValidator> m_branches;
    QList<FieldInfo> m_fields;
    QHash<QString, qsizetype> m_order;
    QHash<QString, RowForm> m_rows;
    QList<Derivation> m_derivations;
};

// Names under which conditions are kept.
inline QString ruleName(const QString &elementId)
{
    return QLatin1StringView("rule/") + elementId;
}
inline QString componentName(const QString &code)
{
    return QLatin1StringView("component/") + code;
}
inline QString componentRequiredName(const QString &code)
{
    return QLatin1StringView("component-required/") + code;
}
inline QString adviceName(const QString &id)
{
    return QLatin1StringView("advice/") + id;
}

} // namespace motcua
