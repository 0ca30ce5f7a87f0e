#pragma once

#include "ui/theme/icon.h"
#include "ui/theme/tone.h"

#include <QAbstractButton>
#include <QList>
#include <QString>
#include <QWidget>

class QBoxLayout;

namespace motcua {

class TextLabel;

// What the list says of one step.
struct StepWords
{
    QString title;
    QString state; // "2 missing", "done"; empty for a step nobody has seen
    Tone tone = Tone::Neutral;
    Icon icon = Icon::None; // in place of the number
    bool visible = true;
};

// The steps of one dossier, at the side or, where there is little room, as a row of numbers above the page.
class StepList final : public QWidget
{
    Q_OBJECT

public:
    explicit StepList(QWidget *parent = nullptr);

    void setSteps(const QList<StepWords> &steps, int current);
    void setCompact(bool compact);

Q_SIGNALS:
    void stepChosen(int step);

private:
    class Button;
    void refresh();

    QBoxLayout *m_layout;
    QList<Button *> m_buttons;
    TextLabel *m_caption; // only in the compact form: the step in words
    QList<StepWords> m_steps;
    int m_current = -1;
    bool m_compact = false;
};

} // namespace motcua
