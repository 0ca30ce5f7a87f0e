#include "ui/procedures/procedurepage.h"

#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/scrollbody.h"
#include "ui/widgets/textlabel.h"

#include <QAbstractButton>
#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

// A procedure as a card that is one button: name, code and field, then who handles it, how long it takes and what it costs.
class ProcedurePage::Entry final : public QAbstractButton
{
public:
    Entry(const PackPtr &pack, QWidget *parent)
        : QAbstractButton(parent)
        , m_pack(pack)
    {
        setCursor(Qt::PointingHandCursor);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::TabFocus);
        setAccessibleName(u"%1, %2"_s.arg(pack->name, pack->code));
        setAccessibleDescription(u"%1. %2. %3"_s.arg(pack->handler, pack->deadlineText, pack->feeText));
        const Theme &theme = themeOf(this);
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(theme.px(68), theme.px(14), theme.px(48), theme.px(14));
        column->setSpacing(theme.px(3));
        add(column, new TextLabel(pack->name, TextRole::Heading));
        add(column,
            new TextLabel(u"%1 · %2 · %3"_s.arg(pack->code, pack->field, pack->handler), TextRole::Body, TextLabel::Ink::Muted));
        fact(column, ProcedurePage::tr("Time limit: %1"), pack->deadlineText);
        fact(column, ProcedurePage::tr("Fee: %1"), pack->feeText);
        fact(column, ProcedurePage::tr("Result: %1"), pack->resultText);
    }

    const PackPtr &pack() const { return m_pack; }
    void setMarked(bool marked)
    {
        m_marked = marked;
        update();
    }
    QSize sizeHint() const override { return layout()->sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        const ThemeColors &colors = theme.colors();
        QPainter painter(this);
        const bool lit = m_marked || underMouse() || hasFocus();
        paintBox(painter, rect(), lit ? colors.primarySoft : colors.surface, lit ? colors.primary : colors.line, theme.border(),
                 theme.px(8));
        paintIcon(painter, QRectF(theme.px(20), theme.px(18), theme.px(30), theme.px(30)), Icon::Paper, colors.primary);
        paintIcon(painter, QRectF(width() - theme.px(38), (height() - theme.px(22)) / 2.0, theme.px(22), theme.px(22)),
                  Icon::ChevronRight, lit ? colors.primary : colors.muted);
        if (hasFocus())
            paintFocusRing(painter, rect(), colors.focus, theme.px(8));
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            return click();
        QAbstractButton::keyPressEvent(event);
    }

private:
    void add(QVBoxLayout *column, TextLabel *label)
    {
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
        column->addWidget(label);
    }
    void fact(QVBoxLayout *column, const QString &pattern, const QString &text)
    {
        if (!text.isEmpty())
            add(column, new TextLabel(pattern.arg(text), TextRole::Small));
    }

    PackPtr m_pack;
    bool m_marked = false;
};

ProcedurePage::ProcedurePage(const PackCatalog &packs, QWidget *parent)
    : Page(parent)
    , m_packs(packs)
    , m_search(new QLineEdit)
    , m_count(new TextLabel({}, TextRole::Small, TextLabel::Ink::Muted))
    , m_empty(new EmptyState(Icon::Search, tr("No procedure fits these words"),
                             tr("Try fewer or other words, or the code of the procedure. Tone marks do not matter.")))
    , m_list(new QVBoxLayout)
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
    body->addWidget(m_count);
    m_list->setSpacing(theme.px(10));
    body->addLayout(m_list);
    body->addWidget(m_empty);
    body->addStretch(1);
    connect(m_search, &QLineEdit::textChanged, this, &ProcedurePage::search);
    search();
}

QString ProcedurePage::title() const
{
    return tr("New dossier");
}

void ProcedurePage::enter()
{
    m_search->clear();
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
    for (const Entry *entry : m_entries)
        codes.append(entry->pack()->code);
    return codes;
}

void ProcedurePage::search()
{
    const QList<PackPtr> found = m_packs.search(m_search->text());
    for (Entry *entry : std::as_const(m_entries)) {
        entry->hide();
        entry->deleteLater();
    }
    m_entries.clear();
    for (const PackPtr &pack : found) {
        auto *entry = new Entry(pack, m_search->parentWidget());
        connect(entry, &QAbstractButton::clicked, this, [this, code = pack->code] { Q_EMIT chosen(code); });
        m_list->addWidget(entry);
        m_entries.append(entry);
    }
    m_count->setText(tr("%n procedure(s). Enter opens the marked one.", nullptr, int(found.size())));
    m_count->setVisible(!found.isEmpty());
    m_empty->setVisible(found.isEmpty());
    mark(0);
}

void ProcedurePage::mark(int index)
{
    if (m_entries.isEmpty())
        return;
    m_marked = std::clamp(index, 0, int(m_entries.size()) - 1);
    for (int i = 0; i < m_entries.size(); ++i)
        m_entries[i]->setMarked(i == m_marked);
    m_search->setAccessibleDescription(m_entries[m_marked]->accessibleName());
}

bool ProcedurePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return Page::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        mark(m_marked + 1);
        return true;
    case Qt::Key_Up:
        mark(m_marked - 1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_entries.isEmpty())
            m_entries[m_marked]->click();
        return true;
    default:
        return Page::eventFilter(watched, event);
    }
}

} // namespace motcua
