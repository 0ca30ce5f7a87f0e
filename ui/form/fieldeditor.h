#pragma once

#include "core/procedure/formstate.h"
#include "core/procedure/procedurepack.h"

#include <QJsonValue>
#include <QList>
#include <QSet>
#include <QString>
#include <QWidget>

namespace motcua {

// How a problem of a field is shown.
enum class ProblemTone { None, Missing, Error, Doubt };

// Base of the editors: one answer of the form as a widget. Knows the field's description, never the procedure. GUI thread.
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    explicit FieldEditor(FieldInfo field, QWidget *parent = nullptr);

    const FieldInfo &field() const { return m_field; }

    virtual QJsonValue value() const = 0;                            // undefined = no answer
    virtual void setValue(const QJsonValue &value) = 0;              // never emits edited()
    virtual QList<QWidget *> inputs() const = 0;                     // everything that can hold the cursor
    virtual QList<QWidget *> stops() const;                          // where Enter stops, in order; by default the inputs
    virtual QWidget *focusTarget(const QString &pointer = {}) const; // the input for a pointer at or below the field
    virtual QString pointerOf(QWidget *input) const;                 // the other way round
    virtual void commit() {}                          // takes what is typed but not settled yet; before the cursor leaves
    virtual bool showsTitle() const { return false; } // a tick box carries its title itself
    virtual QString noteFor(const QJsonValue &) const { return {}; } // a quiet line under the field, for example the printed form

    // An editor with fields of its own (a table) shows what is said of pointers below its own, and its inputs come and go.
    virtual bool hasInside() const { return false; }
    virtual void showInside(const QList<Finding> &, const QSet<QString> &) {} // findings below, all required pointers
    virtual void reveal() {}                                                  // shows what is missing inside

    // Colours the inputs and tells assistive technology; the sentence itself is shown by the row.
    void setProblem(const QString &text, ProblemTone tone);

    // The name that assistive technology reads; rows set it.
    virtual void setTitle(const QString &title, bool required);

Q_SIGNALS:
    void edited();
    void entered(const QString &pointer); // the cursor came to a place inside

private:
    FieldInfo m_field;
};

// Sets a dynamic property and makes style sheets look at it again.
void setStyleProperty(QWidget *widget, const char *name, const QVariant &value);

} // namespace motcua
