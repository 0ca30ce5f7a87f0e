#pragma once

#include "core/base/result.h"
#include "core/dossier/dossier.h"
#include "core/identity/account.h"
#include "ui/shell/navigator.h"
#include "ui/shell/uiservices.h"

#include <QList>
#include <QString>
#include <QWidget>

#include <functional>

class QStackedWidget;

namespace motcua {

class Banner;
class CapturePage;
class DossierPage;
class Header;
class HomePage;
class Page;
class PaperPage;
class ProcedurePage;
class QueuePage;
class Rail;
class ResultPage;
class SettingsPage;
class SlipPage;
class SpacePage;
class Toast;

// What one signed-in person sees: rail, header and the page in view. Pages are built when first visited and all go with the desk.
class Desk : public QWidget, public Navigator
{
    Q_OBJECT

public:
    Desk(const UiServices &services, const Account &account, QWidget *parent = nullptr);

    void start();                                       // where the last session of this machine stopped: the open draft, or home
    void leave(const std::function<void()> &proceed);   // asks the page in view first
    void putAway(const std::function<void()> &proceed); // the kiosk is locked: what was typed is safe when it proceeds
    void comeBack();                                    // unlocked before that was done
    void stepBack();
    void findDossier();
    void sendNow();
    void settingsAgain(const QString &focus); // after a change of look rebuilt the desk

    void goHome() override;
    void chooseProcedure() override;
    void goQueue(DossierQuery::Filter filter = DossierQuery::Filter::All) override;
    void goSettings() override;
    void openDossier(const QString &id) override;
    void openForm(const QString &id, const QString &place = {}) override;
    void openResult(const QString &id, const QString &resultId) override;
    void openSlip(const QString &id) override;
    void openPapers(const QString &id, const QString &paper = {}) override;
    void signOut() override;
    void say(Tone tone, const QString &text) override;
    void showError(const Error &error) override;

Q_SIGNALS:
    void signOutRequested();
    void helpRequested();
    void lookChanged(const QString &focus);
    void lockChanged();
    void titleChanged(const QString &title);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void show(Page *page);
    void mark(const Page *page);
    template <typename P, typename... More>
    P *make(P *&page, More &&...more);
    CapturePage *capture();
    void slipDone();
    void newProcedures(qint64 serial);
    void papersDone();
    void showSpace();
    void begin(const QString &procedureCode);
    void loadInto(const QString &id, const std::function<void(const Dossier &)> &then);

    UiServices m_services;
    Rail *m_rail;
    Header *m_header;
    Banner *m_error;
    QStackedWidget *m_pages;
    Toast *m_toast;
    Page *m_current = nullptr;
    bool m_mayBegin = true;
    enum class SlipFor { NewDossier, Dossier };
    SlipFor m_slipFor = SlipFor::NewDossier;
    Page *m_before = nullptr; // of the dossier or slip page: where it was opened from
    HomePage *m_home = nullptr;
    ProcedurePage *m_procedures = nullptr;
    CapturePage *m_capture = nullptr;
    QueuePage *m_queue = nullptr;
    DossierPage *m_dossier = nullptr;
    SlipPage *m_slip = nullptr;
    PaperPage *m_papers = nullptr;
    ResultPage *m_result = nullptr;
    Page *m_papersFrom = nullptr;
    SettingsPage *m_settings = nullptr;
    SpacePage *m_space = nullptr;
};

} // namespace motcua
