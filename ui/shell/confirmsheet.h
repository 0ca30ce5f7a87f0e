#pragma once

#include "ui/shell/uiservices.h"

#include <QDialog>

#include <functional>

class QLineEdit;

namespace motcua {

class Banner;
class PrimaryButton;

// Asks whoever is signed in once more, before data leave the kiosk. Closed by the lock like every other sheet.
class ConfirmSheet final : public QDialog
{
    Q_OBJECT

public:
    // At once when they have just been asked.
    static void ask(const UiServices &services, QWidget *parent, const std::function<void()> &proceed);

private:
    ConfirmSheet(const UiServices &services, QWidget *parent, std::function<void()> proceed);
    void check();

    UiServices m_services;
    std::function<void()> m_proceed;
    bool m_byPin;
    QLineEdit *m_words;
    Banner *m_banner;
    PrimaryButton *m_enter;
};

} // namespace motcua
