#include "ui/papers/paperspage.h"

#include "core/counter/counter.h"
#include "ui/papers/componentcard.h"
#include "ui/papers/paperpreview.h"
#include "ui/papers/papertile.h"
#include "ui/theme/theme.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QPointer>
#include <QResizeEvent>
#include <QScrollArea>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int columnsFrom = 720; // narrower pages show a paper in place of the cards

} // namespace

PapersPage::PapersPage(Counter &counter, qint64 maxBytes, ChoosePapers choose, QWidget *parent)
    : QWidget(parent)
    , m_counter(counter)
    , m_maxBytes(maxBytes)
    , m_choose(std::move(choose))
    , m_nothing(new TextLabel(tr("This dossier needs no papers as it is filled in now."), TextRole::Body, TextLabel::Ink::Muted))
    , m_preview(new PaperPreview(counter, this))
{
    const Theme &theme = themeOf(this);
    setAcceptDrops(true);
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(theme.px(16));
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget;
    m_list = new QVBoxLayout(page);
    m_list->setContentsMargins(0, 0, theme.px(8), theme.px(16));
    m_list->setSpacing(theme.px(14));
    m_list->addWidget(m_nothing);
    m_list->addStretch(1);
    area->setWidget(page);
    connect(qApp, &QApplication::focusChanged, area, [area](QWidget *, const QWidget *now) {
        if (now && area->widget()->isAncestorOf(now))
            area->ensureWidgetVisible(const_cast<QWidget *>(now), 0, 40);
    });
    m_cardsArea = area;
    columns->addWidget(area, 5);
    columns->addWidget(m_preview, 4);
    connect(m_preview, &PaperPreview::closeRequested, this, [this] {
        m_large = false;
        arrange();
        focusFirst();
    });
}

void PapersPage::open(const PackPtr &pack, const QString &dossierId, const QList<Attachment> &papers)
{
    m_pack = pack;
    m_dossierId = dossierId;
    m_papers = papers;
    qDeleteAll(std::exchange(m_cards, {}));
    int at = 1;
    for (const Component &component : pack->components) {
        ComponentCard *made = makeCard(component);
        m_cards.insert(component.code, made);
        m_list->insertWidget(at++, made);
        made->hide();
    }
    showPapers();
    showReading();
    showPreview(papers.isEmpty() ? QString() : papers.first().id);
}

ComponentCard *PapersPage::makeCard(const Component &component)
{
    auto *made = new ComponentCard(component);
    const QString code = component.code;
    connect(made, &ComponentCard::addRequested, this, [this, code] {
        m_choose(this, [this, code, id = m_dossierId](const QStringList &paths) { addFilesTo(id, code, paths); });
    });
    connect(made, &ComponentCard::pasteRequested, this, [this, code] { paste(code); });
    connect(made, &ComponentCard::dropped, this, [this, code](const QMimeData *mime) { take(code, mime); });
    connect(made, &ComponentCard::tileAdded, this, &PapersPage::wire);
    return made;
}

// A paper that is attached stays in view even when the answers no longer ask for it, so that it can be taken out.
void PapersPage::setComponents(const QList<ComponentState> &states)
{
    bool any = false;
    for (const ComponentState &state : states) {
        ComponentCard *found = m_cards.value(state.code);
        if (!found)
            continue;
        const bool attached = std::any_of(m_papers.cbegin(), m_papers.cend(),
                                          [&](const Attachment &paper) { return paper.component == state.code; });
        found->setRequired(state.applies && state.required);
        found->setVisible(state.applies || attached);
        any = any || state.applies || attached;
    }
    m_nothing->setVisible(!any);
    arrange();
}

ComponentCard *PapersPage::card(const QString &component) const
{
    ComponentCard *found = m_cards.value(component);
    return found && !found->isHidden() ? found : nullptr;
}

bool PapersPage::focusComponent(const QString &component)
{
    ComponentCard *found = card(component);
    if (found)
        found->focusAdd();
    return found;
}

void PapersPage::focusFirst()
{
    ComponentCard *first = nullptr;
    for (const Component &component : m_pack->components) {
        ComponentCard *found = card(component.code);
        if (found && (!first || (found->tiles().isEmpty() && !first->tiles().isEmpty())))
            first = found;
    }
    if (first)
        first->focusAdd();
}

void PapersPage::addFiles(const QString &component, const QStringList &paths)
{
    addFilesTo(m_dossierId, component, paths);
}

void PapersPage::addFilesTo(const QString &dossierId, const QString &component, const QStringList &paths)
{
    for (const QString &path : paths) {
        const QFileInfo file(path);
        enqueue({ dossierId, component, path, {}, file.suffix().toLower(), file.fileName() });
    }
}

void PapersPage::paste(const QString &component)
{
    take(component, QApplication::clipboard()->mimeData());
}

void PapersPage::take(const QString &component, const QMimeData *mime)
{
    if (!mime)
        return;
    QStringList paths;
    const QList<QUrl> urls = mime->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    if (!paths.isEmpty())
        return addFiles(component, paths);
    // As it lies there: another program wrote it, so it is decoded in the reader's process and never here.
    constexpr std::array kinds { std::pair { "image/png", "png" }, std::pair { "image/jpeg", "jpg" } };
    for (const auto &[kind, suffix] : kinds) {
        Job job { m_dossierId,
                  component,
                  {},
                  mime->data(QString::fromLatin1(kind)),
                  QString::fromLatin1(suffix),
                  tr("Picture from the clipboard") };
        if (!job.content.isEmpty())
            return enqueue(job);
    }
}

void PapersPage::enqueue(const Job &job)
{
    m_jobs.append(job);
    if (m_running)
        showReading();
    else
        next();
}

void PapersPage::showReading()
{
    QHash<QString, int> waiting;
    for (const Job &job : std::as_const(m_jobs)) {
        if (job.dossierId == m_dossierId)
            ++waiting[job.component];
    }
    for (auto each = m_cards.cbegin(); each != m_cards.cend(); ++each)
        each.value()->setReading(waiting.value(each.key()));
}

// One after the other: the files keep the order in which they were chosen, and memory holds one at a time.
void PapersPage::next()
{
    showReading();
    if (m_running != !m_jobs.isEmpty()) {
        m_running = !m_running;
        Q_EMIT readingChanged();
    }
    if (m_jobs.isEmpty())
        return;
    const Job job = m_jobs.first();
    if (job.path.isEmpty())
        return inspect(job, job.content);
    readPaperFile(job.path, m_maxBytes).then(this, [this, job](const Result<QByteArray> &content) {
        if (content)
            inspect(job, *content);
        else
            finish(job, passOn(content));
    });
}

void PapersPage::inspect(const Job &job, const QByteArray &content)
{
    m_counter.addPaper(job.dossierId, job.component, content, job.suffix)
        .then(this, [this, job](const Result<Attachment> &added) { finish(job, added); });
}

void PapersPage::finish(const Job &job, const Result<Attachment> &added)
{
    m_jobs.removeFirst();
    if (job.dossierId == m_dossierId)
        showAdded(job, added);
    next();
}

void PapersPage::showAdded(const Job &job, const Result<Attachment> &added)
{
    if (!added) {
        if (ComponentCard *found = m_cards.value(job.component))
            found->showRefusal(job.name, added.error());
        Q_EMIT paperRefused(job.component);
        return;
    }
    m_papers.append(*added);
    showPapers();
    showPreview(added->id);
    Q_EMIT papersChanged();
}

void PapersPage::showPapers()
{
    for (auto each = m_cards.cbegin(); each != m_cards.cend(); ++each) {
        QList<Attachment> own;
        std::copy_if(m_papers.cbegin(), m_papers.cend(), std::back_inserter(own),
                     [&](const Attachment &paper) { return paper.component == each.key(); });
        each.value()->setPapers(own);
    }
}

QString PapersPage::titleOf(const Attachment &paper) const
{
    for (const Component &component : m_pack->components) {
        if (component.code == paper.component)
            return component.title;
    }
    return paper.name;
}

void PapersPage::showPreview(const QString &paperId)
{
    const auto found =
        std::find_if(m_papers.cbegin(), m_papers.cend(), [&](const Attachment &paper) { return paper.id == paperId; });
    if (found == m_papers.cend())
        m_preview->clear();
    else
        m_preview->show(*found, titleOf(*found));
    for (const ComponentCard *each : std::as_const(m_cards)) {
        const QList<PaperTile *> tiles = each->tiles();
        for (PaperTile *tile : tiles)
            tile->setSelected(tile->paper().id == paperId);
    }
}

void PapersPage::wire(PaperTile *tile)
{
    connect(tile, &PaperTile::selected, this, [this, tile] {
        showPreview(tile->paper().id);
        m_large = !m_wide;
        arrange();
    });
    connect(tile, &PaperTile::turnRequested, this, [this, tile](int degrees) { turn(tile, degrees); });
    connect(tile, &PaperTile::removeRequested, this, [this, tile] { remove(tile); });
    connect(tile, &PaperTile::originalReturned, this, [this, tile](bool returned) { setReturned(tile, returned); });
    if (m_busy.contains(tile->paper().id))
        tile->setBusy(true);
    askThumbnail(tile);
}

// A tile lives only as long as the list stays as it is, so the page is what the answer comes back to.
void PapersPage::askThumbnail(PaperTile *tile)
{
    const qreal ratio = devicePixelRatioF();
    m_counter.paperPreview(tile->paper(), 0, tile->thumbnailSize() * ratio)
        .then(this, [tile = QPointer<PaperTile>(tile), ratio](const Result<QImage> &image) {
            if (!image || !tile)
                return;
            QPixmap picture = QPixmap::fromImage(*image);
            picture.setDevicePixelRatio(ratio);
            tile->setThumbnail(picture);
        });
}

PaperTile *PapersPage::tileOf(const QString &paperId) const
{
    for (const ComponentCard *each : m_cards) {
        const QList<PaperTile *> tiles = each->tiles();
        for (PaperTile *tile : tiles) {
            if (tile->paper().id == paperId)
                return tile;
        }
    }
    return nullptr;
}

Attachment *PapersPage::find(const QString &paperId)
{
    const auto found =
        std::find_if(m_papers.begin(), m_papers.end(), [&](const Attachment &paper) { return paper.id == paperId; });
    return found == m_papers.end() ? nullptr : &*found;
}

void PapersPage::setBusy(const QString &paperId, bool busy)
{
    if (busy)
        m_busy.insert(paperId);
    else
        m_busy.remove(paperId);
    if (PaperTile *tile = tileOf(paperId))
        tile->setBusy(busy);
}

void PapersPage::refuse(const Attachment &paper, const Error &error)
{
    if (ComponentCard *found = m_cards.value(paper.component))
        found->showRefusal({}, error);
}

void PapersPage::turn(PaperTile *tile, int degrees)
{
    const QString id = tile->paper().id;
    setBusy(id, true);
    m_counter.rotatePaper(m_dossierId, id, degrees).then(this, [this, id](const Result<Attachment> &turned) {
        setBusy(id, false);
        Attachment *paper = find(id);
        if (!paper)
            return;
        if (!turned)
            return refuse(*paper, turned.error());
        *paper = *turned;
        showPapers();
        if (PaperTile *shown = tileOf(id))
            askThumbnail(shown);
        showPreview(id);
        Q_EMIT papersChanged();
    });
}

void PapersPage::remove(PaperTile *tile)
{
    const QString id = tile->paper().id;
    setBusy(id, true);
    m_counter.removePaper(m_dossierId, id).then(this, [this, id](const Result<void> &removed) {
        setBusy(id, false);
        const Attachment *paper = find(id);
        if (!paper)
            return;
        if (!removed)
            return refuse(*paper, removed.error());
        m_papers.removeIf([&](const Attachment &each) { return each.id == id; });
        showPapers();
        if (m_preview->paperId() == id)
            showPreview(m_papers.isEmpty() ? QString() : m_papers.last().id);
        Q_EMIT papersChanged();
    });
}

void PapersPage::setReturned(PaperTile *tile, bool returned)
{
    const QString id = tile->paper().id;
    m_counter.setOriginalReturned(m_dossierId, id, returned).then(this, [this, id, returned](const Result<void> &done) {
        Attachment *paper = find(id);
        if (!paper)
            return;
        if (done)
            paper->originalReturned = returned;
        else
            refuse(*paper, done.error());
        showPapers();
        Q_EMIT papersChanged();
    });
}

// Dropped beside the cards or pasted from the keyboard: the card with the cursor, else the only one in view.
QString PapersPage::cardUnderCursor() const
{
    QStringList shown;
    const QWidget *focus = window()->focusWidget();
    for (auto each = m_cards.cbegin(); each != m_cards.cend(); ++each) {
        if (focus && each.value()->isAncestorOf(focus))
            return each.key();
        if (!each.value()->isHidden())
            shown.append(each.key());
    }
    return shown.size() == 1 ? shown.first() : QString();
}

void PapersPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (ComponentCard::isUsable(event->mimeData()) && !cardUnderCursor().isEmpty())
        event->acceptProposedAction();
}

void PapersPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    take(cardUnderCursor(), event->mimeData());
}

void PapersPage::keyPressEvent(QKeyEvent *event)
{
    const QString component = cardUnderCursor();
    if (event->matches(QKeySequence::Paste) && !component.isEmpty())
        return paste(component);
    QWidget::keyPressEvent(event);
}

void PapersPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_wide = event->size().width() >= themeOf(this).px(columnsFrom);
    m_large = m_large && !m_wide;
    arrange();
}

void PapersPage::arrange()
{
    m_cardsArea->setVisible(!m_large);
    m_preview->setVisible(m_large || (m_wide && m_nothing->isHidden()));
    m_preview->setClosable(m_large);
}

} // namespace motcua
