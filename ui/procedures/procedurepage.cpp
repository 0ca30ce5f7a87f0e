#include "ui/procedures/procedurepage.h"

#include "core/base/clock.h"
#include "core/catalog/packworkshop.h"
#include "ui/procedures/packcard.h"
#include "ui/procedures/servicecard.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/scrollbody.h"
#include "ui/widgets/sectiontitle.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

ProcedurePage::ProcedurePage(const PackCatalog &packs, ServiceDirectory services, const Clock &clock, PackWorkshop *workshop,
                             QWidget *parent)
    : Page(parent)
    , m_packs(packs)
    , m_services(std::move(services))
    , m_clock(clock)
    , m_workshop(workshop)
    , m_search(new QLineEdit)
    , m_count(new TextLabel({}, TextRole::Small, TextLabel::Ink::Muted))
    , m_findings(new TextLabel)
    , m_empty(new EmptyState(Icon::Search, tr("No procedure fits these words"),
                             tr("Try fewer or other words, or the code of the procedure. Tone marks do not matter.")))
    , m_others(new SectionTitle(tr("Other services: who handles them and where to go")))
    , m_list(new QVBoxLayout)
    , m_otherList(new QVBoxLayout)
{
    const Theme &theme = themeOf(this);
    QVBoxLayout *body = makeScrollBody(this, 980);
    body->addWidget(new TextLabel(tr("Which procedure does the citizen need?"), TextRole::Title));
    m_search->setPlaceholderText(tr("Name or code, for example: hon nhan"));
    m_search->setAccessibleName(tr("Search for a procedure"));
    m_search->setMinimumHeight(theme.px(52));
    m_search->setFont(theme.font(TextRole::Heading));
    m_search->addAction(QIcon(iconPixmap(Icon::Search, theme.colors().muted, theme.px(22), devicePixelRatioF())),
                        QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    body->addWidget(m_search);
    body->addWidget(m_findings);
    body->addWidget(m_count);
    m_list->setSpacing(theme.px(10));
    body->addLayout(m_list);
    body->addWidget(m_others);
    m_otherList->setSpacing(theme.px(8));
    body->addLayout(m_otherList);
    body->addWidget(m_empty);
    body->addStretch(1);
    connect(m_search, &QLineEdit::textChanged, this, &ProcedurePage::search);
    if (m_workshop)
        connect(m_workshop, &PackWorkshop::changed, this, &ProcedurePage::refresh);
    stock();
    showFindings();
    search();
}

void ProcedurePage::refresh()
{
    stock();
    showFindings();
    search();
}

QString ProcedurePage::title() const
{
    return tr("New dossier");
}

void ProcedurePage::enter()
{
    stock();
    m_search->clear();
    for (ServiceCard *card : std::as_const(m_serviceCards))
        card->setOpen(false);
    search();
    m_search->setFocus(Qt::OtherFocusReason);
}

bool ProcedurePage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
    return true;
}

QStringList ProcedurePage::shownCodes() const
{
    QStringList codes;
    for (const PackCard *card : m_packCards) {
        if (!card->isHidden())
            codes.append(card->code());
    }
    return codes;
}

QStringList ProcedurePage::shownServices() const
{
    QStringList ids;
    for (const ServiceCard *card : m_serviceCards) {
        if (!card->isHidden())
            ids.append(card->id());
    }
    return ids;
}

ServiceCard *ProcedurePage::service(const QString &id) const
{
    const auto found =
        std::find_if(m_serviceCards.cbegin(), m_serviceCards.cend(), [&](const ServiceCard *card) { return card->id() == id; });
    return found == m_serviceCards.cend() ? nullptr : *found;
}

// One card each, made once: typing only shows and hides them.
void ProcedurePage::stock()
{
    QList<PackOnDay> packs = m_packs.offers({}, toLegalTime(m_clock.now()).date());
    std::stable_sort(packs.begin(), packs.end(), [this](const PackOnDay &one, const PackOnDay &other) {
        const auto place = [this](const PackOnDay &offer) {
            return std::pair(offer.state != PackOnDay::State::InForce, m_services.rank(offer.pack->code));
        };
        return place(one) < place(other);
    });
    if (packs == m_stocked && !m_serviceCards.isEmpty())
        return;
    m_stocked = packs;
    m_shown.clear();
    qDeleteAll(std::exchange(m_packCards, {}));
    qDeleteAll(std::exchange(m_serviceCards, {}));
    for (const PackOnDay &offer : packs) {
        auto *card = new PackCard(offer, m_search->parentWidget());
        connect(card, &QAbstractButton::clicked, this, [this, code = offer.pack->code] { Q_EMIT chosen(code); });
        m_list->addWidget(card);
        m_packCards.append(card);
    }
    for (const PublicService &each : m_services.all()) {
        if (m_packs.newest(each.procedure))
            continue;
        auto *card = new ServiceCard(each, m_search->parentWidget());
        m_otherList->addWidget(card);
        m_serviceCards.append(card);
        // Once laid out, so that all of what just opened comes into view.
        connect(card, &QAbstractButton::clicked, this,
                [this, card] { QTimer::singleShot(0, card, [this, card] { scrollTo(card); }); });
    }
}

// A pack is also found by the words that people use for the service it files.
QStringList ProcedurePage::codesFor(const QString &text) const
{
    QStringList codes;
    const QList<PackOnDay> offers = m_packs.offers(text, toLegalTime(m_clock.now()).date());
    for (const PackOnDay &offer : offers)
        codes.append(offer.pack->code);
    for (const PublicService &each : m_services.search(text)) {
        if (!each.procedure.isEmpty())
            codes.append(each.procedure);
    }
    return codes;
}

// Where the files that are being written stop, by JSON pointer, as `motcuactl procedure check` says it.
void ProcedurePage::showFindings()
{
    constexpr qsizetype most = 12;
    QStringList lines;
    const QList<PackWorkshop::Sheet> sheets = m_workshop ? m_workshop->sheets() : QList<PackWorkshop::Sheet>();
    for (const PackWorkshop::Sheet &sheet : sheets) {
        for (const LintFinding &finding : sheet.findings) {
            const bool wrong = finding.severity == LintFinding::Severity::Error;
            lines.append((wrong ? tr("%1: wrong at [%2] %3") : tr("%1: look at [%2] %3"))
                             .arg(sheet.fileName, finding.pointer, finding.text));
        }
    }
    if (lines.size() > most) {
        const int more = int(lines.size() - most);
        lines = lines.first(most);
        lines.append(tr("… and %n more", nullptr, more));
    }
    m_findings->setText(lines.join(u'\n'));
    m_findings->setVisible(!lines.isEmpty());
}

void ProcedurePage::search()
{
    const QStringList codes = codesFor(m_search->text());
    QSet<QString> services;
    for (const PublicService &each : m_services.search(m_search->text()))
        services.insert(each.id);
    m_shown.clear();
    for (PackCard *card : std::as_const(m_packCards)) {
        card->setVisible(codes.contains(card->code()));
        if (!card->isHidden())
            m_shown.append(card);
    }
    const auto here = m_shown.size();
    for (ServiceCard *card : std::as_const(m_serviceCards)) {
        card->setVisible(services.contains(card->id()));
        if (!card->isHidden())
            m_shown.append(card);
    }
    m_count->setText(here > 0 ? tr("%n procedure(s). Enter opens the marked one.", nullptr, int(here))
                              : tr("Not filed at this counter. Enter shows who handles it."));
    m_count->setVisible(!m_shown.isEmpty());
    m_others->setVisible(m_shown.size() > here);
    m_empty->setVisible(m_shown.isEmpty());
    mark(0);
}

void ProcedurePage::mark(int index)
{
    if (m_shown.isEmpty())
        return;
    m_marked = std::clamp(index, 0, int(m_shown.size()) - 1);
    for (int i = 0; i < m_shown.size(); ++i)
        m_shown[i]->setMarked(i == m_marked);
    m_search->setAccessibleDescription(m_shown[m_marked]->accessibleName());
}

void ProcedurePage::scrollTo(QWidget *entry)
{
    for (QWidget *above = entry->parentWidget(); above; above = above->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(above))
            return area->ensureWidgetVisible(entry, 0, themeOf(this).px(12));
    }
}

bool ProcedurePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return Page::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        mark(m_marked + (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down ? 1 : -1));
        if (!m_shown.isEmpty())
            scrollTo(m_shown[m_marked]);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_shown.isEmpty())
            m_shown[m_marked]->click();
        return true;
    default:
        return Page::eventFilter(watched, event);
    }
}

} // namespace motcua
