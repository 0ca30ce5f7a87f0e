#include "ui/form/tablerow.h"

#include "core/procedure/formstate.h"
#include "core/procedure/packschema.h"
#include "ui/form/editorfactory.h"
#include "ui/form/fieldeditor.h"
#include "ui/form/fieldline.h"
#include "ui/form/fieldrow.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int narrowestCell = 170;

bool saysNothing(const QJsonValue &value)
{
    return value.isUndefined() || value == QJsonValue(false);
}

} // namespace

TableRow::TableRow(const RowForm &form, const FormContext &context, QWidget *parent)
    : QFrame(parent)
    , m_title(new TextLabel({}, TextRole::Strong, TextLabel::Ink::Primary, this))
    , m_remove(new IconButton(Icon::Close, tr("Remove this line (Ctrl+Delete)"), this))
{
    const Theme &theme = themeOf(this);
    setObjectName(u"tableRow"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(10));
    column->setSpacing(theme.px(8));
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1, Qt::AlignVCenter);
    head->addWidget(m_remove);
    column->addLayout(head);
    m_remove->setFocusPolicy(Qt::ClickFocus); // Tab walks through the cells
    build(form.layout, column, form, context);
}

void TableRow::build(const LayoutElement &element, QBoxLayout *column, const RowForm &form, const FormContext &context)
{
    if (element.field) {
        column->addWidget(makeCell(element, form, context));
        return;
    }
    if (element.kind != LayoutElement::Kind::Horizontal) {
        for (const LayoutElement &child : element.children)
            build(child, column, form, context);
        return;
    }
    const Theme &theme = themeOf(this);
    auto *holder = new FieldLine(this);
    auto *flow = new FlowLayout(holder);
    flow->setSpacing(theme.px(14));
    flow->setItemWidth(theme.px(narrowestCell));
    for (const LayoutElement &child : element.children) {
        if (child.field) {
            flow->addWidget(makeCell(child, form, context));
            continue;
        }
        auto *inner = new QWidget(holder);
        auto *innerColumn = new QVBoxLayout(inner);
        innerColumn->setContentsMargins(0, 0, 0, 0);
        build(child, innerColumn, form, context);
        flow->addWidget(inner);
    }
    column->addWidget(holder);
}

FieldRow *TableRow::makeCell(const LayoutElement &element, const RowForm &form, const FormContext &context)
{
    const QJsonObject schema = schemaAt(form.schema, element.field->pointer);
    FieldEditor *editor = makeFieldEditor(*element.field, schema, element.options, context, this);
    auto *cell = new FieldRow(editor, element.label, element.id, this);
    cell->setEnabled(!schema.value("readOnly"_L1).toBool());
    m_cells.append(cell);
    connect(editor, &FieldEditor::edited, this, [this, cell] {
        cell->showNote();
        Q_EMIT edited();
    });
    return cell;
}

QJsonObject TableRow::answers() const
{
    QJsonObject answers;
    for (const FieldRow *cell : m_cells)
        setValueAt(answers, cell->pointer(), cell->editor()->value());
    return answers;
}

void TableRow::setAnswers(const QJsonObject &answers)
{
    for (FieldRow *cell : std::as_const(m_cells)) {
        cell->editor()->setValue(valueAt(answers, cell->pointer()));
        cell->showNote();
    }
}

bool TableRow::isEmpty(const QJsonObject &defaults) const
{
    return std::all_of(m_cells.cbegin(), m_cells.cend(), [&](const FieldRow *cell) {
        const QJsonValue value = cell->editor()->value();
        return saysNothing(value) || value == valueAt(defaults, cell->pointer());
    });
}

FieldRow *TableRow::cell(const QString &column) const
{
    const auto found = std::find_if(m_cells.cbegin(), m_cells.cend(), [&](const FieldRow *cell) {
        return column == cell->pointer() || column.startsWith(cell->pointer() + u'/');
    });
    return found == m_cells.cend() ? nullptr : *found;
}

QList<QWidget *> TableRow::inputs() const
{
    QList<QWidget *> all;
    for (const FieldRow *cell : m_cells)
        all += cell->editor()->inputs();
    return all;
}

void TableRow::setTitle(const QString &title)
{
    m_title->setText(title);
    m_remove->setAccessibleName(tr("Remove %1").arg(title));
}

void TableRow::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    paintBox(painter, rect(), theme.colors().surface, theme.colors().line, theme.border(), theme.px(8));
}

} // namespace motcua
