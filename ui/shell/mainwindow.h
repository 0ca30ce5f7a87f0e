#pragma once

#include "core/identity/account.h"
#include "ui/shell/uiservices.h"

#include <QWidget>

namespace motcua {

class Desk;
class IdleWatch;
class SignInPage;

// The window: the sign-in page first, then the desk of whoever signed in. Knows keys and routes, nothing of dossiers.
class MainWindow : public QWidget
{
    Q_OBJECT

public:
    explicit MainWindow(const UiServices &services, QWidget *parent = nullptr);

    // Covers everything at once. What was typed is saved behind the cover, and whoever was there finds the same place again.
    void lock();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void bindKeys();
    SignInPage *showSignIn(const QString &restored = {}); // the account that just got a new passphrase
    void showRecovery(const QString &login);
    void showDesk(const Account &account);
    void unlock(const Account &account);
    void watch();
    Desk *newDesk(const Account &account);
    void swap(QWidget *next);
    void applyLook(const QString &focus);
    void help();

    UiServices m_services;
    QWidget *m_shown = nullptr;
    Desk *m_desk = nullptr;   // null while nobody is signed in
    Desk *m_behind = nullptr; // locked: not all of it is saved yet
    IdleWatch *m_idle;
    Account m_account;
    bool m_mayClose = false;
};

} // namespace motcua
