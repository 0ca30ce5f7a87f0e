#include "ui/form/fieldeditor.h"

#include <QStyle>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QString wordFor(ProblemTone tone)
{
    switch (tone) {
    case ProblemTone::Missing:
        return u"missing"_s;
    case ProblemTone::Error:
        return u"error"_s;
    case ProblemTone::Doubt:
        return u"doubt"_s;
    case ProblemTone::None:
        break;
    }
    return {};
}

} // namespace

void setStyleProperty(QWidget *widget, const char *name, const QVariant &value)
{
    if (widget->property(name) == value)
        return;
    widget->setProperty(name, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

FieldEditor::FieldEditor(FieldInfo field, QWidget *parent)
    : QWidget(parent)
    , m_field(std::move(field))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QList<QWidget *> FieldEditor::stops() const
{
    return inputs();
}

QWidget *FieldEditor::focusTarget(const QString &) const
{
    return inputs().value(0);
}

QString FieldEditor::pointerOf(QWidget *) const
{
    return m_field.pointer;
}

void FieldEditor::setProblem(const QString &text, ProblemTone tone)
{
    for (QWidget *input : inputs()) {
        setStyleProperty(input, "problem", wordFor(tone));
        input->setAccessibleDescription(text.isEmpty() ? m_field.help : text);
    }
}

void FieldEditor::setTitle(const QString &title, bool required)
{
    const QString name = required ? tr("%1, required").arg(title) : title;
    for (QWidget *input : inputs())
        input->setAccessibleName(name);
}

} // namespace motcua
