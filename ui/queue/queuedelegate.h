#pragma once

#include <QStyledItemDelegate>

namespace motcua {

class Clock;

// Paints one line of the queue: the name strong, codes in one-width digits, the state as a badge, late due dates with an icon.
class QueueDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit QueueDelegate(const Clock &clock, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Clock &m_clock;
};

} // namespace motcua
