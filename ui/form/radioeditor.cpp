#include "ui/form/radioeditor.h"

#include "core/base/text.h"
#include "ui/form/choicebutton.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// Short choices stand in one line, long ones below one another.
bool fitsOneLine(const QList<Choice> &choices)
{
    qsizetype characters = 0;
    for (const Choice &choice : choices)
        characters += choice.title.size() + 6;
    return characters <= 60;
}

} // namespace

RadioEditor::RadioEditor(const FieldInfo &field, QWidget *parent)
    : FieldEditor(field, parent)
    , m_group(new QButtonGroup(this))
{
    const bool oneLine = fitsOneLine(field.choices);
    auto *layout = new QBoxLayout(oneLine ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom, this);
    layout->setContentsMargins(0, 2, 0, 2);
    layout->setSpacing(oneLine ? 16 : 2);
    for (int i = 0; i < field.choices.size(); ++i) {
        auto *button = new ChoiceButton(field.choices[i].title, i + 1, this);
        button->installEventFilter(this);
        m_group->addButton(button, i);
        layout->addWidget(button);
    }
    if (oneLine)
        layout->addStretch(1);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int, bool checked) {
        if (checked)
            Q_EMIT edited();
    });
}

QJsonValue RadioEditor::value() const
{
    const int index = m_group->checkedId();
    return index < 0 ? QJsonValue(QJsonValue::Undefined) : field().choices[index].value;
}

void RadioEditor::setValue(const QJsonValue &value)
{
    const QSignalBlocker quiet(m_group);
    const auto wanted = std::find_if(field().choices.cbegin(), field().choices.cend(),
                                     [&](const Choice &choice) { return choice.value == value; });
    if (wanted != field().choices.cend()) {
        m_group->button(int(wanted - field().choices.cbegin()))->setChecked(true);
    } else if (QAbstractButton *checked = m_group->checkedButton()) {
        m_group->setExclusive(false);
        checked->setChecked(false);
        m_group->setExclusive(true);
    }
}

QList<QWidget *> RadioEditor::inputs() const
{
    const QList<QAbstractButton *> buttons = m_group->buttons();
    return { buttons.cbegin(), buttons.cend() };
}

QList<QWidget *> RadioEditor::stops() const
{
    return { focusTarget() };
}

QWidget *RadioEditor::focusTarget(const QString &) const
{
    QAbstractButton *checked = m_group->checkedButton();
    return checked ? checked : m_group->button(0);
}

void RadioEditor::setTitle(const QString &title, bool required)
{
    const QList<QAbstractButton *> buttons = m_group->buttons();
    for (QAbstractButton *button : buttons) {
        const QString name = u"%1: %2"_s.arg(title, field().choices[m_group->id(button)].title);
        button->setAccessibleName(required ? tr("%1, required").arg(name) : name);
    }
}

void RadioEditor::choose(int index)
{
    QAbstractButton *button = m_group->button(index);
    if (!button || !button->isEnabled())
        return;
    button->setChecked(true);
    button->setFocus(Qt::TabFocusReason);
}

bool RadioEditor::eventFilter(QObject *watched, QEvent *event)
{
    auto *button = qobject_cast<QAbstractButton *>(watched);
    if (button && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)) {
        const QList<QAbstractButton *> buttons = m_group->buttons();
        for (QAbstractButton *each : buttons)
            static_cast<ChoiceButton *>(each)->setKeyShown(event->type() == QEvent::FocusIn);
    }
    if (!button || event->type() != QEvent::KeyPress)
        return FieldEditor::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier))
        return FieldEditor::eventFilter(watched, event);
    const int count = int(m_group->buttons().size());
    const int current = m_group->id(button);
    const bool chosen = m_group->checkedId() >= 0;
    switch (key->key()) {
    case Qt::Key_Down:
    case Qt::Key_Right:
        choose(chosen ? (current + 1) % count : current);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Left:
        choose(chosen ? (current + count - 1) % count : current);
        return true;
    default:
        break;
    }
    if (key->key() >= Qt::Key_1 && key->key() <= Qt::Key_9) {
        choose(key->key() - Qt::Key_1);
        return true;
    }
    if (!key->text().isEmpty() && key->text().front().isLetter()) {
        for (int step = 1; step <= count; ++step) {
            const int index = (current + step) % count;
            if (folded(field().choices[index].title).startsWith(folded(key->text()))) {
                choose(index);
                return true;
            }
        }
    }
    return FieldEditor::eventFilter(watched, event);
}

} // namespace motcua
