#include "ui/form/multilineeditor.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace motcua {

MultilineEditor::MultilineEditor(const FieldInfo &field, QWidget *parent)
    : FieldEditor(field, parent)
    , m_text(new QPlainTextEdit(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    m_text->setTabChangesFocus(true);
    m_text->setPlaceholderText(tr("Shift+Enter starts a new line"));
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * 3 + 24);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_loading)
            Q_EMIT edited();
    });
}

QJsonValue MultilineEditor::value() const
{
    const QString text = m_text->toPlainText();
    return text.trimmed().isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text);
}

void MultilineEditor::setValue(const QJsonValue &value)
{
    if (this->value() == value)
        return;
    m_loading = true;
    m_text->setPlainText(value.toString());
    m_loading = false;
}

QList<QWidget *> MultilineEditor::inputs() const
{
    return { m_text };
}

} // namespace motcua
