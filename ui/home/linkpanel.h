#pragma once

#include "ui/shell/uiservices.h"
#include "ui/widgets/card.h"

namespace motcua {

class Banner;
class SecondaryButton;
class StateBadge;
class TextLabel;

// The way to the portal: what is known, since when, what the last failure was, and a button to try now.
class LinkPanel : public Card
{
    Q_OBJECT

public:
    explicit LinkPanel(const UiServices &services, QWidget *parent = nullptr);

    void setOldestUnsent(const QDateTime &time);

private:
    void refresh();

    UiServices m_services;
    StateBadge *m_badge;
    TextLabel *m_sentence;
    TextLabel *m_progress;
    TextLabel *m_last;
    TextLabel *m_next;
    TextLabel *m_oldest;
    Banner *m_error;
    SecondaryButton *m_send;
};

} // namespace motcua
