#pragma once

#include "core/identity/account.h"

#include <QAbstractButton>

namespace motcua {

QString roleWords(Role role); // "Officer"

// One person who may sign in; exclusive with the others of its button group.
class AccountCard : public QAbstractButton
{
    Q_OBJECT

public:
    explicit AccountCard(const Account &account, QWidget *parent = nullptr);

    const QString &login() const { return m_login; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_login;
    Role m_role;
};

} // namespace motcua
