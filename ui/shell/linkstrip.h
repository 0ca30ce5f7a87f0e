#pragma once

#include "ui/shell/uiservices.h"

#include <QWidget>

namespace motcua {

class ActionButton;
class TextLabel;

// One line under the header, on every page, while somebody has to do something about the link: sign in to the Wi-Fi, set the clock,
// call IT staff. Hidden otherwise.
class LinkStrip : public QWidget
{
    Q_OBJECT

public:
    explicit LinkStrip(const UiServices &services, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    UiServices m_services;
    TextLabel *m_title;
    TextLabel *m_text;
    ActionButton *m_again;
    int m_tone = 0;
};

} // namespace motcua
