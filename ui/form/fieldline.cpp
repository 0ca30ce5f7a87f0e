#include "ui/form/fieldline.h"

#include "ui/form/fieldrow.h"

#include <QEvent>
#include <QMap>

#include <algorithm>

namespace motcua {

bool FieldLine::event(QEvent *event)
{
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest) // a neighbour came or went
        alignHeads();
    return handled;
}

void FieldLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    alignHeads();
}

void FieldLine::alignHeads()
{
    QMap<int, QList<FieldRow *>> lines; // by where they start
    const QList<FieldRow *> rows = findChildren<FieldRow *>(Qt::FindDirectChildrenOnly);
    for (FieldRow *row : rows) {
        if (!row->isHidden())
            lines[row->y()].append(row);
    }
    for (const QList<FieldRow *> &line : std::as_const(lines)) {
        int highest = 0;
        for (const FieldRow *row : line)
            highest = std::max(highest, row->headHeight());
        for (FieldRow *row : line)
            row->setHeadHeight(line.size() > 1 ? highest : 0);
    }
}

} // namespace motcua
