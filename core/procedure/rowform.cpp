#include "core/procedure/rowform.h"

#include "core/procedure/compiledpack.h"
#include "core/procedure/formstate.h"
#include "core/procedure/layoutparser.h"
#include "core/procedure/packschema.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// Rules inside a row would need answers relative to it, on which form engines differ.
OrProblem<void> checkDetail(const QJsonObject &element, const QString &pointer)
{
    static const QStringList kinds { u"VerticalLayout"_s, u"HorizontalLayout"_s, u"Control"_s };
    if (!kinds.contains(element.value("type"_L1).toString()))
        return problem(pointer + u"/type"_s, u"a row holds VerticalLayout, HorizontalLayout and Control only"_s);
    if (element.contains("rule"_L1))
        return problem(pointer + u"/rule"_s, u"a row holds no rules"_s);
    const QJsonArray children = element.value("elements"_L1).toArray();
    for (int i = 0; i < children.size(); ++i) {
        if (auto done = checkDetail(children.at(i).toObject(), pointer + u"/elements/"_s + QString::number(i)); !done)
            return done;
    }
    return {};
}

void collectColumns(const LayoutElement &element, QList<FieldInfo> &columns)
{
    if (element.field) {
        FieldInfo column = *element.field;
        column.title = element.label;
        columns.append(column);
    }
    for (const LayoutElement &child : element.children)
        collectColumns(child, columns);
}

OrProblem<void> checkColumns(const RowForm &row, const QString &pointer)
{
    for (const QString &leaf : leafPointers(row.schema)) {
        const QJsonObject schema = schemaAt(row.schema, leaf);
        if (!row.column(leaf) && !schema.contains("x-derived"_L1))
            return problem(pointer, u"no control of the row fills in this property: "_s + leaf);
        if (schema.value("type"_L1) == "array"_L1)
            return problem(pointer, u"a row holds no list: "_s + leaf);
    }
    return {};
}

void appendRows(const FieldInfo &list, const RowForm &form, const QJsonArray &rows, QList<FieldInfo> &fields)
{
    for (int i = 0; i < rows.size(); ++i) {
        if (!rows.at(i).isObject())
            continue;
        const QString row = list.pointer + u'/' + QString::number(i);
        for (FieldInfo column : form.columns) {
            column.pointer.prepend(row);
            column.section = list.section;
            fields.append(column);
        }
    }
}

} // namespace

const FieldInfo *RowForm::column(const QString &pointer) const
{
    const auto found =
        std::find_if(columns.cbegin(), columns.cend(), [&](const FieldInfo &one) { return one.pointer == pointer; });
    return found == columns.cend() ? nullptr : &*found;
}

std::optional<RowPlace> rowPlaceIn(const QString &list, const QString &pointer)
{
    if (pointer.size() <= list.size() + 1 || !pointer.startsWith(list) || pointer.at(list.size()) != u'/')
        return {};
    const qsizetype begin = list.size() + 1;
    const qsizetype end = pointer.indexOf(u'/', begin);
    bool isIndex = false;
    const int row = QStringView(pointer).mid(begin, end < 0 ? -1 : end - begin).toInt(&isIndex);
    if (!isIndex || row < 0)
        return {};
    return RowPlace { list, row, end < 0 ? QString() : pointer.mid(end) };
}

OrProblem<RowForm> parseRowForm(const LayoutElement &control, const QJsonObject &listSchema, const QString &pointer)
{
    RowForm form;
    form.schema = listSchema.value("items"_L1).toObject();
    form.title = form.schema.value("title"_L1).toString();
    if (form.schema.value("type"_L1) != "object"_L1 || !form.schema.contains("properties"_L1))
        return problem(pointer + u"/scope"_s, u"a list is a list of objects with properties"_s);
    const QString detailPointer = pointer + u"/options/detail"_s;
    const QJsonObject detail = control.options.value("detail"_L1).toObject();
    if (detail.isEmpty())
        return problem(detailPointer, u"a list needs the layout of one row"_s);
    if (auto done = checkDetail(detail, detailPointer); !done)
        return tl::unexpected(done.error());
    auto layout = parseLayout(detail, form.schema, detailPointer);
    if (!layout)
        return tl::unexpected(layout.error());
    form.layout = *std::move(layout);
    collectColumns(form.layout, form.columns);
    if (auto done = checkColumns(form, detailPointer); !done)
        return tl::unexpected(done.error());
    return form;
}

QList<FieldInfo> fieldsNow(const CompiledPack &compiled, const QJsonObject &answers)
{
    QList<FieldInfo> fields;
    fields.reserve(compiled.fields().size());
    for (const FieldInfo &field : compiled.fields()) {
        fields.append(field);
        if (const RowForm *form = compiled.rowForm(field.pointer))
            appendRows(field, *form, valueAt(answers, field.pointer).toArray(), fields);
    }
    return fields;
}

QString seenFrom(const CompiledPack &compiled, const QString &pointer, const QString &named)
{
    const std::optional<RowPlace> here = compiled.rowPlace(pointer);
    if (!here || !named.startsWith(here->list + u'/'))
        return named;
    return here->rowPointer() + named.mid(here->list.size());
}

} // namespace motcua
