#pragma once

#include "ui/shell/uiservices.h"
#include "ui/widgets/card.h"

class QLineEdit;

namespace motcua {

class ActionButton;
class Banner;
class TextLabel;

// The PIN of whoever is signed in: set, replaced or taken away, each with the passphrase.
class PinCard : public Card
{
    Q_OBJECT

public:
    explicit PinCard(const UiServices &services, QWidget *parent = nullptr);

private:
    void showState();
    void set(bool away);

    UiServices m_services;
    TextLabel *m_state;
    QLineEdit *m_passphrase;
    QLineEdit *m_pin;
    QLineEdit *m_again;
    ActionButton *m_set;
    ActionButton *m_remove;
    Banner *m_outcome;
};

} // namespace motcua
