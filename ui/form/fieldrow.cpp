#include "ui/form/fieldrow.h"

#include "core/procedure/formstate.h"
#include "ui/theme/theme.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int longTitle = 56; // such titles wrap

ProblemTone toneOf(const Finding &finding)
{
    switch (finding.severity) {
    case Finding::Severity::Missing:
        return ProblemTone::Missing;
    case Finding::Severity::Error:
        return ProblemTone::Error;
    case Finding::Severity::Doubt:
        break;
    }
    return ProblemTone::Doubt;
}

} // namespace

FieldRow::FieldRow(FieldEditor *editor, const QString &title, const QString &elementId, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_title(title)
    , m_elementId(elementId)
    , m_note(new TextLabel({}, TextRole::Small, TextLabel::Ink::Muted, this))
    , m_problem(new TextLabel({}, TextRole::Small, TextLabel::Ink::Error, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(themeOf(this).px(3));
    editor->setParent(this);
    if (editor->showsTitle()) {
        m_note->setText(editor->field().help);
    } else {
        layout->addLayout(makeHead());
        if (!editor->field().help.isEmpty())
            layout->addWidget(new TextLabel(editor->field().help, TextRole::Small, TextLabel::Ink::Muted, this));
    }
    layout->addWidget(editor);
    layout->addWidget(m_note);
    layout->addWidget(m_problem);
    layout->addStretch(1); // neighbours in a row may be taller
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    m_note->setVisible(editor->showsTitle() && !m_note->text().isEmpty());
    m_problem->hide();
    m_editor->setTitle(title, false);
    connect(editor, &FieldEditor::entered, this, &FieldRow::entered);
    const QList<QWidget *> inputs = editor->inputs();
    for (QWidget *input : inputs)
        input->installEventFilter(this);
}

// The word stands right behind the title, where the eye is.
QLayout *FieldRow::makeHead()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(themeOf(this).px(10));
    auto *title = new TextLabel(m_title, TextRole::Strong, TextLabel::Ink::Normal, this);
    title->setBuddy(m_editor->focusTarget());
    const bool isLong = m_title.size() > longTitle;
    title->setWordWrap(isLong);
    m_requiredWord = new TextLabel(tr("required"), TextRole::Small, TextLabel::Ink::Primary, this);
    m_requiredWord->setWordWrap(false);
    m_requiredWord->hide();
    head->addWidget(title, isLong ? 1 : 0);
    head->addWidget(m_requiredWord, 0, isLong ? Qt::AlignTop : Qt::AlignVCenter);
    if (!isLong)
        head->addStretch(1);
    return head;
}

void FieldRow::setRequired(bool required)
{
    if (required == m_required)
        return;
    m_required = required;
    if (m_requiredWord)
        m_requiredWord->setVisible(required);
    m_editor->setTitle(m_title, required);
}

void FieldRow::setFinding(const Finding *finding)
{
    m_tone = finding ? toneOf(*finding) : ProblemTone::None;
    m_message = finding ? finding->message : QString();
    if (finding && finding->severity == Finding::Severity::Doubt && !finding->source.text.isEmpty())
        m_message += u" (%1)"_s.arg(finding->source.text);
    refresh();
}

void FieldRow::reveal()
{
    m_revealed = true;
    m_wasLeft = true;
    m_editor->reveal();
    refresh();
}

void FieldRow::showNote()
{
    if (m_editor->showsTitle())
        return;
    const QString note = m_editor->noteFor(m_editor->value());
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

QString FieldRow::shownProblem() const
{
    return m_problem->isHidden() ? QString() : m_problem->text();
}

void FieldRow::refresh()
{
    const bool missing = m_tone == ProblemTone::Missing;
    const bool shown = m_tone != ProblemTone::None && (missing ? m_revealed : m_wasLeft);
    if (shown) {
        m_problem->setText(m_message);
        m_problem->setTone(m_tone == ProblemTone::Error ? Tone::Error : Tone::Waiting);
    }
    m_problem->setVisible(shown);
    m_editor->setProblem(shown ? m_message : QString(), shown ? m_tone : ProblemTone::None);
}

bool FieldRow::eventFilter(QObject *watched, QEvent *event)
{
    auto *input = qobject_cast<QWidget *>(watched);
    switch (event->type()) {
    case QEvent::FocusIn:
        Q_EMIT entered(m_editor->pointerOf(input));
        break;
    case QEvent::FocusOut: {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        const QWidget *now = QApplication::focusWidget();
        if (reason == Qt::PopupFocusReason || reason == Qt::ActiveWindowFocusReason || (now && isAncestorOf(now)))
            break;
        m_editor->commit();
        if (!m_wasLeft && !m_editor->value().isUndefined())
            m_wasLeft = true;
        refresh();
        Q_EMIT left();
        break;
    }
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && !(key->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier | Qt::AltModifier))) {
            m_editor->commit();
            Q_EMIT enterPressed(input);
            return true;
        }
        break;
    }
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace motcua
