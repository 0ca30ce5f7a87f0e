#include "ui/form/formview.h"

#include "core/procedure/compiledpack.h"
#include "core/procedure/derive.h"
#include "core/procedure/packschema.h"
#include "ui/form/editorfactory.h"
#include "ui/form/fieldeditor.h"
#include "ui/form/fieldrow.h"
#include "ui/form/formoffers.h"
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
    m_offers = new FormOffers(*this, m_context);
    connect(m_stack, &QStackedWidget::currentChanged, this, &FormView::layOutStep);
    build();
}

FormView::~FormView() = default;

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

void FormView::setValues(const QList<OfferedAnswer> &values)
{
    for (const OfferedAnswer &each : values) {
        setValueAt(m_answers, each.pointer, each.value);
        for (FieldRow *row : std::as_const(m_rows)) {
            if (row->pointer() != each.pointer)
                continue;
            row->editor()->setValue(each.value);
            row->showNote();
        }
    }
    evaluate();
    Q_EMIT edited();
}

bool FormView::isOpenAt(const QString &pointer) const
{
    const FieldRow *found = row(pointer);
    return found && isOpen(found);
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
    m_offers->refresh();
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
    return row->isVisibleTo(m_pages[m_stepOfRow.value(row)]) && row->isEnabled();
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

} // namespace motcua
