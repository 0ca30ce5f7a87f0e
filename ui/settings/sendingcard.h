#pragma once

#include "core/outbox/outbox.h"
#include "ui/shell/uiservices.h"
#include "ui/widgets/card.h"

class QCheckBox;
class QVBoxLayout;

namespace motcua {

class Banner;
class TextLabel;

// What may be sent when the network costs money: a daily limit, forms only; and what today has cost. Each change is journalled.
class SendingCard : public Card
{
    Q_OBJECT

public:
    explicit SendingCard(const UiServices &services, QWidget *parent = nullptr);

    void reload();

private:
    void showPolicy(const SyncPolicy &policy);
    void save(const SyncPolicy &policy);

    UiServices m_services;
    SyncPolicy m_policy;
    QVBoxLayout *m_limits;
    QCheckBox *m_formsOnly;
    QCheckBox *m_smallFirst;
    TextLabel *m_spent;
    Banner *m_outcome;
};

} // namespace motcua
