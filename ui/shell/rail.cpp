#include "ui/shell/rail.h"

#include "ui/shell/railbutton.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

Rail::Rail(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_places(new QButtonGroup(this))
{
    const Theme &theme = themeOf(this);
    setAccessibleName(tr("Navigation"));
    m_column->setContentsMargins(theme.px(8), theme.px(12), theme.px(8), theme.px(12));
    m_column->setSpacing(theme.px(4));
    const std::pair<Place, RailButton *> places[] = {
        { Place::Home, add(Icon::Home, tr("Home"), {}) },
        { Place::New, add(Icon::NewDossier, tr("New dossier"), u"F2"_s) },
        { Place::Queue, add(Icon::Queue, tr("Queue"), u"F4"_s) },
        { Place::Settings, add(Icon::Settings, tr("Settings"), {}) },
    };
    for (const auto &[place, button] : places) {
        button->setCheckable(true);
        m_places->addButton(button, int(place));
        // Also when it is the place one is at: "Queue" then shows the whole queue again.
        connect(button, &RailButton::clicked, this, [this, place = place] { Q_EMIT chosen(place); });
    }
    m_column->addStretch(1);
    connect(add(Icon::Send, tr("Send now"), u"F5"_s), &RailButton::clicked, this, &Rail::sendNow);
    connect(add(Icon::Help, tr("Help"), u"F1"_s), &RailButton::clicked, this, &Rail::help);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
}

RailButton *Rail::add(Icon icon, const QString &words, const QString &keys)
{
    auto *button = new RailButton(icon, words, keys);
    m_column->addWidget(button);
    m_buttons.append(button);
    return button;
}

void Rail::setPlace(Place place)
{
    m_places->button(int(place))->setChecked(true);
}

void Rail::setOffered(Place place, bool offered)
{
    m_places->button(int(place))->setVisible(offered);
}

void Rail::setNarrow(bool narrow)
{
    for (RailButton *button : std::as_const(m_buttons))
        button->setNarrow(narrow);
}

void Rail::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.colors().rail);
    if (theme.isHighContrast())
        painter.fillRect(width() - 2, 0, 2, height(), theme.colors().lineStrong);
}

} // namespace motcua
