#include "ui/shell/mainwindow.h"

#include "core/counter/counter.h"
#include "ui/settings/uisettings.h"
#include "ui/shell/desk.h"
#include "ui/shell/helpsheet.h"
#include "ui/shell/idlewatch.h"
#include "ui/signin/recoverypage.h"
#include "ui/signin/signinpage.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

MainWindow::MainWindow(const UiServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_idle(new IdleWatch(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    setMinimumSize(640, 360);
    resize(1280, 720);
    bindKeys();
    connect(m_idle, &IdleWatch::idle, this, &MainWindow::lock);
    connect(m_idle, &IdleWatch::aboutToBeIdle, this, [this] {
        if (m_desk)
            m_desk->say(Tone::Waiting, tr("The kiosk locks itself in half a minute. Touch any key to go on."));
    });
    showSignIn();
}

void MainWindow::bindKeys()
{
    const auto bind = [this](const QKeySequence &keys, const auto &act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    bind(Qt::Key_F1, [this] { help(); });
    bind(Qt::Key_F2, [this] {
        if (m_desk)
            m_desk->chooseProcedure();
    });
    bind(Qt::Key_F3, [this] {
        if (m_desk)
            m_desk->findDossier();
    });
    bind(Qt::Key_F4, [this] {
        if (m_desk)
            m_desk->goQueue();
    });
    bind(Qt::Key_F5, [this] {
        if (m_desk)
            m_desk->sendNow();
    });
    bind(Qt::Key_F9, [this] { lock(); }); // somebody else takes the place; what was typed is kept
    bind(QKeySequence(Qt::CTRL | Qt::Key_L), [this] {
        if (m_desk)
            m_desk->signOut();
    });
}

void MainWindow::swap(QWidget *next)
{
    if (m_shown) {
        // May be the sender of the signal that brought us here.
        m_shown->deleteLater();
        layout()->removeWidget(m_shown);
        m_shown->hide();
    }
    m_shown = next;
    layout()->addWidget(next);
    if (isVisible()) // else it comes with the window, laid out once and in its size
        next->show();
}

void MainWindow::lock()
{
    if (!m_desk)
        return;
    const QWidgetList open = QApplication::topLevelWidgets();
    for (QWidget *window : open) { // sheets and dialogs show people's data too
        if (window != this && window->isVisible())
            window->close();
    }
    m_services.counter.forgetConfirmation();
    m_behind = std::exchange(m_desk, nullptr);
    layout()->removeWidget(m_behind);
    m_behind->hide();
    m_shown = nullptr;
    showSignIn()->locked(m_account.login);
    m_behind->putAway([this, desk = m_behind] {
        if (m_behind == desk) // else the same person came back first
            std::exchange(m_behind, nullptr)->deleteLater();
    });
}

void MainWindow::unlock(const Account &account)
{
    if (!m_behind)
        return showDesk(account);
    if (account.login != m_account.login)
        return static_cast<SignInPage *>(m_shown)->keptFor(m_account.login);
    m_desk = std::exchange(m_behind, nullptr);
    swap(m_desk);
    m_desk->comeBack();
    watch();
}

void MainWindow::watch()
{
    m_idle->start(std::chrono::minutes(m_services.settings.lockMinutes()));
}

void MainWindow::showRecovery(const QString &login)
{
    auto *page = new RecoveryPage(m_services, login);
    connect(page, &RecoveryPage::left, this, [this] { showSignIn(); });
    connect(page, &RecoveryPage::restored, this, [this, login] { showSignIn(login); });
    swap(page);
    page->enter();
}

SignInPage *MainWindow::showSignIn(const QString &restored)
{
    m_idle->stop();
    m_desk = nullptr;
    if (!m_behind)
        m_account = {};
    auto *page = new SignInPage(m_services);
    connect(page, &SignInPage::signedIn, this, &MainWindow::unlock);
    connect(page, &SignInPage::forgotten, this, &MainWindow::showRecovery);
    swap(page);
    setWindowTitle(tr("Một Cửa"));
    page->enter();
    if (!restored.isEmpty())
        page->tellRestored(restored);
    return page;
}

Desk *MainWindow::newDesk(const Account &account)
{
    auto *desk = new Desk(m_services, account);
    connect(desk, &Desk::signOutRequested, this, [this] { showSignIn(); });
    connect(desk, &Desk::lockChanged, this, &MainWindow::watch);
    connect(desk, &Desk::helpRequested, this, &MainWindow::help);
    connect(desk, &Desk::lookChanged, this, &MainWindow::applyLook, Qt::QueuedConnection);
    connect(desk, &Desk::titleChanged, this, [this](const QString &title) { setWindowTitle(tr("%1 – Một Cửa").arg(title)); });
    return desk;
}

void MainWindow::showDesk(const Account &account)
{
    m_account = account;
    m_services.counter.setActor(account);
    m_desk = newDesk(account);
    swap(m_desk);
    m_desk->start();
    watch();
}

void MainWindow::applyLook(const QString &focus)
{
    watch();
    applyTheme(*qApp, Theme(m_services.settings.theme(), m_services.settings.textPercent()));
    // Spacing is decided when a page is built, so the desk is built anew.
    m_desk = newDesk(m_account);
    swap(m_desk);
    m_desk->settingsAgain(focus);
}

void MainWindow::help()
{
    auto *sheet = new HelpSheet(this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

bool MainWindow::event(QEvent *event)
{
    // A dialog has closed. A kiosk session may have no window manager, and then nobody else gives the keyboard back.
    if (event->type() == QEvent::WindowUnblocked)
        QTimer::singleShot(0, this, &QWidget::activateWindow);
    return QWidget::event(event);
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_desk)
        return m_desk->stepBack();
    QWidget::keyPressEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_mayClose || (!m_desk && !m_behind))
        return event->accept();
    // What was typed is saved first; the window closes when it is safe.
    event->ignore();
    const auto end = [this] {
        m_mayClose = true;
        close();
    };
    m_desk ? m_desk->leave(end) : m_behind->putAway(end);
}

} // namespace motcua
