#pragma once

#include "core/procedure/formstate.h"
#include "core/procedure/procedurepack.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace motcua {

class AdministrativeUnits;

// Answers as the templates of papers name them. Each field lies where its data pointer says: {{a.applicant.name}} for "/applicant/name".
// Beside it stand, where they make sense:
//   name:upper   in capitals            personalId:digits  twelve boxes, empty ones too     birthDate:day, :month, :year
//   sex:tick:male a box, ticked or not  sex:is:male        only when it is so               wanted:tick, wanted:is (yes or no)
// A list is its rows: {{#a.members}}{{no}} {{name}}{{/a.members}}, then members:blank, numbered rows to fill in by hand, and
// members:count. Hidden fields have no value.
struct AnswerFacts
{
    const ProcedurePack &pack;
    const FormState &state;
    const AdministrativeUnits &units;
    bool everything = false; // each name with some value: what a template may ask for

    QJsonObject values() const;
    // The whole form as it was asked: sections of items, each a line of cells, a heading, a statement or a table.
    QJsonArray sections(const QStringList &omitted) const;
};

} // namespace motcua
