#include "ui/widgets/scrollbody.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace motcua {

QVBoxLayout *makeScrollBody(QWidget *page, int maxWidth)
{
    const Theme &theme = themeOf(page);
    auto *outer = new QVBoxLayout(page);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    outer->addWidget(area);

    auto *middle = new QWidget;
    auto *center = new QHBoxLayout(middle);
    center->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(24));
    auto *column = new QWidget;
    column->setMaximumWidth(theme.px(maxWidth));
    center->addWidget(column, 1);
    auto *body = new QVBoxLayout(column);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(theme.px(16));
    area->setWidget(middle);

    QObject::connect(qApp, &QApplication::focusChanged, area, [area](QWidget *, QWidget *now) {
        if (now && area->widget()->isAncestorOf(now))
            area->ensureWidgetVisible(now, 24, 24);
    });
    return body;
}

} // namespace motcua
