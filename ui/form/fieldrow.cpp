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

constexpr int titleGap = 10;

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
        m_head = makeHead();
        layout->addWidget(m_head);
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
QWidget *FieldRow::makeHead()
{
    auto *head = new QWidget(this);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(themeOf(this).px(3));
    m_titleLine = new QHBoxLayout;
    m_titleLine->setSpacing(themeOf(this).px(titleGap));
    m_titleLabel = new TextLabel(m_title, TextRole::Strong, TextLabel::Ink::Normal, head);
    m_titleLabel->setBuddy(m_editor->focusTarget());
    m_titleLabel->setMinimumWidth(1);
    m_requiredWord = new TextLabel(tr("required"), TextRole::Small, TextLabel::Ink::Primary, head);
    m_requiredWord->setWordWrap(false);
    m_requiredWord->hide();
    m_titleLine->addWidget(m_titleLabel);
    m_titleLine->addWidget(m_requiredWord);
    m_titleLine->addStretch(1);
    column->addLayout(m_titleLine);
    if (!m_editor->field().help.isEmpty())
        column->addWidget(new TextLabel(m_editor->field().help, TextRole::Small, TextLabel::Ink::Muted, head));
    column->addStretch(1);            // neighbours may explain more
    m_titleLabel->setWordWrap(false); // until the width is known
    return head;
}

// One line where it fits; else the title takes the room beside the word and as many lines as it needs.
void FieldRow::wrapTitle()
{
    if (!m_titleLabel)
        return;
    const int needed = m_titleLabel->fontMetrics().horizontalAdvance(m_title) + m_requiredWord->sizeHint().width()
                       + themeOf(this).px(titleGap) + 2;
    const bool wraps = needed > width();
    if (wraps == m_titleLabel->wordWrap())
        return;
    m_titleLabel->setWordWrap(wraps);
    m_titleLine->setStretch(0, wraps ? 1 : 0);
    m_titleLine->setStretch(2, wraps ? 0 : 1);
    m_titleLine->setAlignment(m_requiredWord, wraps ? Qt::AlignTop : Qt::AlignVCenter);
}

void FieldRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    wrapTitle();
}

int FieldRow::headHeight() const
{
    if (!m_head)
        return 0;
    const int forWidth = m_head->layout()->heightForWidth(width());
    return forWidth > 0 ? forWidth : m_head->layout()->sizeHint().height();
}

void FieldRow::setHeadHeight(int height)
{
    if (m_head && m_head->minimumHeight() != height)
        m_head->setMinimumHeight(height);
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
