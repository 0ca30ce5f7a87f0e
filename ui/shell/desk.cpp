#include "ui/shell/desk.h"

#include "core/catalog/catalog.h"
#include "core/catalog/packworkshop.h"
#include "core/counter/counter.h"
#include "core/outbox/syncmonitor.h"
#include "ui/dossier/dossierpage.h"
#include "ui/form/capturepage.h"
#include "ui/home/homepage.h"
#include "ui/home/spacepage.h"
#include "ui/procedures/procedurepage.h"
#include "ui/queue/queuepage.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/header.h"
#include "ui/shell/linkstrip.h"
#include "ui/shell/rail.h"
#include "ui/shell/toast.h"
#include "ui/slip/paperpage.h"
#include "ui/slip/resultpage.h"
#include "ui/slip/slippage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QResizeEvent>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int wideRailFrom = 1000;
constexpr int wideHeaderFrom = 1100;

} // namespace

Desk::Desk(const UiServices &services, const Account &account, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_rail(new Rail)
    , m_header(new Header(services, account))
    , m_error(new Banner)
    , m_pages(new QStackedWidget)
{
    const Theme &theme = themeOf(this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(new LinkStrip(services));
    auto *errorRow = new QHBoxLayout;
    errorRow->setContentsMargins(theme.px(24), 0, theme.px(24), 0);
    errorRow->addWidget(m_error);
    column->addLayout(errorRow);
    column->addWidget(m_pages, 1);
    row->addLayout(column, 1);
    m_toast = new Toast(m_pages);
    m_mayBegin = reachOf(account, Deed::Begin) != Reach::None;
    m_rail->setOffered(Rail::Place::New, m_mayBegin);
    m_error->setClosable(true);
    if (services.catalog)
        connect(services.catalog, &Catalog::installedNew, this, &Desk::newProcedures, Qt::QueuedConnection);
    if (services.workshop) {
        auto *writing =
            new TextLabel(tr("Writing procedures: %1. Dossiers of these forms are never sent.").arg(services.workshop->folder()),
                          TextRole::Strong);
        writing->setTone(Tone::Waiting);
        writing->setContentsMargins(theme.px(24), theme.px(6), theme.px(24), theme.px(6));
        writing->setObjectName(u"writingMode"_s);
        column->insertWidget(2, writing);
    }

    connect(m_header, &Header::signOut, this, &Desk::signOut);
    connect(m_rail, &Rail::help, this, &Desk::helpRequested);
    connect(m_rail, &Rail::sendNow, this, &Desk::sendNow);
    connect(m_rail, &Rail::chosen, this, [this](Rail::Place place) {
        switch (place) {
        case Rail::Place::Home:
            return goHome();
        case Rail::Place::New:
            return chooseProcedure();
        case Rail::Place::Queue:
            return goQueue();
        case Rail::Place::Settings:
            return goSettings();
        }
    });
}

template <typename P, typename... More>
P *Desk::make(P *&page, More &&...more)
{
    if (!page) {
        page = new P(std::forward<More>(more)...);
        m_pages->addWidget(page);
    }
    return page;
}

CapturePage *Desk::capture()
{
    if (!m_capture) {
        make(m_capture, m_services);
        connect(m_capture, &CapturePage::finished, this, &Desk::openSlip);
        connect(m_capture, &CapturePage::left, this, &Desk::goHome);
        connect(m_capture, &CapturePage::handedOver, this, [this](const QString &code) {
            goHome();
            say(Tone::Good, tr("%1 was handed over to the officers.").arg(code));
        });
        connect(m_capture, &CapturePage::papersRequested, this, &Desk::openPapers);
    }
    return m_capture;
}

void Desk::start()
{
    m_services.counter.openDraft().then(this, [this](const Result<QString> &id) {
        if (!id || id->isEmpty()) {
            goHome();
            if (!id)
                showError(id.error());
            return;
        }
        m_services.counter.dossier(*id).then(this, [this](const Result<Dossier> &dossier) {
            if (!dossier || !mayBeEdited(dossier->summary.status) || dossier->summary.isSealed)
                return goHome();
            capture()->open(*dossier);
            show(m_capture);
            say(Tone::Info, tr("Here is the draft that was open last, at the same field."));
        });
    });
}

void Desk::leave(const std::function<void()> &proceed)
{
    if (m_current)
        m_current->leave(proceed);
    else
        proceed();
}

void Desk::putAway(const std::function<void()> &proceed)
{
    if (m_current)
        m_current->putAway(proceed);
    else
        proceed();
}

void Desk::comeBack()
{
    if (m_current)
        m_current->setFocus();
}

void Desk::show(Page *page)
{
    Page *before = m_current;
    m_current = page;
    m_error->clear();
    m_pages->setCurrentWidget(page);
    if (before && before != page)
        disconnect(before, &Page::titleChanged, this, nullptr);
    if (before != page)
        connect(page, &Page::titleChanged, this, [this, page] { Q_EMIT titleChanged(page->title()); });
    mark(page);
    page->enter();
    Q_EMIT titleChanged(page->title());
}

void Desk::mark(const Page *page)
{
    if (page == m_home)
        m_rail->setPlace(Rail::Place::Home);
    else if (page == m_settings)
        m_rail->setPlace(Rail::Place::Settings);
    else if (page == m_procedures || page == m_capture || page == m_space)
        m_rail->setPlace(Rail::Place::New);
    else
        m_rail->setPlace(Rail::Place::Queue);
}

void Desk::goHome()
{
    leave([this] { show(make(m_home, m_services, *this)); });
}

void Desk::showSpace()
{
    if (!m_space) {
        make(m_space, m_services.counter);
        connect(m_space, &SpacePage::roomAgain, this, &Desk::chooseProcedure);
    }
    show(m_space);
}

void Desk::chooseProcedure()
{
    if (!m_mayBegin)
        return;
    leave([this] {
        if (!m_services.counter.mayBegin())
            return showSpace();
        if (!m_procedures) {
            const auto installed = m_services.catalog
                                       ? ServiceDirectory::read(m_services.catalog->file(u"procedures/services.json"_s))
                                       : OrProblem<ServiceDirectory>(ServiceDirectory::shipped());
            make(m_procedures, m_services.counter.packs(), installed ? *installed : ServiceDirectory::shipped(), m_services.clock,
                 m_services.workshop);
            connect(m_procedures, &ProcedurePage::chosen, this, &Desk::begin);
        }
        show(m_procedures);
    });
}

void Desk::begin(const QString &procedureCode)
{
    m_services.counter.startDraft(procedureCode).then(this, [this](const Result<Dossier> &dossier) {
        if (!dossier && dossier.error().code == ErrorCode::SpaceTooLow)
            return showSpace();
        if (!dossier)
            return showError(dossier.error());
        capture()->open(*dossier);
        show(m_capture);
    });
}

void Desk::goQueue(DossierQuery::Filter filter)
{
    leave([this, filter] {
        make(m_queue, m_services, *this)->setFilter(filter);
        show(m_queue);
    });
}

void Desk::goSettings()
{
    leave([this] {
        if (!m_settings) {
            make(m_settings, m_services);
            connect(m_settings, &SettingsPage::lockChanged, this, &Desk::lockChanged);
            connect(m_settings, &SettingsPage::lookChanged, this, [this] {
                const QWidget *focus = window()->focusWidget();
                Q_EMIT lookChanged(focus ? focus->objectName() : QString());
            });
        }
        show(m_settings);
    });
}

void Desk::settingsAgain(const QString &focus)
{
    goSettings();
    if (auto *widget = focus.isEmpty() ? nullptr : m_settings->findChild<QWidget *>(focus))
        widget->setFocus();
}

void Desk::openDossier(const QString &id)
{
    leave([this, id] {
        if (m_current == m_home || m_current == m_queue)
            m_before = m_current;
        make(m_dossier, m_services, *this)->open(id);
        show(m_dossier);
    });
}

void Desk::openForm(const QString &id, const QString &place)
{
    if (reachOf(m_services.counter.actor(), Deed::Edit) == Reach::None)
        return openDossier(id);
    leave([this, id, place] {
        loadInto(id, [this, place](const Dossier &dossier) {
            if (dossier.summary.isSealed)
                return openDossier(dossier.summary.id); // where an officer can take it over
            capture()->open(dossier, place);
            show(m_capture);
        });
    });
}

void Desk::openResult(const QString &id, const QString &resultId)
{
    leave([=, this] {
        if (!m_result) {
            make(m_result, m_services);
            connect(m_result, &ResultPage::done, this, [this] { leave([this] { show(m_dossier); }); });
        }
        m_result->open(id, resultId);
        show(m_result);
    });
}

void Desk::openSlip(const QString &id)
{
    leave([this, id] {
        if (!m_slip) {
            make(m_slip, m_services);
            connect(m_slip, &SlipPage::done, this, &Desk::slipDone);
            connect(m_slip, &SlipPage::papersRequested, this, [this](const QString &dossier) { openPapers(dossier); });
        }
        m_slipFor = m_current == m_dossier ? SlipFor::Dossier : SlipFor::NewDossier;
        m_slip->open(id);
        show(m_slip);
    });
}

void Desk::slipDone()
{
    if (m_slipFor == SlipFor::Dossier && m_dossier)
        leave([this] { show(m_dossier); });
    else
        goHome();
}

void Desk::openPapers(const QString &id, const QString &paper)
{
    leave([this, id, paper] {
        if (!m_papers) {
            make(m_papers, m_services);
            connect(m_papers, &PaperPage::done, this, &Desk::papersDone);
        }
        m_papersFrom = m_current;
        m_papers->open(id, paper);
        show(m_papers);
    });
}

// Back to where the paper was asked for; the form is read anew, as after any other leave.
void Desk::papersDone()
{
    if (m_papersFrom == m_capture)
        openForm(m_papers->dossierId());
    else if (m_papersFrom)
        leave([this] { show(m_papersFrom); });
    else
        goHome();
}

void Desk::loadInto(const QString &id, const std::function<void(const Dossier &)> &then)
{
    m_services.counter.dossier(id).then(this, [this, then](const Result<Dossier> &dossier) {
        if (!dossier)
            return showError(dossier.error());
        then(*dossier);
    });
}

void Desk::signOut()
{
    leave([this] { Q_EMIT signOutRequested(); });
}

void Desk::stepBack()
{
    if (!m_current || m_current->stepBack() || m_current == m_home)
        return;
    if (m_current == m_papers)
        return papersDone();
    if (m_current == m_slip)
        return slipDone();
    if (m_current == m_result && m_dossier)
        return leave([this] { show(m_dossier); });
    if (m_current == m_dossier && m_before)
        return leave([this] { show(m_before); });
    goHome();
}

void Desk::findDossier()
{
    if (m_current && m_current->focusSearch())
        return;
    leave([this] {
        make(m_queue, m_services, *this)->setFilter(DossierQuery::Filter::All);
        show(m_queue);
        m_queue->focusSearch();
    });
}

void Desk::sendNow()
{
    m_services.sync.requestSync();
    say(Tone::Info, tr("The machine is calling the portal now. Work can go on."));
}

// Nobody is interrupted: what is open keeps its version; drafts are offered the newer one when they are opened next.
void Desk::newProcedures(qint64 serial)
{
    say(Tone::Info, tr("A new set of procedures has come: number %1.").arg(serial));
    if (m_current == m_procedures && m_procedures)
        m_procedures->refresh();
}

void Desk::say(Tone tone, const QString &text)
{
    m_toast->say(tone, text);
}

void Desk::showError(const Error &error)
{
    m_error->showError(error);
}

void Desk::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const Theme &theme = themeOf(this);
    m_rail->setNarrow(event->size().width() < theme.px(wideRailFrom));
    m_header->setNarrow(event->size().width() < theme.px(wideHeaderFrom));
}

} // namespace motcua
