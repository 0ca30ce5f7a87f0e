#pragma once

#include "core/procedure/formstate.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace motcua {

// Where the fields of a pack stand in its layout: known before a single widget is made, so that a step is built when it is first
// looked at. A field may stand in two places under opposite rules. A value; built once for a form.
class FieldPlaces
{
public:
    struct Place
    {
        QString pointer;
        int step = 0;
        QStringList elements; // the control and what it stands in, without the step itself
    };

    explicit FieldPlaces(const LayoutElement &layout);

    qsizetype count() const { return m_places.size(); }
    const Place &at(qsizetype place) const { return m_places[place]; }
    qsizetype firstOf(int step) const;
    QStringList stepIds() const { return m_stepIds; }

    // Shown and fit to be filled in within its step, whichever step is in view now.
    bool isOpen(qsizetype place, const FormState &state) const;
    // Of the field at or above the pointer, an open one first; else of the first open field below it; -1 when there is none.
    qsizetype find(const QString &pointer, const FormState &state) const;

private:
    void collect(const LayoutElement &element, int step, QStringList elements);

    QList<Place> m_places; // in the order of the form
    QStringList m_stepIds;
};

} // namespace motcua
