#pragma once

#include "core/identity/account.h"
#include "ui/shell/uiservices.h"

#include <QWidget>

namespace motcua {

class StateBadge;
class TextLabel;

// Whose counter, who is signed in, and whether the portal was reached: always in sight.
class Header : public QWidget
{
    Q_OBJECT

public:
    explicit Header(const UiServices &services, const Account &account, QWidget *parent = nullptr);

    void setNarrow(bool narrow);

Q_SIGNALS:
    void signOut();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    UiServices m_services;
    TextLabel *m_commune;
    TextLabel *m_province;
    StateBadge *m_link;
    TextLabel *m_last;
    TextLabel *m_person;
    TextLabel *m_role;
};

} // namespace motcua
