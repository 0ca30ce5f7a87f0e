#include "ui/queue/queuedelegate.h"

#include "core/base/clock.h"
#include "ui/dossier/statewords.h"
#include "ui/queue/queuemodel.h"
#include "ui/theme/paint.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>

namespace motcua {

namespace {

int firstShown(const QTableView &view)
{
    return view.horizontalHeader()->logicalIndexAt(0);
}

} // namespace

QueueDelegate::QueueDelegate(const Clock &clock, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_clock(clock)
{
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return { 80, themeOf(option.widget).px(48) };
}

void QueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const QueueModel *>(index.model());
    const DossierSummary *dossier = model ? model->at(index.row()) : nullptr;
    if (!dossier)
        return;
    const Theme &theme = themeOf(option.widget);
    const ThemeColors &colors = theme.colors();
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->fillRect(option.rect, selected                                 ? colors.primarySoft
                                   : option.state & QStyle::State_MouseOver ? colors.sunken
                                                                            : colors.surface);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), colors.line);

    const auto *view = qobject_cast<const QTableView *>(option.widget);
    const bool current = view && view->currentIndex().row() == index.row();
    if (current && index.column() == firstShown(*view)) {
        // The bar marks the row the keyboard is on; stronger while the table has the focus.
        const int width = view->hasFocus() ? 6 : 3;
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), width, option.rect.height()),
                          view->hasFocus() ? colors.focus : colors.primary);
    }

    QRect place = option.rect.adjusted(theme.px(12), 0, -theme.px(8), -1);
    if (index.column() == QueueModel::State) {
        paintBadge(*painter, place, theme, overallBadge(*dossier, m_clock.now()));
        painter->restore();
        return;
    }
    QColor ink = colors.text;
    QFont font = theme.font(index.column() == QueueModel::Person ? TextRole::Strong : TextRole::Body);
    if (index.column() == QueueModel::Person && dossier->applicantName.isEmpty()) {
        font = theme.font();
        ink = colors.muted;
    }
    if (index.column() == QueueModel::Updated)
        ink = colors.muted;
    if (index.column() == QueueModel::Due && dossier->isLate(m_clock.now())) {
        ink = theme.tone(Tone::Error).ink;
        const int side = theme.px(18);
        paintIcon(*painter, QRectF(place.left(), place.center().y() - side / 2.0, side, side), Icon::Late, ink);
        place.setLeft(place.left() + side + theme.px(6));
    }
    painter->setFont(font);
    painter->setPen(ink);
    const Qt::TextElideMode elide = index.column() == QueueModel::Code ? Qt::ElideMiddle : Qt::ElideRight;
    painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                      QFontMetrics(font).elidedText(index.data().toString(), elide, place.width()));
    painter->restore();
}

} // namespace motcua
