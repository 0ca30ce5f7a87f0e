#pragma once

#include "core/procedure/formstate.h"

#include <QJsonValue>
#include <QList>
#include <QString>

namespace motcua {

class AdministrativeUnits;

// Answers as people read them: titles of choices, dd/MM/yyyy, whole names of communes. Used by screens and by printed papers.
struct AnswerLine
{
    QString pointer;
    QString label;
    QString text; // never empty
};

struct AnswerSection
{
    QString title;
    int step = 0; // index of the category, as FormView counts them
    QList<AnswerLine> lines;
};

// Names of countries, for addresses abroad: those of the first nationality field of the pack.
QList<Choice> countriesOf(const ProcedurePack &pack);

// One value; empty when it was not answered.
QString answerText(const FieldInfo &field, const QJsonValue &value, const AdministrativeUnits &units,
                   const QList<Choice> &countries = {});

// "Thôn 3, Xã Đa Kia, Thành phố Đồng Nai".
QString addressText(const QJsonObject &address, const AdministrativeUnits &units, const QList<Choice> &countries = {});

// Everything answered in fields that are shown, by step and in the order of the form. Sections without answers are left out.
QList<AnswerSection> answerSections(const ProcedurePack &pack, const FormState &state, const AdministrativeUnits &units);

} // namespace motcua
