#include "ui/papers/componentcard.h"

#include "core/base/errorcatalog.h"
#include "ui/papers/papertile.h"
#include "ui/theme/paint.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/statebadge.h"
#include "ui/widgets/textlabel.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

QString handlingWords(const Component &component)
{
    switch (component.handling) {
    case Component::Handling::Submit:
        return ComponentCard::tr("Original is handed in");
    case Component::Handling::Copy:
        return ComponentCard::tr("A copy is enough");
    case Component::Handling::Show:
        break;
    }
    return ComponentCard::tr("Shown, given back at once");
}

ComponentCard::ComponentCard(const Component &component, QWidget *parent)
    : Card(parent)
    , m_component(component)
    , m_state(new StateBadge(this))
    , m_busy(new TextLabel({}, TextRole::Small, TextLabel::Ink::Muted, this))
    , m_list(new QVBoxLayout)
    , m_refusals(new QVBoxLayout)
    , m_add(new SecondaryButton(tr("Add files…"), Icon::Upload, this))
{
    const Theme &theme = themeOf(this);
    setAcceptDrops(true);
    setAccessibleName(component.title);
    auto *head = new QHBoxLayout;
    head->setSpacing(theme.px(12));
    head->addWidget(new TextLabel(component.title, TextRole::Strong, TextLabel::Ink::Normal, this), 1);
    head->addWidget(m_state, 0, Qt::AlignTop);
    body()->addLayout(head);
    body()->addWidget(new TextLabel(handlingWords(component), TextRole::Body, TextLabel::Ink::Primary, this));
    if (!component.help.isEmpty())
        body()->addWidget(new TextLabel(component.help, TextRole::Small, TextLabel::Ink::Normal, this));
    if (!component.source.text.isEmpty())
        body()->addWidget(
            new TextLabel(tr("Source of law: %1").arg(component.source.text), TextRole::Small, TextLabel::Ink::Muted, this));
    m_list->setSpacing(theme.px(8));
    m_refusals->setSpacing(theme.px(8));
    body()->addLayout(m_list);
    body()->addLayout(m_refusals);
    auto *buttons = new QWidget(this);
    auto *row = new FlowLayout(buttons);
    row->setSpacing(theme.px(8));
    auto *paste = new QuietButton(tr("Paste"), Icon::Copy, buttons);
    paste->setKeyHint(u"Ctrl+V"_s);
    row->addWidget(m_add);
    row->addWidget(paste);
    row->addWidget(m_busy);
    m_busy->setWordWrap(false);
    m_add->setAccessibleName(tr("Add files: %1").arg(component.title));
    body()->addWidget(buttons);
    connect(m_add, &QPushButton::clicked, this, &ComponentCard::addRequested);
    connect(paste, &QPushButton::clicked, this, &ComponentCard::pasteRequested);
    m_busy->hide();
    showState();
}

void ComponentCard::setRequired(bool required)
{
    m_required = required;
    showState();
}

void ComponentCard::showState()
{
    if (!m_tiles.isEmpty())
        m_state->setWords({ Tone::Good, Icon::Check, tr("%n file(s)", nullptr, int(m_tiles.size())) });
    else if (m_required)
        m_state->setWords({ Tone::Waiting, Icon::Warning, tr("required") });
    else
        m_state->setWords({ Tone::Neutral, Icon::None, tr("if there is one") });
}

void ComponentCard::setPapers(const QList<Attachment> &papers)
{
    const auto same = [](const PaperTile *tile, const Attachment &paper) { return tile->paper().id == paper.id; };
    if (std::equal(m_tiles.cbegin(), m_tiles.cend(), papers.cbegin(), papers.cend(), same)) {
        for (int i = 0; i < m_tiles.size(); ++i)
            m_tiles[i]->setPaper(papers[i]);
        return;
    }
    // The keyboard stays in the card when the file it stood on goes.
    const bool hadFocus = std::any_of(m_tiles.cbegin(), m_tiles.cend(),
                                      [](const PaperTile *tile) { return tile->isAncestorOf(tile->window()->focusWidget()); });
    for (PaperTile *tile : std::as_const(m_tiles)) {
        tile->hide();
        tile->deleteLater();
    }
    m_tiles.clear();
    const bool asks = m_component.handling != Component::Handling::Submit;
    for (const Attachment &paper : papers) {
        auto *tile = new PaperTile(paper, int(m_tiles.size()) + 1, asks, this);
        m_tiles.append(tile);
        m_list->addWidget(tile);
        Q_EMIT tileAdded(tile);
    }
    // Otherwise Tab would reach the files after the buttons below them.
    for (PaperTile *tile : std::as_const(m_tiles))
        setTabOrder(tile, m_add);
    if (hadFocus)
        focusAdd();
    showState();
}

void ComponentCard::setReading(int files)
{
    m_reading = files;
    m_busy->setText(tr("Reading and checking %n file(s)…", nullptr, files));
    m_busy->setVisible(files > 0);
}

void ComponentCard::showRefusal(const QString &fileName, const Error &error)
{
    const ErrorExplanation words = explain(error);
    auto *banner = new Banner(this);
    const QString title = fileName.isEmpty() ? words.happened : u"%1: %2"_s.arg(fileName, words.happened);
    banner->showMessage(Tone::Error, title, u"%1 %2 (%3)"_s.arg(words.kept, words.next, words.id));
    banner->setClosable(true);
    m_refusals->addWidget(banner);
    m_refused.append(banner);
    connect(banner, &Banner::closed, this, [this, banner] {
        m_refused.removeOne(banner);
        banner->deleteLater();
        focusAdd();
    });
}

void ComponentCard::clearRefusals()
{
    qDeleteAll(std::exchange(m_refused, {}));
}

QStringList ComponentCard::refusals() const
{
    QStringList texts;
    for (const QWidget *banner : m_refused)
        texts.append(banner->accessibleName() + u' ' + banner->accessibleDescription());
    return texts;
}

void ComponentCard::focusAdd()
{
    m_add->setFocus(Qt::TabFocusReason);
}

bool ComponentCard::isUsable(const QMimeData *data)
{
    return data
           && (data->hasUrls() || data->hasFormat(QStringLiteral("image/png")) || data->hasFormat(QStringLiteral("image/jpeg")));
}

void ComponentCard::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    if (!m_dragOver)
        return;
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    paintBox(painter, rect(), theme.colors().primarySoft, theme.colors().primary, 3, theme.px(8));
}

void ComponentCard::dragEnterEvent(QDragEnterEvent *event)
{
    if (!isUsable(event->mimeData()))
        return;
    event->acceptProposedAction();
    m_dragOver = true;
    update();
}

void ComponentCard::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dragOver = false;
    update();
}

void ComponentCard::dropEvent(QDropEvent *event)
{
    m_dragOver = false;
    update();
    event->acceptProposedAction();
    Q_EMIT dropped(event->mimeData());
}

} // namespace motcua
