#include "ui/form/tableeditor.h"

#include "core/procedure/formstate.h"
#include "ui/form/fieldrow.h"
#include "ui/form/noteline.h"
#include "ui/form/tablerow.h"
#include "ui/theme/theme.h"
#include "ui/widgets/iconbutton.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

TableEditor::TableEditor(const FieldInfo &field, const RowForm &form, const FormContext &context, QWidget *parent)
    : FieldEditor(field, parent)
    , m_form(form)
    , m_context(context)
    , m_column(new QVBoxLayout(this))
    , m_add(new QPushButton(this))
    , m_note(new NoteLine(this))
{
    for (const FieldInfo &column : m_form.columns) {
        if (!column.defaultValue.isUndefined())
            setValueAt(m_defaults, column.pointer, column.defaultValue);
    }
    const Theme &theme = themeOf(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme.px(8));
    m_column->addWidget(m_note);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_add);
    foot->addStretch(1);
    m_column->addLayout(foot);
    m_add->setText(m_form.title.isEmpty() ? tr("Add a line  (Ctrl+Enter)")
                                          : tr("Add: %1  (Ctrl+Enter)").arg(m_form.title.toLower()));
    m_add->setAutoDefault(false);
    m_add->installEventFilter(this);
    connect(m_add, &QPushButton::clicked, this, &TableEditor::addRow);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

TableEditor::~TableEditor() = default;

TableRow *TableEditor::makeRow()
{
    auto *row = new TableRow(m_form, m_context, this);
    m_column->insertWidget(int(m_rows.size()), row);
    m_rows.append(row);
    connect(row, &TableRow::edited, this, &FieldEditor::edited);
    connect(row->removeButton(), &QPushButton::clicked, this, [this, row] { removeRow(int(m_rows.indexOf(row))); });
    for (FieldRow *cell : row->cells()) {
        connect(cell, &FieldRow::entered, this, [this, row](const QString &pointer) {
            Q_EMIT entered(field().pointer + u'/' + QString::number(m_rows.indexOf(row)) + pointer);
        });
        connect(cell, &FieldRow::enterPressed, this, [this, row, cell](QWidget *input) { goOn(row, cell, input); });
    }
    for (QWidget *input : row->inputs())
        input->installEventFilter(this);
    numberRows();
    return row;
}

void TableEditor::addRow()
{
    const bool full = m_rows.size() >= 200; // no list of a procedure is longer; a stuck key must not fill the memory
    if (full)
        return;
    m_note->say({});
    TableRow *row = makeRow();
    row->setAnswers(m_defaults);
    row->show();
    orderTabs();
    row->cells().first()->editor()->focusTarget()->setFocus(Qt::TabFocusReason);
}

void TableEditor::removeRow(int row)
{
    if (row < 0 || row >= m_rows.size())
        return;
    TableRow *gone = m_rows.at(row);
    const QJsonObject answers = gone->answers();
    const bool empty = gone->isEmpty(m_defaults);
    const QString title = rowTitle(row);
    const bool hadCursor = gone->isAncestorOf(QApplication::focusWidget());
    if (hadCursor) {
        const int next = row + 1 < m_rows.size() ? row + 1 : row - 1;
        QWidget *target = next >= 0 ? m_rows.at(next)->cells().first()->editor()->focusTarget() : m_add;
        target->setFocus(Qt::OtherFocusReason);
    }
    m_rows.removeAt(row);
    m_column->removeWidget(gone);
    gone->hide();
    gone->deleteLater();
    numberRows();
    if (!empty)
        m_note->say(tr("%1 was removed.").arg(title), tr("Undo"), [this, row, answers] { bringBack(row, answers); });
    Q_EMIT edited();
}

void TableEditor::bringBack(int row, const QJsonObject &answers)
{
    TableRow *back = makeRow();
    m_rows.move(m_rows.size() - 1, std::min<qsizetype>(row, m_rows.size() - 1));
    m_column->removeWidget(back);
    m_column->insertWidget(int(m_rows.indexOf(back)), back);
    back->setAnswers(answers);
    back->show();
    m_note->say({});
    numberRows();
    orderTabs();
    back->cells().first()->editor()->focusTarget()->setFocus(Qt::OtherFocusReason);
    Q_EMIT edited();
}

QString TableEditor::rowTitle(int row) const
{
    return (m_form.title.isEmpty() ? tr("Line") : m_form.title) + u' ' + QString::number(row + 1);
}

void TableEditor::numberRows()
{
    for (int i = 0; i < m_rows.size(); ++i)
        m_rows.at(i)->setTitle(rowTitle(i));
}

// New widgets come last in the window's order; Tab must find the rows before the button below them.
void TableEditor::orderTabs()
{
    QWidget *last = m_add;
    for (const TableRow *row : std::as_const(m_rows)) {
        for (QWidget *input : row->inputs()) {
            if (input->focusPolicy() == Qt::NoFocus)
                continue;
            setTabOrder(last, input);
            last = input;
        }
    }
    if (last != m_add)
        setTabOrder(last, m_add);
}

// Enter: the next stop of the cell, the next cell, the next row, then the button that adds one; from there the form goes on.
void TableEditor::goOn(TableRow *row, FieldRow *cell, QWidget *input)
{
    const QList<QWidget *> stops = cell->editor()->stops();
    const qsizetype at = stops.indexOf(input);
    if (at >= 0 && at + 1 < stops.size())
        return stops[at + 1]->setFocus(Qt::TabFocusReason);
    for (qsizetype i = m_rows.indexOf(row), first = row->cells().indexOf(cell) + 1; i < m_rows.size(); ++i, first = 0) {
        for (qsizetype next = first; next < m_rows.at(i)->cells().size(); ++next) {
            FieldRow *target = m_rows.at(i)->cells().at(next);
            if (target->isEnabled())
                return target->editor()->stops().first()->setFocus(Qt::TabFocusReason);
        }
    }
    m_add->setFocus(Qt::TabFocusReason);
}

QList<int> TableEditor::answeredRows() const
{
    QList<int> answered;
    for (int i = 0; i < m_rows.size(); ++i) {
        if (!m_rows.at(i)->isEmpty(m_defaults))
            answered.append(i);
    }
    return answered;
}

QJsonValue TableEditor::value() const
{
    QJsonArray rows;
    for (const int row : answeredRows())
        rows.append(m_rows.at(row)->answers());
    return rows.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(rows);
}

void TableEditor::setValue(const QJsonValue &value)
{
    if (this->value() == value)
        return;
    const QJsonArray rows = value.toArray();
    while (m_rows.size() > rows.size()) {
        TableRow *gone = m_rows.takeLast();
        m_column->removeWidget(gone);
        gone->hide();
        gone->deleteLater();
    }
    while (m_rows.size() < rows.size())
        makeRow();
    for (int i = 0; i < m_rows.size(); ++i)
        m_rows.at(i)->setAnswers(rows.at(i).toObject());
    m_note->say({});
    orderTabs();
}

QList<QWidget *> TableEditor::inputs() const
{
    return { m_add };
}

QList<QWidget *> TableEditor::stops() const
{
    return { m_rows.isEmpty() ? static_cast<QWidget *>(m_add) : m_rows.first()->cells().first()->editor()->stops().first() };
}

QWidget *TableEditor::focusTarget(const QString &pointer) const
{
    const QList<int> answered = answeredRows();
    const std::optional<RowPlace> place = rowPlaceIn(field().pointer, pointer);
    const int row = place && place->row < answered.size() ? answered.at(place->row) : 0;
    if (row >= m_rows.size())
        return m_add;
    FieldRow *target = place ? m_rows.at(row)->cell(place->inside) : nullptr;
    if (!target)
        target = m_rows.at(row)->cells().first();
    return target->editor()->focusTarget(place ? place->inside : QString());
}

QString TableEditor::pointerOf(QWidget *) const
{
    return field().pointer;
}

void TableEditor::commit()
{
    for (const TableRow *row : std::as_const(m_rows)) {
        for (FieldRow *cell : row->cells())
            cell->editor()->commit();
    }
}

// A list that must have a row shows one at once.
void TableEditor::setTitle(const QString &title, bool required)
{
    FieldEditor::setTitle(title + u": "_s + m_add->text(), required);
    if (required && m_rows.isEmpty()) {
        makeRow()->setAnswers(m_defaults);
        orderTabs();
    }
}

void TableEditor::showInside(const QList<Finding> &findings, const QSet<QString> &required)
{
    const QList<int> answered = answeredRows();
    for (int i = 0; i < m_rows.size(); ++i) {
        const qsizetype number = answered.indexOf(i);
        const QString row = field().pointer + u'/' + QString::number(number);
        for (FieldRow *cell : m_rows.at(i)->cells()) {
            const Finding *worst = nullptr;
            for (const Finding &finding : findings) {
                const auto place = rowPlaceIn(field().pointer, finding.pointer);
                const bool here = place && place->row == number && m_rows.at(i)->cell(place->inside) == cell;
                if (here && (!worst || (!worst->blocks() && finding.blocks())))
                    worst = &finding;
            }
            if (worst) {
                // Here the eye sees which row it is; lists elsewhere need it in the sentence.
                Finding shown = *worst;
                shown.message.replace(shown.label, cell->title());
                cell->setFinding(&shown);
            } else {
                cell->setFinding(nullptr);
            }
            cell->setRequired(required.contains(row + cell->pointer()));
        }
    }
}

void TableEditor::reveal()
{
    for (const TableRow *row : std::as_const(m_rows)) {
        for (FieldRow *cell : row->cells())
            cell->reveal();
    }
}

FieldRow *TableEditor::cell(int row, const QString &column) const
{
    return row < m_rows.size() ? m_rows.at(row)->cell(column) : nullptr;
}

int TableEditor::rowOf(const QObject *input) const
{
    const auto *widget = qobject_cast<const QWidget *>(input);
    for (int i = 0; widget && i < m_rows.size(); ++i) {
        if (m_rows.at(i)->isAncestorOf(widget))
            return i;
    }
    return -1;
}

// Ctrl+Enter means the next step elsewhere; within the table it is a row.
bool TableEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return FieldEditor::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool control = key->modifiers() & Qt::ControlModifier;
    const bool adds = control && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter);
    const bool removes = control && key->key() == Qt::Key_Delete && rowOf(watched) >= 0;
    if (!adds && !removes)
        return FieldEditor::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    commit();
    if (adds)
        addRow();
    else
        removeRow(rowOf(watched));
    return true;
}

} // namespace motcua
