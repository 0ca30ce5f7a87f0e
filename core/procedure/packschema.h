#pragma once

#include "core/procedure/procedurepack.h"
#include "core/procedure/schemavalidator.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace motcua {

// The data schema of a pack with its local references ("#/definitions/…") replaced by what they name; titles and x- members beside a
// reference win. Refuses every keyword on which validators differ or that this engine would ignore. Pointers start at /schema.
OrProblem<QJsonObject> resolvedPackSchema(const QJsonObject &schema);

// The same check for the small schemas of rules and conditions.
OrProblem<void> checkKeywords(const QJsonObject &schema, const QString &pointer);

// "#/properties/subject/properties/name" -> "/subject/name"; nothing when it is no scope. "#" is the whole data: "".
std::optional<QString> pointerOfScope(const QString &scope);

// The part of a resolved schema that describes the value at `pointer`; empty when there is none. "/members/0/name" and the column
// "/members/name" are the same there.
QJsonObject schemaAt(const QJsonObject &resolvedSchema, const QString &pointer);

// A leaf is what one control fills in: everything but a plain object with properties (an address is one leaf).
bool isLeaf(const QJsonObject &schema);

// All leaves below a resolved schema, in no particular order.
QStringList leafPointers(const QJsonObject &resolvedSchema);

// What a form view needs to know of a leaf.
FieldInfo fieldInfo(const QString &pointer, const QJsonObject &schema, bool multiline);

LegalSource legalSource(const QJsonValue &value);

} // namespace motcua
