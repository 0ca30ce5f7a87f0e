#pragma once

#include "core/procedure/procedurepack.h"
#include "core/procedure/schemavalidator.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace motcua {

// How one row of a list ("type": "array" of objects) is filled in: the UI schema of the list's options.detail, bound to its items.
struct RowForm
{
    LayoutElement layout;
    QList<FieldInfo> columns; // in the order of the layout; pointers are relative to the row: "/name"
    QJsonObject schema;       // of one row, without references
    QString title;            // what one row is: "Thành viên"; may be empty

    const FieldInfo *column(const QString &pointer) const; // nullptr when there is none
};

// Where in a list a data pointer lies: "/members/1/name" is column "/name" of row 1 of "/members".
struct RowPlace
{
    QString list;
    int row = 0;
    QString inside; // pointer relative to the row, may be empty

    QString rowPointer() const { return list + u'/' + QString::number(row); }
};

std::optional<RowPlace> rowPlaceIn(const QString &list, const QString &pointer);

// A list of a pack: what is wrong with it, or its row. `control` is the Control in the UI schema, `pointer` where it stands in the file.
OrProblem<RowForm> parseRowForm(const LayoutElement &control, const QJsonObject &listSchema, const QString &pointer);

// Fields as they stand in these answers: each field of the form, a list followed by the columns of each of its rows, with pointers
// into the data ("/members/0/name").
QList<FieldInfo> fieldsNow(const CompiledPack &compiled, const QJsonObject &answers);

// What a pointer named in the schema of the column at `pointer` means: a column of the same list is the one of the same row.
// "/stays/from" seen from "/stays/2/to" is "/stays/2/from".
QString seenFrom(const CompiledPack &compiled, const QString &pointer, const QString &named);

} // namespace motcua
