#include "ui/form/fieldplaces.h"

#include <algorithm>

namespace motcua {

namespace {

bool isBelow(const QString &pointer, const QString &field)
{
    return pointer == field || (pointer.startsWith(field) && pointer.size() > field.size() && pointer[field.size()] == u'/');
}

} // namespace

FieldPlaces::FieldPlaces(const LayoutElement &layout)
{
    const bool hasSteps = layout.kind == LayoutElement::Kind::Categorization;
    for (const LayoutElement &step : hasSteps ? layout.children : QList<LayoutElement> { layout }) {
        m_stepIds.append(step.id);
        for (const LayoutElement &child : step.children)
            collect(child, int(m_stepIds.size()) - 1, {});
    }
}

void FieldPlaces::collect(const LayoutElement &element, int step, QStringList elements)
{
    elements.append(element.id);
    if (element.field)
        m_places.append({ element.field->pointer, step, elements });
    for (const LayoutElement &child : element.children)
        collect(child, step, elements);
}

qsizetype FieldPlaces::firstOf(int step) const
{
    const auto found =
        std::find_if(m_places.cbegin(), m_places.cend(), [step](const Place &place) { return place.step >= step; });
    return found - m_places.cbegin();
}

bool FieldPlaces::isOpen(qsizetype place, const FormState &state) const
{
    const QStringList &elements = m_places[place].elements;
    return std::none_of(elements.cbegin(), elements.cend(), [&](const QString &id) {
        return state.hiddenElements.contains(id) || state.disabledElements.contains(id);
    });
}

qsizetype FieldPlaces::find(const QString &pointer, const FormState &state) const
{
    qsizetype best = -1;
    for (qsizetype i = 0; i < count(); ++i) {
        const QString &here = m_places[i].pointer;
        if (!isBelow(pointer, here))
            continue;
        const bool nearer = best < 0 || here.size() > m_places[best].pointer.size();
        const bool opener = best >= 0 && here == m_places[best].pointer && !isOpen(best, state) && isOpen(i, state);
        if (nearer || opener)
            best = i;
    }
    // A finding about an object as a whole belongs to the first field in it.
    for (qsizetype i = 0; best < 0 && i < count(); ++i) {
        if (isBelow(m_places[i].pointer, pointer) && isOpen(i, state))
            best = i;
    }
    return best;
}

} // namespace motcua
