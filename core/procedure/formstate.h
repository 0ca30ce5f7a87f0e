#pragma once

#include "core/procedure/procedurepack.h"

#include <QDate>
#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QString>

namespace motcua {

// One thing the officer should know about the answers.
struct Finding
{
    enum class Severity {
        Missing, // required and empty: blocks submitting, not saving
        Error,   // wrong: blocks submitting, says how to mend
        Doubt,   // a warning, never blocks
    };
    Severity severity = Severity::Error;
    QString pointer;   // field, or a member inside it ("/requester/residence/commune"), or empty
    QString component; // component code, or empty
    QString label;     // title of the field or paper, for lists
    QString message;   // whole Vietnamese sentence
    QString keyword;   // JSON Schema keyword, for tests and scripts
    LegalSource source;
    QString section; // heading under which the field stands in the form

    bool blocks() const { return severity != Severity::Doubt; }
};

struct ComponentState
{
    QString code;
    bool applies = false; // its condition holds
    bool required = false;
    int papers = 0; // how many are attached
};

// Everything the form view and the review page show, computed anew from data: a pure function of its arguments.
struct FormState
{
    QSet<QString> hiddenElements; // LayoutElement::id
    QSet<QString> disabledElements;
    QSet<QString> requiredFields; // data pointers, only of visible fields
    QList<Finding> findings;      // in the order of the form, papers after fields
    QList<ComponentState> components;
    QList<Advice> advice; // those whose condition holds now
    QJsonObject answers;  // the data without answers of hidden fields, text normalised: what is submitted

    bool complete() const; // nothing blocks
};

// `papers`: number of attached papers per component code. `today` is for doubts about days to come; invalid = the machine's day.
// Rules are judged as @jsonforms/core judges them on `answers`: what a hidden field still holds counts nowhere. Texts of findings are
// translated on the calling thread. Thread-safe; takes well under a millisecond per field.
FormState evaluateForm(const ProcedurePack &pack, const QJsonObject &data, const QHash<QString, int> &papers = {},
                       QDate today = {});

// Data of a new draft: the defaults of the schema.
QJsonObject initialData(const ProcedurePack &pack);

// Reading and writing by JSON pointer (RFC 6901); setting undefined removes the member and the objects it leaves empty.
QJsonValue valueAt(const QJsonObject &data, const QString &pointer);
void setValueAt(QJsonObject &data, const QString &pointer, const QJsonValue &value);

} // namespace motcua
