#pragma once

#include "ui/shell/page.h"
#include "ui/shell/uiservices.h"

class QVBoxLayout;

namespace motcua {

class Banner;
class PeopleCard;
class SendingCard;
class TextLabel;

// How the kiosk looks, and what it is: for the person at the counter and for IT staff on the telephone.
class SettingsPage : public Page
{
    Q_OBJECT

public:
    explicit SettingsPage(const UiServices &services, QWidget *parent = nullptr);

    QString title() const override;
    void enter() override;

Q_SIGNALS:
    void lockChanged(); // the time was stored
    void lookChanged(); // theme or text size was stored: apply it

private:
    void buildLock(QVBoxLayout *body);
    void buildLook(QVBoxLayout *body);
    void buildProcedures(QVBoxLayout *body);
    void showProcedures();
    void installFrom(const QString &path);
    void buildAbout(QVBoxLayout *body);

    UiServices m_services;
    QWidget *m_first = nullptr;
    PeopleCard *m_people = nullptr;
    SendingCard *m_sending = nullptr;
    TextLabel *m_procedures = nullptr;
    Banner *m_outcome = nullptr;
};

} // namespace motcua
