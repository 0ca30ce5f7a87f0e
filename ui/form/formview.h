#pragma once

#include "core/procedure/formstate.h"
#include "ui/form/fieldplaces.h"
#include "ui/form/formcontext.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QPointer>
#include <QSet>
#include <QTimer>
#include <QWidget>

#include <optional>

class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace motcua {

class FieldEditor;
class FieldRow;
class FormOffers;
struct OfferedAnswer;

// How far one step of the form is.
struct FormStep
{
    QString title;
    bool visible = true; // its rule holds
    bool visited = false;
    int missing = 0; // required and empty
    int errors = 0;
    int doubts = 0;

    bool done() const { return missing == 0 && errors == 0; }
};

// Draws the JSON Forms layout of a pack with widgets and keeps the answers. Knows no procedure: what is shown, required and wrong
// comes from evaluateForm() after every edit. GUI thread.
class FormView final : public QWidget
{
    Q_OBJECT

public:
    FormView(PackPtr pack, FormContext context, QWidget *parent = nullptr);
    ~FormView() override;

    void setAnswers(const QJsonObject &answers);
    const QJsonObject &answers() const { return m_answers; } // as typed, also of fields hidden now
    void setPapers(const QHash<QString, int> &papers);
    const FormState &state();                              // of the newest answers
    const FormState &lastState() const { return m_state; } // as evaluated last
    void setValues(const QList<OfferedAnswer> &values);    // on the officer's word; undefined empties
    bool isOpenAt(const QString &pointer) const;           // the field can be filled in now
    FormOffers &offers() { return *m_offers; }

    QList<FormStep> steps() const { return m_steps; }
    int currentStep() const;
    void showStep(int step);                  // the first thing to do in it gets the cursor
    int stepOf(const QString &pointer) const; // -1 when no visible step holds it
    bool focusField(const QString &pointer);  // false when the field is not on the form now
    void focusFirst();                        // first open field of the step, else its first field
    QString focusedPointer() const { return m_focused; }
    void setTopWidget(QWidget *widget); // above the fields of the step in view, scrolling with them; nullptr = nothing
    void scrollToTop();
    void reveal(int step);                 // says in the step what is missing
    FieldRow *row(const QString &pointer); // of the field at or above the pointer, its step built; nullptr when there is none
    FieldRow *builtRow(const QString &pointer) const; // the same, but nullptr while nobody has looked at its step

Q_SIGNALS:
    void edited();       // an answer changed: not saved yet
    void stateChanged(); // evaluated anew
    void focusedPointerChanged(const QString &pointer);
    void stepFinished(); // Enter in the last field of the step

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Part
    {
        QWidget *widget;
        QString id;
        qsizetype firstRow; // the places in it
        qsizetype rows;
    };
    struct Step
    {
        QScrollArea *area = nullptr;
        QVBoxLayout *column = nullptr; // nullptr: not built yet
        bool revealed = false;
    };
    void makeSteps();
    void buildStep(int step);
    QVBoxLayout *makeColumn(QScrollArea *area);
    void fill(FieldRow *row);
    void buildElement(const LayoutElement &element, QVBoxLayout *column);
    QWidget *buildControl(const LayoutElement &element, QWidget *parent);
    void take(FieldRow *row);
    void evaluate();
    void deriveAnswers();
    void applyVisibility();
    void applyFindings();
    void placeTop();
    void scrollTo(FieldRow *row);
    void keepFocusInView();
    void goOn(FieldRow *row, QWidget *input);
    bool isOpen(qsizetype place) const { return m_places.isOpen(place, m_state); }
    FieldRow *openRowIn(int step, qsizetype from) const; // the first at or after `from`
    void putCursor(QWidget *target);

    PackPtr m_pack;
    FormContext m_context;
    QJsonObject m_answers;
    std::optional<QJsonObject> m_derived; // the answers when values were last derived
    QHash<QString, int> m_papers;
    FormState m_state;
    QList<FormStep> m_steps;
    FieldPlaces m_places;
    QList<FieldRow *> m_rows; // by place; nullptr: its step is not built yet
    qsizetype m_building = 0; // the place that is built next
    QList<Part> m_parts;
    QStackedWidget *m_stack;
    QList<Step> m_built;
    QPointer<QWidget> m_top;
    FormOffers *m_offers;
    QTimer m_pending;
    QTimer m_arranged; // the layout has settled
    QString m_focused;
};

} // namespace motcua
