#include "ui/form/dateeditor.h"

#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QCalendarWidget>
#include <QFrame>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QIcon calendarIcon(const QWidget *widget)
{
    const Theme &theme = themeOf(widget);
    return QIcon(iconPixmap(Icon::Calendar, theme.colors().muted, theme.px(20), widget->devicePixelRatioF()));
}

} // namespace

DateEditor::DateEditor(const FieldInfo &field, QWidget *parent)
    : LineEditor(field, parent)
{
    QAction *action = line()->addAction(calendarIcon(this), QLineEdit::TrailingPosition);
    action->setToolTip(tr("Choose from a calendar (F4)"));
    connect(action, &QAction::triggered, this, &DateEditor::openCalendar);
    line()->installEventFilter(this);
}

void DateEditor::openCalendar()
{
    auto *popup = new QFrame(this, Qt::Popup);
    popup->setObjectName(u"calendarPopup"_s);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setFrameShape(QFrame::StyledPanel);
    popup->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(popup);
    layout->setContentsMargins(8, 8, 8, 8);
    auto *calendar = new QCalendarWidget(popup);
    calendar->setLocale(QLocale(QLocale::Vietnamese, QLocale::Vietnam));
    calendar->setFirstDayOfWeek(Qt::Monday);
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    if (const QDate date = QDate::fromString(value().toString(), Qt::ISODate); date.isValid())
        calendar->setSelectedDate(date);
    layout->addWidget(calendar);
    const auto take = [this, popup](const QDate &date) {
        typed(date.toString(u"dd/MM/yyyy"_s));
        popup->close();
        line()->setFocus(Qt::PopupFocusReason);
    };
    connect(calendar, &QCalendarWidget::clicked, popup, take);
    connect(calendar, &QCalendarWidget::activated, popup, take);
    popup->adjustSize();
    popup->move(line()->mapToGlobal(QPoint(0, line()->height())));
    popup->show();
    calendar->setFocus(Qt::PopupFocusReason);
}

bool DateEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == line() && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_F4 || (key->key() == Qt::Key_Down && key->modifiers() == Qt::AltModifier)) {
            openCalendar();
            return true;
        }
    }
    return LineEditor::eventFilter(watched, event);
}

} // namespace motcua
