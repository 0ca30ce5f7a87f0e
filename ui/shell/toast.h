#pragma once

#include "ui/theme/tone.h"

#include <QTimer>
#include <QWidget>

namespace motcua {

// One quiet line at the foot of the window that goes away by itself. Never takes the focus.
class Toast : public QWidget
{
    Q_OBJECT

public:
    explicit Toast(QWidget *parent);

    void say(Tone tone, const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    Tone m_tone = Tone::Good;
    QString m_text;
    QTimer m_timer;
};

} // namespace motcua
