#include "ui/procedures/packcard.h"

#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

PackCard::PackCard(const PackPtr &pack, QWidget *parent)
    : ListCard(Icon::Paper, Icon::ChevronRight, parent)
    , m_code(pack->code)
{
    setAccessibleName(u"%1, %2"_s.arg(pack->name, pack->code));
    setAccessibleDescription(u"%1. %2. %3"_s.arg(pack->handler, pack->deadlineText, pack->feeText));
    add(new TextLabel(pack->name, TextRole::Heading));
    add(new TextLabel(u"%1 · %2 · %3"_s.arg(pack->code, pack->field, pack->handler), TextRole::Body, TextLabel::Ink::Muted));
    fact(tr("Time limit: %1"), pack->deadlineText);
    fact(tr("Fee: %1"), pack->feeText);
    fact(tr("Result: %1"), pack->resultText);
}

void PackCard::fact(const QString &pattern, const QString &text)
{
    if (!text.isEmpty())
        add(new TextLabel(pattern.arg(text), TextRole::Small));
}

} // namespace motcua
