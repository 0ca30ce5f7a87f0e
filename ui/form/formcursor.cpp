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
    if (m_top && !widget)
        m_columns[currentStep()]->removeWidget(m_top);
    m_top = widget;
    placeTop();
}

void FormView::placeTop()
{
    QVBoxLayout *column = m_columns[currentStep()];
    if (m_top && column->indexOf(m_top) < 0)
        column->insertWidget(0, m_top);
}

// The whole field with its label where it fits; of a taller one the input with a little of what stands above it.
void FormView::scrollTo(const FieldRow *row)
{
    QScrollArea *area = m_areas[m_stepOfRow.value(row)];
    QWidget *input = QApplication::focusWidget();
    if (row->height() + 48 <= area->viewport()->height() || !input || !row->isAncestorOf(input))
        area->ensureWidgetVisible(const_cast<FieldRow *>(row), 0, 24);
    else
        area->ensureWidgetVisible(input, 0, std::min(96, area->viewport()->height() / 3));
}

// Fields that came or went may have pushed the cursor's own out of sight; only now their places are known.
void FormView::keepFocusInView()
{
    QWidget *input = QApplication::focusWidget();
    QScrollArea *area = m_areas.value(currentStep());
    if (!input || !area || !area->widget()->isAncestorOf(input))
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

void FormView::scrollToTop()
{
    m_areas[currentStep()]->verticalScrollBar()->setValue(0);
}

int FormView::stepOf(const QString &pointer) const
{
    const FieldRow *found = row(pointer);
    return found ? m_stepOfRow.value(found) : -1;
}

void FormView::putCursor(QWidget *target)
{
    target->setFocus(Qt::TabFocusReason);
}

bool FormView::focusField(const QString &pointer)
{
    FieldRow *found = pointer.isEmpty() ? nullptr : row(pointer);
    if (!found || !isOpen(found))
        return false;
    const int step = m_stepOfRow.value(found);
    if (!m_steps[step].visible)
        return false;
    m_stack->setCurrentIndex(step);
    m_steps[step].visited = true;
    // Not as if by Tab: what is there would be selected, and the next key would replace it.
    found->editor()->focusTarget(pointer)->setFocus(Qt::OtherFocusReason);
    return true;
}

void FormView::focusFirst()
{
    const int step = currentStep();
    FieldRow *first = nullptr;
    for (FieldRow *each : std::as_const(m_rows)) {
        if (m_stepOfRow.value(each) != step || !isOpen(each))
            continue;
        if (!first)
            first = each;
        if (each->editor()->value().isUndefined()) {
            first = each;
            break;
        }
    }
    if (first)
        putCursor(first->editor()->focusTarget());
}

void FormView::reveal(int step)
{
    m_steps[step].visited = true;
    for (FieldRow *each : std::as_const(m_rows)) {
        if (m_stepOfRow.value(each) == step)
            each->reveal();
    }
}

// To the next place where something can be entered. What the last answer shows or hides is settled first.
void FormView::goOn(FieldRow *row, QWidget *input)
{
    if (m_pending.isActive())
        evaluate();
    const QList<QWidget *> stops = row->editor()->stops();
    const qsizetype at = stops.indexOf(input);
    if (at >= 0 && at + 1 < stops.size() && isOpen(row))
        return putCursor(stops[at + 1]);
    const int step = m_stepOfRow.value(row);
    for (qsizetype i = m_rows.indexOf(row) + 1; i < m_rows.size(); ++i) {
        if (m_stepOfRow.value(m_rows[i]) == step && isOpen(m_rows[i]))
            return putCursor(m_rows[i]->editor()->stops().first());
    }
    Q_EMIT stepFinished();
}

} // namespace motcua
