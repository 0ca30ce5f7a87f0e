#include "ui/widgets/flowlayout.h"

#include <QWidget>

#include <algorithm>

namespace motcua {

FlowLayout::FlowLayout(QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::setItemWidth(int least)
{
    m_least = least;
    invalidate();
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->minimumSize());
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

int FlowLayout::arrange(const QRect &rect, bool place) const
{
    const QMargins margins = contentsMargins();
    const QRect area = rect.marginsRemoved(margins);
    const int gap = qMax(spacing(), 0);

    QList<QLayoutItem *> shown;
    std::copy_if(m_items.begin(), m_items.end(), std::back_inserter(shown),
                 [](const QLayoutItem *item) { return !item->isEmpty(); });

    int even = 0;
    if (m_least > 0 && !shown.isEmpty()) {
        const int columns = std::clamp((area.width() + gap) / (m_least + gap), 1, int(shown.size()));
        even = (area.width() - gap * (columns - 1)) / columns;
    }

    int y = area.top();
    for (qsizetype first = 0; first < shown.size();) {
        // One row at a time: its height is known only when its last item is.
        int rowHeight = 0;
        qsizetype next = first;
        QList<QRect> places;
        int x = area.left();
        for (; next < shown.size(); ++next) {
            QLayoutItem *item = shown[next];
            const int width = even ? even : qMin(item->sizeHint().width(), area.width());
            if (next > first && x + width > area.right() + 1)
                break;
            const int height = item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height();
            places.append(QRect(x, y, width, height));
            rowHeight = qMax(rowHeight, height);
            x += width + gap;
        }
        if (place) {
            for (qsizetype index = first; index < next; ++index) {
                QRect spot = places[index - first];
                if (even)
                    spot.setHeight(rowHeight);
                else
                    spot.moveTop(y + (rowHeight - spot.height()) / 2);
                shown[index]->setGeometry(spot);
            }
        }
        first = next;
        y += rowHeight + (first < shown.size() ? gap : 0);
    }
    return y - rect.top() + margins.bottom();
}

} // namespace motcua
