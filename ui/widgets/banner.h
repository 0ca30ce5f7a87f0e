#pragma once

#include "ui/theme/icon.h"
#include "ui/theme/tone.h"

#include <QFrame>

class QVBoxLayout;

namespace motcua {

struct Error;
class ActionButton;
class IconButton;
class TextLabel;

// A message inside the page: says what happened, what is safe and what to do next. Hidden until it has something to say.
class Banner : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    void showMessage(Tone tone, const QString &title, const QString &text = {});
    void showError(const Error &error);                           // from the book of errors, with its MC code
    void setAction(const QString &words, Icon icon = Icon::None); // one button; empty = none
    void setClosable(bool closable);
    void clear();

Q_SIGNALS:
    void actionPressed();
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone = Tone::Info;
    Icon m_icon = Icon::Info;
    TextLabel *m_title;
    TextLabel *m_text;
    TextLabel *m_code;
    ActionButton *m_action;
    IconButton *m_close;
};

Icon iconOf(Tone tone);

} // namespace motcua
