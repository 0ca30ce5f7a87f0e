#include "ui/procedures/packcard.h"

#include "core/procedure/packchanges.h"
#include "ui/theme/tone.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QString standingWords(const PackOnDay &offer)
{
    if (isDraftVersion(offer.pack->version))
        return PackCard::tr("Being written: dossiers of it are never sent (%1)").arg(offer.pack->version);
    switch (offer.state) {
    case PackOnDay::State::NotYet:
        return PackCard::tr("Takes effect on %1").arg(offer.pack->validFrom.toString(u"dd/MM/yyyy"_s));
    case PackOnDay::State::Expired:
        return PackCard::tr("No longer in force since the end of %1").arg(offer.pack->validTo.toString(u"dd/MM/yyyy"_s));
    case PackOnDay::State::InForce:
        break;
    }
    return {};
}

} // namespace

PackCard::PackCard(const PackOnDay &offer, QWidget *parent)
    : ListCard(Icon::Paper, Icon::ChevronRight, parent)
    , m_code(offer.pack->code)
{
    const PackPtr &pack = offer.pack;
    const QString standing = standingWords(offer);
    setAccessibleName(u"%1, %2"_s.arg(pack->name, pack->code));
    setAccessibleDescription(u"%1 %2. %3. %4"_s.arg(standing, pack->handler, pack->deadlineText, pack->feeText).trimmed());
    add(new TextLabel(pack->name, TextRole::Heading));
    add(new TextLabel(u"%1 · %2 · %3"_s.arg(pack->code, pack->field, pack->handler), TextRole::Body, TextLabel::Ink::Muted));
    if (!standing.isEmpty()) {
        auto *label = new TextLabel(standing, TextRole::Strong);
        label->setTone(Tone::Waiting);
        add(label);
    }
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
