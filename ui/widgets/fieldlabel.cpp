#include "ui/widgets/fieldlabel.h"

#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QStringList>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

FieldLabel::FieldLabel(const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_text(new TextLabel(text, TextRole::Strong))
    , m_required(new TextLabel(tr("required"), TextRole::Small, TextLabel::Ink::Primary))
    , m_help(new TextLabel({}, TextRole::Small, TextLabel::Ink::Muted))
{
    const Theme &theme = themeOf(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, theme.px(4));
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme.px(8));
    row->addWidget(m_text, 1);
    row->addWidget(m_required, 0, Qt::AlignBottom);
    m_required->setWordWrap(false);
    column->addLayout(row);
    column->addWidget(m_help);
    m_required->hide();
    m_help->hide();
}

void FieldLabel::setField(QWidget *field)
{
    m_field = field;
    m_text->setBuddy(field);
    tellField();
}

void FieldLabel::setRequired(bool required)
{
    m_required->setVisible(required);
    tellField();
}

void FieldLabel::setHelp(const QString &help)
{
    m_help->setText(help);
    m_help->setVisible(!help.isEmpty());
    tellField();
}

void FieldLabel::setText(const QString &text)
{
    m_text->setText(text);
    tellField();
}

QString FieldLabel::text() const
{
    return m_text->text();
}

void FieldLabel::tellField()
{
    if (!m_field)
        return;
    m_field->setAccessibleName(m_text->text());
    QStringList more;
    if (!m_required->isHidden())
        more.append(m_required->text());
    if (!m_help->isHidden())
        more.append(m_help->text());
    m_field->setAccessibleDescription(more.join(u". "_s));
}

} // namespace motcua
