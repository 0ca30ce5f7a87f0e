#pragma once

#include "core/procedure/fieldchecks.h"

namespace motcua {

// The checks that x- members of a field ask for whatever its format is: x-minAge and x-maxAge of a birth date, x-sumOf of a number.
QList<Finding> checkAge(const FieldQuestion &question, const QJsonObject &schema);
QList<Finding> checkSum(const FieldQuestion &question, const QJsonObject &schema);

// Of the formats time, area and insuranceNumber.
QList<Finding> checkTime(const QString &time);
QList<Finding> checkArea(double squareMetres);
QList<Finding> checkInsurance(const QString &number);

} // namespace motcua
