#include "ui/form/formview.h"

#include "core/procedure/compiledpack.h"
#include "core/procedure/derive.h"
#include "core/procedure/packschema.h"
#include "ui/form/editorfactory.h"
#include "ui/form/fieldeditor.h"
#include "ui/form/fieldrow.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/sectiontitle.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int settleMs = 80; // one evaluation for a burst of keys
constexpr int narrowestField = 230;
constexpr int columnWidth = 880; // lines longer than this are tiring to follow

bool isBelow(const QString &pointer, const QString &field)
{
    return pointer == field || (pointer.startsWith(field) && pointer.size() > field.size() && pointer[field.size()] == u'/');
}

} // namespace

FormView::FormView(PackPtr pack, FormContext context, QWidget *parent)
    : QWidget(parent)
    , m_pack(std::move(pack))
    , m_context(std::move(context))
    , m_stack(new QStackedWidget(this))
{
    m_context.pack = m_pack;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_pending.setSingleShot(true);
    m_pending.setInterval(settleMs);
    connect(&m_pending, &QTimer::timeout, this, &FormView::evaluate);
    m_arranged.setSingleShot(true);
    connect(&m_arranged, &QTimer::timeout, this, &FormView::keepFocusInView);
    build();
}

FormView::~FormView() = default;

void FormView::build()
{
    const LayoutElement &root = m_pack->layout;
    if (root.kind == LayoutElement::Kind::Categorization) {
        for (const LayoutElement &category : root.children)
            buildStep(category);
    } else {
        buildStep(root);
    }
}

void FormView::buildStep(const LayoutElement &element)
{
    const Theme &theme = themeOf(this);
    const int step = int(m_steps.size());
    m_steps.append({ .title = element.label.isEmpty() ? m_pack->shortName : element.label });
    m_stepIds.append(element.id);

    auto *area = new QScrollArea(m_stack);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget;
    auto *centred = new QHBoxLayout(page);
    centred->setContentsMargins(0, 0, theme.px(12), theme.px(24));
    auto *sheet = new QWidget(page);
    sheet->setMaximumWidth(theme.px(columnWidth));
    centred->addWidget(sheet, 1);
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(14));
    // Fields outside a group share a sheet too, so that everything to be filled in stands on paper.
    Card *sheetOfLooseFields = nullptr;
    qsizetype firstRow = 0;
    const auto closeSheet = [&] {
        if (sheetOfLooseFields)
            m_parts.append({ sheetOfLooseFields, {}, firstRow, m_rows.size() - firstRow });
        sheetOfLooseFields = nullptr;
    };
    for (const LayoutElement &child : element.children) {
        if (child.kind == LayoutElement::Kind::Group) {
            closeSheet();
            buildElement(child, column, step);
            continue;
        }
        if (!sheetOfLooseFields) {
            sheetOfLooseFields = new Card(sheet);
            sheetOfLooseFields->body()->setSpacing(theme.px(14));
            column->addWidget(sheetOfLooseFields);
            firstRow = m_rows.size();
        }
        buildElement(child, sheetOfLooseFields->body(), step);
    }
    closeSheet();
    column->addStretch(1);
    area->setWidget(page);
    m_areas.append(area);
    m_columns.append(column);
    m_stack->addWidget(area);
}

void FormView::buildElement(const LayoutElement &element, QVBoxLayout *column, int step)
{
    using Kind = LayoutElement::Kind;
    const Theme &theme = themeOf(this);
    const qsizetype firstRow = m_rows.size();
    QWidget *widget = nullptr;
    switch (element.kind) {
    case Kind::Control:
        widget = buildControl(element, nullptr, step);
        break;
    case Kind::Label:
        widget = new TextLabel(element.label, TextRole::Body, TextLabel::Ink::Muted);
        break;
    case Kind::Horizontal: {
        widget = new QWidget;
        // Beside one another while there is room, below one another at 200 %.
        auto *row = new FlowLayout(widget);
        row->setSpacing(theme.px(20));
        row->setItemWidth(theme.px(narrowestField));
        for (const LayoutElement &child : element.children) {
            if (QWidget *control = buildControl(child, widget, step)) {
                row->addWidget(control);
                continue;
            }
            auto *holder = new QWidget(widget);
            auto *inner = new QVBoxLayout(holder);
            inner->setContentsMargins(0, 0, 0, 0);
            buildElement(child, inner, step);
            row->addWidget(holder);
        }
        break;
    }
    case Kind::Group: {
        auto *card = new Card;
        card->body()->setSpacing(theme.px(14));
        if (!element.label.isEmpty())
            card->body()->addWidget(new SectionTitle(element.label, card));
        for (const LayoutElement &child : element.children)
            buildElement(child, card->body(), step);
        widget = card;
        break;
    }
    case Kind::Vertical:
    case Kind::Category:
    case Kind::Categorization: {
        widget = new QWidget;
        auto *inner = new QVBoxLayout(widget);
        inner->setContentsMargins(0, 0, 0, 0);
        inner->setSpacing(theme.px(14));
        for (const LayoutElement &child : element.children)
            buildElement(child, inner, step);
        break;
    }
    }
    if (!widget)
        return;
    column->addWidget(widget);
    if (element.kind != Kind::Control)
        m_parts.append({ widget, element.id, firstRow, m_rows.size() - firstRow });
}

QWidget *FormView::buildControl(const LayoutElement &element, QWidget *parent, int step)
{
    if (!element.field)
        return nullptr;
    FieldEditor *editor = makeFieldEditor(*element.field, schemaAt(m_pack->compiled->schema(), element.field->pointer),
                                          element.options, m_context, parent);
    auto *row = new FieldRow(editor, element.label.isEmpty() ? element.field->title : element.label, element.id, parent);
    m_rows.append(row);
    m_stepOfRow.insert(row, step);
    m_parts.append({ row, element.id, m_rows.size() - 1, 1 });
    connect(editor, &FieldEditor::edited, this, [this, row] { take(row); });
    connect(row, &FieldRow::entered, this, [this, row](const QString &pointer) {
        if (m_focused != pointer) {
            m_focused = pointer;
            Q_EMIT focusedPointerChanged(pointer);
        }
        scrollTo(row);
        m_arranged.start(0);
    });
    connect(row, &FieldRow::enterPressed, this, [this, row](QWidget *input) { goOn(row, input); });
    return row;
}

void FormView::setAnswers(const QJsonObject &answers)
{
    m_answers = answers;
    m_derived.reset();
    for (FieldRow *row : std::as_const(m_rows)) {
        row->editor()->setValue(valueAt(m_answers, row->pointer()));
        row->showNote();
    }
    evaluate();
}

void FormView::setPapers(const QHash<QString, int> &papers)
{
    m_papers = papers;
    evaluate();
}

const FormState &FormView::state()
{
    if (m_pending.isActive())
        evaluate();
    return m_state;
}

// The same field may stand in two places of the layout under opposite rules; both show the same answer.
void FormView::take(FieldRow *row)
{
    const QJsonValue value = row->editor()->value();
    setValueAt(m_answers, row->pointer(), value);
    row->showNote();
    for (FieldRow *other : std::as_const(m_rows)) {
        if (other != row && other->pointer() == row->pointer())
            other->editor()->setValue(value);
    }
    m_pending.start();
    Q_EMIT edited();
}

void FormView::evaluate()
{
    m_pending.stop();
    deriveAnswers();
    m_state = evaluateForm(*m_pack, m_answers, m_papers, m_context.today);
    applyVisibility();
    applyFindings();
    m_arranged.start(0);
    Q_EMIT stateChanged();
}

// Values that the program makes of others appear where they stand; a text changed by hand stays as it is.
void FormView::deriveAnswers()
{
    const QJsonObject derived = derive(*m_pack, m_answers, m_context.today, m_derived ? &*m_derived : nullptr);
    m_derived = derived;
    if (derived == m_answers)
        return;
    m_answers = derived;
    for (FieldRow *row : std::as_const(m_rows))
        row->editor()->setValue(valueAt(m_answers, row->pointer()));
    Q_EMIT edited();
}

void FormView::applyVisibility()
{
    const auto focusedRow = [this]() -> FieldRow * {
        const QWidget *now = QApplication::focusWidget();
        const auto found =
            std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const FieldRow *each) { return now && each->isAncestorOf(now); });
        return found == m_rows.cend() ? nullptr : *found;
    };
    FieldRow *before = focusedRow();
    setUpdatesEnabled(false);
    // Inner parts come before the parts around them, so a part whose fields are all hidden leaves no hole.
    for (const Part &part : std::as_const(m_parts)) {
        bool shown = !m_state.hiddenElements.contains(part.id);
        if (shown && part.rows > 0 && !qobject_cast<FieldRow *>(part.widget)) {
            const auto rows = std::span(m_rows.cbegin() + part.firstRow, size_t(part.rows));
            shown = std::any_of(rows.begin(), rows.end(), [&](const FieldRow *each) { return each->isVisibleTo(part.widget); });
        }
        part.widget->setVisible(shown);
        part.widget->setEnabled(!m_state.disabledElements.contains(part.id));
    }
    for (int i = 0; i < m_steps.size(); ++i)
        m_steps[i].visible = !m_state.hiddenElements.contains(m_stepIds[i]);
    setUpdatesEnabled(true);
    // The cursor must not fall out of the form together with the field it stood in.
    if (before && !isOpen(before)) {
        goOn(before, nullptr);
        if (!focusedRow())
            focusFirst();
    }
}

void FormView::applyFindings()
{
    for (FormStep &step : m_steps)
        step.missing = step.errors = step.doubts = 0;
    QHash<const FieldRow *, const Finding *> worst;
    QHash<const FieldRow *, QList<Finding>> inside;
    for (const Finding &finding : std::as_const(m_state.findings)) {
        FieldRow *found = finding.pointer.isEmpty() ? nullptr : row(finding.pointer);
        if (!found)
            continue;
        FormStep &step = m_steps[m_stepOfRow.value(found)];
        if (finding.severity == Finding::Severity::Missing)
            ++step.missing;
        else if (finding.severity == Finding::Severity::Error)
            ++step.errors;
        else
            ++step.doubts;
        if (found->editor()->hasInside() && finding.pointer != found->pointer()) {
            inside[found].append(finding);
            continue;
        }
        const Finding *&kept = worst[found];
        if (!kept || (!kept->blocks() && finding.blocks()))
            kept = &finding;
    }
    for (FieldRow *each : std::as_const(m_rows)) {
        each->setRequired(m_state.requiredFields.contains(each->pointer()) && isOpen(each));
        each->setFinding(worst.value(each, nullptr));
        if (each->editor()->hasInside())
            each->editor()->showInside(inside.value(each), m_state.requiredFields);
    }
}

// Visible in its step, whichever step is in view now.
bool FormView::isOpen(const FieldRow *row) const
{
    return row->isVisibleTo(m_areas[m_stepOfRow.value(row)]->widget()) && row->isEnabled();
}

FieldRow *FormView::row(const QString &pointer) const
{
    FieldRow *best = nullptr;
    for (FieldRow *each : m_rows) {
        if (!isBelow(pointer, each->pointer()))
            continue;
        const bool better = !best || each->pointer().size() > best->pointer().size()
                            || (each->pointer().size() == best->pointer().size() && !isOpen(best) && isOpen(each));
        if (better)
            best = each;
    }
    // A finding about an object as a whole belongs to the first field in it.
    for (int i = 0; !best && i < m_rows.size(); ++i) {
        if (isBelow(m_rows[i]->pointer(), pointer) && isOpen(m_rows[i]))
            best = m_rows[i];
    }
    return best;
}

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
