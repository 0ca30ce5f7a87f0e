#include "ui/form/integereditor.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// A wheel turned over a form must scroll it, never change an answer.
class CalmSpinBox final : public QSpinBox
{
public:
    using QSpinBox::QSpinBox;

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

} // namespace

IntegerEditor::IntegerEditor(const FieldInfo &field, int minimum, int maximum, QWidget *parent)
    : FieldEditor(field, parent)
    , m_spin(new CalmSpinBox(this))
    , m_none(minimum - 1)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_spin);
    layout->addStretch(1);
    m_spin->setRange(m_none, maximum);
    m_spin->setSpecialValueText(u" "_s);
    m_spin->setValue(m_none);
    m_spin->setMinimumWidth(120);
    m_spin->setFocusPolicy(Qt::StrongFocus);
    m_spin->setKeyboardTracking(true);
    connect(m_spin, &QSpinBox::valueChanged, this, [this] { Q_EMIT edited(); });
}

QJsonValue IntegerEditor::value() const
{
    return m_spin->value() == m_none ? QJsonValue(QJsonValue::Undefined) : QJsonValue(m_spin->value());
}

void IntegerEditor::setValue(const QJsonValue &value)
{
    const QSignalBlocker quiet(m_spin);
    m_spin->setValue(value.isDouble() ? value.toInt() : m_none);
}

QList<QWidget *> IntegerEditor::inputs() const
{
    return { m_spin };
}

} // namespace motcua
