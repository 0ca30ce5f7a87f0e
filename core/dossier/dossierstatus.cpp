#include "core/dossier/dossierstatus.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

using enum DossierStatus;

struct Step
{
    DossierStatus from;
    DossierStatus to;
};

constexpr std::array steps {
    Step { Draft, Queued },    Step { Draft, Withdrawn },    Step { Queued, Submitted },   Step { Queued, NeedsFix },
    Step { NeedsFix, Queued }, Step { NeedsFix, Withdrawn }, Step { Submitted, NeedsFix },
};

struct Word
{
    DossierStatus status;
    QLatin1StringView word;
};

constexpr std::array words {
    Word { Draft, "draft"_L1 },        Word { Queued, "queued"_L1 },       Word { Submitted, "submitted"_L1 },
    Word { NeedsFix, "needs_fix"_L1 }, Word { Withdrawn, "withdrawn"_L1 },
};

} // namespace

bool mayBecome(DossierStatus from, DossierStatus to)
{
    return std::any_of(steps.begin(), steps.end(), [=](const Step &step) { return step.from == from && step.to == to; });
}

bool mayBeEdited(DossierStatus status)
{
    return status == Draft || status == NeedsFix;
}

QString toStored(DossierStatus status)
{
    const auto *found = std::find_if(words.begin(), words.end(), [=](const Word &word) { return word.status == status; });
    return found->word;
}

DossierStatus dossierStatusFromStored(const QString &word)
{
    const auto *found = std::find_if(words.begin(), words.end(), [&](const Word &known) { return known.word == word; });
    Q_ASSERT_X(found != words.end(), "dossierStatusFromStored", "the database checks the words");
    return found->status;
}

} // namespace motcua
