#pragma once

#include "ui/theme/icon.h"

#include <QWidget>

namespace motcua {

class ActionButton;
class TextLabel;

// What a list shows when there is nothing in it: why, and what can be done.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(Icon icon, const QString &title, const QString &text = {}, QWidget *parent = nullptr);

    void setWords(Icon icon, const QString &title, const QString &text = {});
    void setAction(const QString &words, Icon icon = Icon::None);

Q_SIGNALS:
    void actionPressed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Icon m_icon;
    TextLabel *m_title;
    TextLabel *m_text;
    ActionButton *m_action;
};

} // namespace motcua
