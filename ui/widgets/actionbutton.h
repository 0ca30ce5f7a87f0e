#pragma once

#include "ui/theme/icon.h"
#include "ui/theme/paint.h"

#include <QPushButton>

namespace motcua {

// A button with an icon, words and, where there is one, the key that does the same. Enter presses it when it has the focus.
class ActionButton : public QPushButton
{
    Q_OBJECT

public:
    explicit ActionButton(Emphasis emphasis, const QString &text, Icon icon = Icon::None, QWidget *parent = nullptr);

    void setEmphasis(Emphasis emphasis);
    void setIconKind(Icon icon);
    // Shown as a key cap ("F2") and said to screen readers; does not bind the key.
    void setKeyHint(const QString &keys);
    // Turns a small circle and refuses presses until set back.
    void setBusy(bool busy);
    bool isBusy() const { return m_timer != 0; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    Emphasis m_emphasis;
    Icon m_icon;
    QString m_keys;
    int m_timer = 0;
    int m_turn = 0;
};

class PrimaryButton : public ActionButton
{
    Q_OBJECT

public:
    explicit PrimaryButton(const QString &text, Icon icon = Icon::None, QWidget *parent = nullptr);
};

class SecondaryButton : public ActionButton
{
    Q_OBJECT

public:
    explicit SecondaryButton(const QString &text, Icon icon = Icon::None, QWidget *parent = nullptr);
};

class QuietButton : public ActionButton
{
    Q_OBJECT

public:
    explicit QuietButton(const QString &text, Icon icon = Icon::None, QWidget *parent = nullptr);
};

class DangerButton : public ActionButton
{
    Q_OBJECT

public:
    explicit DangerButton(const QString &text, Icon icon = Icon::None, QWidget *parent = nullptr);
};

} // namespace motcua
