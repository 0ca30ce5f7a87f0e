#pragma once

#include "core/base/result.h"
#include "core/identity/account.h"
#include "ui/shell/uiservices.h"

#include <QWidget>

class QButtonGroup;
class QLineEdit;
class QVBoxLayout;

namespace motcua {

class Banner;
class BrandPanel;
class FieldLabel;
class IconButton;
class PrimaryButton;
class QuietButton;

// Who works at this counter today? The first thing painted; touches nothing but the slot file until a passphrase is given.
class SignInPage : public QWidget
{
    Q_OBJECT

public:
    explicit SignInPage(const UiServices &services, QWidget *parent = nullptr);

    void tellRestored(const QString &login); // its new passphrase is the one to type
    void locked(const QString &login);       // enter(), for the person who works here
    void keptFor(const QString &login);      // what that person typed is not saved yet: nobody else may take the place
    void enter();                            // fresh: no passphrase, no message, the focus where typing goes

Q_SIGNALS:
    void signedIn(const motcua::Account &account);
    void forgotten(const QString &login);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildAccounts(QVBoxLayout *column);
    void buildPassphrase(QVBoxLayout *column);
    void buildDemo(QVBoxLayout *column);
    void buildWaysOut(QVBoxLayout *column);
    void chooseWay(bool pin);
    void nameEye();
    void greet(const Result<Account> &account);
    void choose(const QString &login);
    QString chosenLogin() const;
    void signIn();
    void setBusy(bool busy);

    UiServices m_services;
    BrandPanel *m_brand;
    QButtonGroup *m_accounts;
    FieldLabel *m_label;
    QLineEdit *m_passphrase;
    IconButton *m_showWords;
    Banner *m_banner;
    PrimaryButton *m_enter;
    QuietButton *m_otherWay; // PIN or passphrase, where there is a choice
    bool m_byPin = false;
};

} // namespace motcua
