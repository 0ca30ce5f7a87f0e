#pragma once

#include "core/procedure/fieldchecks.h"

namespace motcua {

// The checks that x- members of a field ask for whatever its format is: x-minAge and x-maxAge of a birth date, x-sumOf of a number,
// x-sameAs: the answer must be one of those given at these pointers (a child's ethnic group is that of its father or mother).
QList<Finding> checkAge(const FieldQuestion &question, const QJsonObject &schema);
QList<Finding> checkSum(const FieldQuestion &question, const QJsonObject &schema);
QList<Finding> checkSame(const FieldQuestion &question, const QJsonObject &schema);

// Of the formats time, area and insuranceNumber.
QList<Finding> checkTime(const QString &time);
QList<Finding> checkArea(double squareMetres);
QList<Finding> checkInsurance(const QString &number);

} // namespace motcua
