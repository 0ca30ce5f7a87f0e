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

} // namespace

FormView::FormView(PackPtr pack, FormContext context, QWidget *parent)
    : QWidget(parent)
    , m_pack(std::move(pack))
    , m_context(std::move(context))
    , m_places(m_pack->layout)
    , m_rows(m_places.count())
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
    makeSteps();
    connect(m_stack, &QStackedWidget::currentChanged, this, &FormView::buildStep);
}

FormView::~FormView() = default;

void FormView::setAnswers(const QJsonObject &answers)
{
    m_answers = answers;
    m_derived.reset();
    for (FieldRow *row : std::as_const(m_rows)) {
        if (row)
            fill(row);
    }
    evaluate();
}

void FormView::setValues(const QList<OfferedAnswer> &values)
{
    for (const OfferedAnswer &each : values) {
        setValueAt(m_answers, each.pointer, each.value);
        for (FieldRow *row : std::as_const(m_rows)) {
            if (row && row->pointer() == each.pointer)
                fill(row);
        }
    }
    evaluate();
    Q_EMIT edited();
}

bool FormView::isOpenAt(const QString &pointer) const
{
    const qsizetype found = m_places.find(pointer, m_state);
    return found >= 0 && isOpen(found);
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
        if (other && other != row && other->pointer() == row->pointer())
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
    for (FieldRow *row : std::as_const(m_rows)) {
        if (row)
            row->editor()->setValue(valueAt(m_answers, row->pointer()));
    }
    Q_EMIT edited();
}

void FormView::applyVisibility()
{
    const auto focusedPlace = [this] {
        const QWidget *now = QApplication::focusWidget();
        const auto holds = [now](const FieldRow *each) { return now && each && each->isAncestorOf(now); };
        const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(), holds);
        return found == m_rows.cend() ? -1 : found - m_rows.cbegin();
    };
    const qsizetype before = focusedPlace();
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
    const QStringList stepIds = m_places.stepIds();
    for (int i = 0; i < m_steps.size(); ++i)
        m_steps[i].visible = !m_state.hiddenElements.contains(stepIds[i]);
    setUpdatesEnabled(true);
    // The cursor must not fall out of the form together with the field it stood in.
    if (before >= 0 && !isOpen(before)) {
        goOn(m_rows[before], nullptr);
        if (focusedPlace() < 0)
            focusFirst();
    }
}

void FormView::applyFindings()
{
    for (FormStep &step : m_steps)
        step.missing = step.errors = step.doubts = 0;
    QHash<qsizetype, const Finding *> worst; // by place
    QHash<qsizetype, QList<Finding>> inside;
    for (const Finding &finding : std::as_const(m_state.findings)) {
        const qsizetype found = finding.pointer.isEmpty() ? -1 : m_places.find(finding.pointer, m_state);
        if (found < 0)
            continue;
        FormStep &step = m_steps[m_places.at(found).step];
        if (finding.severity == Finding::Severity::Missing)
            ++step.missing;
        else if (finding.severity == Finding::Severity::Error)
            ++step.errors;
        else
            ++step.doubts;
        if (m_rows[found] && m_rows[found]->editor()->hasInside() && finding.pointer != m_places.at(found).pointer) {
            inside[found].append(finding);
            continue;
        }
        const Finding *&kept = worst[found];
        if (!kept || (!kept->blocks() && finding.blocks()))
            kept = &finding;
    }
    for (qsizetype place = 0; place < m_rows.size(); ++place) {
        FieldRow *each = m_rows[place];
        if (!each)
            continue;
        each->setRequired(m_state.requiredFields.contains(each->pointer()) && isOpen(place));
        each->setFinding(worst.value(place, nullptr));
        if (each->editor()->hasInside())
            each->editor()->showInside(inside.value(place), m_state.requiredFields);
    }
}

FieldRow *FormView::row(const QString &pointer)
{
    const qsizetype found = m_places.find(pointer, m_state);
    if (found >= 0)
        buildStep(m_places.at(found).step);
    return found < 0 ? nullptr : m_rows[found];
}

FieldRow *FormView::builtRow(const QString &pointer) const
{
    const qsizetype found = m_places.find(pointer, m_state);
    return found < 0 ? nullptr : m_rows[found];
}

} // namespace motcua
