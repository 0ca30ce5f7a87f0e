#pragma once

#include "core/base/result.h"
#include "core/identity/account.h"
#include "ui/shell/uiservices.h"
#include "ui/widgets/card.h"

#include <QList>

class QGridLayout;

namespace motcua {

class Banner;

// Who may sign in at this kiosk, for officers and IT staff: an account is disabled and enabled here; people are added and removed with
// motcuactl, because that needs a passphrase and may write the whole database anew.
class PeopleCard final : public Card
{
    Q_OBJECT

public:
    explicit PeopleCard(const UiServices &services, QWidget *parent = nullptr);

    void reload();

private:
    void show(const QList<Account> &people);
    void change(const Account &account);

    UiServices m_services;
    QGridLayout *m_grid;
    Banner *m_outcome;
    QString m_changed; // login
};

} // namespace motcua
