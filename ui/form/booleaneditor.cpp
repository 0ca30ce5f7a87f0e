#include "ui/form/booleaneditor.h"

#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace motcua {

BooleanEditor::BooleanEditor(const FieldInfo &field, QWidget *parent)
    : FieldEditor(field, parent)
    , m_box(new QCheckBox(this))
    , m_sentence(new TextLabel(field.title, TextRole::Body, TextLabel::Ink::Normal, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 4);
    layout->setSpacing(10);
    layout->addWidget(m_box, 0, Qt::AlignTop);
    layout->addWidget(m_sentence, 1);
    m_sentence->setBuddy(m_box);
    m_sentence->installEventFilter(this);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    connect(m_box, &QCheckBox::toggled, this, [this] { Q_EMIT edited(); });
}

QJsonValue BooleanEditor::value() const
{
    if (m_box->isChecked())
        return true;
    return field().confirmation ? QJsonValue(QJsonValue::Undefined) : QJsonValue(false);
}

void BooleanEditor::setValue(const QJsonValue &value)
{
    const QSignalBlocker quiet(m_box);
    m_box->setChecked(value.toBool());
}

QList<QWidget *> BooleanEditor::inputs() const
{
    return { m_box };
}

void BooleanEditor::setTitle(const QString &title, bool required)
{
    FieldEditor::setTitle(title, required);
    m_sentence->setText(required ? tr("%1 (required)").arg(title) : title);
}

bool BooleanEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_sentence && event->type() == QEvent::MouseButtonRelease && m_box->isEnabled()) {
        m_box->setFocus(Qt::MouseFocusReason);
        m_box->toggle();
        return true;
    }
    return FieldEditor::eventFilter(watched, event);
}

} // namespace motcua
