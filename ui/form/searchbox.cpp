#include "ui/form/searchbox.h"

#include "core/base/text.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QListWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int mostShown = 200; // more is never read, only scrolled past
constexpr int rowsInView = 8;
constexpr int indexRole = Qt::UserRole;

bool beginsEveryWord(const QString &key, const QStringList &words)
{
    return std::all_of(words.cbegin(), words.cend(), [&](const QString &word) { return key.contains(u' ' + word); });
}

} // namespace

SearchBox::SearchBox(QWidget *parent)
    : QLineEdit(parent)
{
    const Theme &theme = themeOf(this);
    QAction *action = addAction(QIcon(iconPixmap(Icon::ChevronDown, theme.colors().muted, theme.px(20), devicePixelRatioF())),
                                QLineEdit::TrailingPosition);
    action->setToolTip(tr("Show the whole list (arrow down)"));
    connect(action, &QAction::triggered, this, [this] {
        setFocus(Qt::MouseFocusReason);
        listIsOpen() ? hideList() : openList();
    });
    setPlaceholderText(tr("Type to search"));
    connect(this, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_typing = true;
        if (text.trimmed().isEmpty()) {
            hideList();
            if (m_choice) {
                m_choice.reset();
                Q_EMIT chosen();
            }
            return;
        }
        fillList(text);
        placeList();
    });
}

void SearchBox::setItems(const QList<SearchItem> &items)
{
    const QJsonValue kept = value();
    m_entries.clear();
    m_entries.reserve(items.size());
    for (const SearchItem &item : items)
        m_entries.append({ item, u' ' + folded(item.title + u' ' + item.alsoKnownAs), folded(item.alsoKnownAs) });
    m_choice.reset();
    if (!kept.isUndefined())
        setValue(kept);
}

void SearchBox::setSource(Source source)
{
    m_source = std::move(source);
}

QJsonValue SearchBox::value() const
{
    return m_choice ? m_choice->value : QJsonValue(QJsonValue::Undefined);
}

void SearchBox::setValue(const QJsonValue &value)
{
    const auto found =
        std::find_if(m_entries.cbegin(), m_entries.cend(), [&](const Entry &entry) { return entry.item.value == value; });
    setChoice(found == m_entries.cend() ? std::nullopt : std::optional(found->item));
}

void SearchBox::setChoice(const std::optional<SearchItem> &item)
{
    const bool same = item ? value() == item->value : !m_choice;
    if (same && m_typing)
        return;
    m_choice = item;
    showChoice();
}

void SearchBox::commit()
{
    const bool marked = listIsOpen() && m_typing && m_list->currentRow() >= 0;
    const int index = marked ? m_list->currentItem()->data(indexRole).toInt() : -1;
    hideList();
    if (index >= 0)
        choose(SearchItem(m_rows.at(index)));
    else
        showChoice();
}

void SearchBox::openList()
{
    fillList({});
    placeList();
}

bool SearchBox::listIsOpen() const
{
    return m_list && !m_list->isHidden();
}

QStringList SearchBox::offered() const
{
    QStringList titles;
    for (int row = 0; listIsOpen() && row < m_list->count(); ++row)
        titles.append(m_list->item(row)->text());
    return titles;
}

// What begins with the typed letters comes before what only contains them; the bare name ("Đa Kia") before its type ("Đặc khu …").
QList<SearchItem> SearchBox::ranked(const QString &text) const
{
    const QString typed = folded(text);
    const QStringList words = typed.split(u' ', Qt::SkipEmptyParts);
    QList<SearchItem> found[3];
    for (const Entry &entry : m_entries) {
        if (entry.name.startsWith(typed))
            found[0].append(entry.item);
        else if (entry.key.startsWith(u' ' + typed))
            found[1].append(entry.item);
        else if (beginsEveryWord(entry.key, words))
            found[2].append(entry.item);
    }
    return (found[0] + found[1] + found[2]).mid(0, mostShown);
}

void SearchBox::fillList(const QString &text)
{
    if (!m_list) {
        m_list = new QListWidget(window());
        m_list->setFocusPolicy(Qt::NoFocus);
        m_list->setMouseTracking(true);
        m_list->setUniformItemSizes(true);
        m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_list->setTextElideMode(Qt::ElideRight);
        m_list->hide();
        connect(this, &QObject::destroyed, m_list, &QObject::deleteLater);
        connect(m_list, &QListWidget::itemClicked, this, [this](const QListWidgetItem *item) {
            const int index = item->data(indexRole).toInt();
            hideList();
            choose(SearchItem(m_rows.at(index)));
        });
    }
    m_list->clear();
    m_rows = m_source ? m_source(text) : ranked(text);
    for (int i = 0; i < m_rows.size(); ++i) {
        const SearchItem &item = m_rows[i];
        auto *row = new QListWidgetItem(item.hint.isEmpty() ? item.title : u"%1 · %2"_s.arg(item.title, item.hint), m_list);
        row->setData(indexRole, i);
        if (m_choice && item.value == m_choice->value && !m_typing)
            m_list->setCurrentItem(row);
    }
    if (m_list->count() == 0) {
        auto *row = new QListWidgetItem(tr("Nothing fits. Check the spelling."), m_list);
        row->setFlags(Qt::NoItemFlags);
        m_list->setCurrentRow(-1);
    } else if (m_list->currentRow() < 0 && m_typing) {
        m_list->setCurrentRow(0);
    }
}

void SearchBox::placeList()
{
    const int row = std::max(m_list->sizeHintForRow(0), fontMetrics().height() + 8);
    const int wanted = row * std::min(m_list->count(), rowsInView) + 8;
    const QPoint below = mapTo(window(), QPoint(0, height() + 2));
    const int roomBelow = window()->height() - below.y() - 4;
    const int roomAbove = below.y() - height() - 8;
    const bool upwards = roomBelow < wanted && roomAbove > roomBelow;
    const int tall = std::min(wanted, std::max(upwards ? roomAbove : roomBelow, row + 8));
    // Long lines may begin further to the left: what they end with tells them apart.
    const int widest = std::max(width(), std::min(m_list->sizeHintForColumn(0) + 40, window()->width() - 16));
    const int left = std::max(8, std::min(below.x(), window()->width() - widest - 8));
    const int top = upwards ? below.y() - height() - 4 - tall : below.y();
    m_list->setGeometry(left, top, widest, tall);
    m_list->setAccessibleName(accessibleName());
    const bool opening = m_list->isHidden();
    m_list->show();
    m_list->raise();
    if (m_list->currentItem())
        m_list->scrollToItem(m_list->currentItem());
    if (opening)
        qApp->installEventFilter(this);
}

void SearchBox::hideList()
{
    if (!listIsOpen())
        return;
    m_list->hide();
    qApp->removeEventFilter(this);
}

void SearchBox::choose(const SearchItem &item)
{
    const bool differs = item.value != value();
    m_choice = item;
    showChoice();
    if (differs)
        Q_EMIT chosen();
}

void SearchBox::showChoice()
{
    m_typing = false;
    const QString title = m_choice ? m_choice->title : QString();
    if (text() != title) {
        setText(title);
        setCursorPosition(0);
    }
}

void SearchBox::moveMark(int rows)
{
    if (!listIsOpen())
        return openList();
    if (m_list->count() == 0 || !(m_list->item(0)->flags() & Qt::ItemIsEnabled))
        return;
    m_typing = true;
    const int row = m_list->currentRow() < 0 ? 0 : std::clamp(m_list->currentRow() + rows, 0, m_list->count() - 1);
    m_list->setCurrentRow(row);
    m_list->scrollToItem(m_list->currentItem());
}

void SearchBox::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down:
        return moveMark(1);
    case Qt::Key_Up:
        return listIsOpen() ? moveMark(-1) : QLineEdit::keyPressEvent(event);
    case Qt::Key_PageDown:
        return listIsOpen() ? moveMark(rowsInView) : QLineEdit::keyPressEvent(event);
    case Qt::Key_PageUp:
        return listIsOpen() ? moveMark(-rowsInView) : QLineEdit::keyPressEvent(event);
    case Qt::Key_F4:
        return openList();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        commit();
        return QLineEdit::keyPressEvent(event);
    case Qt::Key_Escape:
        if (listIsOpen() || m_typing) {
            hideList();
            showChoice();
            selectAll();
            return;
        }
        break;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchBox::mousePressEvent(QMouseEvent *event)
{
    QLineEdit::mousePressEvent(event);
    if (!m_choice && text().isEmpty() && !listIsOpen())
        openList();
}

void SearchBox::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    // The next letter replaces the old choice, as in any list.
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        selectAll();
}

void SearchBox::focusOutEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        commit();
    QLineEdit::focusOutEvent(event);
}

// What follows may depend on the choice, so it is settled before the next field is looked for.
bool SearchBox::focusNextPrevChild(bool next)
{
    commit();
    return QLineEdit::focusNextPrevChild(next);
}

bool SearchBox::eventFilter(QObject *watched, QEvent *event)
{
    if (listIsOpen()) {
        auto *widget = qobject_cast<QWidget *>(watched);
        const bool ours = widget && (widget == this || isAncestorOf(widget) || widget == m_list || m_list->isAncestorOf(widget));
        if (event->type() == QEvent::MouseButtonPress && widget && !ours)
            commit();
        else if ((event->type() == QEvent::Wheel && widget && !ours) || (event->type() == QEvent::Resize && watched == window()))
            hideList();
    }
    return QLineEdit::eventFilter(watched, event);
}

} // namespace motcua
