#include "ui/widgets/sectiontitle.h"

#include "ui/widgets/actionbutton.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

namespace motcua {

SectionTitle::SectionTitle(const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_label(new TextLabel(text, TextRole::Heading))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->addWidget(m_label, 1);
}

void SectionTitle::setText(const QString &text)
{
    m_label->setText(text);
}

ActionButton *SectionTitle::addAction(const QString &words, Icon icon)
{
    auto *button = new QuietButton(words, icon);
    m_row->addWidget(button);
    return button;
}

} // namespace motcua
