#include "ui/form/lineeditor.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

// Pasting goes through the format, so that noise around a number does no harm.
class LineEditor::Line final : public QLineEdit
{
public:
    Line(const LineFormat &format, QWidget *parent)
        : QLineEdit(parent)
        , m_format(format)
    {
    }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->matches(QKeySequence::Paste) && !isReadOnly()) {
            insert(m_format.pasted(QApplication::clipboard()->text()));
            return;
        }
        QLineEdit::keyPressEvent(event);
    }

    void focusOutEvent(QFocusEvent *event) override
    {
        QLineEdit::focusOutEvent(event);
        deselect();
    }

private:
    const LineFormat &m_format;
};

LineEditor::LineEditor(const FieldInfo &field, QWidget *parent)
    : FieldEditor(field, parent)
    , m_format(lineFormatFor(field))
    , m_line(new Line(*m_format, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_line);
    m_line->setPlaceholderText(m_format->placeholder());
    if (field.maxLength > 0 && !m_format->digitsOnly())
        m_line->setMaxLength(field.maxLength);
    if (m_format->digitsOnly())
        m_line->setInputMethodHints(Qt::ImhPreferNumbers | Qt::ImhNoPredictiveText);
    if (const int characters = m_format->widthInCharacters(); characters > 0) {
        m_line->setMaximumWidth(m_line->fontMetrics().horizontalAdvance(u'0') * characters + 40);
        layout->addStretch(0);
        layout->setAlignment(Qt::AlignLeft);
    }
    connect(m_line, &QLineEdit::textEdited, this, [this] {
        tidy();
        Q_EMIT edited();
    });
}

LineEditor::~LineEditor() = default;

QJsonValue LineEditor::value() const
{
    return m_format->stored(m_line->text());
}

void LineEditor::setValue(const QJsonValue &value)
{
    // The cursor must not jump when the same answer comes back while somebody types.
    if (this->value() != value)
        m_line->setText(m_format->shown(value));
}

QList<QWidget *> LineEditor::inputs() const
{
    return { m_line };
}

void LineEditor::commit()
{
    const QString settled = m_format->shown(value());
    if (settled != m_line->text())
        m_line->setText(settled);
}

QString LineEditor::noteFor(const QJsonValue &value) const
{
    return m_format->noteFor(value);
}

void LineEditor::typed(const QString &text)
{
    m_line->setText(text);
    Q_EMIT edited();
}

// Keeps the cursor behind the same character when grouping moves spaces around.
void LineEditor::tidy()
{
    const QString before = m_line->text();
    const QString after = m_format->whileTyping(before);
    if (after == before)
        return;
    const auto carries = [](QChar c) { return c.isLetterOrNumber(); };
    qsizetype ahead = std::count_if(before.cbegin(), before.cbegin() + m_line->cursorPosition(), carries);
    qsizetype cursor = 0;
    for (; cursor < after.size() && ahead > 0; ++cursor)
        ahead -= carries(after[cursor]) ? 1 : 0;
    m_line->setText(after);
    m_line->setCursorPosition(int(cursor));
}

} // namespace motcua
