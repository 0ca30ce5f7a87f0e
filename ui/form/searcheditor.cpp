#include "ui/form/searcheditor.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

SearchEditor::SearchEditor(const FieldInfo &field, const QList<SearchItem> &items, QWidget *parent)
    : FieldEditor(field, parent)
    , m_box(new SearchBox(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_box);
    m_box->setItems(items);
    m_box->setMaximumWidth(420);
    layout->setAlignment(Qt::AlignLeft);
    connect(m_box, &SearchBox::chosen, this, &FieldEditor::edited);
}

} // namespace motcua
