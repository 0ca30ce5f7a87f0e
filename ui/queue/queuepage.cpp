#include "ui/queue/queuepage.h"

#include "core/base/clock.h"
#include "core/counter/counter.h"
#include "core/dossier/dossierchanges.h"
#include "core/identity/rights.h"
#include "ui/queue/filterchip.h"
#include "ui/queue/queuedelegate.h"
#include "ui/queue/queuemodel.h"
#include "ui/shell/navigator.h"
#include "ui/theme/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QButtonGroup>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QResizeEvent>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int typingPause = 150;
constexpr int refreshDelay = 250;

} // namespace

QueuePage::QueuePage(const UiServices &services, Navigator &navigator, QWidget *parent)
    : Page(parent)
    , m_services(services)
    , m_navigator(navigator)
    , m_model(new QueueModel(services.counter, services.clock, this))
    , m_search(new QLineEdit)
    , m_group(new QButtonGroup(this))
    , m_error(new Banner)
    , m_table(new QTableView)
    , m_empty(new EmptyState(Icon::Queue, {}))
    , m_count(new TextLabel({}, TextRole::Small, TextLabel::Ink::Muted))
    , m_typing(new QTimer(this))
    , m_refresh(new QTimer(this))
{
    const Theme &theme = themeOf(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(12));
    column->setSpacing(theme.px(12));
    column->addLayout(buildTop());
    column->addWidget(buildChips());
    column->addWidget(m_error);
    buildTable();
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_count);
    m_empty->hide();

    for (QTimer *timer : { m_typing, m_refresh })
        timer->setSingleShot(true);
    m_typing->setInterval(typingPause);
    m_refresh->setInterval(refreshDelay);
    connect(m_typing, &QTimer::timeout, this, &QueuePage::search);
    connect(m_refresh, &QTimer::timeout, this, &QueuePage::refresh);
    connect(
        &services.changes, &DossierChanges::committed, this,
        [this] {
            if (isVisible() && !m_refresh->isActive())
                m_refresh->start();
        },
        Qt::QueuedConnection);
    connect(m_model, &QueueModel::loaded, this, &QueuePage::showState);
    connect(m_model, &QueueModel::rowsInserted, this, &QueuePage::showState);
    connect(m_model, &QueueModel::failed, this, [this](const Error &error) { m_error->showError(error); });
}

QLayout *QueuePage::buildTop()
{
    const Theme &theme = themeOf(this);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme.px(16));
    auto *title = new TextLabel(tr("Queue"), TextRole::Title);
    title->setWordWrap(false);
    row->addWidget(title);
    m_search->setPlaceholderText(tr("Find by name or code; tone marks do not matter (F3)"));
    m_search->setAccessibleName(tr("Find dossiers"));
    m_search->setAccessibleDescription(tr("By name, local code or official code; tone marks do not matter"));
    m_search->setClearButtonEnabled(false);
    m_search->setMinimumHeight(theme.target());
    m_search->addAction(QIcon(iconPixmap(Icon::Search, theme.colors().muted, theme.px(20), devicePixelRatioF())),
                        QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_typing->start(); });
    row->addWidget(m_search, 1);
    return row;
}

QWidget *QueuePage::buildChips()
{
    const Theme &theme = themeOf(this);
    auto *chips = new QWidget;
    chips->setAccessibleName(tr("Filters"));
    auto *flow = new FlowLayout(chips);
    flow->setSpacing(theme.px(8));
    using enum DossierQuery::Filter;
    const std::pair<DossierQuery::Filter, QString> filters[] = {
        { All, tr("All") },
        { Unsent, tr("Not sent yet") },
        { InDoubt, tr("Not known yet") },
        { NeedsAction, tr("To be handled") },
        { Late, tr("Late") },
        { Drafts, tr("Drafts") },
        { Submitted, tr("At the portal") },
        { Withdrawn, tr("Withdrawn") },
    };
    for (const auto &[filter, words] : filters) {
        auto *chip = new FilterChip(words);
        chip->setChecked(filter == m_filter);
        m_chips.insert(filter, chip);
        m_group->addButton(chip);
        flow->addWidget(chip);
        connect(chip, &FilterChip::toggled, this, [this, filter = filter, chip, flow](bool on) {
            flow->invalidate();
            chip->updateGeometry();
            if (!on)
                return;
            m_filter = filter;
            search();
        });
    }
    return chips;
}

void QueuePage::buildTable()
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(new QueueDelegate(m_services.clock, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setMouseTracking(true);
    m_table->setAccessibleName(tr("Dossiers"));
    m_table->setAccessibleDescription(tr("Arrow keys move, Enter opens"));
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(themeOf(this).px(48));
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsClickable(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setFixedHeight(themeOf(this).px(38));
    m_table->installEventFilter(this);
    connect(m_table, &QTableView::clicked, this, &QueuePage::open);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        if (index.isValid())
            m_currentId = index.data(QueueModel::IdRole).toString();
    });
}

QString QueuePage::title() const
{
    return tr("Queue");
}

void QueuePage::setFilter(DossierQuery::Filter filter)
{
    m_search->clear();
    if (m_chips[filter]->isChecked())
        search();
    else
        m_chips[filter]->setChecked(true);
}

void QueuePage::enter()
{
    refresh();
    if (m_model->rowCount() > 0 && !m_currentId.isEmpty())
        m_table->setFocus();
    else
        m_search->setFocus();
}

bool QueuePage::stepBack()
{
    if (m_search->text().isEmpty())
        return false;
    m_search->clear();
    return true;
}

bool QueuePage::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
    return true;
}

void QueuePage::search()
{
    m_typing->stop();
    m_model->setQuery(m_filter, m_search->text().trimmed());
}

void QueuePage::refresh()
{
    m_model->refresh();
    m_services.counter.counts().then(this, [this](const Result<DossierCounts> &counts) {
        if (!counts)
            return;
        using enum DossierQuery::Filter;
        m_chips[Unsent]->setCount(counts->unsent);
        m_chips[InDoubt]->setCount(counts->inDoubt);
        m_chips[NeedsAction]->setCount(counts->needsAction);
        m_chips[Late]->setCount(counts->late);
        m_chips[Drafts]->setCount(counts->drafts);
        m_chips[Submitted]->setCount(counts->submitted);
    });
}

void QueuePage::open(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QString id = index.data(QueueModel::IdRole).toString();
    m_currentId = id;
    if (index.data(QueueModel::DraftRole).toBool())
        m_navigator.openForm(id);
    else
        m_navigator.openDossier(id);
}

void QueuePage::keepPlace()
{
    if (m_model->rowCount() == 0)
        return;
    const int row = qMax(0, m_model->rowOf(m_currentId));
    if (m_table->currentIndex().row() != row)
        m_table->setCurrentIndex(m_model->index(row, 0));
}

void QueuePage::showState()
{
    m_error->clear();
    const int rows = m_model->rowCount();
    m_table->setVisible(rows > 0);
    m_empty->setVisible(rows == 0);
    if (rows == 0) {
        if (!m_search->text().trimmed().isEmpty())
            m_empty->setWords(Icon::Search, tr("Nothing found"),
                              tr("Try fewer letters, or the last digits of the code. The filter above also narrows the search."));
        else if (m_filter == DossierQuery::Filter::All)
            m_empty->setWords(Icon::Queue, tr("No dossier on this machine yet"), tr("Press F2 to begin the first one."));
        else
            m_empty->setWords(Icon::CheckCircle, tr("Nothing here"), tr("No dossier is in this state now."));
    }
    keepPlace();
    m_count->setText(m_model->isComplete() ? tr("%n dossier(s)", nullptr, rows)
                                           : tr("%n dossier(s) shown, more below", nullptr, rows));
    m_count->setVisible(rows > 0);
}

void QueuePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const Theme &theme = themeOf(this);
    fitColumns(event->size().width() - theme.px(48) - 6 - theme.px(14));
}

void QueuePage::fitColumns(int width)
{
    const Theme &theme = themeOf(this);
    // The person, the code and the state always; the rest as far as there is room for it. To whom names are hidden, the code is all.
    const bool names = !seesNoPersonalData(m_services.counter.actor());
    const bool wide = width >= theme.px(980);
    const bool middle = width >= theme.px(720);
    m_table->setColumnHidden(QueueModel::Person, !names);
    m_table->setColumnHidden(QueueModel::Updated, !wide);
    m_table->setColumnHidden(QueueModel::Procedure, names && !wide);
    m_table->setColumnHidden(QueueModel::Due, !middle);
    const int code = theme.px(middle ? 226 : 140);
    const int state = theme.px(middle ? 252 : 200);
    const int due = middle ? theme.px(136) : 0; // a late one carries a sign before it
    const int updated = wide ? theme.px(156) : 0;
    const int rest = qMax(width - code - state - due - updated, theme.px(120));
    const int person = !names ? 0 : wide ? rest / 2 : rest;
    m_table->setColumnWidth(QueueModel::Person, person);
    m_table->setColumnWidth(QueueModel::Procedure, rest - person);
    m_table->setColumnWidth(QueueModel::Code, code);
    m_table->setColumnWidth(QueueModel::State, state);
    m_table->setColumnWidth(QueueModel::Due, due);
    m_table->setColumnWidth(QueueModel::Updated, updated);
}

bool QueuePage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (watched == m_table && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
            open(m_table->currentIndex());
            return true;
        }
        if (watched == m_search && key == Qt::Key_Down && m_model->rowCount() > 0) {
            m_table->setFocus();
            return true;
        }
        if (watched == m_search && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
            open(m_table->currentIndex());
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

} // namespace motcua
