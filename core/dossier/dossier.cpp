#include "core/dossier/dossier.h"

#include "core/dossier/portalstatus.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

using enum DeliveryState;

struct Word
{
    DeliveryState state;
    QLatin1StringView word;
};

constexpr std::array words {
    Word { None, "none"_L1 },        Word { Waiting, "waiting"_L1 },   Word { Sending, "sending"_L1 },
    Word { InDoubt, "in_doubt"_L1 }, Word { Received, "received"_L1 }, Word { Refused, "refused"_L1 },
};

} // namespace

QString toStored(DeliveryState state)
{
    return std::find_if(words.begin(), words.end(), [=](const Word &word) { return word.state == state; })->word;
}

DeliveryState deliveryStateFromStored(const QString &word)
{
    const auto *found = std::find_if(words.begin(), words.end(), [&](const Word &known) { return known.word == word; });
    Q_ASSERT_X(found != words.end(), "deliveryStateFromStored", "the database checks the words");
    return found->state;
}

bool DossierSummary::isLate(const QDateTime &now) const
{
    constexpr int processed = 9;
    return dueAt.isValid() && now > dueAt && portalStatus != processed && !portalStatusIsFinal(portalStatus);
}

} // namespace motcua
