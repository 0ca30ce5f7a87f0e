// FormView: steps, the cursor, and what is in view.
#include "ui/form/fieldeditor.h"
#include "ui/form/fieldrow.h"
#include "ui/form/formview.h"

#include <QApplication>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace motcua {

int FormView::currentStep() const
{
    return m_stack->currentIndex();
}

void FormView::showStep(int step)
{
    if (step < 0 || step >= m_steps.size())
        return;
    if (m_stack->currentIndex() != step)
        m_stack->setCurrentIndex(step);
    m_steps[step].visited = true;
    placeTop();
    focusFirst();
}

void FormView::setTopWidget(QWidget *widget)
{
    if (m_top && !widget && m_built[currentStep()].column)
        m_built[currentStep()].column->removeWidget(m_top);
    m_top = widget;
    placeTop();
}

void FormView::placeTop()
{
    buildStep(currentStep());
    QVBoxLayout *column = m_built[currentStep()].column;
    if (m_top && column->indexOf(m_top) < 0)
        column->insertWidget(0, m_top);
}

// The whole field with its label where it fits; of a taller one the input with a little of what stands above it.
void FormView::scrollTo(FieldRow *row)
{
    QScrollArea *area = m_built[m_places.at(m_rows.indexOf(row)).step].area;
    QWidget *input = QApplication::focusWidget();
    if (row->height() + 48 <= area->viewport()->height() || !input || !row->isAncestorOf(input))
        area->ensureWidgetVisible(row, 0, 24);
    else
        area->ensureWidgetVisible(input, 0, std::min(96, area->viewport()->height() / 3));
}

// Fields that came or went may have pushed the cursor's own out of sight; only now their places are known.
void FormView::keepFocusInView()
{
    QWidget *input = QApplication::focusWidget();
    QScrollArea *area = m_built[currentStep()].area;
    if (!input || !area->widget() || !area->widget()->isAncestorOf(input))
        return;
    const int top = input->mapTo(area->viewport(), QPoint(0, 0)).y();
    if (top < 0 || top + input->height() > area->viewport()->height())
        area->ensureWidgetVisible(input, 0, std::min(96, (area->viewport()->height() - input->height()) / 3));
}

void FormView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_arranged.start(0);
}

void FormView::showEvent(QShowEvent *event)
{
    buildStep(currentStep());
    QWidget::showEvent(event);
}

void FormView::scrollToTop()
{
    m_built[currentStep()].area->verticalScrollBar()->setValue(0);
}

int FormView::stepOf(const QString &pointer) const
{
    const qsizetype found = m_places.find(pointer, m_state);
    return found < 0 ? -1 : m_places.at(found).step;
}

void FormView::putCursor(QWidget *target)
{
    target->setFocus(Qt::TabFocusReason);
}

bool FormView::focusField(const QString &pointer)
{
    const qsizetype found = pointer.isEmpty() ? -1 : m_places.find(pointer, m_state);
    if (found < 0 || !isOpen(found))
        return false;
    const int step = m_places.at(found).step;
    if (!m_steps[step].visible)
        return false;
    buildStep(step);
    m_stack->setCurrentIndex(step);
    m_steps[step].visited = true;
    // Not as if by Tab: what is there would be selected, and the next key would replace it.
    m_rows[found]->editor()->focusTarget(pointer)->setFocus(Qt::OtherFocusReason);
    return true;
}

void FormView::focusFirst()
{
    const int step = currentStep();
    buildStep(step);
    FieldRow *first = openRowIn(step, 0);
    for (qsizetype place = 0; place < m_rows.size(); ++place) {
        if (m_places.at(place).step == step && isOpen(place) && m_rows[place]->editor()->value().isUndefined()) {
            first = m_rows[place];
            break;
        }
    }
    // What is there is not selected: the next key would replace an answer that nobody meant to touch.
    if (first)
        first->editor()->focusTarget()->setFocus(first->editor()->value().isUndefined() ? Qt::TabFocusReason
                                                                                        : Qt::OtherFocusReason);
}

FieldRow *FormView::openRowIn(int step, qsizetype from) const
{
    for (qsizetype place = from; place < m_rows.size(); ++place) {
        if (m_places.at(place).step == step && isOpen(place))
            return m_rows[place];
    }
    return nullptr;
}

void FormView::reveal(int step)
{
    m_steps[step].visited = true;
    m_built[step].revealed = true;
    for (qsizetype place = 0; place < m_rows.size(); ++place) {
        if (m_rows[place] && m_places.at(place).step == step)
            m_rows[place]->reveal();
    }
}

// To the next place where something can be entered. What the last answer shows or hides is settled first.
void FormView::goOn(FieldRow *row, QWidget *input)
{
    if (m_pending.isActive())
        evaluate();
    const QList<QWidget *> stops = row->editor()->stops();
    const qsizetype at = stops.indexOf(input);
    const qsizetype place = m_rows.indexOf(row);
    if (at >= 0 && at + 1 < stops.size() && isOpen(place))
        return putCursor(stops[at + 1]);
    if (const FieldRow *next = openRowIn(m_places.at(place).step, place + 1))
        return putCursor(next->editor()->stops().first());
    Q_EMIT stepFinished();
}

} // namespace motcua
