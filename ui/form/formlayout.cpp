// FormView: the widgets, made of the JSON Forms layout.
#include "core/procedure/compiledpack.h"
#include "core/procedure/packschema.h"
#include "ui/form/editorfactory.h"
#include "ui/form/fieldeditor.h"
#include "ui/form/fieldline.h"
#include "ui/form/fieldrow.h"
#include "ui/form/formoffers.h"
#include "ui/form/formview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/sectiontitle.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace motcua {

namespace {

constexpr int narrowestField = 230;
constexpr int columnWidth = 880; // lines longer than this are tiring to follow

} // namespace

void FormView::makeSteps()
{
    const LayoutElement &root = m_pack->layout;
    const bool hasSteps = root.kind == LayoutElement::Kind::Categorization;
    for (const LayoutElement &element : hasSteps ? root.children : QList<LayoutElement> { root }) {
        m_steps.append({ .title = element.label.isEmpty() ? m_pack->shortName : element.label });
        auto *area = new QScrollArea(m_stack);
        area->setWidgetResizable(true);
        area->setFrameShape(QFrame::NoFrame);
        area->setFocusPolicy(Qt::NoFocus);
        area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_built.append({ area });
        m_stack->addWidget(area);
    }
}

QVBoxLayout *FormView::makeColumn(QScrollArea *area)
{
    const Theme &theme = themeOf(this);
    auto *page = new QWidget;
    auto *centred = new QHBoxLayout(page);
    centred->setContentsMargins(0, 0, theme.px(12), theme.px(24));
    auto *sheet = new QWidget(page);
    sheet->setMaximumWidth(theme.px(columnWidth));
    centred->addWidget(sheet, 1);
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(14));
    area->setWidget(page);
    return column;
}

// A step is built when it is first looked at: building all of them would be most of what opening a long form costs.
void FormView::buildStep(int step)
{
    if (step < 0 || m_built[step].column)
        return;
    const Theme &theme = themeOf(this);
    const LayoutElement &root = m_pack->layout;
    const LayoutElement &element = root.kind == LayoutElement::Kind::Categorization ? root.children[step] : root;
    QVBoxLayout *column = makeColumn(m_built[step].area);
    m_built[step].column = column;
    m_building = m_places.firstOf(step);
    const qsizetype first = m_building;
    // Fields outside a group share a sheet too, so that everything to be filled in stands on paper.
    Card *sheetOfLooseFields = nullptr;
    qsizetype firstRow = 0;
    const auto closeSheet = [&] {
        if (sheetOfLooseFields)
            m_parts.append({ sheetOfLooseFields, {}, firstRow, m_building - firstRow });
        sheetOfLooseFields = nullptr;
    };
    for (const LayoutElement &child : element.children) {
        if (child.kind == LayoutElement::Kind::Group) {
            closeSheet();
            buildElement(child, column);
            continue;
        }
        if (!sheetOfLooseFields) {
            sheetOfLooseFields = new Card(column->parentWidget());
            sheetOfLooseFields->body()->setSpacing(theme.px(14));
            column->addWidget(sheetOfLooseFields);
            firstRow = m_building;
        }
        buildElement(child, sheetOfLooseFields->body());
    }
    closeSheet();
    column->addStretch(1);
    for (qsizetype place = first; place < m_building; ++place)
        fill(m_rows[place]);
    applyVisibility();
    applyFindings();
    m_offers->refresh();
    if (m_built[step].revealed)
        reveal(step);
}

void FormView::fill(FieldRow *row)
{
    row->editor()->setValue(valueAt(m_answers, row->pointer()));
    row->showNote();
}

void FormView::buildElement(const LayoutElement &element, QVBoxLayout *column)
{
    using Kind = LayoutElement::Kind;
    const Theme &theme = themeOf(this);
    const qsizetype firstRow = m_building;
    QWidget *widget = nullptr;
    switch (element.kind) {
    case Kind::Control:
        widget = buildControl(element, nullptr);
        break;
    case Kind::Label:
        widget = new TextLabel(element.label, TextRole::Body, TextLabel::Ink::Muted);
        break;
    case Kind::Horizontal: {
        widget = new FieldLine;
        // Beside one another while there is room, below one another at 200 %.
        auto *row = new FlowLayout(widget);
        row->setSpacing(theme.px(20));
        row->setItemWidth(theme.px(narrowestField));
        for (const LayoutElement &child : element.children) {
            if (QWidget *control = buildControl(child, widget)) {
                row->addWidget(control);
                continue;
            }
            auto *holder = new QWidget(widget);
            auto *inner = new QVBoxLayout(holder);
            inner->setContentsMargins(0, 0, 0, 0);
            buildElement(child, inner);
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
            buildElement(child, card->body());
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
            buildElement(child, inner);
        break;
    }
    }
    if (!widget)
        return;
    column->addWidget(widget);
    if (element.kind != Kind::Control)
        m_parts.append({ widget, element.id, firstRow, m_building - firstRow });
}

QWidget *FormView::buildControl(const LayoutElement &element, QWidget *parent)
{
    if (!element.field)
        return nullptr;
    FieldEditor *editor = makeFieldEditor(*element.field, schemaAt(m_pack->compiled->schema(), element.field->pointer),
                                          element.options, m_context, parent);
    auto *row = new FieldRow(editor, element.label.isEmpty() ? element.field->title : element.label, element.id, parent);
    m_rows[m_building] = row;
    m_parts.append({ row, element.id, m_building++, 1 });
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

} // namespace motcua
