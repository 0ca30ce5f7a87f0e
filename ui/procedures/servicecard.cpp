#include "ui/procedures/servicecard.h"

#include "ui/theme/theme.h"
#include "ui/widgets/textlabel.h"

#include <QAccessible>
#include <QGridLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QString sentenceOf(const LegalSource &source)
{
    if (source.confidence == "verified"_L1)
        return source.text;
    return ServiceCard::tr("%1. Not compared with the text of the law yet; please ask the agency when in doubt.")
        .arg(source.text);
}

} // namespace

ServiceCard::ServiceCard(const PublicService &service, QWidget *parent)
    : ListCard(Icon::Commune, Icon::ChevronDown, parent)
    , m_service(service)
{
    setAccessibleName(service.title);
    setAccessibleDescription(u"%1. %2 %3"_s.arg(service.handler, service.where, service.how));
    add(new TextLabel(service.title, TextRole::Strong));
    const QString handler = service.code.isEmpty() ? service.handler : u"%1 · %2"_s.arg(service.code, service.handler);
    add(m_handler = new TextLabel(handler, TextRole::Small, TextLabel::Ink::Muted));
    connect(this, &QAbstractButton::clicked, this, [this] { setOpen(!isOpen()); });
}

void ServiceCard::setOpen(bool open)
{
    if (open == isOpen())
        return;
    if (open) {
        fill();
    } else {
        delete m_details;
        m_details = nullptr;
    }
    m_handler->setHidden(open); // the details say it
    setChevron(open ? Icon::Close : Icon::ChevronDown);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void ServiceCard::fill()
{
    m_details = new QWidget(this);
    m_details->setAttribute(Qt::WA_TransparentForMouseEvents);
    const Theme &theme = themeOf(this);
    auto *grid = new QGridLayout(m_details);
    grid->setContentsMargins(0, theme.px(10), 0, theme.px(2));
    grid->setHorizontalSpacing(theme.px(16));
    grid->setVerticalSpacing(theme.px(6));
    grid->setColumnStretch(1, 1);
    fact(tr("Who handles it"), m_service.handler);
    fact(tr("Where to go"), m_service.where);
    fact(tr("How it is filed"), m_service.how);
    fact(tr("Good to know"), m_service.notes.join(u'\n'));
    fact(tr("Source"), sentenceOf(m_service.source));
    column()->addWidget(m_details);
}

void ServiceCard::fact(const QString &name, const QString &text)
{
    if (text.isEmpty())
        return;
    auto *grid = static_cast<QGridLayout *>(m_details->layout());
    const int row = grid->rowCount();
    auto *label = new TextLabel(name, TextRole::Body, TextLabel::Ink::Muted);
    label->setWordWrap(false);
    grid->addWidget(label, row, 0, Qt::AlignTop);
    grid->addWidget(new TextLabel(text, TextRole::Body), row, 1);
}

} // namespace motcua
