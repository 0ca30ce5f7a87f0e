#include "ui/form/noteline.h"

#include "ui/theme/theme.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace motcua {

NoteLine::NoteLine(QWidget *parent)
    : QWidget(parent)
    , m_sentence(new TextLabel({}, TextRole::Small, TextLabel::Ink::Muted, this))
    , m_button(new QPushButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(themeOf(this).px(12));
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_button, 0, Qt::AlignTop);
    hide();
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (const auto act = m_act)
            act();
    });
}

void NoteLine::say(const QString &sentence, const QString &action, std::function<void()> act)
{
    m_sentence->setText(sentence);
    m_button->setText(action);
    m_button->setVisible(!action.isEmpty());
    m_act = std::move(act);
    setVisible(!sentence.isEmpty());
}

QString NoteLine::sentence() const
{
    return m_sentence->text();
}

} // namespace motcua
