#include "ui/form/editorfactory.h"

#include "core/procedure/compiledpack.h"
#include "ui/form/addresseditor.h"
#include "ui/form/booleaneditor.h"
#include "ui/form/dateeditor.h"
#include "ui/form/integereditor.h"
#include "ui/form/multilineeditor.h"
#include "ui/form/radioeditor.h"
#include "ui/form/searcheditor.h"
#include "ui/form/tableeditor.h"

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int mostRadios = 5; // more choices are found faster by typing

QList<SearchItem> itemsOf(const FieldInfo &field)
{
    QList<SearchItem> items;
    if (field.choices.isEmpty() && field.format == "ethnicity"_L1) {
        for (const EthnicGroup &group : ethnicGroups())
            items.append({ group.code, group.name, group.alsoKnownAs, {} });
        return items;
    }
    for (const Choice &choice : field.choices)
        items.append({ choice.value, choice.title, {}, {} });
    return items;
}

AddressEditor::AsWritten asWrittenOf(const QJsonObject &schema, const QJsonObject &options)
{
    if (options["asWritten"_L1].toBool())
        return AddressEditor::AsWritten::Asked;
    const bool kept = schema["properties"_L1].toObject().contains("asWritten"_L1);
    return kept ? AddressEditor::AsWritten::Kept : AddressEditor::AsWritten::No;
}

} // namespace

FieldEditor *makeFieldEditor(const FieldInfo &field, const QJsonObject &schema, const QJsonObject &options,
                             const FormContext &context, QWidget *parent)
{
    const RowForm *rows = context.pack ? context.pack->compiled->rowForm(field.pointer) : nullptr;
    if (rows)
        return new TableEditor(field, *rows, context, parent);
    if (field.format == "address"_L1 && context.units)
        return new AddressEditor(field, context, asWrittenOf(schema, options), parent);
    const bool inFullView = options["format"_L1] == "radio"_L1;
    if (field.format == "ethnicity"_L1 || field.format == "nationality"_L1 || (field.choices.size() > mostRadios && !inFullView))
        return new SearchEditor(field, itemsOf(field), parent);
    if (!field.choices.isEmpty())
        return new RadioEditor(field, parent);
    if (field.type == "boolean"_L1)
        return new BooleanEditor(field, parent);
    if (field.format == "date"_L1 || field.format == "partialDate"_L1)
        return new DateEditor(field, parent);
    if (field.type == "integer"_L1 && field.format != "money"_L1 && field.format != "area"_L1)
        return new IntegerEditor(field, schema["minimum"_L1].toInt(0), schema["maximum"_L1].toInt(99'999), parent);
    if (field.multiline || options["multi"_L1].toBool())
        return new MultilineEditor(field, parent);
    return new LineEditor(field, parent);
}

} // namespace motcua
