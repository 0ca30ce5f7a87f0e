#include "core/procedure/fieldlabel.h"

#include "core/procedure/compiledpack.h"
#include "core/procedure/rowform.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

bool covers(const QString &field, const QString &pointer)
{
    return pointer == field || pointer.startsWith(field + u'/');
}

QString nameOf(const LayoutElement &control)
{
    return control.label.isEmpty() ? control.field->title : control.label;
}

// The control whose field lies nearest to the pointer, and how many controls have its name.
struct Search
{
    const QString &pointer;
    const LayoutElement *found = nullptr;

    void visit(const LayoutElement &element)
    {
        const bool nearer = element.field && covers(element.field->pointer, pointer)
                            && (!found || element.field->pointer.size() > found->field->pointer.size());
        if (nearer)
            found = &element;
        for (const LayoutElement &child : element.children)
            visit(child);
    }
};

int controlsNamed(const LayoutElement &element, const QString &name)
{
    int count = element.field && nameOf(element) == name ? 1 : 0;
    for (const LayoutElement &child : element.children)
        count += controlsNamed(child, name);
    return count;
}

QString inRow(const LayoutElement &control, const RowForm &form, const QString &pointer)
{
    const std::optional<RowPlace> place = rowPlaceIn(control.field->pointer, pointer);
    if (!place)
        return nameOf(control);
    const QString row = u"%1 %2"_s.arg(form.title.isEmpty() ? nameOf(control) : form.title).arg(place->row + 1);
    for (const FieldInfo &column : form.columns) {
        if (covers(column.pointer, place->inside))
            return u"%1: %2"_s.arg(row, column.title);
    }
    return row;
}

} // namespace

QString fieldLabel(const ProcedurePack &pack, const QString &pointer)
{
    if (pointer.isEmpty())
        return {};
    Search search { pointer };
    search.visit(pack.layout);
    if (!search.found)
        return pointer;
    const LayoutElement &control = *search.found;
    if (const RowForm *rows = pack.compiled->rowForm(control.field->pointer))
        return inRow(control, *rows, pointer);
    const QString name = nameOf(control);
    const bool alone = control.field->section.isEmpty() || controlsNamed(pack.layout, name) == 1;
    return alone ? name : u"%1 (%2)"_s.arg(name, control.field->section);
}

QString componentTitle(const ProcedurePack &pack, const QString &code)
{
    const auto found = std::find_if(pack.components.cbegin(), pack.components.cend(),
                                    [&](const Component &component) { return component.code == code; });
    return found == pack.components.cend() ? code : found->title;
}

} // namespace motcua
