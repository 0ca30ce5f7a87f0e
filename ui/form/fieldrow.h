#pragma once

#include "ui/form/fieldeditor.h"

#include <QWidget>

class QHBoxLayout;

namespace motcua {

class TextLabel;
struct Finding;

// A field as the officer sees it: label, editor, quiet note, problem. Says a problem only after the field was left once, and
// takes it away at once when it is mended.
class FieldRow final : public QWidget
{
    Q_OBJECT

public:
    FieldRow(FieldEditor *editor, const QString &title, const QString &elementId, QWidget *parent = nullptr);

    FieldEditor *editor() const { return m_editor; }
    QString pointer() const { return m_editor->field().pointer; }
    QString elementId() const { return m_elementId; }
    QString title() const { return m_title; }

    void setRequired(bool required);
    bool isRequired() const { return m_required; }
    void setFinding(const Finding *finding); // nullptr = nothing to say
    void reveal();                           // show what is missing even though nobody was here
    void showNote();
    QString shownProblem() const;   // empty when none is shown
    int headHeight() const;         // title and help at this width; 0 when the editor shows the title itself
    void setHeadHeight(int height); // at least: as high as those of its neighbours

Q_SIGNALS:
    void entered(const QString &pointer); // the cursor came to this input
    void left();
    void enterPressed(QWidget *input);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHead();
    void wrapTitle();
    void refresh();

    FieldEditor *m_editor;
    QString m_title;
    QString m_elementId;
    QWidget *m_head = nullptr;
    QHBoxLayout *m_titleLine = nullptr;
    TextLabel *m_titleLabel = nullptr;
    TextLabel *m_requiredWord = nullptr;
    TextLabel *m_note;
    TextLabel *m_problem;
    QString m_message;
    ProblemTone m_tone = ProblemTone::None;
    bool m_required = false;
    bool m_wasLeft = false;
    bool m_revealed = false;
};

} // namespace motcua
